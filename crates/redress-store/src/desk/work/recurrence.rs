//! What comes back to a body again and again, as decisions set and end it.

use jiff::civil::Date;
use redress::recurrence::Recurrence;
use serde_json::{Value, json};

use super::{next, read, written};
use crate::StoreError;
use crate::db::Tx;
use crate::desk::Desk;
use crate::desk::journal::{self, Act};
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
    /// The posts that are told when it moves, besides.
    pub told_post_ids: Vec<i64>,
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

type Row = (i64, i64, i64, i64, Option<i64>, bool, Option<i64>, String, i64);

const COLUMNS: &str =
    "select id, planned_item_id, body_id, owner_post_id, working_paper_id, shares_plan, ended_item_id, record, revision from recurrence";

fn kept(row: Row) -> Result<KeptRecurrence, StoreError> {
    let (id, planned_item_id, body_id, owner_post_id, working_paper_id, shares_plan, ended_item_id, record, revision) = row;
    let recurrence = read("recurrence", &record)?;
    Ok(KeptRecurrence {
        id,
        planned_item_id,
        body_id,
        owner_post_id,
        told_post_ids: Vec::new(),
        working_paper_id,
        shares_plan,
        ended_item_id,
        recurrence,
        revision,
    })
}

/// The day of the decision that ended it, by which lists leave it out later on.
fn ended_date(kept: &KeptRecurrence) -> Option<String> {
    kept.recurrence.ended().map(|end| end.on.to_string())
}

/// Writes one that was changed, in the transaction of an act; false where somebody changed it meanwhile.
pub(super) async fn change(tx: &mut Tx, seen: &KeptRecurrence, what: &str, body: &Value, act: &Act<'_>) -> Result<bool, StoreError> {
    let done: u64 = on!(tx &mut *tx, c => sqlx::query(
        "update recurrence set record = $1, owner_post_id = $2, ended_item_id = $3, ended_date = $4, revision = revision + 1
         where id = $5 and revision = $6")
        .bind(written("recurrence", &seen.recurrence)?).bind(seen.owner_post_id).bind(seen.ended_item_id).bind(ended_date(seen))
        .bind(seen.id).bind(seen.revision).execute(c).await.map(|d| d.rows_affected()))
    .map_err(StoreError::database("recurrence"))?;
    if done > 0 {
        journal::write(tx, act, what, &format!("recurrence {}", seen.id), body).await?;
    }
    Ok(done > 0)
}

/// Whether it still falls due on a day, as it stands now: a decision may have ended it meanwhile.
pub(super) async fn falls_due(tx: &mut Tx, id: i64, due: Date) -> Result<bool, StoreError> {
    let record: Option<String> =
        on!(tx tx, c => sqlx::query_scalar("select record from recurrence where id = $1").bind(id).fetch_optional(c).await)
            .map_err(StoreError::database("recurrence"))?;
    let Some(record) = record else { return Ok(false) };
    Ok(read::<Recurrence>("recurrence", &record)?.due(due).contains(&due))
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
        for post in &new.told_post_ids {
            on!(tx &mut tx, c => sqlx::query("insert into recurrence_told_post (recurrence_id, post_id) values ($1, $2) on conflict do nothing")
                .bind(id).bind(post).execute(c).await.map(|_| ()))
            .map_err(StoreError::database("recurrence"))?;
        }
        journal::write(&mut tx, act, "set_recurrence", &format!("recurrence {id}"), &json!(new)).await?;
        tx.commit().await?;
        Ok(id)
    }

    /// Writes one that was changed; false where somebody changed it meanwhile.
    pub async fn change_recurrence(&self, seen: &KeptRecurrence, what: &str, body: &Value, act: &Act<'_>) -> Result<bool, StoreError> {
        let mut tx = self.db.write().await?;
        let done = change(&mut tx, seen, what, body, act).await?;
        tx.commit().await?;
        Ok(done)
    }

    /// Something that comes back.
    pub async fn recurrence(&self, id: i64) -> Result<Option<KeptRecurrence>, StoreError> {
        let sql = format!("{COLUMNS} where id = $1");
        let row: Option<Row> = on!(db &self.db, pool => sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(id).fetch_optional(pool).await)
            .map_err(StoreError::database("recurrence"))?;
        match row {
            Some(row) => Ok(self.with_told(vec![kept(row)?]).await?.pop()),
            None => Ok(None),
        }
    }

    /// Everything that comes back, or what the decision at an item set.
    pub async fn recurrences(&self, item: Option<i64>) -> Result<Vec<KeptRecurrence>, StoreError> {
        let sql = format!("{COLUMNS} where $1 = 0 or planned_item_id = $1 order by id");
        let rows: Vec<Row> =
            on!(db &self.db, pool => sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(item.unwrap_or(0)).fetch_all(pool).await)
                .map_err(StoreError::database("recurrences"))?;
        self.with_told(rows.into_iter().map(kept).collect::<Result<_, _>>()?).await
    }

    /// What runs, and what ended on this day or later: of that something may still be open.
    pub async fn recurrences_open(&self, ended_from: Date) -> Result<Vec<KeptRecurrence>, StoreError> {
        let sql = format!("{COLUMNS} where ended_date is null or ended_date >= $1 order by id");
        let rows: Vec<Row> =
            on!(db &self.db, pool => sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(ended_from.to_string()).fetch_all(pool).await)
                .map_err(StoreError::database("recurrences"))?;
        self.with_told(rows.into_iter().map(kept).collect::<Result<_, _>>()?).await
    }

    /// The numbers of the same, so that one that cannot be read keeps no other back.
    pub async fn recurrence_numbers(&self, ended_from: Date) -> Result<Vec<i64>, StoreError> {
        on!(db &self.db, pool => sqlx::query_scalar("select id from recurrence where ended_date is null or ended_date >= $1 order by id")
            .bind(ended_from.to_string()).fetch_all(pool).await)
        .map_err(StoreError::database("recurrences"))
    }

    /// What runs and a post reports on.
    pub async fn recurrences_of_post(&self, post: i64) -> Result<Vec<KeptRecurrence>, StoreError> {
        let sql = format!("{COLUMNS} where owner_post_id = $1 and ended_date is null order by id");
        let rows: Vec<Row> = on!(db &self.db, pool => sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(post).fetch_all(pool).await)
            .map_err(StoreError::database("recurrences"))?;
        let all = self.with_told(rows.into_iter().map(kept).collect::<Result<_, _>>()?).await?;
        Ok(all.into_iter().filter(|k| k.recurrence.ended().is_none()).collect())
    }

    /// Completes each with the posts that are told.
    async fn with_told(&self, mut all: Vec<KeptRecurrence>) -> Result<Vec<KeptRecurrence>, StoreError> {
        let (Some(low), Some(high)) = (all.iter().map(|k| k.id).min(), all.iter().map(|k| k.id).max()) else { return Ok(all) };
        let told: Vec<(i64, i64)> = on!(db &self.db, pool => sqlx::query_as(
            "select recurrence_id, post_id from recurrence_told_post where recurrence_id >= $1 and recurrence_id <= $2 order by recurrence_id, post_id")
            .bind(low).bind(high).fetch_all(pool).await)
        .map_err(StoreError::database("recurrences"))?;
        for kept in &mut all {
            kept.told_post_ids = told.iter().filter(|(id, _)| *id == kept.id).map(|(_, post)| *post).collect();
        }
        Ok(all)
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
