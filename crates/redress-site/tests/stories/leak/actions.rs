//! Actions and reviews of a decision that is not public, with a sentinel in each of their private texts.

use redress::action::{Action, Asked, Entry, Event, Goes, Origin};
use redress::reader::Role;
use redress::recurrence::{Cycle, Recurrence};
use redress_site::clock::Clock;
use redress_store::desk::journal::Act;
use redress_store::desk::outbox::Letter;
use redress_store::desk::work::action::KeptAction;
use redress_store::desk::work::item::PlannedItem;
use redress_store::desk::work::item_event::Leaving;
use redress_store::desk::work::meeting::PlannedMeeting;
use redress_store::desk::work::recurrence::KeptRecurrence;
use redress_store::desk::work::recurrence_slot::{Making, Putting, Telling};
use serde_json::json;

use super::council::TODAY;
use super::sentinels::Sentinels;
use crate::world::Running;

/// Makes an action with progress, and a review with an item, what was told of it and what was sent.
pub async fn plant(site: &Running, clock: &Clock, s: &mut Sentinels) {
    let desk = site.desk();
    let who = s.word("who keeps actions");
    let act = Act { who: &who, at: clock.now().timestamp() };
    let body_id = desk.bodies().await.expect("bodies")[0].0;
    let new = PlannedMeeting { body_id, on_date: "2021-02-11".into(), ..PlannedMeeting::default() };
    let meeting = desk.plan_meeting(&new, &act).await.expect("a store").expect("a free day");
    let new = PlannedItem { planned_meeting_id: meeting, number: "1".into(), title: "Not public".into(), ..PlannedItem::default() };
    let item = desk.add_item(&new, &[], &act).await.expect("a store").expect("an item");
    let owner = s.word("post.title of an action");
    let post = desk.make_post(&act, &owner, Role::ServiceDirector, None).await.expect("a post");
    let decided = jiff::civil::date(2021, 2, 11);
    let words = s.sentence("action.record");
    let asked = Asked {
        origin: Origin::Minute { minute: "item 1".into() },
        words: &words,
        owner: &owner,
        reports_to: &[],
        decided,
        due: Some(TODAY),
    };
    let action = Action::made(asked, std::slice::from_ref(&owner)).expect("an action");
    let new = KeptAction {
        id: 0,
        planned_item_id: item,
        body_id,
        body: String::new(),
        body_slug: String::new(),
        number: 0,
        recommendation_id: None,
        owner_post_id: post,
        action,
        revision: 1,
    };
    let id = desk.add_action(&new, &act).await.expect("an action");
    let mut kept = desk.action(id).await.expect("a store").expect("an action");
    let event = Event::Noted { words: s.sentence("progress of an action"), public: false, goes: Goes::Not, expected: None };
    kept.action.record(Entry { on: TODAY, by: who.clone(), event }, std::slice::from_ref(&owner)).expect("recorded");
    assert!(desk.change_action(&kept, "give_progress", &json!({}), &act).await.expect("a store"));

    let what = s.word("recurrence.record");
    let recurrence = Recurrence::set(&what, "Cabinet", ("item 1", decided), Cycle::Quarter, &owner).expect("set");
    let new = KeptRecurrence {
        id: 0,
        planned_item_id: item,
        body_id,
        owner_post_id: post,
        told_post_ids: vec![post],
        working_paper_id: None,
        shares_plan: true,
        ended_item_id: None,
        recurrence,
        revision: 1,
    };
    let id = desk.set_recurrence(&new, &act).await.expect("a recurrence");
    let due = jiff::civil::date(2021, 4, 1);
    let made = PlannedItem { planned_meeting_id: meeting, title: what, ..PlannedItem::default() };
    let making = Making { recurrence: id, due, item: &made, cases: &[], entry: None };
    desk.make_slot(&making, &act).await.expect("a store").expect("an item");
    let letter = Letter {
        to: "owner@thornmere.example".into(),
        subject: "A review".into(),
        body: "A review is due.".into(),
        about: format!("recurrence {id}"),
        holds_secret: false,
    };
    let letters = [letter];
    let telling = Telling { recurrence: id, due, kind: "owner", about: due, letters: &letters };
    assert!(desk.tell_of_slot(&telling, &act).await.expect("a store"));
    // Its meeting did not take it, so another item of a later meeting takes its place.
    let new = PlannedMeeting { body_id, on_date: "2021-05-06".into(), ..PlannedMeeting::default() };
    let later = desk.plan_meeting(&new, &act).await.expect("a store").expect("a free day");
    let one = desk.items_of_recurrence(id).await.expect("items").remove(0);
    let why = s.sentence("recurrence_replaced.why");
    let putting = Putting {
        leaving: Leaving { item: &one.item, to_meeting: Some(later), on: TODAY, why: &why },
        to: jiff::civil::date(2021, 5, 6),
        stays: true,
        cases: &[],
        telling: Telling { kind: "moved", ..telling },
    };
    assert!(desk.put_slot(&one.slot(), &putting, &act).await.expect("a store"));
    assert!(desk.share_plan(id, due, TODAY, &s.sentence("recurrence_shared.words"), &act).await.expect("a store"));
}
