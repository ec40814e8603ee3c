//! A clerk imports the five real pages, and every fact of them can be read, found and fetched.

use serde_json::Value;

use super::world::{World, shared};

fn seeds() -> Option<Vec<String>> {
    let folder = shared("seeds")?;
    let mut files: Vec<String> =
        std::fs::read_dir(folder).expect("seeds").map(|e| e.expect("a file").path().to_string_lossy().into_owned()).collect();
    files.sort();
    Some(files)
}

fn import(world: &World, files: &[String], more: &[&str]) -> Vec<Value> {
    let mut arguments = vec!["import", "--json"];
    arguments.extend(more);
    arguments.extend(files.iter().map(String::as_str));
    let output = world.redress(&arguments);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("a JSON list")
}

#[tokio::test]
async fn every_item_is_understood_and_nothing_is_invented() {
    let Some(files) = seeds() else { return };
    let world = World::new().await;
    let read = import(&world, &files, &[]);
    let items: Vec<usize> = read.iter().map(|s| s["items"].as_array().map_or(0, Vec::len)).collect();
    assert_eq!(items, [2, 1, 1, 2, 1]);
    for source in &read {
        assert_eq!(source["words"]["placed"], source["words"]["total"], "{}", source["source"]);
        assert_eq!(source["unplaced"], serde_json::json!([]));
    }
    let item = |s: usize, i: usize| &read[s]["items"][i];
    assert_eq!(item(0, 0)["decision"]["options_rejected"], "None.");
    assert_eq!(item(0, 1)["references"], serde_json::json!(["21 011 785", "23 005 479", "22 011 825"]));
    assert_eq!(item(0, 1)["papers"][0]["size_bytes"], 381 * 1024);
    assert!(item(1, 0)["exclusion"]["ground"].as_str().expect("a ground").starts_with("regulation 4(2)(a)"));
    assert_eq!(item(1, 0)["decision"]["reasons"], Value::Null);
    assert_eq!(
        item(2, 0)["meeting"],
        serde_json::json!({"date": "2025-02-26", "body": "Executive", "kind": "extraordinary", "start": "10:00"})
    );
    assert_eq!(item(2, 0)["references"], serde_json::json!([]), "a date in a file's name is no reference");
    assert_eq!(item(2, 0)["minutes"]["vote"]["manner"], "unanimous");
    assert_eq!(item(3, 1)["minutes"]["discussion"].as_array().map(Vec::len), Some(4));
    assert_eq!(item(4, 0)["meeting"]["date"], Value::Null);
    let clause_d = |of: &Value| of["clauses"][3]["text"].as_str().map(String::from).expect("clause (d)");
    let decision = &item(4, 0)["decision"];
    assert!(clause_d(decision).contains("People Overview and Scrutiny Committee"));
    assert!(!clause_d(&decision["as_minuted"]).contains("People Overview and Scrutiny Committee"));
}

#[tokio::test]
async fn the_facts_are_on_public_pages_in_search_and_in_the_json_twins() {
    let Some(files) = seeds() else { return };
    let world = World::new().await;
    import(&world, &files, &[]);
    let site = world.serve().await;
    let item = site.words("/meetings/2024-02-14-cabinet/items/127").await;
    for fact in ["21 011 785", "23 005 479", "22 011 825", "381 KB", "three-monthly basis", "The record says that there were none"] {
        assert!(item.contains(fact), "{fact}");
    }
    let twin = site.json("/meetings/2024-02-14-cabinet/items/127.json").await.to_string();
    assert!(twin.contains("three-monthly basis") && twin.contains("22 011 825"));
    let case = site.words("/ombudsman/cases/22-011-825").await;
    assert!(case.contains("Cabinet") && case.contains("14 February 2024") && case.contains("23 005 479"));
    let private = site.words("/meetings/2021-03-11-cabinet/items/59").await;
    assert!(private.contains("regulation 4(2)(a)") && private.contains("(Option A)") && private.contains("or were in training"));
    let undated = site.words("/meetings/not-recorded").await;
    assert!(undated.contains("Report of the Monitoring Officer"));
    let (_, _) = site.get("/meetings/not-recorded").await;
    let search = |q: &'static str| {
        let site = &site;
        async move { site.json(&format!("/search.json?q={q}")).await.to_string() }
    };
    assert!(search("personal+budgets").await.contains("2021-03-11-cabinet/59"));
    assert!(search("18016599").await.contains("not-recorded"));
    assert!(search("%22red+flag%22").await.contains("2021-07-01-business-support"));
    assert!(search("quarterly+SEND").await.contains("2025-02-26-executive/17"));
    let issue = site.words("/issues/3").await;
    let route = ["4 May 2021", "9 June 2021", "1 July 2021", "22 July 2021"].map(|d| issue.find(d).expect(d));
    assert!(route.windows(2).all(|w| w[0] < w[1]), "the route stands in the order of the days");
    assert!(issue.contains("Children and Young People Overview and Scrutiny Committee"));
}

#[tokio::test]
async fn a_second_import_changes_nothing() {
    let Some(files) = seeds() else { return };
    let world = World::new().await;
    import(&world, &files, &[]);
    let again = import(&world, &files, &[]);
    for source in &again {
        let d = &source["difference"];
        assert_eq!(
            (d["changed"].to_string(), d["new"].to_string(), d["gone"].to_string(), d["published"].to_string()),
            ("[]".into(), "[]".into(), "[]".into(), "0".into())
        );
        assert!(d["same"].as_u64() > Some(0));
    }
}

#[tokio::test]
async fn a_dry_run_writes_nothing() {
    let Some(files) = seeds() else { return };
    let world = World::new().await;
    let read = import(&world, &files, &["--dry-run"]);
    assert_eq!(read[0]["difference"]["new"].as_array().map(Vec::is_empty), Some(false));
    if world.database.is_none() {
        assert!(!world.data().exists(), "the data folder was made");
    }
    let first = import(&world, &files, &[]);
    assert_eq!(first[0]["difference"]["new"], read[0]["difference"]["new"], "the dry run said what the import then did");
}
