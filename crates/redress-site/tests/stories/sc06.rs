//! A report under section 5A of which every member has a copy: 82 members, ten in the executive, a council that took over from
//! another on 1 April 2019.

use jiff::civil::date;
use redress::member::Term;
use serde_json::{Value, json};

use crate::members_told::{Council, member, signed_report};

/// Registers the report; gives paper and case.
async fn registered(council: &Council) -> (i64, i64) {
    let paper = json!({
        "reference": "18 016 599", "kind": "report", "dated": "2019-08-27", "received": "2019-08-29", "subject": "A care leaver's support",
        "services": "Children's services", "complainant": "Mr K", "found": "upheld", "embargo": "none",
        "predecessor": "Old Thornmere County Council",
    });
    let made = council.link.done("/desk/cases/register", paper).await;
    (made["ombudsman_paper"].as_i64().expect("a paper"), made["cases"][0].as_i64().expect("a case"))
}

#[tokio::test]
async fn every_member_is_served_and_one_that_came_back_keeps_the_duty_open() {
    let mut council = Council::on(date(2019, 9, 20), "member-44@").await;
    let mut members: Vec<_> = (1..=82).map(member).collect();
    members[20].email = None;
    council.members(members.clone()).await;
    let offered = council.clerk.get("/desk/members/executive.json").await.json()["offered"]["members"].clone();
    let ten: Vec<Value> = offered.as_array().expect("members")[..10].iter().map(|m| m[0].clone()).collect();
    council.clerk.done("/desk/members/executive", json!({ "members": ten, "from": "2019-05-06" })).await;
    let (ombudsman_paper, case) = registered(&council).await;
    let (report, paper) = signed_report(&council, case).await;

    // Monday 23 September: copies go to every member.
    council.day(date(2019, 9, 23)).await;
    let check = council.clerk.post(&format!("/desk/papers/{paper}/circulate"), &json!({ "in_confidence": "no" })).await;
    assert_eq!(check.status, 200, "{}", check.body);
    let first = check.json()["made"]["circulation"].as_i64().expect("a circulation");
    // 83 rows, and the one without an address waits to be served by hand.
    let page = council.circulation(first, 82).await;
    assert_eq!(page["figures"], json!(["70 of 72 outside the executive", "10 of 10 of the executive", "1 of 1 monitoring officer"]));
    assert_eq!(page["open"], json!(["Councillor 21 Sample", "Councillor 44 Sample"]));
    assert_eq!(page["serve_by_hand"], json!(["Councillor 21 Sample"]));
    assert!(page["lines"].to_string().contains("not taken by the mail server"), "{}", page["lines"]);
    // A letter's lines are folded on the way.
    let letters = council.taken.lock().expect("letters").join("\n").replace("=\n", "");
    assert!(letters.contains(&format!("/desk/papers/{paper}")) && letters.contains(page["sha256"].as_str().expect("a hash")), "{letters}");
    assert!(!letters.contains("did not arrange"), "a letter holds no word of the paper");
    assert_eq!(council.duty(ombudsman_paper, "mo_report_copies").await["stands"], "Waits: no day can be said yet");
    let by_hand = |person: String, at: &str| json!({ "person": person, "what": "by_hand", "at": at });
    for name in ["Councillor 21 Sample", "Councillor 44 Sample"] {
        let receipt = by_hand(Council::person(&page, name), "2019-09-23T23:59");
        let early = council.clerk.post(&format!("/desk/circulations/{first}/receipt"), &receipt).await;
        assert_eq!(early.status, 422, "what is still to come is not recorded");
    }
    council.day(date(2019, 9, 24)).await;
    for name in ["Councillor 21 Sample", "Councillor 44 Sample"] {
        let receipt = by_hand(Council::person(&page, name), "2019-09-24T00:01");
        council.clerk.done(&format!("/desk/circulations/{first}/receipt"), receipt).await;
    }
    let page = council.page(&format!("/desk/circulations/{first}")).await;
    assert_eq!((&page["complete"], &page["figures"][0]), (&json!(true), &json!("72 of 72 outside the executive")));
    assert_eq!(council.duty(ombudsman_paper, "mo_report_copies").await["stands"], "Met on 24 September 2019");
    let told = council.page(&format!("/desk/monitoring-reports/{report}")).await;
    assert_eq!((&told["first_sent"], &told["consider_by"]), (&json!("2019-09-23"), &json!("2019-10-14")));
    assert_eq!(told["suspension"]["suspension"], "until_considered");
    assert_eq!(council.duty(ombudsman_paper, "s5a_executive_consider_21_days").await["due_on"], "2019-10-14");

    // Tuesday 1 October: the Cabinet concludes, and what it was about stands still to the end of Wednesday.
    council.day(date(2019, 10, 1)).await;
    let at = |what: &str| format!("/desk/monitoring-reports/{report}/{what}");
    let minute = "Cabinet, 1 October 2019, minute 59";
    council.clerk.done(&at("conclude"), json!({ "on": "2019-10-01", "minute": minute })).await;
    let told = council.page(&format!("/desk/monitoring-reports/{report}")).await;
    assert_eq!((&told["suspended_until"], &told["suspension"]["suspension"]), (&json!("2019-10-02"), &json!("until")));
    assert_eq!(council.duty(ombudsman_paper, "s5a_executive_consider_21_days").await["stands"], "Met on 1 October 2019, 13 days in hand");
    let refused = council.monitoring.post(&at("answer"), &json!({ "taken": "None" })).await;
    assert_eq!(refused.status, 403, "the monitoring officer does not write the answer to the own report");
    let half = json!({ "taken": "None", "proposed": "Train every officer of the panel" });
    council.clerk.done(&at("answer"), half).await;
    let adopt = json!({ "minute": minute, "in_confidence": "no" });
    let unready = council.clerk.post(&at("adopt-answer"), &adopt).await;
    assert!(unready.status == 422 && unready.body.contains("Say when each proposed action will be taken."), "{}", unready.body);
    let whole = json!({ "taken": "Apologised to Mr K's family", "proposed": "Train every officer of the panel: 20 December 2019",
        "reasons": "The panel did not know the guidance." });
    council.clerk.done(&at("answer"), whole).await;
    let answer = council.clerk.done(&at("adopt-answer"), adopt).await["circulation"].as_i64().expect("a circulation");
    let page = council.circulation(answer, 82).await;
    assert_eq!(page["open"], json!(["Councillor 21 Sample", "Councillor 44 Sample"]));

    // One leaves unserved on 2 October, and one takes office while a copy is still owed.
    members[20].terms = vec![Term { from: Some(date(2019, 5, 6)), to: Some(date(2019, 10, 2)) }];
    let mut elected = member(83);
    elected.terms = vec![Term { from: Some(date(2019, 10, 3)), to: None }];
    members.push(elected);
    council.day(date(2019, 10, 3)).await;
    council.members(members).await;
    let page = council.page(&format!("/desk/circulations/{answer}")).await;
    assert_eq!((&page["left"], &page["took_office_later"]), (&json!(["Councillor 21 Sample"]), &json!(["Councillor 83 Sample"])));
    let page = council.circulation(answer, 83).await;
    assert_eq!(page["open"], json!(["Councillor 44 Sample"]), "the newly elected was sent a copy");
    assert_eq!(council.duty(ombudsman_paper, "s5a_executive_response_send").await["stands"], "Waits: no day can be said yet");
    council.day(date(2019, 10, 4)).await;
    let receipt = |name: &str, what: &str| json!({ "person": Council::person(&page, name), "what": what, "why": "mailbox full", "at": "2019-10-04T00:01" });
    let to = format!("/desk/circulations/{answer}/receipt");
    let mut hand = receipt("Councillor 44 Sample", "by_hand");
    hand.as_object_mut().expect("fields").remove("why");
    council.clerk.done(&to, hand).await;
    let page = council.page(&format!("/desk/circulations/{answer}")).await;
    assert_eq!(page["figures"][0], "72 of 72 outside the executive");
    assert_eq!(council.duty(ombudsman_paper, "s5a_executive_response_send").await["stands"], "Met on 4 October 2019");

    // A copy that comes back after all opens the duty again and names the member.
    council.clerk.done(&to, receipt("Councillor 50 Sample", "bounced")).await;
    let page = council.page(&format!("/desk/circulations/{answer}")).await;
    assert_eq!((&page["open"], &page["figures"][0]), (&json!(["Councillor 50 Sample"]), &json!("71 of 72 outside the executive")));
    let duty = council.duty(ombudsman_paper, "s5a_executive_response_send").await;
    assert_eq!(duty["stands"], "Waits: no day can be said yet");
    assert!(duty["events"].to_string().contains("Councillor 50 Sample"), "{duty}");

    let told = council.page(&format!("/desk/monitoring-reports/{report}")).await;
    assert_eq!(told["suspension"]["suspension"], "over");
    let case = council.page(&format!("/desk/cases/{case}/circulation")).await;
    assert_eq!((&case["reports"][0]["copies"][0]["id"], &case["reports"][0]["answer_copies"][0]["id"]), (&json!(first), &json!(answer)));
    // The paper is what was signed, and a further report that comes later takes no duty from it.
    let rewritten = council.monitoring.post(&at("write"), &json!({ "facts": "Other facts." })).await;
    assert!(rewritten.status == 422 && rewritten.body.contains("is signed"), "{}", rewritten.body);
    let further = json!({ "reference": "18 016 599", "kind": "further_report", "dated": "2019-10-04", "received": "2019-10-04",
        "subject": "A care leaver's support", "services": "Children's services", "complainant": "Mr K", "found": "upheld", "embargo": "none" });
    let further = council.link.done("/desk/cases/register", further).await["ombudsman_paper"].clone();
    council.page(&format!("/desk/circulations/{first}")).await;
    let duties = council.page(&format!("/desk/ombudsman-papers/{further}")).await["duties"].clone();
    assert!(duties.as_array().is_some_and(|all| all.iter().all(|d| d["events"] == json!([]))), "{duties}");
    assert_eq!(council.duty(ombudsman_paper, "mo_report_copies").await["stands"], "Met on 24 September 2019");
    let verified = council.world.redress(&["verify"]);
    assert!(verified.status.success(), "{}", String::from_utf8_lossy(&verified.stdout));
}
