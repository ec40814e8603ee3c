//! The times of what comes back: the item that each became, another in its place, what was told. Each step is one transaction
//! that looks first whether another node took it, and whether a decision ended it.

use jiff::civil::Date;
use redress::forward_plan::{Entry, When, Why};
use serde_json::json;

use super::forward_plan::{self, Planning};
use super::item::{self, PlannedItem};
use super::item_event::{self, Leaving};
use super::recurrence::falls_due;
use crate::StoreError;
use crate::db::Tx;
use crate::desk::Desk;
use crate::desk::journal::{self, Act};
use crate::desk::outbox::{self, Letter};
use crate::on;

/// The item that one time became.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow, serde::Serialize)]
pub struct KeptSlot {
    /// The recurrence.
    pub recurrence_id: i64,
    /// The day on which it falls due, as stored.
    pub due_date: String,
    /// The item.
    pub planned_item_id: i64,
    /// Its entry in the forward plan.
    pub forward_plan_entry_id: Option<i64>,
}

/// Something that was told of one time.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow, serde::Serialize)]
pub struct ToldOfSlot {
    /// The day on which it falls due.
    pub due_date: String,
    /// `owner`, `moved`, `no_meeting`.
    pub kind: String,
    /// The day of the meeting that it is about.
    pub about_date: String,
    /// When it was told.
    pub told_at: String,
}

/// An item to make of one time.
#[derive(Debug, Clone, Copy)]
pub struct Making<'a> {
    /// The recurrence.
    pub recurrence: i64,
    /// The day on which it falls due.
    pub due: Date,
    /// The item.
    pub item: &'a PlannedItem,
    /// The cases that it considers.
    pub cases: &'a [i64],
    /// The entry of the forward plan.
    pub entry: Option<&'a Entry>,
}

/// Something to tell of one time, once.
#[derive(Debug, Clone, Copy)]
pub struct Telling<'a> {
    /// The recurrence.
    pub recurrence: i64,
    /// The day on which it falls due.
    pub due: Date,
    /// What: `owner`, `moved`, `no_meeting`.
    pub kind: &'a str,
    /// The day of the meeting that it is about.
    pub about: Date,
    /// To whom what is told.
    pub letters: &'a [Letter],
}

/// Putting one time on another agenda.
#[derive(Debug, Clone, Copy)]
pub struct Putting<'a> {
    /// The item as it stands, the meeting that it goes to, and why.
    pub leaving: Leaving<'a>,
    /// The day of that meeting.
    pub to: Date,
    /// The item stays on its agenda, and another is made.
    pub stays: bool,
    /// The cases that the other considers.
    pub cases: &'a [i64],
    /// What is told.
    pub telling: Telling<'a>,
}

/// Notes that this is told; false where it was told before. With no letter nobody is told, and nothing is noted.
async fn tell(tx: &mut Tx, telling: &Telling<'_>, act: &Act<'_>) -> Result<bool, StoreError> {
    if telling.letters.is_empty() {
        return Ok(false);
    }
    let done: u64 = on!(tx &mut *tx, c => sqlx::query(
        "insert into recurrence_told (recurrence_id, due_date, kind, about_date, told_at) values ($1, $2, $3, $4, $5) on conflict do nothing")
        .bind(telling.recurrence).bind(telling.due.to_string()).bind(telling.kind).bind(telling.about.to_string()).bind(act.at.to_string())
        .execute(c).await.map(|d| d.rows_affected()))
    .map_err(StoreError::database("recurrence"))?;
    if done == 0 {
        return Ok(false);
    }
    for letter in telling.letters {
        outbox::put(tx, act.at, letter).await?;
    }
    let body = json!({ "due": telling.due, "kind": telling.kind, "about": telling.about, "letters": telling.letters.len() });
    journal::write(tx, act, "tell_of_review", &format!("recurrence {}", telling.recurrence), &body).await?;
    Ok(true)
}

/// Notes that an item takes the place of another, which stays on record where it stood.
async fn replace(tx: &mut Tx, slot: &KeptSlot, (before, after): (i64, i64), why: &str, act: &Act<'_>) -> Result<(), StoreError> {
    let failed = StoreError::database("recurrence");
    // What was to be heard in private stays as untold as it was.
    on!(tx &mut *tx, c => sqlx::query(
        "insert into private_plan (planned_item_id, record, planned_by, planned_at)
         select $1, record, planned_by, planned_at from private_plan where planned_item_id = $2")
        .bind(after).bind(before).execute(c).await.map(|_| ()))
    .map_err(&failed)?;
    on!(tx &mut *tx, c => sqlx::query(
        "insert into recurrence_replaced (planned_item_id, recurrence_id, due_date, why, replaced_by, replaced_at) values ($1, $2, $3, $4, $5, $6)")
        .bind(before).bind(slot.recurrence_id).bind(&slot.due_date).bind(why).bind(act.who).bind(act.at.to_string())
        .execute(c).await.map(|_| ()))
    .map_err(&failed)?;
    on!(tx &mut *tx, c => sqlx::query("update recurrence_slot set planned_item_id = $1 where recurrence_id = $2 and due_date = $3")
        .bind(after).bind(slot.recurrence_id).bind(&slot.due_date).execute(c).await.map(|_| ()))
    .map_err(&failed)?;
    if let Some(entry) = slot.forward_plan_entry_id {
        on!(tx &mut *tx, c => sqlx::query("update forward_plan_entry set planned_item_id = $1 where id = $2")
            .bind(after).bind(entry).execute(c).await.map(|_| ()))
        .map_err(&failed)?;
    }
    let body = json!({ "due": slot.due_date, "item": after, "instead_of": before, "why": why });
    journal::write(tx, act, "make_review_item", &format!("recurrence {}", slot.recurrence_id), &body).await
}

impl Desk {
    /// The time that an item was made for, also where another took its place.
    pub async fn slot_of_item(&self, item: i64) -> Result<Option<KeptSlot>, StoreError> {
        on!(db &self.db, pool => sqlx::query_as(
            "select recurrence_id, due_date, planned_item_id, forward_plan_entry_id from recurrence_slot where planned_item_id = $1
             union all select recurrence_id, due_date, planned_item_id, cast(null as bigint) from recurrence_replaced where planned_item_id = $1")
            .bind(item).fetch_optional(pool).await)
        .map_err(StoreError::database("recurrence"))
    }

    /// What was told of its times.
    pub async fn told_of_slots(&self, recurrence: i64) -> Result<Vec<ToldOfSlot>, StoreError> {
        on!(db &self.db, pool => sqlx::query_as(
            "select due_date, kind, about_date, told_at from recurrence_told where recurrence_id = $1 order by due_date, told_at, kind, about_date")
            .bind(recurrence).fetch_all(pool).await)
        .map_err(StoreError::database("recurrence"))
    }

    /// Makes the item of one time with its entry in the forward plan; none where it is made already, or falls due no more.
    pub async fn make_slot(&self, making: &Making<'_>, act: &Act<'_>) -> Result<Option<i64>, StoreError> {
        let failed = StoreError::database("recurrence");
        let mut tx = self.db.write().await?;
        let there: i64 = on!(tx &mut tx, c => sqlx::query_scalar(
            "select count(*) from recurrence_slot where recurrence_id = $1 and due_date = $2")
            .bind(making.recurrence).bind(making.due.to_string()).fetch_one(c).await)
        .map_err(&failed)?;
        if there > 0 || !falls_due(&mut tx, making.recurrence, making.due).await? {
            return Ok(None);
        }
        let Some(id) = item::insert(&mut tx, making.item, making.cases, act).await? else { return Ok(None) };
        let entry = match making.entry {
            Some(entry) => {
                let planning = Planning { entry, meeting: Some(making.item.planned_meeting_id), item: Some(id) };
                Some(forward_plan::insert(&mut tx, &planning, act).await?.0)
            }
            None => None,
        };
        on!(tx &mut tx, c => sqlx::query(
            "insert into recurrence_slot (recurrence_id, due_date, planned_item_id, forward_plan_entry_id, made_by, made_at) values ($1, $2, $3, $4, $5, $6)")
            .bind(making.recurrence).bind(making.due.to_string()).bind(id).bind(entry).bind(act.who).bind(act.at.to_string())
            .execute(c).await.map(|_| ()))
        .map_err(&failed)?;
        let body = json!({ "due": making.due, "item": id, "entry": entry });
        journal::write(&mut tx, act, "make_review_item", &format!("recurrence {}", making.recurrence), &body).await?;
        tx.commit().await?;
        Ok(Some(id))
    }

    /// Puts one time on another agenda, and tells it. Where the item cannot leave, or is to stay as what its meeting had before
    /// it, another takes its place there. False where another node or a clerk did something to it meanwhile.
    pub async fn put_slot(&self, slot: &KeptSlot, putting: &Putting<'_>, act: &Act<'_>) -> Result<bool, StoreError> {
        let (leaving, failed) = (&putting.leaving, StoreError::database("recurrence"));
        let Some(meeting) = leaving.to_meeting else { return Ok(false) };
        let due: Date = slot.due_date.parse().map_err(|_| StoreError::Damaged(format!("{} is no day of a review", slot.due_date)))?;
        let mut tx = self.db.write().await?;
        let at: Option<i64> = on!(tx &mut tx, c => sqlx::query_scalar(
            "select i.planned_meeting_id from recurrence_slot s join planned_item i on i.id = s.planned_item_id
             where s.recurrence_id = $1 and s.due_date = $2 and s.planned_item_id = $3")
            .bind(slot.recurrence_id).bind(&slot.due_date).bind(leaving.item.id).fetch_optional(c).await)
        .map_err(&failed)?;
        if at != Some(leaving.item.planned_meeting_id) || !falls_due(&mut tx, slot.recurrence_id, due).await? {
            return Ok(false);
        }
        // What was taken down goes by the numbers of the old agenda, so its item stays there.
        if putting.stays || item_event::leave(&mut tx, leaving, act).await?.is_err() {
            let new = PlannedItem { id: 0, planned_meeting_id: meeting, number: String::new(), ..leaving.item.clone() };
            let Some(id) = item::insert(&mut tx, &new, putting.cases, act).await? else { return Ok(false) };
            replace(&mut tx, slot, (leaving.item.id, id), leaving.why, act).await?;
        }
        if let Some(entry) = slot.forward_plan_entry_id {
            let why = Why { words: leaving.why.into(), by: act.who.into(), on: leaving.on };
            forward_plan::put_to(&mut tx, entry, meeting, When::On { day: putting.to }, why, act).await?;
        }
        tell(&mut tx, &putting.telling, act).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// Tells something of one time; false where it was told before, or there is nobody to tell.
    pub async fn tell_of_slot(&self, telling: &Telling<'_>, act: &Act<'_>) -> Result<bool, StoreError> {
        let mut tx = self.db.write().await?;
        let new = tell(&mut tx, telling, act).await?;
        tx.commit().await?;
        Ok(new)
    }
}
