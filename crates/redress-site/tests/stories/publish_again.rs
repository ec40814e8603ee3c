//! What was cleared goes out as it was cleared: words that an officer changes afterwards wait for a decision of their own.

use jiff::civil::date;
use redress_store::desk::Desk;
use redress_store::desk::journal::Act;
use redress_store::desk::work::clearing::{Clearing, Part, Unpublished};
use redress_store::desk::work::decision::RecordedDecision;
use redress_store::desk::work::item::PlannedItem;
use redress_store::desk::work::meeting::PlannedMeeting;
use redress_store::desk::work::minute::WrittenMinute;

use super::world::World;

const ACT: Act<'_> = Act { who: "Tobias Wren", at: jiff::Timestamp::UNIX_EPOCH };

async fn publish(desk: &Desk, meeting: i64, parts: &[Part]) -> Result<usize, Unpublished> {
    let now = date(2026, 3, 3).at(12, 0, 0, 0);
    let clearing = Clearing { meeting, parts, office: "Democratic services officer", reason: "Published", now, base: "", minutes: None };
    let preview = desk.preview(&clearing, &ACT).await.expect("a preview");
    desk.publish_cleared(&clearing, &preview.fingerprint, &ACT).await.map(|changes| changes.len())
}

async fn write(desk: &Desk, item: i64, words: &str) {
    let minute = WrittenMinute { public_words: words.into(), private_words: None };
    desk.write_minute(item, &minute, &ACT).await.expect("written");
}

#[tokio::test]
async fn a_minute_changed_after_it_was_published_waits_while_the_decision_goes_out() {
    let world = World::new().await;
    let (desk, meeting, item) = council(&world).await;
    let register = world.place().stores().await.expect("stores").1;
    write(&desk, item, "The report was noted.").await;
    publish(&desk, meeting, &[Part::Item(item), Part::Minute(item)]).await.expect("published");

    write(&desk, item, "The report was noted. Zebrafinch.").await;
    let decision = redress::decision::Decision { text: "RESOLVED: That it be noted.".into(), ..Default::default() };
    let recorded = RecordedDecision { option: None, decision, adopts: None, voted: Vec::new() };
    desk.record_decision(item, &recorded, None, &ACT).await.expect("recorded");
    publish(&desk, meeting, &[Part::Decision(item)]).await.expect("published");
    register.follow(&desk).await.expect("followed");
    let site = world.serve().await;
    let page = site.page("/meetings/2026-03-02-cabinet/items/4").await;
    assert!(page.contains("That it be noted") && !page.contains("Zebrafinch"), "the minute stays as it was cleared");
    drop(site);

    assert!(matches!(publish(&desk, meeting, &[Part::Decision(item)]).await, Err(Unpublished::Nothing)));
    publish(&desk, meeting, &[Part::Minute(item)]).await.expect("published");
    register.follow(&desk).await.expect("followed");
    let site = world.serve().await;
    assert!(site.page("/meetings/2026-03-02-cabinet/items/4").await.contains("Zebrafinch"));
    assert!(site.page("/versions/item/2026-03-02-cabinet/4").await.contains("Version 3"));
}

#[tokio::test]
async fn what_changed_since_the_preview_is_not_published() {
    let world = World::new().await;
    let (desk, meeting, item) = council(&world).await;
    write(&desk, item, "The report was noted.").await;
    let parts = [Part::Item(item), Part::Minute(item)];
    let now = date(2026, 3, 3).at(12, 0, 0, 0);
    let clearing = Clearing { meeting, parts: &parts, office: "Clerk", reason: "Published", now, base: "", minutes: None };
    let preview = desk.preview(&clearing, &ACT).await.expect("a preview");
    assert_eq!(desk.log_after(0, 10).await.expect("a log").len(), 0, "a preview publishes nothing");
    write(&desk, item, "Something else.").await;
    let refused = desk.publish_cleared(&clearing, &preview.fingerprint, &ACT).await;
    assert!(matches!(refused, Err(Unpublished::Changed)));
    assert_eq!(desk.log_after(0, 10).await.expect("a log").len(), 0);
    assert!(desk.cleared("minute", item).await.expect("a store").is_none(), "and nothing is marked as cleared");
}

async fn council(world: &World) -> (Desk, i64, i64) {
    world.done(&["init", "Thornmere Borough Council"]);
    let (desk, _) = world.place().stores().await.expect("stores");
    let body_id = desk.add_body("Cabinet", &ACT).await.expect("a store").expect("a body");
    let planned = PlannedMeeting { body_id, on_date: "2026-03-02".into(), ..PlannedMeeting::default() };
    let meeting = desk.plan_meeting(&planned, &ACT).await.expect("a store").expect("a meeting");
    let new = PlannedItem { planned_meeting_id: meeting, number: "4".into(), title: "Roads".into(), ..PlannedItem::default() };
    let item = desk.add_item(&new, &[], &ACT).await.expect("a store").expect("an item");
    (desk, meeting, item)
}

#[tokio::test(flavor = "multi_thread")]
async fn many_who_wait_to_write_leave_the_one_who_publishes_what_it_must_read() {
    let world = World::new().await;
    let (desk, meeting, item) = council(&world).await;
    let mut writing = Vec::new();
    for at in 0..24 {
        let desk = desk.clone();
        // More than either database has connections: without turns each would hold one while it waits.
        writing.push(tokio::spawn(async move {
            for n in 0..5 {
                write(&desk, item, &format!("Words {at} {n}")).await;
            }
        }));
    }
    for _ in 0..3 {
        let now = date(2026, 3, 3).at(12, 0, 0, 0);
        let clearing = Clearing { meeting, parts: &[Part::Item(item)], office: "Clerk", reason: "Published", now, base: "", minutes: None };
        desk.preview(&clearing, &ACT).await.expect("a preview");
    }
    for one in writing {
        one.await.expect("written");
    }
}

#[tokio::test]
async fn a_withdrawn_item_is_not_cleared_again() {
    let world = World::new().await;
    let (desk, meeting, item) = council(&world).await;
    publish(&desk, meeting, &[Part::Item(item)]).await.expect("published");
    let because = redress_store::desk::publish::Because { by: "Clerk", reason: "published in error" };
    assert!(desk.withdraw(&ACT, because, redress::public::Kind::Item, "2026-03-02-cabinet/4").await.expect("a store"));
    assert!(matches!(publish(&desk, meeting, &[Part::Item(item)]).await, Err(Unpublished::Nothing)));
    let cleared = desk.cleared("item", item).await.expect("a store").expect("it was cleared once");
    assert!(cleared.ended_at.is_some(), "and stays withdrawn");
}
