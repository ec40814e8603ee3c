//! An investigator of the Ombudsman's asks how a report was considered: the agenda item, the report, what was decided and the
//! reply, all with their days, on the public page of the case; and what was promised before, on the desk's page.

use jiff::civil::date;
use redress::reader::Role;
use redress_site::clock::Clock;
use redress_store::desk::journal::Act;
use serde_json::{Value, json};

use super::officer::Officer;
use super::publish_a_case::publish;
use super::world::World;

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
