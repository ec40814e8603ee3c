//! A matter under an embargo goes into the plan under its safe title; a private one shows both notices; SC-01 and SC-05.

use jiff::civil::date;
use serde_json::{Value, json};

use super::Story;

/// A report under an embargo, with an item of the Cabinet about it; gives the item.
async fn embargoed(s: &Story, meeting: i64) -> i64 {
    let report = json!({
        "reference": "19 015 597", "kind": "report", "dated": "2021-01-21", "received": "2021-01-21", "embargo": "event",
        "subject": "Foster carers of siblings", "services": "Fostering", "complainant": "Ms Q",
    });
    let paper = s.link.done("/desk/cases/register", report).await["ombudsman_paper"].clone();
    let new = json!({ "number": "59", "title": "Fostering: the Ombudsman's report", "ombudsman_paper": paper.to_string() });
    let made = s.link.post(&format!("/desk/meetings/{meeting}/add-item"), &new).await;
    assert_eq!(made.status, 403, "the clerk adds items");
    let made = s.clerk.done(&format!("/desk/meetings/{meeting}/add-item"), new).await;
    made["item"].as_i64().expect("an item")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_report_under_embargo_is_announced_by_its_safe_title_alone() {
    let s = Story::on(date(2021, 2, 9)).await;
    let meeting = s.meeting(date(2021, 3, 11)).await;
    let item = embargoed(&s, meeting).await;
    let secret = json!({
        "when": "meeting", "meeting": meeting.to_string(), "title": "Fostering report 19 015 597", "matter": "Whether to accept the report on foster carers",
        "consultees": "Foster carers", "documents": "Fostering: report of the director", "service": "Fostering", "scrutiny": "Fostering panel",
        "private": "yes", "private_reason": "It is confidential until the Ombudsman publishes it.", "officer": "Head of fostering",
    });
    let entry = s.entry(&s.monitoring, date(2021, 3, 11), secret.clone()).await;
    // Before it is linked nothing but the reference gives it away, and that is caught.
    let early = s.publish().await;
    assert!(early.status == 422 && early.body.contains("reference of a case that is under an embargo"), "{}", early.body);
    s.linked(&s.monitoring, entry, item).await;

    // Who is outside of the embargo reads the safe title and changes nothing.
    let seen = s.clerk.get(&format!("/desk/forward-plan/{entry}.json")).await;
    assert!(seen.json()["entry"].is_null() && !seen.body.to_lowercase().contains("foster"), "{}", seen.body);
    let list = s.clerk.get("/desk/forward-plan.json").await;
    assert!(!list.body.to_lowercase().contains("foster") && list.body.contains("Consideration of"), "{}", list.body);
    assert_eq!(s.clerk.get(&format!("/desk/forward-plan/{entry}/change")).await.status, 403);
    assert!(s.monitoring.get(&format!("/desk/forward-plan/{entry}")).await.body.contains("foster carers"));
    assert!(!s.clerk.get("/desk/forward-plan/publish").await.body.to_lowercase().contains("foster carers"));

    // SC-01: the last days of both notices.
    let page = s.monitoring.get(&format!("/desk/forward-plan/{entry}.json")).await.json();
    assert_eq!(page["private"]["first"]["date"], "2021-02-10");
    assert_eq!(page["private"]["second"]["date"], "2021-03-03");
    let shown = s.monitoring.get(&format!("/desk/forward-plan/{entry}")).await.body;
    assert!(shown.contains("Wednesday 10 February 2021") && shown.contains("Wednesday 3 March 2021"), "{shown}");

    // The officer's title would give the service away.
    let told = s.publish().await;
    assert!(told.status == 422 && told.body.contains("the officer says too much"), "{}", told.body);
    let form = s.monitoring.get(&format!("/desk/forward-plan/{entry}/change.json")).await.json();
    let mut words = s.words(date(2021, 3, 11), &secret);
    (words["officer"], words["revision"]) = (json!("Monitoring officer, Town Hall"), form["given"]["revision"][0].clone());
    s.monitoring.done(&format!("/desk/forward-plan/{entry}/change"), words).await;
    assert_eq!(s.published().await, ["/forward-plan/entries/FP-2021-001"]);
    let public = [
        "/forward-plan",
        "/forward-plan.json",
        "/forward-plan.csv",
        "/forward-plan/2021-02",
        "/forward-plan/2021-02.json",
        "/forward-plan/entries/FP-2021-001",
        "/forward-plan/entries/FP-2021-001.json",
        "/feeds/forward-plan.atom",
        "/changes",
        "/versions/forward_plan/FP-2021-001",
    ];
    for address in public {
        let body = s.site.page(address).await.to_lowercase();
        for word in ["foster", "19 015 597", "19-015-597", "ms q"] {
            assert!(!body.contains(word), "{address}: {word}");
        }
    }
    let said = s.site.json("/forward-plan/entries/FP-2021-001.json").await;
    assert!(said["title"].as_str().is_some_and(|t| t.starts_with("Consideration of") && t.contains("21 January 2021")), "{said}");
    assert_eq!(said["key"], "It is a key decision: regulation 8");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_draft_that_came_after_the_plan_goes_by_the_general_exception() {
    // SC-05: the plan of 5 August 2019, the draft of Wednesday 14 August, the Cabinet of Tuesday 10 September.
    let s = Story::on(date(2019, 8, 14)).await;
    let meeting = s.meeting(date(2019, 9, 10)).await;
    let draft = json!({
        "when": "meeting", "meeting": meeting.to_string(), "title": "School transport: a draft further report", "private": "yes",
        "private_reason": "The draft is confidential until the Ombudsman publishes it.",
    });
    let entry = s.entry(&s.clerk, date(2019, 9, 10), draft).await;
    let line = s.clerk.get("/desk/forward-plan.json").await.json()["entries"][0].clone();
    assert_eq!((line["publish_by"].as_str(), line["way"]["way"].as_str()), (Some("2019-08-12"), Some("none")));
    let given = json!({
        "told": "Councillor P. Marsh, chair of scrutiny", "available": "2019-08-14",
        "reason": "The draft came on 14 August, after the plan of 5 August; comments are due by 12 September, so call-in is waived.",
    });
    s.clerk.done(&format!("/desk/forward-plan/{entry}/general-exception"), given).await;
    let item = s.item(meeting, "1").await;
    s.linked(&s.clerk, entry, item).await;
    let way = s.way(entry).await;
    assert_eq!((way["way"].as_str(), way["from"].as_str()), (Some("general_exception"), Some("2019-08-22")));
    let page = s.clerk.get(&format!("/desk/items/{item}.json")).await.json();
    assert_eq!(page["planned"]["faults"], json!([]));
    s.published().await;
    let told: Value = s.site.json("/forward-plan/entries/FP-2019-001.json").await["record"]["exception"].clone();
    assert_eq!(told["available"], "2019-08-14");
    assert!(told["reason"].as_str().is_some_and(|r| r.contains("call-in is waived")), "{told}");
}
