//! A democratic services officer plans a report's path: on the command line, on a page, as data; and hears what is in the way.

use serde_json::Value;

use super::world::World;

fn file(world: &World, name: &str, text: &str) -> String {
    let path = world.data().with_extension(name);
    std::fs::write(&path, text).expect("written");
    path.to_string_lossy().into_owned()
}

#[tokio::test]
async fn a_private_cabinet_of_11_march_2021_has_all_its_notices() {
    let world = World::new().await;
    let meetings = file(&world, "meetings.csv", "date,body,kind\n2021-03-11,Cabinet,executive\n");
    let received = ["plan", "--received", "2021-01-21", "--meetings", &meetings];
    let plain = world.redress(&[&received[..], &["--private"]].concat());
    assert_eq!(plain.status.code(), Some(0), "nothing is in the way");
    let said = String::from_utf8(plain.stdout).expect("text");
    for words in ["told by Tuesday 20 April 2021", "publish by Wednesday 10 February 2021", "publish by Wednesday 3 March 2021"] {
        assert!(said.contains(words), "{words} in:\n{said}");
    }
    let hidden = world.redress(&[&received[..], &["--embargo-until", "event 2021-03-11", "--json"]].concat());
    assert_eq!(hidden.status.code(), Some(1), "the agenda would come before the Ombudsman");
    let plan: Value = serde_json::from_slice(&hidden.stdout).expect("JSON");
    let conflicts: Vec<&str> = plan["conflicts"].as_array().expect("a list").iter().filter_map(|c| c["conflict"].as_str()).collect();
    assert!(
        ["embargo_against_agenda", "public_notice_against_confidence", "no_meeting_in_time"].iter().all(|c| conflicts.contains(c)),
        "{conflicts:?}"
    );
}

#[tokio::test]
async fn what_cannot_be_planned_ends_with_status_2_and_says_why() {
    let world = World::new().await;
    let good = file(&world, "good.json", r#"[{"date": "2026-04-14", "body": "Cabinet"}]"#);
    let bad = file(&world, "bad.csv", "date,body,kind\n2026-04-14,Cabinet,executive\n2026-02-30,Cabinet,executive\n");
    for (arguments, code, words) in [
        (&["--received", "2026-02-30", "--meetings", &good][..], "impossible_date", "2026-02-30"),
        (&["--received", "2026-03-03", "--meetings", &bad], "unreadable_file", "line 3"),
        (&["--received", "2026-03-03", "--meetings", "no-such-file"], "unreadable_file", "no-such-file"),
        (&["--received", "2026-03-03", "--meetings", &good, "--embargo-until", "soon"], "impossible_date", "event"),
        (&["--received", "2026-03-03", "--meetings", &good, "--report-date", "2026-03-04"], "received_before_report", "4 March 2026"),
        (&["--received", "2026-03-03", "--meetings", &good, "--remedy", "Pay"], "impossible_remedy", "Pay"),
    ] {
        let output = world.redress(&[&["plan", "--json"], arguments].concat());
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        let answer: Value = serde_json::from_slice(&output.stdout).expect("JSON");
        assert_eq!(answer["error"]["code"], code, "{answer}");
        assert!(answer["error"]["message"].as_str().is_some_and(|m| m.contains(words)), "{answer}");
    }
}

#[tokio::test]
async fn the_page_plans_with_the_meetings_on_record() {
    let world = World::new().await;
    world.import_demo();
    let site = world.serve().await;
    let (_, json) = site.get("/meetings.json?order=oldest").await;
    let meetings: Value = serde_json::from_str(&json).expect("JSON");
    let first = meetings["entries"][0]["on"].as_str().expect("a day").to_string();
    let page = site.page(&format!("/duties/plan?received={first}")).await;
    assert!(page.contains("must be told by") && page.contains("<svg") && !page.contains("<script"), "{page}");
    let (status, twin) = site.get(&format!("/duties/plan.json?received={first}")).await;
    let twin: Value = serde_json::from_str(&twin).expect("JSON");
    assert_eq!(status, 200);
    assert!(twin["plan"]["meetings"].as_array().is_some_and(|m| !m.is_empty()), "{twin}");
    let (status, wrong) = site.get("/duties/plan?received=yesterday").await;
    assert_eq!(status, 400);
    assert!(wrong.contains("href=\"#received\""));
}
