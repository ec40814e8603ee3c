//! An agenda from its first line to the day before the meeting: what stands on every one, order, parts, notice, what comes late.

use jiff::civil::{Date, date};
use serde_json::{Value, json};

use crate::members_told::Council;

/// Tuesday; the Thursday before Easter is the last day for its agenda.
const HELD: Date = date(2026, 4, 14);

/// A meeting of a body on a day.
pub async fn meeting(council: &Council, body: &str, on: Date) -> i64 {
    council.clerk.post("/desk/bodies/add", &json!({ "name": body })).await;
    let offered = council.clerk.get("/desk/meetings/plan.json").await.json()["offered"]["body"].clone();
    let number = offered.as_array().expect("bodies").iter().find(|b| b[1] == body).expect("the body")[0].clone();
    let plan = json!({ "body": number, "on": on.to_string(), "place": "Town Hall" });
    council.clerk.done("/desk/meetings/plan", plan).await["meeting"].as_i64().expect("a meeting")
}

/// The agenda as the page has it: number and title, part by part.
async fn order(council: &Council, meeting: i64) -> Vec<String> {
    let page = council.page(&format!("/desk/meetings/{meeting}/agenda")).await;
    let parts = page["parts"].as_array().expect("parts").clone();
    let line = |l: &Value| format!("{} {}", l["item"]["number"].as_str().expect("a number"), l["item"]["title"].as_str().expect("a title"));
    parts.iter().flat_map(|p| p["items"].as_array().expect("items").iter().map(line).collect::<Vec<_>>()).collect()
}

async fn item(council: &Council, meeting: i64, title: &str, place: &str) -> i64 {
    let new = json!({ "title": title, "place": place });
    council.clerk.done(&format!("/desk/meetings/{meeting}/add-item"), new).await["item"].as_i64().expect("an item")
}

#[tokio::test]
async fn an_agenda_is_built_published_and_then_stays() {
    let mut council = Council::on(date(2026, 3, 25), "nobody@").await;
    let earlier = meeting(&council, "Housing Scrutiny Committee", date(2026, 3, 3)).await;
    let held = meeting(&council, "Housing Scrutiny Committee", HELD).await;
    let at = |what: &str| format!("/desk/meetings/{held}/{what}");
    let body = council.page(&format!("/desk/meetings/{held}")).await["meeting"]["body_id"].as_i64().expect("a body");
    let twice = json!({ "opening": "Apologies\napologies" });
    let refused = council.clerk.post(&format!("/desk/bodies/{body}/standing-items"), &twice).await;
    assert!(refused.status == 422 && refused.body.contains("stands there twice"), "{}", refused.body);
    let lines = json!({ "opening": "Apologies for absence\nMinutes of the last meeting", "public": "Questions from the public" });
    council.clerk.done(&format!("/desk/bodies/{body}/standing-items"), lines).await;

    // Started with what stands on every one; the minutes are named by their day.
    let form = council.page(&at("start-agenda")).await;
    council.clerk.done(&at("start-agenda"), json!({ "lines": form["given"]["lines"] })).await;
    let questions = "3 Questions from the public";
    assert_eq!(order(&council, held).await, ["1 Apologies for absence", "2 Minutes of the meeting of 3 March 2026", questions]);

    // Each item goes into its part, and the numbers follow. A private one brings the motion to exclude the public.
    let land = item(&council, held, "Land at Mill Lane", "private").await;
    let bins = item(&council, held, "Grit bins", "public").await;
    let damp = item(&council, held, "Damp in flats", "public").await;
    let page = council.clerk.get(&at("agenda")).await.body;
    assert!(page.contains("place=exclusion") && page.contains("No ground"), "{page}");
    let exclusion = item(&council, held, "Exclusion of the public", "exclusion").await;
    assert!(!council.clerk.get(&at("agenda")).await.body.contains("place=exclusion"));
    assert_eq!(order(&council, held).await[3..], ["4 Grit bins", "5 Damp in flats", "6 Exclusion of the public", "7 Land at Mill Lane"]);

    // Order: an item moves within its part; an order that nobody has seen any more is refused.
    let seen = council.page(&at("agenda")).await["seen"].clone();
    let moved = json!({ "item": damp.to_string(), "to": 1, "seen": seen });
    council.clerk.done(&at("order"), moved.clone()).await;
    assert_eq!(order(&council, held).await[2..5], ["3 Damp in flats", questions.replace('3', "4").as_str(), "5 Grit bins"]);
    let stale = council.clerk.post(&at("order"), &moved).await;
    assert!(stale.status == 422 && stale.body.contains("changed this record"), "{}", stale.body);

    // Words change while nothing is public, against the revision that was seen.
    let change = |revision: i64| json!({ "title": "Damp and mould", "place": "public", "revision": revision.to_string() });
    council.clerk.done(&format!("/desk/items/{damp}/change"), change(1)).await;
    assert_eq!(council.clerk.post(&format!("/desk/items/{damp}/change"), &change(1)).await.status, 422);
    // One comes off, and the numbers close up.
    assert_eq!(council.clerk.post(&format!("/desk/items/{bins}/take-off"), &json!({ "why": "no" })).await.status, 422);
    council.clerk.done(&format!("/desk/items/{bins}/take-off"), json!({ "why": "The order was withdrawn by the supplier" })).await;
    let (off, earlier_page) = (council.page(&at("agenda")).await, council.page(&format!("/desk/meetings/{earlier}/agenda")).await);
    assert_eq!((&off["off"][0]["title"], &off["off"][0]["event"]["what"]), (&json!("Grit bins"), &json!("taken_off")));
    assert_eq!(earlier_page["notice"], Value::Null, "a meeting that is over has no notice");
    assert_eq!(order(&council, held).await[3..], ["4 Questions from the public", "5 Exclusion of the public", "6 Land at Mill Lane"]);

    // The notice: the last day with its section and its working, counted down.
    let notice = council.page(&at("agenda")).await["notice"].clone();
    assert_eq!((&notice["by"], &notice["days_left"]), (&json!("2026-04-02"), &json!(8)));
    assert!(
        notice["section"].as_str().is_some_and(|s| s.contains("100B")) && !notice["steps"].as_array().expect("steps").is_empty(),
        "{notice}"
    );
    let plan = json!({ "ground": "reg4_2b", "paragraphs": ["3"], "reason": "The price of the land is still negotiated with its owner.",
        "public_interest": "The council would pay more if its limit were known to the owner of the land." });
    council.monitoring.done(&format!("/desk/items/{land}/private"), plan).await;

    council.day(date(2026, 4, 2)).await;
    let published = council.clerk.publish(held, &[], "Agenda published").await;
    assert_eq!(published.status, 200, "{}", published.body);
    let public = council.site.words("/meetings/2026-04-14-housing-scrutiny-committee").await;
    assert!(public.contains("Damp and mould") && !public.contains("Mill Lane") && !public.contains("Grit bins"), "{public}");
    let version = council.page(&at("agenda")).await["versions"][0].clone();
    assert_eq!((&version["number"], version["contents"]["items"].as_array().map(Vec::len)), (&json!(1), Some(6)));

    // From now on numbers stay.
    let seen = council.page(&at("agenda")).await["seen"].clone();
    let again = council.clerk.post(&at("order"), &json!({ "item": damp.to_string(), "to": 2, "seen": seen })).await;
    assert!(again.status == 422 && again.body.contains("its numbers stay"), "{}", again.body);
    let change = council.clerk.post(&format!("/desk/items/{exclusion}/change"), &change(1)).await;
    assert!(change.status == 422 && change.body.contains("published"), "{}", change.body);

    // The day before: a committee takes an item by the chair's opinion, with a letter and the words for the minutes.
    council.day(date(2026, 4, 13)).await;
    let late = |chair: &str, why: &str| json!({ "after": damp.to_string(), "title": "Fire at Ash House", "place": "public", "chair": chair, "circumstances": why });
    let refused = council.clerk.post(&at("late-item"), &late("", "")).await;
    assert!(
        refused.status == 422 && refused.body.contains("\"field\":\"chair\"") && refused.body.contains("circumstances"),
        "{}",
        refused.body
    );
    let why = "A fire on 12 April left forty households without a home, and the next meeting is in June.";
    let made = council.clerk.done(&at("late-item"), late("Councillor P. Marsh", why)).await;
    assert_eq!(made["number"], "3a");
    assert!(made["minute"].as_str().is_some_and(|m| m.contains("matter of urgency") && m.contains("forty households")), "{made}");
    let published = council.clerk.publish(held, &[], "Urgent item").await;
    assert_eq!(published.status, 200, "{}", published.body);
    let items = council.site.json("/meetings/2026-04-14-housing-scrutiny-committee.json").await["items"].clone();
    let numbers: Vec<&str> = items.as_array().expect("items").iter().filter_map(|i| i["number"].as_str()).collect();
    assert_eq!(numbers, ["1", "2", "3", "3a", "4", "5", "6"], "the public reads it in its place");
    let urgent = format!("/desk/items/{}", made["item"]);
    assert!(council.clerk.get(&urgent).await.body.contains("matter of urgency"));
    let page = council.page(&at("agenda")).await;
    assert_eq!(page["versions"][1]["changes"], json!(["Item 3a is new: Fire at Ash House."]));

    // Once public, an item that comes off stays where it was and says so.
    council.clerk.done(&format!("/desk/items/{damp}/take-off"), json!({ "why": "The survey is not finished" })).await;
    let published = council.clerk.publish(held, &[], "Item 3 taken off").await;
    assert_eq!(published.status, 200, "{}", published.body);
    let public = council.site.words("/meetings/2026-04-14-housing-scrutiny-committee/items/3").await;
    assert!(public.contains("Taken off the agenda on 13 April 2026: The survey is not finished"), "{public}");
    assert_eq!(order(&council, held).await[2], "3a Fire at Ash House");
}

#[tokio::test]
async fn the_executive_takes_nothing_late_unless_the_meeting_was_called_so() {
    nothing_late("Cabinet", "cabinet", "SI 2012/2089, regulation 6(2)", "shorter notice").await;
}

#[tokio::test]
async fn full_council_takes_nothing_that_is_not_in_the_summons() {
    let section = "Local Government Act 1972, Schedule 12, paragraph 4(5)";
    nothing_late("Full Council", "full-council", section, "extraordinary meeting").await;
}

/// What is late is refused with its section and the lawful way; a published item goes to a later meeting whole.
async fn nothing_late(body: &str, slug: &str, section: &str, way: &str) {
    let mut council = Council::on(date(2026, 4, 1), "nobody@").await;
    let held = meeting(&council, body, HELD).await;
    let first = item(&council, held, "Grit bins", "public").await;
    let put_off = item(&council, held, "Roads", "public").await;
    let published = council.clerk.publish(held, &[], "Agenda published").await;
    assert_eq!(published.status, 200, "{}", published.body);
    council.day(date(2026, 4, 13)).await;
    let why = "A fire on 12 April left forty households without a home.";
    let late = json!({ "after": first.to_string(), "title": "Fire at Ash House", "place": "public", "chair": "Councillor P. Marsh", "circumstances": why });
    let refused = council.clerk.post(&format!("/desk/meetings/{held}/late-item"), &late).await;
    assert!(refused.status == 422 && refused.body.contains(section) && refused.body.contains(way), "{}", refused.body);

    // Added as any other item it meets the same law when it is published.
    let slipped = item(&council, held, "Fire at Ash House", "public").await;
    let refused = council.clerk.publish(held, &[], "Late").await;
    assert!(refused.status == 422 && refused.body.contains("was due by Thursday 2 April 2026"), "{}", refused.body);
    let shorter = json!({ "called_on": "2026-04-13", "why": why });
    let shorter = council.clerk.post(&format!("/desk/meetings/{held}/shorter-notice"), &shorter).await;
    let published = council.clerk.publish(held, &[], "Called at shorter notice").await;
    if slug == "cabinet" {
        assert_eq!((shorter.status, published.status), (200, 200), "{}", published.body);
    } else {
        assert!(shorter.status == 422 && shorter.body.contains("cannot be shortened"), "{}", shorter.body);
        assert_eq!(published.status, 422, "{}", published.body);
        council.clerk.done(&format!("/desk/items/{slipped}/take-off"), json!({ "why": "It came after the summons" })).await;
    }

    // A published item goes to a later meeting with its papers; the old page says where.
    let paper = council.clerk.paper(put_off, "Survey of the roads", "", "survey.txt", b"The roads were surveyed.").await;
    let later = meeting(&council, body, date(2026, 5, 12)).await;
    let gone = json!({ "meeting": later.to_string(), "why": "The survey is not finished" });
    council.clerk.done(&format!("/desk/items/{put_off}/put-off"), gone).await;
    assert_eq!(order(&council, later).await, ["1 Roads"]);
    assert!(council.page(&format!("/desk/items/{put_off}")).await["papers"].to_string().contains(&format!("\"id\":{paper}")));
    let published = council.clerk.publish(held, &[], "Item 2 put off").await;
    assert_eq!(published.status, 200, "{}", published.body);
    let words = council.site.words(&format!("/meetings/2026-04-14-{slug}/items/2")).await;
    assert!(words.contains(&format!("Put off to {body}, 12 May 2026 on 13 April 2026: The survey is not finished")), "{words}");
}
