//! Actions of decisions, each with its progress.

use redress::action::Action;
use serde_json::{Value, json};

use super::{next, read, written};
use crate::StoreError;
use crate::chain::sha256;
use crate::db::Tx;
use crate::desk::Desk;
use crate::desk::journal::{self, Act};
use crate::on;

/// An action as it is kept.
#[derive(Debug, Clone, serde::Serialize)]
pub struct KeptAction {
    /// Its number at the desk.
    pub id: i64,
    /// The item whose decision asks it.
    pub planned_item_id: i64,
    /// The body's number at the desk.
    pub body_id: i64,
    /// The body.
    pub body: String,
    /// Its address.
    pub body_slug: String,
    /// Its number among those that the body asked on that day.
    pub number: i64,
    /// The recommendation that it comes from.
    pub recommendation_id: Option<i64>,
    /// The post that owns it.
    pub owner_post_id: i64,
    /// Words, days and progress.
    pub action: Action,
    /// How often it was changed; a change says which one it saw.
    pub revision: i64,
}

impl KeptAction {
    /// Its key in public: `2025-02-26-executive-1`.
    pub fn key(&self) -> String {
        format!("{}-{}-{}", self.action.decided, self.body_slug, self.number)
    }

    /// `Action 1 of Executive, 26 February 2025`
    pub fn title(&self) -> String {
        format!("Action {} of {}, {}", self.number, self.body, redress::day::long(self.action.decided))
    }
}

/// What is asked of a list; nothing asks for all.
#[derive(Debug, Clone, Copy, Default)]
pub struct ActionQuery {
    /// The item whose decision asks them.
    pub item: Option<i64>,
    /// The post that owns them.
    pub owner: Option<i64>,
    /// The body that decided.
    pub body: Option<i64>,
    /// A case that the item considered.
    pub case: Option<i64>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    planned_item_id: i64,
    body_id: i64,
    body: String,
    body_slug: String,
    number: i64,
    recommendation_id: Option<i64>,
    owner_post_id: i64,
    record: String,
    revision: i64,
}

impl Row {
    fn kept(self) -> Result<KeptAction, StoreError> {
        let action = read("action", &self.record)?;
        let Row { id, planned_item_id, body_id, body, body_slug, number, recommendation_id, owner_post_id, revision, .. } = self;
        Ok(KeptAction { id, planned_item_id, body_id, body, body_slug, number, recommendation_id, owner_post_id, action, revision })
    }
}

const COLUMNS: &str =
    "select a.id, a.planned_item_id, a.body_id, b.name as body, b.slug as body_slug, a.number, a.recommendation_id, a.owner_post_id,
    a.record, a.revision from action a join body b on b.id = a.body_id";

fn hash(action: &Action) -> Result<String, StoreError> {
    Ok(sha256(written("action", action)?.as_bytes()))
}

/// Writes one to which something was added, in the transaction of an act; false where somebody changed it meanwhile.
pub(super) async fn change(tx: &mut Tx, seen: &KeptAction, what: &str, body: &Value, act: &Act<'_>) -> Result<bool, StoreError> {
    let done: u64 = on!(tx &mut *tx, c => sqlx::query(
        "update action set record = $1, owner_post_id = $2, revision = revision + 1 where id = $3 and revision = $4")
        .bind(written("action", &seen.action)?).bind(seen.owner_post_id).bind(seen.id).bind(seen.revision)
        .execute(c).await.map(|d| d.rows_affected()))
    .map_err(StoreError::database("action"))?;
    if done > 0 {
        let told = json!({ "told": body, "sha256": hash(&seen.action)? });
        journal::write(tx, act, what, &format!("action {}", seen.id), &told).await?;
    }
    Ok(done > 0)
}

impl Desk {
    /// Adds an action and gives its number at the desk; the number among those of the day is given here.
    pub async fn add_action(&self, new: &KeptAction, act: &Act<'_>) -> Result<i64, StoreError> {
        let mut tx = self.db.write().await?;
        let id = next(&mut tx, "select coalesce(max(id), 0) + 1 from action").await?;
        on!(tx &mut tx, c => sqlx::query(
            "insert into action (id, planned_item_id, body_id, decided_date, number, recommendation_id, owner_post_id, record, revision, recorded_by, recorded_at)
             select $1, $2, $3, $4, coalesce(max(number), 0) + 1, $5, $6, $7, 1, $8, $9 from action where body_id = $3 and decided_date = $4")
            .bind(id).bind(new.planned_item_id).bind(new.body_id).bind(new.action.decided.to_string()).bind(new.recommendation_id)
            .bind(new.owner_post_id).bind(written("action", &new.action)?).bind(act.who).bind(act.at.to_string()).execute(c).await.map(|_| ()))
        .map_err(StoreError::database("action"))?;
        // An embargo may cover the words, so the journal has their hash.
        let told = json!({ "item": new.planned_item_id, "owner": new.owner_post_id, "sha256": hash(&new.action)? });
        journal::write(&mut tx, act, "add_action", &format!("action {id}"), &told).await?;
        tx.commit().await?;
        Ok(id)
    }

    /// Writes one to which something was added; false where somebody changed it meanwhile.
    pub async fn change_action(&self, seen: &KeptAction, what: &str, body: &Value, act: &Act<'_>) -> Result<bool, StoreError> {
        let mut tx = self.db.write().await?;
        let done = change(&mut tx, seen, what, body, act).await?;
        tx.commit().await?;
        Ok(done)
    }

    /// An action.
    pub async fn action(&self, id: i64) -> Result<Option<KeptAction>, StoreError> {
        let sql = format!("{COLUMNS} where a.id = $1");
        let row: Option<Row> = on!(db &self.db, pool => sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(id).fetch_optional(pool).await)
            .map_err(StoreError::database("action"))?;
        row.map(Row::kept).transpose()
    }

    /// The actions that fit, those of the latest decision first.
    pub async fn actions(&self, asked: ActionQuery) -> Result<Vec<KeptAction>, StoreError> {
        let sql = format!(
            "{COLUMNS} where ($1 = 0 or a.planned_item_id = $1) and ($2 = 0 or a.owner_post_id = $2) and ($3 = 0 or a.body_id = $3)
             and ($4 = 0 or a.planned_item_id in (select planned_item_id from item_case where case_file_id = $4))
             order by a.decided_date desc, a.body_id, a.number"
        );
        let rows: Vec<Row> = on!(db &self.db, pool => sqlx::query_as(sqlx::AssertSqlSafe(sql))
            .bind(asked.item.unwrap_or(0)).bind(asked.owner.unwrap_or(0)).bind(asked.body.unwrap_or(0)).bind(asked.case.unwrap_or(0))
            .fetch_all(pool).await)
        .map_err(StoreError::database("actions"))?;
        rows.into_iter().map(Row::kept).collect()
    }
}
