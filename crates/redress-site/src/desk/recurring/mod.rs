//! What comes back to a body again and again: where each of its times stands, and the job that makes its items, moves them in
//! sight and tells whom it must.

use jiff::civil::Date;
use redress::counting::plus;
use redress::meeting::Standing;
use redress::recurrence::{Listed, Recurrence, Slot};
use redress_store::StoreError;
use redress_store::desk::Desk;
use redress_store::desk::work::item::PlannedItem;
use redress_store::desk::work::meeting::PlannedMeeting;
use redress_store::desk::work::meeting_list::{ListedMeeting, Wanted};
use redress_store::desk::work::recurrence::{KeptRecurrence, KeptSlot, Shared};

/// The job.
pub mod job;

/// How far ahead its times are listed and their items made: the meetings of a municipal year and a month.
const REACH: i32 = 400;

/// One time with everything that is known of it.
#[derive(Debug, Clone)]
pub struct Time {
    /// The rule's view of it.
    pub slot: Slot,
    /// The item that it became.
    pub made: Option<KeptSlot>,
    /// That item.
    pub item: Option<PlannedItem>,
    /// The meeting of that item.
    pub meeting: Option<PlannedMeeting>,
    /// The item came off its agenda and stands on no other.
    pub off: bool,
    /// The version of the plan that was current when its agenda was published; the newest while it is not.
    pub plan_version: Option<i64>,
    /// That the plan went to the Ombudsman afterwards.
    pub shared: Option<Shared>,
}

/// A recurrence with its times.
#[derive(Debug, Clone)]
pub struct View {
    /// What is kept.
    pub kept: KeptRecurrence,
    /// The same, with the times that minutes show as considered.
    pub recurrence: Recurrence,
    /// Its times, the first first.
    pub times: Vec<Time>,
    /// The body's meetings.
    pub meetings: Vec<ListedMeeting>,
}

/// Whether items of a meeting that stands so need another.
fn not_to_be(standing: Standing) -> bool {
    matches!(standing, Standing::Cancelled | Standing::Moved | Standing::Inquorate)
}

impl View {
    /// A recurrence as it stands on a day.
    pub async fn of(desk: &Desk, kept: KeptRecurrence, today: Date) -> Result<View, StoreError> {
        let until = plus(today.max(kept.recurrence.decided), REACH).unwrap_or(today);
        let wanted = Wanted { body: Some(kept.body_id), from: Some(kept.recurrence.decided.to_string()), ..Wanted::default() };
        let meetings = desk.meetings_wanted(&wanted).await?;
        let listed: Vec<Listed> = meetings
            .iter()
            .filter_map(|m| Some(Listed { on: m.meeting.on_date.parse().ok()?, cancelled: not_to_be(m.standing) }))
            .collect();
        let (slots, shared) = (desk.slots_of(kept.id).await?, desk.shared_of(kept.id).await?);
        let mut recurrence = kept.recurrence.clone();
        let mut made = Vec::new();
        let mut put = Vec::new();
        for slot in slots {
            let Ok(due) = slot.due_date.parse::<Date>() else { continue };
            let item = desk.planned_item(slot.planned_item_id).await?;
            let meeting = match &item {
                Some(item) => desk.planned_meeting(item.planned_meeting_id).await?,
                None => None,
            };
            let held = meeting.as_ref().and_then(|m| m.on_date.parse::<Date>().ok());
            if let (Some(item), Some(meeting), Some(on)) = (&item, &meeting, held) {
                if let Some(minute) = shows(desk, item, meeting).await? {
                    // What the rule refuses, such as a meeting before the day, is not counted as considered.
                    recurrence.consider(due, on, &minute).ok();
                }
                let stands = meetings.iter().find(|m| m.meeting.id == meeting.id).is_some_and(|m| !not_to_be(m.standing));
                if stands && on >= due {
                    put.push((due, on));
                }
            }
            made.push((due, slot, item, meeting));
        }
        let mut times = Vec::new();
        for slot in recurrence.slots_put(until, &listed, &put, today) {
            let found = made.iter().position(|(due, ..)| *due == slot.due).map(|at| made.swap_remove(at));
            let own = shared.iter().find(|s| s.due_date == slot.due.to_string()).cloned();
            times.push(time(desk, &kept, slot, found, own).await?);
        }
        Ok(View { kept, recurrence, times, meetings })
    }

    /// The meeting of a day.
    pub fn meeting_on(&self, day: Date) -> Option<&PlannedMeeting> {
        self.meetings.iter().find(|m| m.meeting.on_date == day.to_string() && !not_to_be(m.standing)).map(|m| &m.meeting)
    }

    /// Whether a planned meeting is not to be.
    pub fn is_off(&self, meeting: i64) -> bool {
        self.meetings.iter().any(|m| m.meeting.id == meeting && not_to_be(m.standing))
    }
}

type Made = (Date, KeptSlot, Option<PlannedItem>, Option<PlannedMeeting>);

async fn time(desk: &Desk, kept: &KeptRecurrence, slot: Slot, made: Option<Made>, shared: Option<Shared>) -> Result<Time, StoreError> {
    let Some((_, row, item, meeting)) = made else {
        return Ok(Time { slot, made: None, item: None, meeting: None, off: false, plan_version: None, shared });
    };
    let off = desk.off(row.planned_item_id).await?.is_some();
    let plan_version = match kept.working_paper_id {
        Some(paper) => {
            let cleared = desk.cleared("item", row.planned_item_id).await?;
            desk.version_at(paper, cleared.as_ref().map_or("9999", |c| c.at.as_str())).await?
        }
        None => None,
    };
    Ok(Time { slot, made: Some(row), item, meeting, off, plan_version, shared })
}

/// What shows that a meeting considered an item: its minute, or the decision that it took.
async fn shows(desk: &Desk, item: &PlannedItem, meeting: &PlannedMeeting) -> Result<Option<String>, StoreError> {
    let at = || {
        format!("item {} of {}, {}", item.number, meeting.body, meeting.on_date.parse().map_or(meeting.on_date.clone(), redress::day::long))
    };
    if desk.minute(item.id).await?.is_some() {
        return Ok(Some(format!("the minute of {}", at())));
    }
    Ok(desk.recorded_decision(item.id).await?.map(|_| format!("the decision at {}", at())))
}
