//! A decision names two bodies and the minutes name one: the minutes wait for a note that says which text governs, and the public
//! reads both texts with the note.

use jiff::civil::date;
use redress::resolution::Clause;
use redress::restriction::Paragraph;
use redress::workspace::{Entry, Event, Log, Quorum};
use redress_store::desk::journal::Act;
use serde_json::json;

use crate::decide_and_call_in::{cabinet, decision};
use crate::members_told::Council;

const MINUTE: &str = "The Leader presented the report.\n\nRESOLVED\n\n(a) That the report be accepted.\n\n(b) That progress be reported to the Improvement Board.";

#[tokio::test]
async fn decision_d_names_two_bodies_and_the_minutes_one() {
    let mut council = Council::on(date(2019, 10, 1), "nobody@").await;
    for name in ["People Scrutiny Committee", "Improvement Board"] {
        council.clerk.done("/desk/bodies/add", json!({ "name": name })).await;
    }
    let (meeting, item) = cabinet(&council, "A care leaver's support").await;
    let mut decided = decision();
    decided["text"] = json!(
        "RESOLVED\n(a) That the report be accepted.\n(b) That progress be reported to the People Scrutiny Committee and the Improvement Board."
    );
    decided["tasks"] = json!("(b); Improvement Board; hear of progress\n(b); People Scrutiny Committee; hear of progress");
    let id = council.clerk.done(&format!("/desk/items/{item}/decision"), decided).await["decision"].as_i64().expect("a number");
    let page = council.page(&format!("/desk/decisions/{id}")).await;
    assert_eq!(page["texts_differ"], serde_json::Value::Null, "there is one text so far");
    let none = council
        .clerk
        .post(&format!("/desk/decisions/{id}/texts-differ"), &json!({ "governs": "published", "why": "There is no other." }))
        .await;
    assert_eq!(none.status, 422, "{}", none.body);
    council.day(date(2019, 10, 3)).await;
    let came = council.clerk.publish(meeting, &[], "Decisions published").await;
    assert_eq!(came.status, 200, "{}", came.body);

    council.day(date(2019, 10, 8)).await;
    council.clerk.done(&format!("/desk/items/{item}/minute"), json!({ "public_words": MINUTE })).await;
    let page = council.page(&format!("/desk/decisions/{id}")).await;
    let told = page["texts_differ"].as_str().expect("they differ").to_string();
    assert!(told.contains("clause (b)") && told.contains("People Scrutiny Committee is named only as published"), "{told}");
    let held = council.clerk.publish(meeting, &[], "Minutes published").await;
    assert!(held.status == 422 && held.body.contains("Texts differ, first in clause (b)"), "{}", held.body);

    let to = format!("/desk/decisions/{id}/texts-differ");
    for (wrong, field) in [
        (json!({ "governs": "published", "why": "Right." }), "why"),
        (json!({ "governs": "resolved", "why": "It was taken down so at the meeting." }), "governs"),
    ] {
        let came = council.clerk.post(&to, &wrong).await;
        assert!(came.status == 422 && came.json()["problems"][0]["field"] == field, "{}", came.body);
    }
    council
        .clerk
        .done(&to, json!({ "governs": "published", "why": "The decision was read out at the meeting; the minute left a body out." }))
        .await;
    let came = council.clerk.publish(meeting, &[], "Minutes published").await;
    assert_eq!(came.status, 200, "{}", came.body);
    let number = council.site.json("/decisions.json").await["entries"][0]["key"].as_str().expect("a number").to_string();
    let words = council.site.words(&format!("/decisions/{number}")).await;
    for said in [
        "Texts of this decision differ",
        "the text as published governs",
        "the minute left a body out",
        "These clauses do not have the same words: (b)",
        "Clause (b): People Scrutiny Committee, hear of progress",
        "Clause (b): Improvement Board, hear of progress",
    ] {
        assert!(words.contains(said), "{said}: {words}");
    }
}

#[tokio::test]
async fn what_was_resolved_in_private_is_shown_to_those_who_read_it() {
    let council = Council::on(date(2019, 10, 1), "nobody@").await;
    let (meeting, item) = cabinet(&council, "A lease").await;
    let mut log = Log::default();
    let clauses = vec![Clause { label: Some("(a)".into()), text: "That the baker be let off".into(), children: vec![] }];
    for what in [
        Event::Arrived { member: 1 },
        Event::Arrived { member: 2 },
        Event::Presided { member: 1 },
        Event::Opened,
        Event::Called { item: "7".into() },
        Event::Excluded { item: "7".into(), paragraphs: [Paragraph::Business].into(), mover: 1, seconder: Some(2) },
        Event::Resolved { item: "7".into(), clauses },
        Event::Closed,
    ] {
        log.append(council.clerk.account, "Tobias Wren", date(2019, 10, 1).at(18, 0, 0, 0), what);
    }
    let act = Act { who: "Tobias Wren", at: council.clock.now().timestamp() };
    let entries: Vec<Entry> = log.into();
    council.site.desk().take_down(meeting, &entries, Quorum(2), &act).await.expect("a store").expect("taken down");
    let id = council.clerk.done(&format!("/desk/items/{item}/decision"), decision()).await["decision"].as_i64().expect("a number");
    for address in [format!("/desk/decisions/{id}.json"), format!("/desk/decisions/{id}"), format!("/desk/decisions/{id}/texts-differ")] {
        assert!(!council.link.get(&address).await.body.contains("baker"), "{address}");
    }
    assert!(council.clerk.get(&format!("/desk/decisions/{id}.json")).await.body.contains("the baker be let off"));
}
