//! A Cabinet meets on a Wednesday. On the same day its clerk has draft minutes and the notice of the decision, both made of
//! what was taken down in the room: reasons and options are asked for, the recorded vote equals its tally, and call-in runs
//! from the day of publication.

use jiff::civil::{Date, date};
use redress::calendar::Calendar;
use serde_json::{Value, json};

use crate::officer::Came;
use crate::the_room::TheRoom;

const MET: Date = date(2025, 2, 26);
const REASONS: &str = "The faults are found and the remedies are fair.";

/// The Cabinet decides its one item: four are there, two vote for, one against, one abstains. Nobody wrote any option down.
async fn met() -> TheRoom {
    let room = TheRoom::of("Cabinet", 1).await;
    // The agenda went out in time.
    room.council.clock.set(date(2025, 2, 18));
    let came = room.council.clerk.publish(room.meeting, &[], "Agenda").await;
    assert_eq!(came.status, 200, "{}", came.body);
    room.council.clock.set(MET);
    room.begin(&[0, 1, 2, 3]).await;
    room.take("call", json!({ "item": "1" })).await;
    room.take("write", json!({ "items": ["1"], "part": "discussion", "words": "Members asked about the cost.", "seen": "none" })).await;
    let words = "a) That the report be accepted.\nb) That the Cabinet be told in June.";
    let motion = room.take("move", json!({ "item": "1", "words": words, "mover": room.one(0), "seconder": room.one(1) })).await;

    // Who is there votes, each by name: a vote that leaves somebody out is not taken down.
    let mut vote = json!({ "on": motion, "taken": "named", "named_for": room.chosen(&[0, 1]), "named_against": room.chosen(&[2]) });
    let (field, said) = room.refused("vote", vote.clone()).await;
    assert!(field == "named_for" && said.contains("Councillor 04 Sample"), "{field}: {said}");
    vote["named_abstained"] = json!(room.chosen(&[3]));
    room.take("vote", vote).await;
    room.take("resolve", json!({ "item": "1", "clauses": words })).await;
    room.take("write", json!({ "items": ["1"], "part": "reasons", "words": REASONS, "seen": "none" })).await;
    room.take("close", json!({})).await;
    room
}

/// The form of the decision as the clerk opens it, with what was taken down in it.
async fn form(room: &TheRoom) -> Value {
    let came = room.council.clerk.get(&format!("/desk/items/{}/decision.json", room.items[0])).await.json();
    let given = &came["given"];
    let mut form = json!({ "key": "no", "result": "approved" });
    for field in ["text", "reasons", "options_rejected", "interests", "votes_for", "votes_against", "abstained"] {
        if let Some(value) = given[field].get(0) {
            form[field] = value.clone();
        }
    }
    for field in ["voted", "named_for", "named_against", "named_abstained"] {
        form[field] = given[field].clone();
    }
    form
}

/// Sends the form with one field changed.
async fn with(room: &TheRoom, form: &Value, field: &str, value: Value) -> Came {
    let mut form = form.clone();
    form[field] = value;
    room.council.clerk.post(&format!("/desk/items/{}/decision", room.items[0]), &form).await
}

/// It is refused beside one field.
fn refused(came: &Came, field: &str, said: &str) {
    assert_eq!(came.status, 422, "{field}: {}", came.body);
    let problem = came.json()["problems"][0].clone();
    assert!(problem["field"] == field && problem["message"].as_str().is_some_and(|m| m.contains(said)), "{field}: {problem}");
}

/// Records the decision; gives the number of its record.
async fn recorded(room: &TheRoom) -> i64 {
    let came = with(room, &form(room).await, "options_rejected", json!("None")).await;
    assert_eq!(came.status, 200, "{}", came.body);
    came.json()["made"]["decision"].as_i64().expect("a number")
}

/// Draft minutes, read by who was in the chair.
async fn drafted(room: &TheRoom) {
    let minutes = format!("/desk/meetings/{}/minutes", room.meeting);
    room.council.clerk.done(&format!("{minutes}/build"), json!({})).await;
    let read = json!({ "chair": "Councillor 01 Sample", "result": "nothing" });
    room.council.clerk.done(&format!("{minutes}/chair-check"), read).await;
}

/// Puts out the notice of the decision.
async fn noticed(room: &TheRoom) {
    let came = room.council.clerk.publish(room.meeting, &[], "Notice of decisions").await;
    assert_eq!(came.status, 200, "{}", came.body);
}

/// Puts out the minutes that are drafted.
async fn minuted(room: &TheRoom) {
    let to = format!("/desk/meetings/{}/minutes/publish", room.meeting);
    let form = room.council.clerk.get(&format!("{to}.json")).await.json();
    let body = json!({ "reason": form["given"]["reason"][0], "previewed": form["given"]["previewed"][0], "read": "yes" });
    room.council.clerk.done(&to, body).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn draft_minutes_and_the_notice_of_the_decision_are_out_on_the_day_of_the_meeting() {
    let room = met().await;

    // The form has what was taken down, and asks for what nobody took down.
    let form = form(&room).await;
    assert!(form["text"].as_str().is_some_and(|t| t.contains("That the report be accepted")), "{form}");
    assert_eq!((&form["reasons"], &form["options_rejected"]), (&json!(REASONS), &Value::Null));
    assert_eq!(form["named_for"], json!(["Councillor 01 Sample", "Councillor 02 Sample"]));
    refused(&with(&room, &form, "key", json!("no")).await, "options_rejected", "SI 2012/2089, regulation 12");
    let mut whole = form.clone();
    whole["options_rejected"] = json!("None");
    refused(&with(&room, &whole, "reasons", json!("")).await, "reasons", "SI 2012/2089, regulation 12");

    // A recorded vote equals its tally.
    refused(&with(&room, &whole, "votes_for", json!(3)).await, "votes_for", "2 are named for, and the figure is 3");
    refused(&with(&room, &whole, "abstained", json!(0)).await, "abstained", "A recorded vote equals its tally");
    refused(&with(&room, &whole, "named_against", json!(["Councillor 01 Sample"])).await, "named_for", "is named on two sides");

    let decision = recorded(&room).await;
    drafted(&room).await;
    let page = room.council.page(&format!("/desk/decisions/{decision}")).await;
    assert!(page["window"].is_null() && page["effect_words"].as_str().is_some_and(|w| w.contains("not published")), "{page}");
    noticed(&room).await;
    minuted(&room).await;

    // The notice: what, why, what else was thought of, who voted how, and until when it can be called in.
    let number = room.council.site.json("/decisions.json").await["entries"][0]["key"].as_str().expect("a number").to_string();
    let notice = room.council.site.words(&format!("/decisions/{number}")).await;
    for said in ["That the report be accepted", REASONS, "2 for, 1 against, 1 abstained", "Councillor 03 Sample", "Wednesday 5 March 2025"]
    {
        assert!(notice.contains(said), "{said}: {notice}");
    }
    let public = room.council.site.json(&format!("/decisions/{number}.json")).await;
    assert_eq!(public["window"], json!({ "published": "2025-02-26", "closes": "2025-03-05", "until": null, "act_from": "2025-03-06" }));
    let minutes = room.council.site.words("/meetings/2025-02-26-cabinet/items/1").await;
    for said in
        ["Draft minutes, not yet confirmed", "Members asked about the cost", "How each member voted", "moved by Councillor 01 Sample"]
    {
        assert!(minutes.contains(said), "{said}: {minutes}");
    }
    assert_eq!(room.council.clock.today(), MET, "nothing waited for another day");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_notice_two_days_later_moves_the_clock_and_minutes_alone_do_not_start_it() {
    let mut room = met().await;
    let decision = recorded(&room).await;
    drafted(&room).await;
    room.council.day(date(2025, 2, 28)).await;
    let stands = async |day: Date| {
        let desk = room.council.site.desk();
        desk.decision_effect(decision, day, Calendar::england()).await.expect("a store").expect("an effect").bars().is_some()
    };
    assert!(stands(date(2025, 3, 31)).await, "nothing runs before the notice is out");
    noticed(&room).await;
    // Friday 28 February; five working days end on Friday 7 March, with the week-end between.
    let page = room.council.page(&format!("/desk/decisions/{decision}")).await;
    assert_eq!(page["window"], json!({ "published": "2025-02-28", "closes": "2025-03-07", "until": null, "act_from": "2025-03-10" }));
    for (day, bars) in [(date(2025, 3, 7), true), (date(2025, 3, 9), true), (date(2025, 3, 10), false)] {
        assert_eq!(stands(day).await, bars, "{day}");
    }
}
