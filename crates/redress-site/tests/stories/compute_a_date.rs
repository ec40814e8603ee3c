//! A monitoring officer asks for a date: on the command line, on a page, as data; and hears clearly what cannot be asked.

use redress::calendar::Calendar;
use serde_json::Value;

use super::world::World;

const KEY: &str = "lgsco_report_consider_and_notify";
/// Ten working days.
const WORKING: &str = "lgsco_pre_allocation_request";

fn json(world: &World, arguments: &[&str]) -> (Option<i32>, Value) {
    let output = world.redress(arguments);
    (output.status.code(), serde_json::from_slice(&output.stdout).expect("JSON"))
}

#[tokio::test]
async fn a_report_received_on_3_march_2026_is_answered_by_2_june() {
    let world = World::new().await;
    let said = world.done(&["due", KEY, "--from", "2026-03-03"]);
    assert!(said.starts_with("2 June 2026"), "{said}");
    for words in ["3 March 2026 is day one", "corresponding date is 3 June 2026", "The other reading", "section 31(2)", "https://"] {
        assert!(said.contains(words), "{words} in:\n{said}");
    }
    let (status, answer) = json(&world, &["due", KEY, "--from", "3 March 2026", "--json"]);
    assert_eq!(status, Some(0));
    assert_eq!(answer["duty"], KEY);
    assert_eq!(answer["cite"], "Local Government Act 1974, section 31(2)");
    assert_eq!((&answer["from"], &answer["due"]), (&Value::from("2026-03-03"), &Value::from("2026-06-02")));
    assert_eq!(answer["last_working_day"], "2026-06-02");
    assert!(answer["reading"].is_string() && answer["other_reading"]["reading"].is_string());
    assert!(answer["steps"].as_array().is_some_and(|s| s.len() >= 3 && s.iter().all(Value::is_string)), "{answer}");
}

#[tokio::test]
async fn both_readings_are_computed_and_the_setting_picks_one() {
    let world = World::new().await;
    let dated = ["due", KEY, "--from", "2026-03-05", "--report-date", "2026-03-03", "--json"];
    let (_, answer) = json(&world, &dated);
    assert_eq!((&answer["due"], &answer["other_reading"]["due"]), (&Value::from("2026-06-04"), &Value::from("2026-06-02")));
    assert_eq!(answer["alarm"], "2026-06-02");
    let second = [&dated[..], &["--authority-setting", "receipt_or_report_date=second"]].concat();
    let (_, answer) = json(&world, &second);
    assert_eq!((&answer["due"], &answer["other_reading"]["due"]), (&Value::from("2026-06-02"), &Value::from("2026-06-04")));
}

#[tokio::test]
async fn what_cannot_be_asked_ends_with_status_2_and_says_why() {
    let world = World::new().await;
    for (arguments, code, field) in [
        (&["due", KEY, "--from", "2026-02-30"][..], "impossible_date", "from"),
        (&["due", "lgsco_report_consider_and_notfy", "--from", "2026-03-03"], "unknown_duty", "duty"),
        (&["due", KEY, "--from", "1980-01-01"], "before_the_law", "from"),
        (&["due", KEY, "--from", "2101-01-01"], "outside_years", "from"),
        (&["due", KEY, "--from", "2026-03-03", "--meeting", "2026-03-01"], "meeting_before_receipt", "meeting"),
        (&["due", KEY], "missing", "from"),
        (&["duties", "nothing_like_it"], "unknown_duty", "key"),
        (&["holidays", "--import", "no-such-file.json"], "unreadable_file", "import"),
    ] {
        let plain = world.redress(arguments);
        assert_eq!(plain.status.code(), Some(2), "{arguments:?}");
        assert!(plain.stdout.is_empty() && plain.stderr.starts_with(b"redress: "), "{arguments:?}");
        let (status, answer) = json(&world, &[arguments, &["--json"]].concat());
        assert_eq!((status, &answer["error"]["code"], &answer["error"]["field"]), (Some(2), &Value::from(code), &Value::from(field)));
        assert!(answer["error"]["message"].as_str().is_some_and(|m| !m.is_empty()));
    }
    let said = world.redress(&["due", "lgsco_report_consider_and_notfy", "--from", "2026-03-03"]);
    assert!(String::from_utf8_lossy(&said.stderr).contains(KEY), "the nearest is named");
    let unknown = world.done(&["due", KEY, "--from", "unknown"]);
    assert!(unknown.starts_with("Cannot say yet, because "), "{unknown}");
}

#[tokio::test]
async fn every_duty_is_listed_with_all_its_fields() {
    let world = World::new().await;
    let (_, all) = json(&world, &["duties", "--json"]);
    let all = all.as_array().expect("a list");
    assert!(all.len() >= 10, "{}", all.len());
    for duty in all {
        for field in
            ["key", "must", "cite", "url", "owed_by", "recipients", "starts", "versions", "extension", "contents", "met_by", "breach"]
        {
            assert!(!duty[field].is_null(), "{}: {field}", duty["key"]);
        }
        assert_eq!(duty["worked_examples"].as_array().map(Vec::len), duty["examples"].as_array().map(Vec::len), "{}", duty["key"]);
    }
    let listed = world.done(&["duties"]);
    let one = world.done(&["duties", KEY]);
    assert!(listed.contains(KEY) && one.contains("three months beginning with"), "{one}");
}

#[tokio::test]
async fn a_published_file_is_compared_with_the_built_in_holidays() {
    let world = World::new().await;
    let file = world.folder.path().join("bank-holidays.json");
    let days = ["01-01", "03-26", "03-29", "05-03", "05-31", "06-01", "08-30", "12-27", "12-28"];
    let events: Vec<Value> = days.iter().map(|d| serde_json::json!({ "title": "Day", "date": format!("2027-{d}"), "notes": "" })).collect();
    let published = serde_json::json!({ "england-and-wales": { "division": "england-and-wales", "events": events } });
    std::fs::write(&file, published.to_string()).expect("written");
    let path = file.to_str().expect("a path");
    let (status, answer) = json(&world, &["holidays", "--import", path, "--dry-run", "--json"]);
    assert_eq!((status, &answer["added"][0]["date"]), (Some(0), &Value::from("2027-06-01")));
    assert_eq!(answer["stored"], false);
    assert!(world.done(&["holidays", "--import", path, "--dry-run"]).contains("no deadlines are kept yet"));
}

#[tokio::test]
async fn an_imported_holiday_moves_the_dates_that_rest_on_it() {
    let world = World::new().await;
    world.import_demo();
    // Ten working days from 1 June 2027 are counted over Monday 7 June, which the file makes a holiday.
    let ask = ["due", WORKING, "--from", "2027-06-01", "--json"];
    let before = json(&world, &ask).1["due"].clone();
    let file = world.folder.path().join("bank-holidays.json");
    let mut events: Vec<Value> = Calendar::england()
        .year(2027)
        .map(|d| serde_json::json!({ "title": d.name, "date": d.date, "notes": if d.substitute { "Substitute day" } else { "" } }))
        .collect();
    events.push(serde_json::json!({ "title": "Jubilee of the invented", "date": "2027-06-07", "notes": "" }));
    let published = serde_json::json!({ "england-and-wales": { "division": "england-and-wales", "events": events } });
    std::fs::write(&file, published.to_string()).expect("written");
    let matters = world.folder.path().join("matters.json");
    let open = serde_json::json!([{ "duty": WORKING, "from": "2027-06-01", "name": "Roof of 4 Mill Lane" }, { "duty": KEY, "from": "2026-03-03" }]);
    std::fs::write(&matters, open.to_string()).expect("written");
    let import = ["holidays", "--import", file.to_str().expect("a path"), "--matters", matters.to_str().expect("a path")];

    std::fs::write(world.folder.path().join("bad.json"), r#"[{"duty": "nothing_like_it", "from": "2027-06-01"}]"#).expect("written");
    let bad = world.folder.path().join("bad.json");
    let (status, refused) = json(&world, &["holidays", "--import", import[2], "--matters", bad.to_str().expect("a path"), "--json"]);
    assert_eq!((status, &refused["error"]["field"]), (Some(2), &Value::from("matters")), "and nothing is kept");
    let said = world.done(&[&import[..], &["--dry-run"]].concat());
    assert!(said.contains("Jubilee of the invented") && said.contains("Nothing was kept"), "{said}");
    assert_eq!(json(&world, &ask).1["due"], before, "a dry run keeps nothing");

    let (_, dry) = json(&world, &[&import[..], &["--dry-run", "--json"]].concat());
    assert_eq!(dry["deadlines"].as_array().map(Vec::len), Some(1), "{dry}");
    let said = world.done(&import);
    assert!(said.contains("Added:   Monday 7 June 2027, Jubilee of the invented"), "{said}");
    assert!(said.contains("Roof of 4 Mill Lane") && said.contains(" → "), "{said}");

    let after = json(&world, &ask).1["due"].clone();
    assert_eq!((&dry["deadlines"][0]["from"], &dry["deadlines"][0]["to"]), (&before, &after));
    assert_ne!(before, after);
    let site = world.serve().await;
    let twin = site.json(&format!("/duties/calculator.json?duty={WORKING}&from=2027-06-01")).await;
    assert_eq!(twin["due"], after, "the page counts with the imported day");
    let earlier = json(&world, &[&ask[..], &["--as-known-on", "2026-03-03"]].concat()).1;
    assert_eq!(earlier["due"], before, "an old calculation is explained with what was known then");

    world.done(&["verify"]);
    let (status, again) = json(&world, &[&import[..], &["--json"]].concat());
    assert_eq!(status, Some(0));
    for part in ["added", "moved", "removed", "deadlines"] {
        assert_eq!(again[part], serde_json::json!([]), "{part}");
    }
    assert!(world.done(&import).contains("No bank holiday in England changes"));
}

#[tokio::test]
async fn the_calculator_answers_by_its_address_and_keeps_what_was_typed() {
    let world = World::new().await;
    world.import_demo();
    let site = world.serve().await;
    let asked = format!("/duties/calculator?duty={KEY}&from=2026-03-03");
    assert!(site.words(&asked).await.contains("2 June 2026, a Tuesday, is the last day to act."));
    let (_, command) = json(&world, &["due", KEY, "--from", "2026-03-03", "--json"]);
    let twin = site.json(&asked.replace("calculator?", "calculator.json?")).await;
    for (field, value) in command.as_object().expect("an object") {
        assert_eq!(&twin[field], value, "{field}: the command and the page give the same");
    }
    let typed = format!("/duties/calculator?duty={KEY}&from-day=30&from-month=2&from-year=2026");
    let (status, page) = site.get(&typed).await;
    assert_eq!(status, 400);
    assert!(page.contains("value=\"30\"") && page.contains("href=\"#from-day\"") && page.contains("id=\"from-error\""));
    let (status, twin) = site.get(&typed.replace("calculator?", "calculator.json?")).await;
    let twin: Value = serde_json::from_str(&twin).expect("JSON");
    assert_eq!((status, &twin["error"]["code"], &twin["error"]["field"]), (400, &"impossible_date".into(), &"from".into()));
}

#[tokio::test]
async fn a_reader_finds_a_duty_and_reads_everything_about_it() {
    let world = World::new().await;
    world.import_demo();
    let site = world.serve().await;
    let all = site.json("/duties.json").await;
    let found = site.json("/duties.json?q=consider+notify+ombudsman&act=Local+Government+Act+1974").await;
    assert!(found["total"].as_u64() < all["total"].as_u64(), "{found}");
    assert!(site.page("/duties?q=consider+notify").await.contains(&format!("href=\"/duties/{KEY}\"")));
    let page = site.words(&format!("/duties/{KEY}")).await;
    for words in [
        "three months beginning with the date on which they received the report",
        "Who may give longer",
        "Worked examples",
        "2 June 2026",
        "counted from the date of the report",
        "Text read",
        "Compute it with your own date",
    ] {
        assert!(page.contains(words), "{words} in {page}");
    }
    let (status, unknown) = site.get("/duties/lgsco_report_consider_and_notfy").await;
    assert_eq!(status, 404);
    assert!(unknown.contains(&format!("href=\"/duties/{KEY}\"")), "{unknown}");
}
