//! What comes back to a body again and again, the items that each time became, and what was told of them. Each step is one
//! transaction that looks first whether another node took it.

use jiff::civil::Date;
use redress::forward_plan::{Entry, When, Why};
use redress::recurrence::Recurrence;
use serde_json::{Value, json};

use super::forward_plan::{self, Planning};
use super::item::{self, PlannedItem};
use super::item_event::{self, Leaving};
use super::{next, read, written};
use crate::StoreError;
use crate::db::Tx;
use crate::desk::Desk;
use crate::desk::journal::{self, Act};
use crate::desk::outbox::{self, Letter};
use crate::on;

/// Something that comes back, as it is kept.
#[derive(Debug, Clone, serde::Serialize)]
pub struct KeptRecurrence {
    /// Its number at the desk.
    pub id: i64,
    /// The item whose decision set it.
    pub planned_item_id: i64,
    /// The body to which it comes back.
    pub body_id: i64,
    /// The post that reports.
    pub owner_post_id: i64,
    /// The action plan that is reviewed.
    pub working_paper_id: Option<i64>,
    /// Whether the plan goes to the Ombudsman after each review.
    pub shares_plan: bool,
    /// The item whose decision ended it.
    pub ended_item_id: Option<i64>,
    /// The rule, and what was decided of it.
    pub recurrence: Recurrence,
    /// How often it was changed; a change says which one it saw.
    pub revision: i64,
}

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

/// That the plan went to the Ombudsman.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow, serde::Serialize)]
pub struct Shared {
    /// The day on which the review fell due.
    pub due_date: String,
    /// When it went.
    pub sent_date: String,
    /// How.
    pub words: String,
    /// Who recorded it.
    pub recorded_by: String,
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

type Row = (i64, i64, i64, i64, Option<i64>, bool, Option<i64>, String, i64);

const COLUMNS: &str =
    "select id, planned_item_id, body_id, owner_post_id, working_paper_id, shares_plan, ended_item_id, record, revision from recurrence";

fn kept(row: Row) -> Result<KeptRecurrence, StoreError> {
    let (id, planned_item_id, body_id, owner_post_id, working_paper_id, shares_plan, ended_item_id, record, revision) = row;
    let recurrence = read("recurrence", &record)?;
    Ok(KeptRecurrence { id, planned_item_id, body_id, owner_post_id, working_paper_id, shares_plan, ended_item_id, recurrence, revision })
}

/// Notes that this is told; false where it was told before.
async fn tell(tx: &mut Tx, telling: &Telling<'_>, act: &Act<'_>) -> Result<bool, StoreError> {
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

impl Desk {
    /// Sets something to come back; gives its number.
    pub async fn set_recurrence(&self, new: &KeptRecurrence, act: &Act<'_>) -> Result<i64, StoreError> {
        let mut tx = self.db.write().await?;
        let id = next(&mut tx, "select coalesce(max(id), 0) + 1 from recurrence").await?;
        on!(tx &mut tx, c => sqlx::query(
            "insert into recurrence (id, planned_item_id, body_id, owner_post_id, working_paper_id, shares_plan, record, revision, recorded_by, recorded_at)
             values ($1, $2, $3, $4, $5, $6, $7, 1, $8, $9)")
            .bind(id).bind(new.planned_item_id).bind(new.body_id).bind(new.owner_post_id).bind(new.working_paper_id).bind(new.shares_plan)
            .bind(written("recurrence", &new.recurrence)?).bind(act.who).bind(act.at.to_string()).execute(c).await.map(|_| ()))
        .map_err(StoreError::database("recurrence"))?;
        journal::write(&mut tx, act, "set_recurrence", &format!("recurrence {id}"), &json!(new)).await?;
        tx.commit().await?;
        Ok(id)
    }

    /// Writes one that was changed; false where somebody changed it meanwhile.
    pub async fn change_recurrence(&self, seen: &KeptRecurrence, what: &str, body: &Value, act: &Act<'_>) -> Result<bool, StoreError> {
        let mut tx = self.db.write().await?;
        let done: u64 = on!(tx &mut tx, c => sqlx::query(
            "update recurrence set record = $1, ended_item_id = $2, revision = revision + 1 where id = $3 and revision = $4")
            .bind(written("recurrence", &seen.recurrence)?).bind(seen.ended_item_id).bind(seen.id).bind(seen.revision)
            .execute(c).await.map(|d| d.rows_affected()))
        .map_err(StoreError::database("recurrence"))?;
        if done == 0 {
            return Ok(false);
        }
        journal::write(&mut tx, act, what, &format!("recurrence {}", seen.id), body).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// Something that comes back.
    pub async fn recurrence(&self, id: i64) -> Result<Option<KeptRecurrence>, StoreError> {
        let sql = format!("{COLUMNS} where id = $1");
        let row: Option<Row> = on!(db &self.db, pool => sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(id).fetch_optional(pool).await)
            .map_err(StoreError::database("recurrence"))?;
        row.map(kept).transpose()
    }

    /// Everything that comes back, or what the decision at an item set.
    pub async fn recurrences(&self, item: Option<i64>) -> Result<Vec<KeptRecurrence>, StoreError> {
        let sql = format!("{COLUMNS} where $1 = 0 or planned_item_id = $1 order by id");
        let rows: Vec<Row> =
            on!(db &self.db, pool => sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(item.unwrap_or(0)).fetch_all(pool).await)
                .map_err(StoreError::database("recurrences"))?;
        rows.into_iter().map(kept).collect()
    }

    /// The items that its times became.
    pub async fn slots_of(&self, recurrence: i64) -> Result<Vec<KeptSlot>, StoreError> {
        on!(db &self.db, pool => sqlx::query_as(
            "select recurrence_id, due_date, planned_item_id, forward_plan_entry_id from recurrence_slot where recurrence_id = $1 order by due_date")
            .bind(recurrence).fetch_all(pool).await)
        .map_err(StoreError::database("recurrence"))
    }

    /// The times that an item was made for.
    pub async fn slot_of_item(&self, item: i64) -> Result<Option<KeptSlot>, StoreError> {
        on!(db &self.db, pool => sqlx::query_as(
            "select recurrence_id, due_date, planned_item_id, forward_plan_entry_id from recurrence_slot where planned_item_id = $1")
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

    /// Makes the item of one time with its entry in the forward plan; none where it is made already.
    pub async fn make_slot(&self, making: &Making<'_>, act: &Act<'_>) -> Result<Option<i64>, StoreError> {
        let failed = StoreError::database("recurrence");
        let mut tx = self.db.write().await?;
        let there: i64 = on!(tx &mut tx, c => sqlx::query_scalar(
            "select count(*) from recurrence_slot where recurrence_id = $1 and due_date = $2")
            .bind(making.recurrence).bind(making.due.to_string()).fetch_one(c).await)
        .map_err(&failed)?;
        if there > 0 {
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

    /// Moves the item of one time from a meeting that is not to be, and tells it; false where that was done already.
    pub async fn move_slot(
        &self,
        slot: &KeptSlot,
        leaving: &Leaving<'_>,
        to: Date,
        telling: &Telling<'_>,
        act: &Act<'_>,
    ) -> Result<bool, StoreError> {
        let mut tx = self.db.write().await?;
        let at: Option<i64> = on!(tx &mut tx, c => sqlx::query_scalar("select planned_meeting_id from planned_item where id = $1")
            .bind(leaving.item.id).fetch_optional(c).await)
        .map_err(StoreError::database("recurrence"))?;
        // Another node, or a clerk, moved it meanwhile.
        if at != Some(leaving.item.planned_meeting_id) || !tell(&mut tx, telling, act).await? {
            return Ok(false);
        }
        // The transaction is dropped where the item stays: then nothing was told either.
        if item_event::leave(&mut tx, leaving, act).await?.is_err() {
            return Ok(false);
        }
        if let (Some(entry), Some(meeting)) = (slot.forward_plan_entry_id, leaving.to_meeting) {
            let why = Why { words: leaving.why.into(), by: act.who.into(), on: leaving.on };
            forward_plan::put_to(&mut tx, entry, meeting, When::On { day: to }, why, act).await?;
        }
        tx.commit().await?;
        Ok(true)
    }

    /// Tells something of one time; false where it was told before.
    pub async fn tell_of_slot(&self, telling: &Telling<'_>, act: &Act<'_>) -> Result<bool, StoreError> {
        let mut tx = self.db.write().await?;
        let new = tell(&mut tx, telling, act).await?;
        tx.commit().await?;
        Ok(new)
    }

    /// Records that the plan went to the Ombudsman after a review; false where that is on record.
    pub async fn share_plan(&self, recurrence: i64, due: Date, sent: Date, words: &str, act: &Act<'_>) -> Result<bool, StoreError> {
        let mut tx = self.db.write().await?;
        let done: u64 = on!(tx &mut tx, c => sqlx::query(
            "insert into recurrence_shared (recurrence_id, due_date, sent_date, words, recorded_by, recorded_at) values ($1, $2, $3, $4, $5, $6)
             on conflict do nothing")
            .bind(recurrence).bind(due.to_string()).bind(sent.to_string()).bind(words).bind(act.who).bind(act.at.to_string())
            .execute(c).await.map(|d| d.rows_affected()))
        .map_err(StoreError::database("recurrence"))?;
        if done == 0 {
            return Ok(false);
        }
        journal::write(
            &mut tx,
            act,
            "share_plan",
            &format!("recurrence {recurrence}"),
            &json!({ "due": due, "sent": sent, "words": words }),
        )
        .await?;
        tx.commit().await?;
        Ok(true)
    }

    /// When the plan went to the Ombudsman.
    pub async fn shared_of(&self, recurrence: i64) -> Result<Vec<Shared>, StoreError> {
        on!(db &self.db, pool => sqlx::query_as(
            "select due_date, sent_date, words, recorded_by from recurrence_shared where recurrence_id = $1 order by due_date")
            .bind(recurrence).fetch_all(pool).await)
        .map_err(StoreError::database("recurrence"))
    }

    /// The version of a paper that was current at a moment, as stored; none before the first.
    pub async fn version_at(&self, paper: i64, moment: &str) -> Result<Option<i64>, StoreError> {
        let version: Option<i64> = on!(db &self.db, pool => sqlx::query_scalar(
            "select max(version) from paper_version where working_paper_id = $1 and added_at <= $2").bind(paper).bind(moment).fetch_one(pool).await)
        .map_err(StoreError::database("versions"))?;
        Ok(version)
    }
}
