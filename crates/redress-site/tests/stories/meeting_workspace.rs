//! A meeting of fourteen items is taken down from the first apology to the end, by one clerk and by two, and what cannot be is
//! refused in words.

use jiff::civil::date;
use redress::resolution::Clause;
use redress::workspace::{Entry, Event, Log, Quorum};
use redress_store::desk::journal::Act;
use redress_store::desk::work::meeting::PlannedMeeting;
use redress_store::desk::work::meeting_event::MeetingEvent;
use serde_json::{Value, json};

use super::the_room::TheRoom;

fn texts(page: &Value, item: &str, part: &str) -> Vec<String> {
    let all = page["record"]["texts"][item].as_array().cloned().unwrap_or_default();
    let of_part = all.into_iter().find(|t| t["part"] == part).unwrap_or_default();
    of_part["stand"].as_array().into_iter().flatten().filter_map(|v| v["words"].as_str().map(String::from)).collect()
}

#[tokio::test]
async fn a_meeting_of_fourteen_items_is_taken_down_whole() {
    let room = TheRoom::with_items(14).await;
    room.take("attend", json!({ "what": "apologies", "members": room.chosen(&[6]), "substitute": room.one(7) })).await;
    room.begin(&[0, 1, 2, 3]).await;
    room.take("attend", json!({ "what": "arrived", "members": room.chosen(&[7]) })).await;
    for item in 1..=14 {
        room.take("call", json!({ "item": item.to_string() })).await;
        match item {
            2 => room.take("attend", json!({ "what": "arrived", "members": room.chosen(&[4, 5]) })).await,
            7 => {
                moved_amended_and_voted(&room).await;
                continue;
            }
            9 => {
                heard_in_private(&room).await;
                continue;
            }
            11 => room.take("adjourn", json!({ "to": "5 March 2025", "why": "The fire alarm went" })).await,
            _ => {
                room.take(
                    "write",
                    json!({ "items": [item.to_string()], "part": "discussion", "words": "The report was noted.", "seen": "none" }),
                )
                .await
            }
        };
        if item == 11 {
            let (_, said) = room.refused("call", json!({ "item": "12" })).await;
            assert!(said.contains("adjourned"), "{said}");
            room.take("resume", json!({})).await;
        }
    }
    room.take("close", json!({})).await;
    let page = room.page().await;
    let record = &page["record"];
    assert_eq!(record["step"], "ended");
    assert_eq!(record["order"].as_array().map(Vec::len), Some(14));
    assert_eq!(record["adjournments"][0][1], "2025-03-05");
    assert_eq!(record["apologies"][&room.one(6)].as_i64(), Some(room.members[7]));
    assert_eq!(record["attendance"]["1"]["fewest"], 5, "four of the committee and a substitute");
    assert_eq!(record["attendance"]["2"]["movements"].as_array().map(Vec::len), Some(2), "two came in during item 2");
    assert_eq!(page["problems"], json!([]), "{}", page["problems"]);
    let words = room.council.clerk.get(&room.address()).await.body;
    for shown in ["3 make a quorum", "The meeting has ended", "Owns a transport firm", "Head of Housing is asked", "Carried", "Lost"] {
        assert!(words.contains(shown), "{shown}");
    }
}

/// Item 7: an interest, a question, a motion with two amendments of which one is lost, votes of every sort, a resolution.
async fn moved_amended_and_voted(room: &TheRoom) {
    let interest = json!({ "item": "7", "member": room.one(5), "kind": "pecuniary", "nature": "Owns a transport firm", "leaves": ["yes"] });
    room.take("interest", interest).await;
    let asked = room.take("question", json!({ "item": "7", "by": "Mr Orme", "words": "Will it cost more?" })).await;
    room.take("answer", json!({ "question": asked, "by": "The chair", "words": "No." })).await;
    let words = "1. Accept the findings.\n2. Agree the plan.";
    let motion = room.take("move", json!({ "item": "7", "words": words, "mover": room.one(0), "seconder": room.one(1) })).await;
    let amend = |before: &str, after: &str| json!({ "motion": motion, "before": before, "after": after, "mover": room.one(2) });
    let three = format!("{words}\n3. Report each quarter.");
    let first = room.take("amend", amend(words, &three)).await;
    let counted = json!({ "on": first, "taken": "counted", "for": 3, "against": 3, "casting": "for", "own_against": room.chosen(&[3]) });
    room.take("vote", counted).await;
    let second = room.take("amend", amend(&three, "Defer it.")).await;
    room.take("vote", json!({ "on": second, "taken": "named", "named_for": room.chosen(&[2]), "rest": "against" })).await;
    let (field, said) = room.refused("vote", json!({ "on": second, "taken": "unanimous" })).await;
    assert!(field == "on" && said.contains("Strike it out first"), "{said}");
    let vote =
        json!({ "on": motion, "taken": "named", "named_for": room.chosen(&[0, 1]), "named_abstained": room.chosen(&[4]), "rest": "for" });
    room.take("vote", vote).await;
    room.take("attend", json!({ "what": "arrived", "members": room.chosen(&[5]) })).await;
    let given = room.council.clerk.get(&format!("{}/resolve.json?item=7", room.address())).await.json();
    assert_eq!(given["given"]["clauses"][0], json!(three), "the carried motion is offered");
    let clauses = "a) Accept the findings\nb) Ask for\n  i) a policy\n  ii) training";
    let asked = "b) i) | Head of Housing | 1 May 2025";
    let (field, said) = room.refused("resolve", json!({ "item": "7", "clauses": clauses, "asked": asked })).await;
    assert!(field == "asked" && said.contains("no post “Head of Housing”"), "{said}");
    let act = Act { who: "story", at: room.council.clock.now().timestamp() };
    let role = redress::reader::Role::ServiceDirector;
    room.council.site.desk().make_post(&act, "Head of Housing", role, None).await.expect("a post");
    room.take("resolve", json!({ "item": "7", "clauses": clauses, "asked": asked })).await;
    let reasons = json!({ "items": ["7"], "part": "reasons", "words": "The findings are fair.", "seen": "none" });
    room.take("write", reasons).await;
    let record = room.page().await["record"].clone();
    assert_eq!(record["resolved"]["7"][0]["clauses"][1]["children"].as_array().map(Vec::len), Some(2));
    assert_eq!((&record["charges"][0]["clause"], &record["charges"][0]["by"]), (&json!("b i"), &json!("2025-05-01")));
    assert_eq!(record["motions"][0]["amendments"][0]["before"], words);
    assert_eq!(record["motions"][0]["moved"]["votes"][0]["taking"]["votes"].as_array().map(Vec::len), Some(6), "who left does not vote");
    let (_, said) = room.refused("resolve", json!({ "item": "7", "clauses": "Noted." })).await;
    assert!(said.contains("Item 7 is decided already"), "{said}");
}

/// Item 9: the public out by paragraph 3 with a vote, a private text, the public in again.
async fn heard_in_private(room: &TheRoom) {
    let who = json!({ "item": "9", "mover": room.one(0), "seconder": room.one(1), "taken": "unanimous" });
    let (field, _) = room.refused("exclude", who.clone()).await;
    assert_eq!(field, "paragraphs");
    let mut exclude = who;
    exclude["paragraphs"] = json!(["3"]);
    room.take("exclude", exclude).await;
    assert_eq!(room.page().await["record"]["private_now"], true);
    let private = json!({ "items": ["9"], "part": "private_discussion", "words": "The price is open.", "seen": "none" });
    room.take("write", private).await;
    room.take("readmit", json!({})).await;
    let record = room.page().await["record"].clone();
    assert_eq!((&record["private_now"], &record["excluded"]["9"]), (&json!(false), &json!([3])));
    assert!(record["motions"][1]["moved"]["words"].as_str().is_some_and(|w| w.contains("Schedule 12A, paragraph 3")));
}

#[tokio::test]
async fn what_cannot_be_is_refused_beside_its_field_in_names() {
    let room = TheRoom::with_items(3).await;
    let (_, said) = room.refused("call", json!({ "item": "1" })).await;
    assert!(said.contains("has not begun"), "{said}");
    room.begin(&[0, 1, 2]).await;
    room.take("call", json!({ "item": "1" })).await;
    let name = |place: usize| format!("Councillor {:02} Sample", place + 1);
    let motion = |mover: usize| json!({ "item": "1", "words": "That it be noted.", "mover": room.one(mover), "seconder": room.one(1) });
    let (field, said) = room.refused("move", motion(5)).await;
    assert_eq!(said, format!("{} is not in the room. Take down the arrival first.", name(5)));
    assert_eq!(field, "", "mover or seconder: it stands above the form");
    let on = room.take("move", motion(0)).await;
    let (field, said) = room.refused("vote", json!({ "on": on, "taken": "counted", "for": 5, "against": 0 })).await;
    assert_eq!((field.as_str(), said.contains("5, and 3 could vote")), ("for", true), "{said}");
    let (field, said) = room.refused("vote", json!({ "on": on, "taken": "named", "named_for": room.chosen(&[0, 1]) })).await;
    assert_eq!(field, "named_for");
    assert!(said.ends_with(&format!(": {}.", name(2))), "{said}");
    room.take("attend", json!({ "what": "left", "members": room.chosen(&[2]) })).await;
    let (_, said) = room.refused("vote", json!({ "on": on, "taken": "unanimous" })).await;
    assert_eq!(said, "2 are in the room, and 3 make a quorum. Nothing can be decided until more return.");
    let (field, _) = room.refused("attend", json!({ "what": "left_interest", "members": room.chosen(&[1]) })).await;
    assert_eq!(field, "", "an interest comes first");
    let (field, said) = room.refused("move", json!({ "item": "12", "words": "x", "mover": room.one(0) })).await;
    assert!(field == "item" && said.contains("choose from the list"), "{said}");
    let (field, said) = room.refused("strike", json!({ "entry": on, "why": "." })).await;
    assert_eq!((field.as_str(), said.as_str()), ("why", "Say why."));
    room.take("strike", json!({ "entry": on, "why": "Moved in another item" })).await;
    assert_eq!(room.page().await["record"]["motions"], json!([]));
    let (_, said) = room.refused("resolve", json!({ "item": "1", "clauses": "a) Accept\nb)" })).await;
    assert!(said.contains("Clause b) has no words"), "{said}");
    let page = room.council.clerk.get(&format!("{}/move", room.address())).await;
    assert!(page.body.contains("not in the room"), "who is not here is offered with that");
}

#[tokio::test]
async fn two_clerks_write_at_once_and_nothing_of_either_is_lost() {
    let room = TheRoom::with_items(2).await;
    room.begin(&[0, 1, 2]).await;
    room.take("call", json!({ "item": "1" })).await;
    let write = format!("{}/write", room.address());
    let open = room.council.clerk.get(&format!("{write}.json?item=1&part=discussion")).await.json();
    let seen = open["given"]["seen"][0].clone();
    let text = |words: &str, seen: &Value| json!({ "items": ["1", "2"], "part": "discussion", "words": words, "seen": seen });
    room.council.clerk.done(&write, text("Members asked about cost.", &seen)).await;
    room.other.done(&write, text("Members asked about time.", &seen)).await;
    let page = room.page().await;
    assert_eq!(texts(&page, "1", "discussion").len(), 2);
    assert_eq!(texts(&page, "2", "discussion").len(), 2, "one text under two items");
    let shown = room.other.get(&room.address()).await.body;
    assert!(shown.contains("D. Services wrote") || shown.contains("clerk wrote"), "who wrote which stands beside it");
    let merge = room.other.get(&format!("{write}.json?item=1&part=discussion")).await.json();
    let both = merge["given"]["words"][0].as_str().unwrap_or("").to_string();
    assert!(both.contains("about cost.") && both.contains("about time."), "{both}");
    room.other.done(&write, text("Members asked about cost and time.", &merge["given"]["seen"][0])).await;
    let page = room.page().await;
    assert_eq!(texts(&page, "1", "discussion"), ["Members asked about cost and time."]);
    assert_eq!(page["problems"], json!([]));
    assert_eq!(page["entries"].as_array().map(Vec::len), Some(12), "three came, presided, began, called; six texts are all in the log");
}

#[tokio::test]
async fn a_device_sends_what_it_kept_whole_once_and_in_the_clerks_own_name() {
    let room = TheRoom::with_items(2).await;
    room.begin(&[0, 1, 2]).await;
    let next = room.page().await["next"].as_u64().expect("a number");
    let at = "2025-02-26T11:59:00.250";
    let kept = [
        json!({ "number": next, "at": at, "event": "called", "item": "1" }),
        json!({ "number": next + 1, "at": at, "event": "asked", "item": "1", "by": "Mr Orme", "words": "Why?" }),
        json!({ "number": next + 2, "at": at, "event": "resolved", "item": "1", "lines": "a) Noted\nb) Agreed" }),
        json!({ "number": next + 3, "at": at, "event": "adjourned", "to": "5 March 2025", "why": "The alarm went" }),
    ];
    for _ in 0..3 {
        let came = room.device(&room.council.clerk, &kept).await;
        assert_eq!((came.status, came.json()["made"]["acknowledged"].as_array().map(Vec::len)), (200, Some(4)), "{}", came.body);
    }
    let page = room.page().await;
    assert_eq!(page["entries"].as_array().map(Vec::len), Some(9));
    assert_eq!(page["record"]["resolved"]["1"][0]["clauses"].as_array().map(Vec::len), Some(2));
    assert_eq!(page["record"]["adjournments"][0][1], "2025-03-05");
    // Other words under a number that is taken: none of it is put in.
    let mut other = kept[1].clone();
    other["words"] = json!("Why not?");
    let fresh = json!({ "number": next + 9, "at": at, "event": "resumed" });
    let came = room.device(&room.council.clerk, &[fresh, other]).await;
    assert_eq!((came.status, came.json()["problems"][0]["value"].as_str()), (422, Some("taken")), "{}", came.body);
    assert_eq!(room.page().await["entries"].as_array().map(Vec::len), Some(9));
    // The second clerk has numbers of their own.
    let came = room.device(&room.other, &[json!({ "number": 1, "at": at, "event": "resumed" })]).await;
    assert_eq!(came.status, 200, "{}", came.body);
    assert_eq!(came.json()["made"]["acknowledged"][0]["clerk"].as_i64(), Some(room.other.account));
    for (bad, says) in [
        (json!({ "number": 50, "at": at, "event": "danced" }), "cannot be read"),
        (json!({ "number": 0, "at": at, "event": "resumed" }), "numbers begin with 1"),
        (json!({ "number": 50, "at": "2025-03-26T11:59:00", "event": "resumed" }), "still to come"),
        (json!({ "number": 50, "at": at, "event": "called", "item": "99" }), "no item 99"),
        (json!({ "number": 50, "at": at, "event": "arrived", "member": 4000 }), "no member with the number 4000"),
    ] {
        let came = room.device(&room.council.clerk, std::slice::from_ref(&bad)).await;
        assert!(came.status == 422 && came.body.contains(says), "{bad}: {}", came.body);
    }
    let journal = room.council.site.desk().journal_after(0, 10_000).await.expect("a journal");
    let taken: Vec<_> = journal.iter().filter(|e| e.act == "take_down").collect();
    assert!(taken.iter().all(|e| e.body.contains("sha256") && !e.body.contains("Orme")), "numbers and a hash, no words");
}

#[tokio::test]
async fn nothing_is_taken_down_of_a_meeting_that_is_not_yet_or_never_held() {
    let room = TheRoom::with_items(1).await;
    let desk = room.council.site.desk();
    let act = Act { who: "story", at: room.council.clock.now().timestamp() };
    let plan = desk.planned_meeting(room.meeting).await.expect("a store").expect("a meeting");
    let plan = PlannedMeeting { on_date: "2025-03-26".into(), ..plan };
    let later = desk.plan_meeting(&plan, &act).await.expect("a store").expect("a meeting");
    let came = room.council.clerk.post(&format!("/desk/meetings/{later}/workspace/open"), &json!({})).await;
    assert!(came.status == 422 && came.body.contains("from the day before"), "{}", came.body);
    let off = MeetingEvent {
        planned_meeting_id: room.meeting,
        what: "cancelled".into(),
        on_date: "2025-02-26".into(),
        why: "Snow".into(),
        ..Default::default()
    };
    desk.meeting_happened(&off, &act).await.expect("cancelled");
    let (_, said) = room.refused("open", json!({})).await;
    assert!(said.contains("was cancelled"), "{said}");
    let page = room.council.clerk.get(&room.address()).await.body;
    assert!(page.contains("was cancelled") && !page.contains("data-kind"), "no form is offered");
}

#[tokio::test]
async fn a_report_under_an_embargo_and_whom_it_criticises_are_kept_from_a_clerk_outside_it() {
    let room = TheRoom::with_items(1).await;
    let council = &room.council;
    let new = json!({ "reference": "24 001 002", "kind": "report", "dated": "2025-02-01", "received": "2025-02-03", "subject": "Home to school transport", "embargo": "event", "complainant": "Mrs X" });
    let paper = council.link.done("/desk/cases/register", new).await["ombudsman_paper"].as_i64().expect("a paper");
    let item = json!({ "number": "2", "title": "Home to school transport", "public_title": "A report", "ombudsman_paper": paper });
    council.clerk.done(&format!("/desk/meetings/{}/add-item", room.meeting), item).await;
    room.begin(&[0, 1, 2]).await;
    room.take("call", json!({ "item": "2" })).await;
    let (field, said) = room.refused("move", json!({ "item": "2", "words": "Accept it.", "mover": room.one(0) })).await;
    assert!(field == "item" && said.contains("outside the embargo"), "{said}");
    let page = council.clerk.get(&room.address()).await.body;
    assert!(!page.contains("school transport") && page.contains("under an embargo that you are outside of"), "{page}");
}

#[tokio::test]
async fn what_was_said_under_an_embargoed_item_stays_closed_when_the_item_is_gone() {
    let room = TheRoom::with_items(2).await;
    let council = &room.council;
    let new = json!({ "reference": "24 001 002", "kind": "report", "dated": "2025-02-01", "received": "2025-02-03", "subject": "Home to school transport", "embargo": "event", "complainant": "Mrs X" });
    let paper = council.link.done("/desk/cases/register", new).await["ombudsman_paper"].as_i64().expect("a paper");
    let item = json!({ "number": "3", "title": "Home to school transport", "public_title": "A report", "ombudsman_paper": paper });
    let item = council.clerk.done(&format!("/desk/meetings/{}/add-item", room.meeting), item).await["item"].as_i64().expect("an item");
    room.begin(&[0, 1, 2]).await;
    // Somebody inside the embargo takes it down.
    let desk = council.site.desk();
    let act = Act { who: "inside", at: council.clock.now().timestamp() };
    let mut log = Log::default();
    let at = date(2025, 2, 26).at(12, 0, 0, 0);
    let mut add = |what| log.append(council.link.account, "inside", at, what);
    let words = "The Quillfeather report is upheld.";
    let motion = add(Event::Moved { item: "3".into(), words: words.into(), mover: room.members[0], seconder: None });
    add(Event::Amended { motion, before: words.into(), after: format!("{words} Twice."), mover: room.members[1], seconder: None });
    add(Event::Asked { item: "3".into(), by: "Mr Orme".into(), words: "Who is Quillfeather?".into() });
    for label in ["one", "two"] {
        let clause = Clause { text: label.into(), ..Clause::default() };
        add(Event::Resolved { item: "3".into(), clauses: vec![clause] });
    }
    let entries: Vec<Entry> = log.into();
    desk.take_down(room.meeting, &entries, Quorum(3), &act).await.expect("a store").expect("taken down");
    let closed = async |when: &str| {
        let page = room.page().await;
        assert_eq!(page["problems"], json!([]), "{when}: two resolutions are of an item that the clerk may not read");
        assert_eq!(page["withheld"].as_array().map(Vec::len), Some(5), "{when}");
        for at in ["", "/strike", "/vote", "/answer", "/amend"] {
            let shown = council.clerk.get(&format!("{}{at}", room.address())).await.body;
            assert!(!shown.contains("Quillfeather"), "{when}: {at}");
        }
    };
    closed("on the agenda").await;
    let plan = desk.planned_meeting(room.meeting).await.expect("a store").expect("a meeting");
    let plan = PlannedMeeting { on_date: "2025-03-26".into(), ..plan };
    let later = desk.plan_meeting(&plan, &act).await.expect("a store").expect("a meeting");
    desk.carry_items(later, &[item], &act).await.expect("carried");
    closed("on another agenda").await;
}

#[tokio::test]
async fn numbers_stay_once_something_was_taken_down() {
    let room = TheRoom::with_items(3).await;
    let council = &room.council;
    let at = |what: &str| format!("/desk/meetings/{}/{what}", room.meeting);
    let numbers = async || {
        let agenda = council.site.desk().agenda(room.meeting).await.expect("an agenda");
        agenda.items.into_iter().map(|(_, i)| format!("{} {}", i.number, i.title)).collect::<Vec<_>>()
    };
    room.begin(&[0, 1, 2]).await;
    room.take("call", json!({ "item": "1" })).await;
    let before = numbers().await;
    let agenda = council.page(&at("agenda")).await;
    let agenda = &agenda["seen"];
    let items = council.site.desk().planned_items(room.meeting).await.expect("items");
    let first = items.first().expect("an item").id;
    let later = PlannedMeeting {
        on_date: "2025-03-26".into(),
        ..council.site.desk().planned_meeting(room.meeting).await.expect("a store").expect("a meeting")
    };
    let act = Act { who: "story", at: council.clock.now().timestamp() };
    let later = council.site.desk().plan_meeting(&later, &act).await.expect("a store").expect("a meeting");
    for (address, form) in [
        (at("order"), json!({ "item": first.to_string(), "to": 3, "seen": agenda })),
        (format!("/desk/items/{first}/take-off"), json!({ "why": "The survey is not finished" })),
        (format!("/desk/items/{first}/put-off"), json!({ "meeting": later.to_string(), "why": "The survey is not finished" })),
    ] {
        let came = council.clerk.post(&address, &form).await;
        assert!(came.status == 422 && came.body.contains("goes by the numbers"), "{address}: {}", came.body);
    }
    let opening = json!({ "title": "Apologies", "place": "opening" });
    council.clerk.done(&at("add-item"), opening).await;
    let mut expected = before.clone();
    expected.push("4 Apologies".into());
    assert_eq!(numbers().await, expected, "it goes to the end, and no number changes");
}

/// The start of SC-08: a motion with the published resolutions 1 and 2, an amendment that adds 3, carried by all without figures.
#[tokio::test]
async fn sc_08_an_amendment_adds_a_resolution_to_the_published_ones() {
    let room = TheRoom::with_items(1).await;
    room.begin(&[0, 1, 2, 3, 4, 5, 6]).await;
    room.take("call", json!({ "item": "1" })).await;
    let published = "1. That the findings be accepted.\n2. That the action plan be agreed.";
    let amended = format!("{published}\n3. That progress come to each meeting.");
    let motion = room.take("move", json!({ "item": "1", "words": published, "mover": room.one(0), "seconder": room.one(1) })).await;
    let shown = room.council.clerk.get(&format!("{}/amend?motion={motion}", room.address())).await.body;
    assert!(shown.contains("The motion now reads") && shown.contains("action plan be agreed"), "the words before are shown");
    let (_, said) =
        room.refused("amend", json!({ "motion": motion, "before": "Other words", "after": amended, "mover": room.one(2) })).await;
    assert!(said.contains("The motion now reads"), "{said}");
    let amend = json!({ "motion": motion, "before": published, "after": amended, "mover": room.one(2), "seconder": room.one(3) });
    let amendment = room.take("amend", amend).await;
    let (field, said) = room.refused("vote", json!({ "on": motion, "taken": "unanimous" })).await;
    assert!(field == "on" && said.contains("amendment is still to be voted on"), "{said}");
    room.take("vote", json!({ "on": amendment, "taken": "unanimous" })).await;
    room.take("vote", json!({ "on": motion, "taken": "unanimous" })).await;
    room.take("resolve", json!({ "item": "1", "clauses": amended })).await;
    let page = room.page().await;
    let motion = &page["record"]["motions"][0];
    assert_eq!(motion["moved"]["words"], published);
    assert_eq!(motion["amendments"][0]["words"], json!(amended));
    assert_eq!(motion["moved"]["votes"][0]["taking"]["taken"], "unanimous");
    assert_eq!(page["record"]["resolved"]["1"][0]["clauses"].as_array().map(Vec::len), Some(3));
    let words = room.council.clerk.get(&room.address()).await.body;
    assert!(words.contains("carried, unanimous") && !words.contains("7 for"), "no figures are made up");
}
