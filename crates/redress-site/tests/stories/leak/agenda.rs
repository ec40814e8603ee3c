//! An agenda that nobody has published, with a sentinel in each of its private texts.

use redress::agenda::order::Place;
use redress::agenda::standing::Standing;
use redress_site::clock::Clock;
use redress_store::desk::journal::Act;
use redress_store::desk::work::item::PlannedItem;
use redress_store::desk::work::item_event::Leaving;
use redress_store::desk::work::late_item::Opinion;
use redress_store::desk::work::meeting::PlannedMeeting;
use redress_store::desk::work::pack::KeptSupplement;
use redress_store::desk::work::paper::WorkingPaper;
use redress_store::desk::work::shorter_notice::ShorterNotice;

use super::council::TODAY;
use super::sentinels::Sentinels;
use crate::world::Running;

/// Makes one, with a late item, one that came off, and a supplement that waits.
pub async fn plant(site: &Running, clock: &Clock, s: &mut Sentinels) {
    let desk = site.desk();
    let who = s.word("journal.who");
    let act = Act { who: &who, at: clock.now().timestamp() };
    let body_id = desk.add_body(&format!("Committee {}", s.word("body.name")), &act).await.expect("a store").expect("a body");
    let line = Standing { place: Place::Opening, title: s.sentence("standing_item.title") };
    desk.set_standing_items(body_id, std::slice::from_ref(&line), &act).await.expect("set");
    let planned = PlannedMeeting { body_id, on_date: "2021-05-11".into(), ..PlannedMeeting::default() };
    let meeting = desk.plan_meeting(&planned, &act).await.expect("a store").expect("a meeting");
    let first = desk.start_agenda(meeting, &[line], &act).await.expect("started")[0];
    let opinion = Opinion {
        chair: s.word("late_item.chair"),
        circumstances: s.sentence("late_item.circumstances"),
        minute: s.sentence("late_item.minute"),
    };
    let new = PlannedItem { planned_meeting_id: meeting, title: s.word("a late item's title"), ..PlannedItem::default() };
    let late = desk.insert_item(&new, first, Some(&opinion), &act).await.expect("a store").expect("added");
    let item = desk.planned_item(first).await.expect("a store").expect("an item");
    let why = s.sentence("item_event.why");
    desk.leave_agenda(&Leaving { item: &item, to_meeting: None, on: TODAY, why: &why }, &act).await.expect("a store").expect("taken off");
    let notice =
        ShorterNotice { called_on: "2021-03-12".into(), why: s.sentence("shorter_notice.why"), by_account: 1, ..ShorterNotice::default() };
    desk.call_at_shorter_notice(meeting, &notice, &act).await.expect("recorded");
    let paper = WorkingPaper { planned_item_id: Some(late), title: s.word("a late paper's title"), author: 1, ..WorkingPaper::default() };
    let paper = desk.add_working_paper(&paper, &act).await.expect("a paper");
    let supplement = KeptSupplement { planned_meeting_id: meeting, why: s.sentence("supplement.why"), ..KeptSupplement::default() };
    desk.make_supplement(&supplement, &[paper], &act).await.expect("made");
}
