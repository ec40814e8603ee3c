//! What comes back to a body again and again: where each of its times stands, and the job that makes its items, moves them in
//! sight and tells whom it must.

use jiff::civil::Date;
use redress::counting::plus;
use redress::day::long;
use redress::recurrence::{Listed, Placed, Recurrence, Slot};
use redress_store::StoreError;
use redress_store::desk::Desk;
use redress_store::desk::work::recurrence::{KeptRecurrence, Shared};
use redress_store::desk::work::recurrence_item::SlotItem;

/// The job.
pub mod job;
/// The meetings of the body.
pub mod sittings;
/// Who is told, and what nobody could be told.
pub mod telling;

pub use sittings::{Looking, Sitting};

/// How far ahead its times are listed and their items made: the meetings of a municipal year and a month.
const REACH: i32 = 400;

/// The day from which something that ended is still looked at: what fell due before the end may be open for a while.
pub fn ended_from(today: Date) -> Date {
    plus(today, -REACH).unwrap_or(today)
}

/// One time with everything that is known of it.
#[derive(Debug, Clone)]
pub struct Time {
    /// The rule's view of it.
    pub slot: Slot,
    /// The item that it became.
    pub made: Option<SlotItem>,
    /// Items that others took the place of, the first first.
    pub earlier: Vec<SlotItem>,
    /// The item came off its agenda and stands on no other.
    pub off: bool,
    /// The day from which it is put to the next meeting, where its own did not take it.
    pub again_from: Option<Date>,
    /// The version of the plan that was current when its agenda was published; the newest while it is not.
    pub plan_version: Option<i64>,
    /// That the plan went to the Ombudsman afterwards.
    pub shared: Option<Shared>,
}

/// An item that nobody needs any more, on an agenda to come.
#[derive(Debug, Clone, serde::Serialize)]
pub struct Left {
    /// The item.
    pub item: i64,
    /// The day on which its time fell due.
    pub due: Date,
    /// The day of the meeting.
    pub on: Date,
    /// Why nobody needs it.
    pub why: String,
}

/// A recurrence with its times.
#[derive(Debug, Clone)]
pub struct View {
    /// What is kept.
    pub kept: KeptRecurrence,
    /// The same, with the times that a decision, a minute or a resolution shows as considered.
    pub recurrence: Recurrence,
    /// Its times, the first first.
    pub times: Vec<Time>,
    /// Items that nobody needs any more.
    pub left: Vec<Left>,
    /// The body's meetings.
    pub sittings: Vec<Sitting>,
    /// The day on which somebody looks.
    pub today: Date,
}

impl View {
    /// A recurrence as it stands on a day.
    pub async fn of(desk: &Desk, kept: KeptRecurrence, looking: &Looking) -> Result<View, StoreError> {
        let today = looking.today;
        let until = plus(today.max(kept.recurrence.decided), REACH).unwrap_or(today);
        let sittings = sittings::of(desk, kept.body_id, kept.recurrence.decided, looking).await?;
        let listed: Vec<Listed> = sittings.iter().map(Sitting::listed).collect();
        let (items, shared) = (desk.items_of_recurrence(kept.id).await?, desk.shared_of(kept.id).await?);
        let mut recurrence = kept.recurrence.clone();
        let mut put = Vec::new();
        for one in &items {
            let (Ok(due), Some(on)) = (one.due_date.parse::<Date>(), one.on()) else { continue };
            let met = sitting_of(&sittings, one.item.planned_meeting_id).is_none_or(|s| !s.takes.off());
            if on <= today
                && let Some(shown) = desk.shown(one, met).await?
            {
                let words = format!("{} at item {} of {}, {}", shown.words(), one.item.number, one.body, long(on));
                // What the rule refuses, such as a meeting before the day, is not counted as considered.
                recurrence.consider(due, on, &words).ok();
            }
            let own = sitting_of(&sittings, one.item.planned_meeting_id).is_some_and(|s| !s.takes.off());
            if own && on >= due && !one.is_replaced() && !one.is_off() {
                put.push((due, on));
            }
        }
        let slots = recurrence.slots_put(until, &listed, &put, today);
        let times = slots.into_iter().map(|slot| time(slot, &items, &shared, &sittings)).collect();
        let left = items.iter().filter_map(|one| left(one, &recurrence, &sittings, today)).collect();
        Ok(View { kept, recurrence, times, left, sittings, today })
    }

    /// Completes each time with the version of the plan that it reviewed.
    pub async fn with_versions(mut self, desk: &Desk) -> Result<View, StoreError> {
        let Some(paper) = self.kept.working_paper_id else { return Ok(self) };
        for time in &mut self.times {
            let Some(made) = &time.made else { continue };
            let cleared = desk.cleared("item", made.item.id).await?;
            time.plan_version = desk.version_at(paper, cleared.as_ref().map_or("9999", |c| c.at.as_str())).await?;
        }
        Ok(self)
    }

    /// The meeting of a day that is to be.
    pub fn sitting_on(&self, day: Date) -> Option<&Sitting> {
        self.sittings.iter().find(|s| s.on == day && !s.takes.off())
    }

    /// The meeting on whose agenda an item stands.
    pub fn sitting_of(&self, item: &SlotItem) -> Option<&Sitting> {
        sitting_of(&self.sittings, item.item.planned_meeting_id)
    }

    /// The meeting to come on whose agenda one time stands now; none where it stands on none.
    pub fn stands(&self, time: &Time) -> Option<&Sitting> {
        let made = time.made.as_ref().filter(|_| !time.off)?;
        self.sitting_of(made).filter(|s| !s.takes.off() && s.on >= self.today)
    }
}

fn sitting_of(sittings: &[Sitting], meeting: i64) -> Option<&Sitting> {
    sittings.iter().find(|s| s.meeting.id == meeting)
}

fn time(slot: Slot, items: &[SlotItem], shared: &[Shared], sittings: &[Sitting]) -> Time {
    let due = slot.due.to_string();
    let own = || items.iter().filter(|i| i.due_date == due);
    let made = own().find(|i| !i.is_replaced()).cloned();
    let next = match slot.placed {
        Placed::NotTaken { next: Some(next), .. } => sittings.iter().find(|s| s.on == next && !s.takes.off()),
        _ => None,
    };
    Time {
        off: made.as_ref().is_some_and(SlotItem::is_off),
        earlier: own().filter(|i| i.is_replaced()).cloned().collect(),
        again_from: made.as_ref().and_then(|_| slot.again_from(next.and_then(|s| s.last_day))),
        shared: shared.iter().find(|s| s.due_date == due).cloned(),
        plan_version: None,
        made,
        slot,
    }
}

/// An item on an agenda to come whose time the end cut off, or another meeting considered.
fn left(one: &SlotItem, recurrence: &Recurrence, sittings: &[Sitting], today: Date) -> Option<Left> {
    let (due, on) = (one.due_date.parse::<Date>().ok()?, one.on().filter(|on| *on >= today)?);
    let stands = !one.is_off() && sitting_of(sittings, one.item.planned_meeting_id).is_none_or(|s| !s.takes.off());
    if !stands {
        return None;
    }
    let why = match (recurrence.ended(), recurrence.considered.iter().find(|c| c.due == due)) {
        (_, Some(done)) if done.on != on => format!("{} shows that it was considered already", done.minute),
        (Some(end), None) if due > end.on => format!("It ended on {} by {}", long(end.on), end.decision),
        _ => return None,
    };
    Some(Left { item: one.item.id, due, on, why })
}
