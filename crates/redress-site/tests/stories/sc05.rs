//! Cabinet proposes to refuse a recommendation of a further report: that is for the council itself, so the item is referred there,
//! and the reply waits for its minute.

use jiff::civil::date;
use serde_json::{Value, json};

use super::travelling::{Town, refused};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_refusal_at_a_further_report_is_referred_to_the_council() {
    let t = Town::new(date(2020, 4, 6)).await;
    let report = json!({ "reference": "17 900 031", "kind": "further_report", "dated": "2020-01-14", "received": "2020-01-14",
        "subject": "Transport to school", "services": "Schools", "complainant": "Mr X", "embargo": "none" });
    let made = t.link.done("/desk/cases/register", report).await;
    let paper = made["ombudsman_paper"].as_i64().expect("a paper");
    let new = json!({ "number": 1, "nature": "service_improvement", "kinds": ["training"], "words": "Change the policy on transport.", "rule": "three_months" });
    let asked = t.link.done(&format!("/desk/ombudsman-papers/{paper}/recommend"), new).await["recommendation"].clone();
    let cabinet = t.body("Cabinet").await;
    let held = t.meeting(cabinet, "2020-02-18").await;
    let item = json!({ "number": "7", "title": "Further report of the Ombudsman", "ombudsman_paper": paper.to_string() });
    let item = t.clerk.done(&format!("/desk/meetings/{held}/add-item"), item).await["item"].as_i64().expect("an item");
    let refuse = json!({ "recommendations": [asked.to_string()], "answer": "not_accepted", "reasons": "The policy is lawful and the cost is high",
        "legal_advice": "Note of 3 February 2020" });
    let answers = format!("/desk/items/{item}/answers");

    // Without the council among the bodies there is nowhere to refer it, and the answer says so.
    let made = t.clerk.done(&answers, refuse.clone()).await;
    assert_eq!((&made["reserved_to_full_council"], &made["referral"]), (&json!(true), &Value::Null));
    let council = t.body("Council").await;
    let made = t.clerk.done(&answers, refuse).await;
    let referral = made["referral"].as_i64().expect("a referral");
    let kept = t.site.desk().referral(referral).await.expect("a store").expect("a referral");
    assert_eq!((kept.to_body_id, kept.section.as_deref()), (council, Some("Local Government Act 1974, section 31A(1A)")));
    let page = t.clerk.get(&format!("/desk/issues/{}", kept.issue_id)).await.body;
    assert!(page.contains("What waits at the other end") && page.contains("section 31A(1A)"), "{page}");
    assert!(!kept.asked.contains("transport"), "the referral names a number and no words of the report");
    assert!(t.clerk.get("/desk/issues?state=waiting").await.body.contains("A referral waits"));

    // The council takes it up with the same case, and answers; then nothing waits.
    let before = t.meeting(council, "2020-01-23").await;
    let take_up = format!("/desk/referrals/{referral}/take-up");
    refused(&t.clerk, &take_up, json!({ "how": "new", "meeting": before.to_string(), "number": "9" }), "meeting").await;
    let meeting = t.meeting(council, "2020-03-26").await;
    let second = t.clerk.done(&take_up, json!({ "how": "new", "meeting": meeting.to_string(), "number": "9" })).await["item"]
        .as_i64()
        .expect("an item");
    let desk = t.site.desk();
    let cases = async |item: i64| desk.cases_of_item(item).await.expect("cases").iter().map(|c| c.id).collect::<Vec<_>>();
    assert_eq!(cases(second).await, cases(item).await);
    let waits = t.clerk.get(&format!("/desk/items/{item}")).await.body;
    assert!(waits.contains("Not effective: reserved to full council"), "{waits}");
    let accept = json!({ "recommendations": [asked.to_string()], "answer": "accepted" });
    let made = t.clerk.done(&format!("/desk/items/{second}/answers"), accept).await;
    assert_eq!((&made["reserved_to_full_council"], &made["referral"]), (&json!(false), &Value::Null));
    let settled = t.clerk.get(&format!("/desk/items/{item}")).await.body;
    assert!(!settled.contains("Not effective"), "{settled}");
    let decline = format!("/desk/referrals/{referral}/decline");
    refused(&t.clerk, &decline, json!({ "on": "2020-03-27", "why": "It was heard already there." }), "").await;
}
