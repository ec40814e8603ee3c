//! The agenda of 4 May 2021 waits for the Ombudsman to publish: its last day is Friday 23 April, and at four that day the clerk is asked.

use jiff::civil::{Time, date, time};
use serde_json::{Value, json};

use crate::build_an_agenda::meeting;
use crate::members_told::Council;

/// Moves the clock to a time of the day that it shows.
fn at(council: &Council, wanted: Time) {
    let now = council.clock.now();
    let of = |t: Time| i64::from(t.hour()) * 3600 + i64::from(t.minute()) * 60 + i64::from(t.second());
    council.clock.move_on(of(wanted) - of(now.time()));
}

async fn waits(council: &mut Council, on: jiff::civil::Date, wanted: Time, meeting: i64) -> Value {
    council.clock.set(on);
    at(council, wanted);
    // The session begins at that moment.
    let act = redress_store::desk::journal::Act { who: "story", at: council.clock.now().timestamp() };
    council.clerk = crate::officer::Officer::of(&council.site, &act, council.clerk.account, &format!("{on} {wanted}")).await;
    council.page(&format!("/desk/meetings/{meeting}/agenda")).await["waits"][0].clone()
}

#[tokio::test]
async fn the_last_day_does_not_wait_and_the_clerk_chooses() {
    let mut council = Council::on(date(2021, 4, 12), "nobody@").await;
    let new = json!({ "reference": "20 002 345", "kind": "report", "dated": "2021-03-22", "received": "2021-03-23", "found": "upheld",
        "subject": "Homelessness of a family", "embargo": "event" });
    let paper = council.link.done("/desk/cases/register", new).await["ombudsman_paper"].as_i64().expect("a paper");
    let held = meeting(&council, "Cabinet", date(2021, 5, 4)).await;
    let later = meeting(&council, "Cabinet", date(2021, 6, 1)).await;
    let item = json!({ "title": "Homelessness report", "ombudsman_paper": paper.to_string() });
    let item = council.clerk.done(&format!("/desk/meetings/{held}/add-item"), item).await["item"].as_i64().expect("an item");
    let notice = council.page(&format!("/desk/meetings/{held}/agenda")).await["notice"].clone();
    assert_eq!(notice["by"], "2021-04-23", "Monday 3 May is a bank holiday");

    let friday = date(2021, 4, 23);
    let waiting = waits(&mut council, friday, time(15, 58, 0, 0), held).await;
    assert_eq!((&waiting["waits"], &waiting["until"]), (&json!("waits"), &json!("2021-04-23")), "{waiting}");
    let waiting = waits(&mut council, friday, time(16, 1, 0, 0), held).await;
    let choices = json!([
        ["private_item", format!("/desk/items/{item}/private")],
        ["supplement", format!("/desk/meetings/{held}/publish")],
        ["later_meeting", format!("/desk/items/{item}/put-off")],
    ]);
    assert_eq!((&waiting["waits"], &waiting["deeds"][0], &waiting["deeds"][2]), (&json!("choose"), &choices[0], &choices[2]), "{waiting}");
    let page = council.clerk.get(&format!("/desk/meetings/{held}/agenda")).await.body;
    assert!(
        page.contains("Take it in private.") && page.contains("later as a supplement") && !page.contains("Homelessness of a family"),
        "{page}"
    );

    // The Ombudsman publishes in the evening, two people say so, and the agenda can go out the same day.
    let act = redress_store::desk::journal::Act { who: "story", at: council.clock.now().timestamp() };
    council.link = crate::officer::Officer::of(&council.site, &act, council.link.account, "link in the evening").await;
    council.monitoring = crate::officer::Officer::of(&council.site, &act, council.monitoring.account, "monitoring in the evening").await;
    let seen = json!({ "address": "https://ombudsman.example/20-002-345", "published_at": "2021-04-23 15:30" });
    council.link.done(&format!("/desk/ombudsman-papers/{paper}/published-by-ombudsman"), seen).await;
    let waiting = council.page(&format!("/desk/meetings/{held}/agenda")).await["waits"][0].clone();
    assert_eq!(waiting["waits"], "choose", "one person's word is not enough");
    council.monitoring.done(&format!("/desk/ombudsman-papers/{paper}/confirm-published"), json!({ "seen": "yes" })).await;
    let waiting = council.page(&format!("/desk/meetings/{held}/agenda")).await["waits"][0].clone();
    assert_eq!(waiting["waits"], "publish", "{waiting}");
    let published = council.clerk.publish(held, &[], "Agenda published").await;
    assert_eq!(published.status, 200, "{}", published.body);
    assert!(later > held);
}

#[tokio::test]
async fn after_the_last_day_only_a_later_meeting_is_left_and_the_item_goes_there_whole() {
    let mut council = Council::on(date(2021, 4, 12), "nobody@").await;
    let new = json!({ "reference": "20 002 345", "kind": "report", "dated": "2021-03-22", "received": "2021-03-23", "found": "upheld",
        "subject": "Homelessness of a family", "embargo": "event" });
    let paper = council.link.done("/desk/cases/register", new).await["ombudsman_paper"].as_i64().expect("a paper");
    let held = meeting(&council, "Cabinet", date(2021, 5, 4)).await;
    let later = meeting(&council, "Cabinet", date(2021, 6, 1)).await;
    let item = json!({ "title": "Homelessness report", "ombudsman_paper": paper.to_string() });
    let item = council.clerk.done(&format!("/desk/meetings/{held}/add-item"), item).await["item"].as_i64().expect("an item");
    let waiting = waits(&mut council, date(2021, 4, 26), time(9, 0, 0, 0), held).await;
    assert_eq!((waiting["deeds"].as_array().map(Vec::len), &waiting["deeds"][0][0]), (Some(1), &json!("later_meeting")), "{waiting}");
    let put_off = json!({ "meeting": later.to_string(), "why": "The report is not public yet" });
    council.clerk.done(&format!("/desk/items/{item}/put-off"), put_off).await;
    let page = council.page(&format!("/desk/meetings/{later}/agenda")).await;
    assert_eq!((&page["waits"][0]["item"], &page["waits"][0]["waits"]), (&json!(item), &json!("waits")), "{}", page["waits"]);
    assert_eq!(council.page(&format!("/desk/meetings/{held}/agenda")).await["waits"], json!([]));
}
