//! A Cabinet decides on 1 October 2019; the decision is published on the 3rd and held until the time for call-in is over. It is
//! called in, or not, or the call-in is waived. Blank reasons and options are refused; none is an answer.

use jiff::civil::{Date, date};
use redress::calendar::Calendar;
use serde_json::{Value, json};

use crate::members_told::{Council, member};

/// A Cabinet that meets on 1 October 2019 about one item. Gives meeting and item.
pub async fn cabinet(council: &Council, title: &str) -> (i64, i64) {
    let form = council.clerk.get("/desk/meetings/plan.json").await.json();
    let known = form["offered"]["body"].as_array().cloned().unwrap_or_default();
    if !known.iter().any(|b| b[1] == "Cabinet") {
        council.clerk.done("/desk/bodies/add", json!({ "name": "Cabinet" })).await;
    }
    let form = council.clerk.get("/desk/meetings/plan.json").await.json();
    let body = form["offered"]["body"].as_array().expect("bodies").iter().find(|b| b[1] == "Cabinet").expect("the Cabinet")[0].clone();
    let plan = json!({ "body": body, "on": "2019-10-01", "starts": "18:30", "place": "County Hall" });
    let meeting = council.clerk.done("/desk/meetings/plan", plan).await["meeting"].as_i64().expect("a meeting");
    let new = json!({ "number": "7", "title": title, "public_title": title, "agenda_text": "To decide." });
    let item = council.clerk.done(&format!("/desk/meetings/{meeting}/add-item"), new).await["item"].as_i64().expect("an item");
    (meeting, item)
}

/// What the Cabinet decides, with every field that its record needs.
pub fn decision() -> Value {
    json!({ "text": "RESOLVED\n(a) That the report be accepted.\n(b) That the Cabinet be told in December.",
        "reasons": "The faults are found and the remedies are fair.", "options_rejected": "None", "interests": "None", "key": "no",
        "result": "approved" })
}

async fn on(day: Date) -> Council {
    let council = Council::on(day, "nobody@").await;
    council.members((1..=8).map(member).collect()).await;
    council
}

/// Moves to the day, publishes what is ready of a meeting.
async fn publish(council: &mut Council, meeting: i64, day: Date) {
    council.day(day).await;
    let came = council.clerk.publish(meeting, &[], "Decisions published").await;
    assert_eq!(came.status, 200, "{}", came.body);
}

async fn call_in(council: &Council, id: i64, members: usize, at: &str) -> crate::officer::Came {
    let form = council.clerk.get(&format!("/desk/decisions/{id}/call-in.json")).await.json();
    let offered = form["offered"]["members"].as_array().cloned().unwrap_or_default();
    let who: Vec<Value> = offered.iter().take(members).map(|m| m[0].clone()).collect();
    let request = json!({ "members": who, "at": at, "grounds": "No option besides the one chosen was weighed in the report." });
    council.clerk.post(&format!("/desk/decisions/{id}/call-in"), &request).await
}

#[tokio::test]
async fn reasons_and_options_are_asked_none_is_an_answer_and_a_vote_equals_its_tally() {
    let council = on(date(2019, 10, 1)).await;
    let (_, item) = cabinet(&council, "A care leaver's support").await;
    let to = format!("/desk/items/{item}/decision");
    let with = |changes: Value| {
        let mut form = decision();
        for (name, value) in changes.as_object().expect("fields") {
            form[name] = value.clone();
        }
        form
    };
    for (field, value, said) in [
        ("reasons", json!(""), "SI 2012/2089, regulation 12"),
        ("options_rejected", json!(""), "SI 2012/2089, regulation 12"),
        ("interests", json!(""), "SI 2012/2089, regulation 12"),
        ("interests", json!("Cllr B. Stone: parent at the school"), "head of paid service"),
        ("tasks", json!("(a); Director of Ships; report"), "is no post and no body on record"),
        ("tasks", json!("(z); Cabinet; report"), "has no clause"),
        ("effective_from", json!("2019-09-30"), "no effect before the day"),
    ] {
        let came = council.clerk.post(&to, &with(json!({ field: value }))).await;
        assert_eq!(came.status, 422, "{field}: {}", came.body);
        let problems = came.json()["problems"].clone();
        assert!(problems[0]["field"] == field && problems[0]["message"].as_str().is_some_and(|m| m.contains(said)), "{field}: {problems}");
    }
    let form = council.clerk.get(&format!("{to}.json")).await.json();
    let names: Vec<Value> = form["offered"]["named_for"].as_array().expect("members").iter().map(|m| m[0].clone()).collect();
    let vote = |n: u32| json!({ "votes_for": n, "votes_against": 1, "named_for": names[..2], "named_against": names[2..3] });
    let came = council.clerk.post(&to, &with(vote(3))).await;
    assert!(came.status == 422 && came.body.contains("A recorded vote equals its tally"), "{}", came.body);

    let mut full = with(vote(2));
    full["interests"] = json!("Cllr B. Stone: parent at the school; dispensation of 2 May 2019");
    full["tasks"] = json!("(b); Cabinet; be told of progress; 20 December 2019");
    let made = council.clerk.done(&to, full).await;
    let id = made["decision"].as_i64().expect("a number");
    let page = council.page(&format!("/desk/decisions/{id}")).await;
    let formal = &page["decision"]["words"]["decision"]["formal"];
    assert_eq!((&formal["tasks"][0]["by"], &formal["tally"]["votes_for"]), (&json!("2019-12-20"), &json!(2)));
    assert_eq!(formal["conflicts"]["list"][0]["dispensation"], "dispensation of 2 May 2019");

    // Before it is public a change keeps what was said before, and an old form changes nothing.
    let stale = with(json!({ "revision": "7" }));
    assert_eq!(council.clerk.post(&to, &stale).await.status, 422);
    council.clerk.done(&to, with(json!({ "text": "That the report be noted.", "revision": "1" }))).await;
    let page = council.page(&format!("/desk/decisions/{id}")).await;
    assert!(page["earlier"][0][3].as_str().is_some_and(|t| t.contains("be accepted")), "{page}");
    let html = council.clerk.get(&format!("/desk/items/{item}")).await.body;
    assert!(html.contains(&format!("/desk/decisions/{id}")), "the item leads to the record");
}

#[tokio::test]
async fn a_decision_published_on_3_october_is_held_to_the_10th_and_carried_out_from_the_11th() {
    let mut council = on(date(2019, 10, 1)).await;
    let (meeting, item) = cabinet(&council, "A care leaver's support").await;
    let made = council.clerk.done(&format!("/desk/items/{item}/decision"), decision()).await;
    let id = made["decision"].as_i64().expect("a number");
    let page = council.page(&format!("/desk/decisions/{id}")).await;
    assert!(page["effect_words"].as_str().is_some_and(|w| w.contains("not published")), "{page}");
    let early = call_in(&council, id, 5, "2019-10-01T00:01").await;
    assert!(early.status == 422 && early.body.contains("begins with publication"), "{}", early.body);

    publish(&mut council, meeting, date(2019, 10, 3)).await;
    let page = council.page(&format!("/desk/decisions/{id}")).await;
    assert_eq!(page["window"], json!({ "published": "2019-10-03", "closes": "2019-10-10", "until": null, "act_from": "2019-10-11" }));
    let held = "Not effective: call-in to Thursday 10 October 2019; it may be carried out from Friday 11 October 2019";
    assert_eq!(page["effect_words"], held);
    let number = council.site.json("/decisions.json").await["entries"][0]["key"].as_str().expect("a number").to_string();
    let public = council.site.json(&format!("/decisions/{number}.json")).await;
    assert_eq!((&public["effect_words"], &public["window"]["closes"]), (&json!(held), &json!("2019-10-10")));
    let words = council.site.words(&format!("/decisions/{number}")).await;
    for said in ["Thursday 10 October 2019", "Friday 11 October 2019", "Recommendations approved", "regulation 12"] {
        assert!(words.contains(said), "{said}: {words}");
    }
    let calendar = council.clerk.get("/desk/calendar").await.body;
    assert!(calendar.contains("Can be called in to Thursday 10 October 2019"), "{calendar}");

    // What is public is not recorded again.
    let again = council.clerk.post(&format!("/desk/items/{item}/decision"), &decision()).await;
    assert!(again.status == 422 && again.body.contains("never edited"), "{}", again.body);

    for (day, bars) in [(date(2019, 10, 10), true), (date(2019, 10, 11), false)] {
        let effect = council.site.desk().decision_effect(id, day, Calendar::england()).await.expect("a store").expect("an effect");
        assert_eq!(effect.bars().is_some(), bars, "{day}: {effect:?}");
    }
    council.day(date(2019, 10, 11)).await;
    let page = council.page(&format!("/desk/decisions/{id}")).await;
    assert_eq!(page["effect_words"], "In effect since Friday 11 October 2019");
    let late = call_in(&council, id, 5, "2019-10-11T00:01").await;
    assert!(late.status == 422 && late.body.contains("ran from Thursday 3 October 2019 to Thursday 10 October 2019"), "{}", late.body);
}

#[tokio::test]
async fn it_is_called_in_sent_back_and_taken_again() {
    let mut council = on(date(2019, 10, 1)).await;
    let (meeting, item) = cabinet(&council, "A care leaver's support").await;
    let made = council.clerk.done(&format!("/desk/items/{item}/decision"), decision()).await;
    let id = made["decision"].as_i64().expect("a number");
    publish(&mut council, meeting, date(2019, 10, 3)).await;
    council.day(date(2019, 10, 9)).await;
    let few = call_in(&council, id, 4, "2019-10-09T00:01").await;
    assert!(few.status == 422 && few.body.contains("4 asked, and the constitution asks for 5"), "{}", few.body);
    let asked = call_in(&council, id, 5, "2019-10-09T00:01").await;
    assert_eq!(asked.status, 200, "{}", asked.body);
    assert_eq!(call_in(&council, id, 5, "2019-10-09T00:01").await.status, 422, "it is called in already");
    let number = council.site.json("/decisions.json?call_in=called_in").await["entries"][0]["key"].as_str().expect("listed").to_string();
    let words = council.site.words(&format!("/decisions/{number}")).await;
    for said in ["Not effective: called in", "Councillor 01 Sample", "No option besides the one chosen"] {
        assert!(words.contains(said), "{said}: {words}");
    }

    council.day(date(2019, 10, 22)).await;
    let to = format!("/desk/decisions/{id}/call-in-outcome");
    let came = |outcome: &str, why: &str| json!({ "outcome": outcome, "on": "2019-10-22", "why": why });
    let before = json!({ "outcome": "upheld", "on": "2019-10-08", "why": "No objection was raised." });
    assert_eq!(council.clerk.post(&to, &before).await.status, 422, "an outcome comes after the request");
    council.clerk.done(&to, came("sent_back", "Ask the care leavers first.")).await;
    let page = council.page(&format!("/desk/decisions/{id}")).await;
    assert!(page["effect_words"].as_str().is_some_and(|w| w.contains("taken again")), "{page}");
    council.day(date(2019, 10, 30)).await;
    let mut again = came("sent_back", "Ask the care leavers first.");
    (again["again"], again["again_on"]) = (json!("confirmed"), json!("2019-10-29"));
    council.clerk.done(&to, again).await;
    let words = council.site.words(&format!("/decisions/{number}")).await;
    assert!(words.contains("In effect since Tuesday 29 October 2019") && words.contains("it stays as it was"), "{words}");
    assert_eq!(council.clerk.post(&to, &came("upheld", "No objection was raised.")).await.status, 422, "nothing waits any more");
    let verified = council.world.redress(&["verify"]);
    assert!(verified.status.success(), "{}", String::from_utf8_lossy(&verified.stdout));
}

#[tokio::test]
async fn a_request_that_is_not_valid_changes_nothing_and_a_waiver_comes_before_the_decision() {
    let mut council = on(date(2019, 10, 1)).await;
    let (meeting, item) = cabinet(&council, "A care leaver's support").await;
    let made = council.clerk.done(&format!("/desk/items/{item}/decision"), decision()).await;
    let id = made["decision"].as_i64().expect("a number");
    let to = format!("/desk/decisions/{id}/waive-call-in");
    let waiver = |on: &str| {
        json!({ "capacity": "chair_of_scrutiny", "name": "Councillor 08 Sample", "on": on,
            "reason": "The tenancy ends before any later meeting could decide.",
            "waiver_reason": "Waiting would leave a care leaver without a home.", "rule": "Part 4, rule 16" })
    };
    let late = council.clerk.post(&to, &waiver("2019-10-02")).await;
    assert!(late.status == 422 && late.body.contains("before the decision on 1 October 2019"), "{}", late.body);

    publish(&mut council, meeting, date(2019, 10, 3)).await;
    council.day(date(2019, 10, 4)).await;
    assert_eq!(call_in(&council, id, 5, "2019-10-04T00:01").await.status, 200);
    let barred = council.clerk.post(&to, &waiver("2019-09-30")).await;
    assert!(barred.status == 422 && barred.body.contains("called in"), "{}", barred.body);
    let invalid = json!({ "outcome": "not_valid", "on": "2019-10-04", "why": "The grounds name no principle." });
    council.clerk.done(&format!("/desk/decisions/{id}/call-in-outcome"), invalid).await;
    let page = council.page(&format!("/desk/decisions/{id}")).await;
    assert!(page["effect_words"].as_str().is_some_and(|w| w.contains("call-in to Thursday 10 October 2019")), "{page}");
    council.clerk.done(&to, waiver("2019-09-30")).await;
    let number = council.site.json("/decisions.json").await["entries"][0]["key"].as_str().expect("a number").to_string();
    let words = council.site.words(&format!("/decisions/{number}")).await;
    for said in ["In effect since Tuesday 1 October 2019", "Call-in is waived under Part 4, rule 16", "without a home"] {
        assert!(words.contains(said), "{said}: {words}");
    }
}

#[tokio::test]
async fn a_correcting_record_has_the_title_that_was_chosen_for_the_public() {
    let mut council = on(date(2019, 10, 1)).await;
    let (meeting, _) = cabinet(&council, "A care leaver's support").await;
    let new = json!({ "number": "8", "title": "Debts of the bakery", "public_title": "A lease", "agenda_text": "To decide." });
    let item = council.clerk.done(&format!("/desk/meetings/{meeting}/add-item"), new).await["item"].as_i64().expect("an item");
    let made = council.clerk.done(&format!("/desk/items/{item}/decision"), decision()).await;
    let id = made["decision"].as_i64().expect("a number");
    publish(&mut council, meeting, date(2019, 10, 3)).await;
    let right = json!({ "on": "2019-10-01", "why": "The words were wrong.", "text": "RESOLVED\n(a) That the report be noted.",
        "reasons": "The faults are found and the remedies are fair.", "options_rejected": "None", "conflicts": "None" });
    let made = council.clerk.done(&format!("/desk/decisions/{id}/correct"), right).await;
    let to = format!("/desk/decisions/{}/publish", made["decision"]);
    let previewed = council.clerk.get(&format!("{to}.json")).await.json()["given"]["previewed"][0].clone();
    let came = council.clerk.post(&to, &json!({ "reason": "Decision corrected", "previewed": previewed, "read": "yes" })).await;
    assert_eq!(came.status, 200, "{}", came.body);
    let address = came.json()["made"]["published"][0].as_str().expect("an address").to_string();
    let words = council.site.words(&address).await;
    assert!(words.contains("A lease") && !words.contains("bakery"), "{words}");
}
