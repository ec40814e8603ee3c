//! A fault comes back for the third time. On one part of the case's page stand the lead case with its repeats, what was promised
//! then, and whether anything shows that it was done; in public too, once every case of the chain is public.

use jiff::civil::date;
use redress::ombudsman::axes::Submission;
use redress::ombudsman::history::Entry;
use redress::reader::Role;
use redress_site::clock::Clock;
use redress_store::desk::journal::Act;
use serde_json::{Value, json};

use super::officer::Officer;
use super::publish_a_case::publish;
use super::world::World;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_lead_case_stands_with_its_repeats_what_was_promised_and_what_shows_it() {
    let world = World::new().await;
    world.done(&["init", "Thornmere Borough Council"]);
    let clock = Clock::on(date(2024, 6, 20));
    let site = world.serve_desk(&clock).await;
    let act = Act { who: "Imogen Farrier", at: clock.now().timestamp() };
    let link = Officer::new(&site, &act, "link", "Imogen Farrier", Role::LinkOfficer).await;
    let clerk = Officer::new(&site, &act, "clerk", "Tobias Wren", Role::DemocraticServices).await;
    let director = Officer::new(&site, &act, "director", "Marguerite Pell", Role::ServiceDirector).await;
    let register = async |reference: &str, dated: &str, changes: Value| {
        let mut new = json!({ "reference": reference, "kind": "statement", "dated": dated, "received": dated, "subject": "Damp",
            "services": "Housing repairs", "embargo": "none", "found": "upheld", "complainant": "Mr X" });
        for (name, value) in changes.as_object().expect("fields") {
            new[name] = value.clone();
        }
        let made = link.done("/desk/cases/register", new).await;
        (made["ombudsman_paper"].as_i64().expect("a paper"), made["cases"][0].as_i64().expect("a case"))
    };
    let promise = async |paper: i64, number: u32, words: &str| {
        let new =
            json!({ "number": number, "nature": "service_improvement", "kinds": ["training"], "words": words, "rule": "three_months" });
        link.done(&format!("/desk/ombudsman-papers/{paper}/recommend"), new).await["recommendation"].as_i64().expect("a recommendation")
    };

    // 2021: two promises, one with evidence that satisfied the Ombudsman. 2022: a promise and no evidence. 2024: again.
    let (lead_paper, lead) = register("21 900 041", "2021-05-10", json!({})).await;
    let shown = promise(lead_paper, 1, "Train surveyors to find rising damp.").await;
    promise(lead_paper, 2, "Publish how long a repair takes.").await;
    let mut kept = site.desk().recommendation(shown).await.expect("a store").expect("a recommendation");
    let bundle = redress_store::chain::sha256(b"the list of those trained");
    kept.tracked.send_evidence(Entry::new(act.who, date(2021, 8, 2), Submission { bundle, channel: "portal".into() })).expect("sent");
    assert!(site.desk().change_recommendation(&kept, "send_evidence", &json!({}), &act).await.expect("a store"));
    let chosen = shown.to_string();
    let letter = [
        ("from", "ombudsman"),
        ("kind", "outcome"),
        ("dated", "2021-08-20"),
        ("received", "2021-08-20"),
        ("summary", "The training satisfies"),
        ("outcome", "complete_and_satisfied"),
        ("recommendations", chosen.as_str()),
    ];
    let came = link.upload(&format!("/desk/cases/{lead}/log-letter"), &letter, "letter.txt", b"A letter.").await;
    assert_eq!(came.status, 303, "{}", came.body);
    let (again_paper, again) = register("22 900 051", "2022-09-05", json!({ "subject": "Mould in a bathroom" })).await;
    promise(again_paper, 1, "Look at every ground floor each winter.").await;
    let (_, third) = register("23 900 091", "2024-03-11", json!({})).await;
    register("22 900 060", "2022-10-03", json!({ "found": "not_upheld" })).await;
    register("22 900 061", "2022-10-04", json!({ "services": "Planning" })).await;

    // The same service and the same subject make a repeat; no fault, or another service, makes none.
    let family = async |case: i64| director.get(&format!("/desk/cases/{case}.json")).await.json()["same_fault"].clone();
    let keys = |all: &Value| all.as_array().expect("cases").iter().map(|c| c["key"].clone()).collect::<Vec<_>>();
    assert_eq!(keys(&family(third).await), [json!("21 900 041"), json!("23 900 091")]);
    assert_eq!(family(again).await, json!([]), "another subject, and no link yet");
    // The record says that the third case follows the second.
    let follows = json!({ "earlier": "22 900 051", "relation": "same_matter" });
    link.done(&format!("/desk/cases/{third}/link"), follows).await;
    let follows = json!({ "earlier": "21 900 041", "relation": "remedy_not_carried_out" });
    link.done(&format!("/desk/cases/{again}/link"), follows).await;
    let all = family(third).await;
    assert_eq!(keys(&all), [json!("21 900 041"), json!("22 900 051"), json!("23 900 091")]);
    assert_eq!((&all[0]["lead"], &all[2]["own"], &all[1]["because"]["because"]), (&json!(true), &json!(true), &json!("linked")));
    let evidence = |case: usize, promise: usize| all[case]["promised"][promise]["evidence"].clone();
    assert_eq!(evidence(0, 0), json!({ "evidence": "satisfied", "on": "2021-08-02" }));
    assert_eq!([evidence(0, 1), evidence(1, 0)], [json!({ "evidence": "nothing" }), json!({ "evidence": "nothing" })]);
    let html = director.get(&format!("/desk/cases/{third}")).await.body;
    for said in [
        "Same fault again",
        "Lead case",
        "Train surveyors to find rising damp.",
        "Evidence of 2 August 2021 satisfied the Ombudsman",
        "Look at every ground floor each winter.",
        "No evidence that it was done",
        "The same matter came to the Ombudsman again",
    ] {
        assert!(html.contains(said), "{said}: {html}");
    }

    // In public the part stands once every case of the chain is public, and goes with one of them.
    let page = "/ombudsman/cases/23-900-091";
    for case in [lead, again, third] {
        let came = publish(&clerk, case, "The findings are public").await;
        assert_eq!(came.status, 200, "{}", came.body);
    }
    let public = site.json(&format!("{page}.json")).await["same_fault"].clone();
    let references: Vec<_> = public.as_array().expect("cases").iter().map(|c| c["reference"].clone()).collect();
    assert_eq!(references, [json!("21 900 041"), json!("22 900 051"), json!("23 900 091")]);
    assert_eq!((&public[0]["promised"][0]["evidence"], &public[1]["promised"][0]["evidence"]), (&json!("satisfied"), &json!("nothing")));
    let words = site.words(page).await;
    for said in ["Same fault again", "Lead case", "Evidence of 2 August 2021 satisfied the Ombudsman", "No evidence that it was done"] {
        assert!(words.contains(said), "{said}: {words}");
    }
    let why =
        json!({ "kind": "case", "key": "22-900-051", "class": "published in error", "reason": "The Ombudsman has not published it." });
    clerk.done("/desk/withdraw", why).await;
    assert!(!site.words(page).await.contains("Same fault again"), "one of them is not public any more");
    assert!(director.get(&format!("/desk/cases/{third}")).await.body.contains("Same fault again"));

    // A case that comes in confidence is as if it were not there for those outside.
    let confidence = json!({ "kind": "report", "embargo": "event" });
    register("24 900 001", "2024-06-17", confidence).await;
    assert_eq!(keys(&family(third).await).len(), 3);
    let inside = link.get(&format!("/desk/cases/{third}.json")).await.json()["same_fault"].clone();
    assert_eq!(keys(&inside).len(), 4, "who reads it sees it: {inside}");
}
