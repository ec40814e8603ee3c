//! The items of what comes back, read at once: where each stands, and what shows that its meeting considered it.

use jiff::civil::Date;
use redress::minutes::stage::{Stages, Stands};
use redress::workspace::Record;

use super::item::{PlannedItem, STANDS};
use super::read;
use super::recurrence_slot::KeptSlot;
use crate::StoreError;
use crate::desk::Desk;
use crate::on;

/// An item that one time became, now or before another took its place.
#[derive(Debug, Clone, sqlx::FromRow, serde::Serialize)]
pub struct SlotItem {
    /// The recurrence.
    pub recurrence_id: i64,
    /// The day on which the time falls due, as stored.
    pub due_date: String,
    /// Its entry in the forward plan.
    pub forward_plan_entry_id: Option<i64>,
    /// Why another item took its place; none while it is the one.
    pub replaced_because: Option<String>,
    /// The item.
    #[sqlx(flatten)]
    pub item: PlannedItem,
    /// The day of its meeting, as stored.
    pub on_date: String,
    /// The body that meets.
    pub body: String,
    off: i64,
    decided: i64,
    published: i64,
    minuted: i64,
    taken_down: i64,
    stages: Option<String>,
}

/// What shows that a meeting considered an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Shown {
    /// A decision on record.
    Decision,
    /// A resolution that was taken down at the meeting.
    Resolution,
    /// Its minute, which the public can read.
    PublishedMinute,
    /// Its minute, which the body confirmed.
    ConfirmedMinute,
}

impl Shown {
    /// As a page names it.
    pub fn words(self) -> &'static str {
        match self {
            Shown::Decision => "the decision recorded",
            Shown::Resolution => "the resolution taken down",
            Shown::PublishedMinute => "the published minute",
            Shown::ConfirmedMinute => "the confirmed minute",
        }
    }
}

impl SlotItem {
    /// The time as it is kept.
    pub fn slot(&self) -> KeptSlot {
        KeptSlot {
            recurrence_id: self.recurrence_id,
            due_date: self.due_date.clone(),
            planned_item_id: self.item.id,
            forward_plan_entry_id: self.forward_plan_entry_id,
        }
    }

    /// The day of its meeting.
    pub fn on(&self) -> Option<Date> {
        self.on_date.parse().ok()
    }

    /// Whether it came off its agenda and stands on no other.
    pub fn is_off(&self) -> bool {
        self.off > 0
    }

    /// Whether another item took its place.
    pub fn is_replaced(&self) -> bool {
        self.replaced_because.is_some()
    }

    /// The minute that shows it: a draft that nobody outside can read shows nothing.
    fn minute(&self) -> Result<Option<Shown>, StoreError> {
        let stands = self.stages.as_deref().map(|s| read::<Stages>("minutes", s)).transpose()?.map(|s| s.stands());
        Ok(match stands {
            Some(Stands::Confirmed | Stands::Signed) if self.minuted > 0 => Some(Shown::ConfirmedMinute),
            Some(Stands::PublishedAsDraft) if self.minuted > 0 => Some(Shown::PublishedMinute),
            _ if self.published > 0 => Some(Shown::PublishedMinute),
            _ => None,
        })
    }
}

impl Desk {
    /// The items of something that comes back, by day; where others took the place of an item, the first comes first.
    pub async fn items_of_recurrence(&self, recurrence: i64) -> Result<Vec<SlotItem>, StoreError> {
        let sql = format!(
            "select x.recurrence_id, x.due_date, x.forward_plan_entry_id, x.replaced_because, planned_item.id, planned_item.planned_meeting_id,
               planned_item.number, planned_item.position, planned_item.title, planned_item.public_title, planned_item.agenda_text,
               planned_item.ombudsman_paper_id, planned_item.place, planned_item.issue_id, planned_item.revision, m.on_date, b.name as body,
               cast(case when {STANDS} then 0 else 1 end as bigint) as off,
               (select count(*) from recorded_decision r where r.planned_item_id = planned_item.id) as decided,
               (select count(*) from cleared k where k.kind = 'minute' and k.record_id = planned_item.id and k.ended_at is null) as published,
               (select count(*) from written_minute w where w.planned_item_id = planned_item.id) as minuted,
               (select count(*) from workspace_entry e where e.planned_meeting_id = planned_item.planned_meeting_id) as taken_down,
               (select n.stages from meeting_minutes n where n.planned_meeting_id = planned_item.planned_meeting_id) as stages
             from (select recurrence_id, due_date, planned_item_id, forward_plan_entry_id, cast(null as text) as replaced_because
                     from recurrence_slot where recurrence_id = $1
                   union all select recurrence_id, due_date, planned_item_id, cast(null as bigint), why
                     from recurrence_replaced where recurrence_id = $1) x
             join planned_item on planned_item.id = x.planned_item_id
             join planned_meeting m on m.id = planned_item.planned_meeting_id join body b on b.id = m.body_id
             order by x.due_date, planned_item.id"
        );
        on!(db &self.db, pool => sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(recurrence).fetch_all(pool).await)
            .map_err(StoreError::database("recurrence"))
    }

    /// What shows that its meeting considered an item. Of a meeting that was not to be, only what it decided counts: its minutes
    /// say that it did nothing.
    pub async fn shown(&self, of: &SlotItem, met: bool) -> Result<Option<Shown>, StoreError> {
        if of.decided > 0 {
            return Ok(Some(Shown::Decision));
        }
        if let Some(minute) = of.minute()?.filter(|_| met) {
            return Ok(Some(minute));
        }
        if of.taken_down == 0 {
            return Ok(None);
        }
        let record = Record::of(&self.workspace(of.item.planned_meeting_id).await?);
        Ok(record.resolution(&of.item.number).map(|_| Shown::Resolution))
    }

    /// The meetings of a body whose agenda the public has, or had.
    pub async fn agendas_out(&self, body: i64) -> Result<Vec<i64>, StoreError> {
        on!(db &self.db, pool => sqlx::query_scalar(
            "select distinct i.planned_meeting_id from cleared k join planned_item i on i.id = k.record_id
             join planned_meeting m on m.id = i.planned_meeting_id where k.kind = 'item' and m.body_id = $1 order by i.planned_meeting_id")
            .bind(body).fetch_all(pool).await)
        .map_err(StoreError::database("agendas"))
    }
}
