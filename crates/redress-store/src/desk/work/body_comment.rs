//! What bodies said of a matter at their meetings, and meetings that considered it without an item on record.

use jiff::civil::Date;
use serde_json::json;

use super::next;
use crate::desk::Desk;
use crate::desk::journal::{self, Act};
use crate::on;
use crate::{StoreError, chain};

/// A meeting that considered a matter and has no item on record.
#[derive(Debug, Clone, sqlx::FromRow, serde::Serialize)]
pub struct EarlierConsideration {
    /// Its number.
    pub id: i64,
    /// The day.
    pub on_date: String,
    /// The body, as the council names it.
    pub body_name: String,
    /// Where it is told of, in words.
    pub words: String,
    /// Who recorded it.
    pub recorded_by: String,
}

impl Desk {
    /// Writes what the body of an item said of it; the journal has its hash, for an embargo may cover it.
    pub async fn write_comment(&self, item: i64, said: &str, act: &Act<'_>) -> Result<(), StoreError> {
        let mut tx = self.db.write().await?;
        on!(tx &mut tx, c => sqlx::query(
            "insert into body_comment (planned_item_id, said, recorded_by, recorded_at) values ($1, $2, $3, $4)
             on conflict (planned_item_id) do update set said = excluded.said, recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at")
            .bind(item).bind(said).bind(act.who).bind(act.at.to_string()).execute(c).await.map(|_| ()))
        .map_err(StoreError::database("comment"))?;
        journal::write(&mut tx, act, "comment", &format!("planned_item {item}"), &json!({ "said_sha256": chain::sha256(said.as_bytes()) }))
            .await?;
        tx.commit().await
    }

    /// What the body of an item said of it.
    pub async fn comment_of(&self, item: i64) -> Result<Option<String>, StoreError> {
        on!(db &self.db, pool => sqlx::query_scalar("select said from body_comment where planned_item_id = $1").bind(item).fetch_optional(pool).await)
            .map_err(StoreError::database("comment"))
    }

    /// Records a meeting that considered an issue and has no item on record.
    pub async fn considered_earlier(&self, issue: i64, on: Date, body: &str, words: &str, act: &Act<'_>) -> Result<i64, StoreError> {
        let mut tx = self.db.write().await?;
        let id = next(&mut tx, "select coalesce(max(id), 0) + 1 from earlier_consideration").await?;
        on!(tx &mut tx, c => sqlx::query(
            "insert into earlier_consideration (id, issue_id, on_date, body_name, words, recorded_by, recorded_at) values ($1, $2, $3, $4, $5, $6, $7)")
            .bind(id).bind(issue).bind(on.to_string()).bind(body).bind(words).bind(act.who).bind(act.at.to_string()).execute(c).await.map(|_| ()))
        .map_err(StoreError::database("issue"))?;
        let told = json!({ "on": on, "body": body, "words": words });
        journal::write(&mut tx, act, "considered_earlier", &format!("issue {issue}"), &told).await?;
        tx.commit().await?;
        Ok(id)
    }

    /// Meetings that considered an issue and have no item on record, by day.
    pub async fn earlier_considerations(&self, issue: i64) -> Result<Vec<EarlierConsideration>, StoreError> {
        on!(db &self.db, pool => sqlx::query_as(
            "select id, on_date, body_name, words, recorded_by from earlier_consideration where issue_id = $1 order by on_date, id")
            .bind(issue).fetch_all(pool).await)
        .map_err(StoreError::database("issue"))
    }
}
