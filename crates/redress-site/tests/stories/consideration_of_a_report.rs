//! An investigator of the Ombudsman's asks how a report was considered: the agenda item, the report, what was decided and the
//! reply, all with their days, on the public page of the case; and what was promised before, on the desk's page.

use jiff::civil::date;
use redress::reader::Role;
use redress_site::clock::Clock;
use redress_store::desk::journal::Act;
use serde_json::{Value, json};

use super::members_told::signed_report;
use super::officer::Officer;
use super::publish_a_case::publish;
use super::the_room::TheRoom;
use super::world::World;

const DUTY: &str = "lgsco_report_consider_and_notify";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_consideration_of_a_report_stands_on_one_public_page_with_its_days() {
    let world = World::new().await;
    world.done(&["init", "Thornmere Borough Council"]);
    let clock = Clock::on(date(2024, 6, 20));
    let site = world.serve_desk(&clock).await;
    let act = Act { who: "story", at: clock.now().timestamp() };
    let link = Officer::new(&site, &act, "link", "Imogen Farrier", Role::LinkOfficer).await;
    let clerk = Officer::new(&site, &act, "clerk", "Tobias Wren", Role::DemocraticServices).await;
    let director = Officer::new(&site, &act, "director", "Marguerite Pell", Role::ServiceDirector).await;
    let register = async |reference: &str, kind: &str, dated: &str| {
        let new = json!({ "reference": reference, "kind": kind, "dated": dated, "received": dated, "subject": "Damp",
            "services": "Housing repairs", "embargo": "none", "found": "upheld" });
        let made = link.done("/desk/cases/register", new).await;
        (made["ombudsman_paper"].as_i64().expect("a paper"), made["cases"][0].as_i64().expect("a case"))
    };
    let recommend = async |paper: i64, words: &str| {
        let new = json!({ "number": 1, "nature": "service_improvement", "kinds": ["training"], "words": words, "rule": "three_months" });
        let made = link.done(&format!("/desk/ombudsman-papers/{paper}/recommend"), new).await;
        made["recommendation"].as_i64().expect("a recommendation")
    };
    let (before, _) = register("21 900 041", "statement", "2021-05-10").await;
    let promised = recommend(before, "Train surveyors to find rising damp.").await;
    let (paper, case) = register("23 900 091", "report", "2024-03-11").await;
    let again = recommend(paper, "Train every surveyor to find rising damp.").await;

    clerk.done("/desk/bodies/add", json!({ "name": "Cabinet" })).await;
    let form = clerk.get("/desk/meetings/plan.json").await.json();
    let cabinet = form["offered"]["body"][0][0].clone();
    let plan = json!({ "body": cabinet, "on": "2024-05-14", "starts": "18:30", "place": "County Hall" });
    let meeting = clerk.done("/desk/meetings/plan", plan).await["meeting"].as_i64().expect("a meeting");
    let new = json!({ "number": "5", "title": "Report of the Ombudsman, case 23 900 091", "public_title": "Report of the Ombudsman, case 23 900 091",
        "agenda_text": "To consider the report of the Ombudsman on case 23 900 091.", "ombudsman_paper": paper });
    let item = clerk.done(&format!("/desk/meetings/{meeting}/add-item"), new).await["item"].as_i64().expect("an item");
    let answer = json!({ "recommendations": [again], "answer": "accepted" });
    clerk.done(&format!("/desk/items/{item}/answers"), answer).await;
    let decision = json!({ "option": "A", "text": "RESOLVED: That the recommendations be accepted.", "reasons": "They are fair.",
        "options_rejected": "None", "interests": "None" });
    clerk.done(&format!("/desk/items/{item}/decision"), decision).await;
    let held = clerk.publish(meeting, &[], "Decisions published").await;
    assert_eq!(held.status, 200, "{}", held.body);
    let reply =
        [("from", "council"), ("kind", "reply"), ("dated", "2024-06-03"), ("received", "2024-06-03"), ("summary", "What the council does")];
    let came = link.upload(&format!("/desk/cases/{case}/log-letter"), &reply, "reply.txt", b"A reply.").await;
    assert_eq!(came.status, 303, "{}", came.body);
    let made = publish(&clerk, case, "The report was considered").await;
    assert_eq!(made.status, 200, "{}", made.body);

    let page = site.json("/ombudsman/cases/23-900-091.json").await;
    let reply = &page["case"]["file"]["replies"][0];
    assert_eq!(reply["sent_on"], "2024-06-03");
    let due: jiff::civil::Date = reply["due_on"].as_str().and_then(|d| d.parse().ok()).expect("a day");
    assert!((date(2024, 6, 10)..=date(2024, 6, 11)).contains(&due), "three months from the report: {due}");
    assert!(page["replies"][0].as_str().is_some_and(|w| w.contains("sent 3 June 2024: in time")), "{page}");
    let words = site.words("/ombudsman/cases/23-900-091").await;
    for said in [
        "received 11 March 2024",
        "Report of the Ombudsman, case 23 900 091",
        "14 May 2024",
        "RESOLVED: That the recommendations be accepted",
        "in time",
    ] {
        assert!(words.contains(said), "{said}: {words}");
    }

    // Was this promised before? The desk's page names the earlier promise, its evidence and the case that came after it.
    let told = async |id: i64| director.get(&format!("/desk/recommendations/{id}.json")).await.json()["promised_before"].clone();
    let earlier = told(again).await;
    assert_eq!((earlier.as_array().map(Vec::len), &earlier[0]["key"]), (Some(1), &json!("21 900 041/1")));
    assert_eq!((&earlier[0]["evidence"], &earlier[0]["later_cases"][0][1]), (&json!([]), &json!("23 900 091")));
    assert_eq!(told(promised).await, Value::Array(Vec::new()));
    let html = director.get(&format!("/desk/recommendations/{again}")).await.body;
    assert!(html.contains("Was this promised before?") && html.contains("Train surveyors to find rising damp."), "{html}");
}

/// Who considered it, when, with whom present, and what was decided of each recommendation go from the meeting into the drafts. While
/// any of it lacks, the reply does not go and section 31(2) is not met.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_drafts_take_up_who_considered_it_what_was_decided_and_the_actions() {
    let mut room = TheRoom::of("Cabinet", 0).await;
    let act = Act { who: "story", at: room.council.clock.now().timestamp() };
    Officer::new(&room.council.site, &act, "director", "Dora Irons", Role::ServiceDirector).await;
    room.council.site.desk().make_post(&act, "Director of Homes", Role::ReportAuthor, None).await.expect("a post");
    let link = room.council.link.clone();
    let new = json!({ "reference": "24 900 091", "kind": "report", "dated": "2025-02-03", "received": "2025-02-03", "subject": "Damp",
        "services": "Housing repairs", "embargo": "none", "found": "upheld" });
    let made = link.done("/desk/cases/register", new).await;
    let (paper, case) = (made["ombudsman_paper"].as_i64().expect("a paper"), made["cases"][0].as_i64().expect("a case"));
    let mut asked = Vec::new();
    for (number, words) in [(1, "Train every surveyor."), (2, "Publish how long a repair takes.")] {
        let new =
            json!({ "number": number, "nature": "service_improvement", "kinds": ["training"], "words": words, "rule": "three_months" });
        let made = link.done(&format!("/desk/ombudsman-papers/{paper}/recommend"), new).await;
        asked.push(made["recommendation"].as_i64().expect("a recommendation"));
    }
    let new =
        json!({ "number": "5", "title": "Report of the Ombudsman", "public_title": "Report of the Ombudsman", "ombudsman_paper": paper });
    let made = room.council.clerk.done(&format!("/desk/meetings/{}/add-item", room.meeting), new).await;
    let item = made["item"].as_i64().expect("an item");

    // Nobody considered it yet: the draft says so, and a reply is refused.
    let draft = async |room: &TheRoom| room.council.page(&format!("/desk/cases/{case}/reply")).await[0].clone();
    let fields = |draft: &Value| draft["missing"].as_array().expect("a list").iter().map(|w| w["field"].clone()).collect::<Vec<_>>();
    assert_eq!(fields(&draft(&room).await), [json!("meetings"), json!("answers"), json!("answers")]);
    let reply = async |link: &Officer, day: &str| {
        let letter = [("from", "council"), ("kind", "reply"), ("dated", day), ("received", day), ("summary", "What the council does")];
        link.upload(&format!("/desk/cases/{case}/log-letter"), &letter, "reply.txt", b"A reply.").await.status
    };
    assert_eq!(reply(&link, "2025-02-26").await, 422);

    // The Cabinet meets: three of seven are there. It answers one of two recommendations.
    room.begin(&[0, 1, 2]).await;
    room.take("call", json!({ "item": "5" })).await;
    room.take("close", json!({})).await;
    let answer = |one: i64| json!({ "recommendations": [one], "answer": "accepted" });
    room.council.clerk.done(&format!("/desk/items/{item}/answers"), answer(asked[0])).await;
    let decision = json!({ "text": "RESOLVED\n(a) That the report be accepted.\n(b) That the Director of Homes train every surveyor.",
        "reasons": "The faults are found and the remedies are fair.", "options_rejected": "None", "interests": "None", "key": "no" });
    room.council.clerk.done(&format!("/desk/items/{item}/decision"), decision).await;
    let half = draft(&room).await;
    assert_eq!(fields(&half), [json!("answers")], "{half}");
    assert!(half["missing"][0]["message"].as_str().is_some_and(|m| m.contains("24 900 091/2")), "{half}");
    assert_eq!(reply(&link, "2025-02-26").await, 422, "what was decided of the second is not on record");
    assert_eq!(room.council.duty(paper, DUTY).await["state"], "running", "section 31(2) is not met");

    // The second answer, and the action that a clause becomes.
    room.council.clerk.done(&format!("/desk/items/{item}/answers"), answer(asked[1])).await;
    let action =
        json!({ "origin": "clause", "clause": "(b)", "words": "Train every surveyor.", "owner": "Director of Homes", "due": "2025-09-30" });
    room.council.clerk.done(&format!("/desk/items/{item}/actions"), action).await;
    let whole = draft(&room).await;
    assert_eq!((fields(&whole), &whole["barred"]), (Vec::new(), &Value::Null), "{whole}");
    let page = room.council.clerk.get(&format!("/desk/cases/{case}/reply")).await.body;
    for said in [
        "Cabinet, 26 February 2025, item 5. Present: Councillor 01 Sample, Councillor 02 Sample, Councillor 03 Sample.",
        "That the report be accepted",
        "24 900 091/1: Train every surveyor. Accepted, by Cabinet on 26 February 2025",
        "24 900 091/2: Publish how long a repair takes. Accepted, by Cabinet on 26 February 2025",
        "Director of Homes: Train every surveyor, by 30 September 2025",
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
    assert!(!page.contains("Councillor 04 Sample"), "who was not there is not in it");

    // The executive's report under section 5A(8) begins with the same facts.
    let (report, _) = signed_report(&room.council, case).await;
    let answer = format!("/desk/monitoring-reports/{report}/answer");
    let given = room.council.clerk.get(&format!("{answer}.json")).await.json()["given"].clone();
    assert_eq!(given["proposed"][0], "Train every surveyor (Director of Homes): 30 September 2025");
    assert_eq!(given["reasons"][0], "The faults are found and the remedies are fair.");
    let written = json!({ "taken": "None", "proposed": given["proposed"][0], "reasons": given["reasons"][0] });
    room.council.clerk.done(&answer, written).await;
    let told = room.council.page(&format!("/desk/monitoring-reports/{report}")).await["response_document"].to_string();
    for said in ["Who considered it", "Cabinet, 26 February 2025, item 5. Present: Councillor 01 Sample", "by 30 September 2025"] {
        assert!(told.contains(said), "{said}: {told}");
    }

    // Now the reply goes, and that meets the duty.
    room.council.day(date(2025, 3, 10)).await;
    assert_eq!(reply(&room.council.link.clone(), "2025-03-10").await, 303);
    let met = room.council.duty(paper, DUTY).await;
    assert!(met["stands"].as_str().is_some_and(|words| words.starts_with("Met on 10 March 2025")), "{met}");
}
