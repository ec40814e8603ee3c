//! The minute of an item: the public words and, where something was considered in private, the private ones.

use serde_json::json;

use super::written;
use crate::db::Tx;
use crate::desk::Desk;
use crate::desk::journal::{self, Act};
use crate::on;
use crate::{StoreError, chain};

/// A minute.
#[derive(Debug, Clone, Default, PartialEq, Eq, sqlx::FromRow, serde::Serialize)]
pub struct WrittenMinute {
    /// What the public may read, verbatim.
    pub public_words: String,
    /// What only those entitled may read.
    pub private_words: Option<String>,
}

/// Writes the words of an item, with their journal entry.
pub(super) async fn put(tx: &mut Tx, item: i64, minute: &WrittenMinute, act: &Act<'_>) -> Result<(), StoreError> {
    on!(tx &mut *tx, c => sqlx::query(
        "insert into written_minute (planned_item_id, public_words, private_words, written_by, written_at) values ($1, $2, $3, $4, $5)
         on conflict (planned_item_id) do update set public_words = excluded.public_words, private_words = excluded.private_words,
           written_by = excluded.written_by, written_at = excluded.written_at")
        .bind(item).bind(&minute.public_words).bind(&minute.private_words).bind(act.who).bind(act.at.to_string()).execute(c).await.map(|_| ()))
    .map_err(StoreError::database("minute"))?;
    let revision = keep_revision(tx, item, minute, act).await?;
    // An embargo may cover the public words as well, so neither stands in the journal.
    let told = json!({ "revision": revision, "sha256": chain::sha256(written("minute", minute)?.as_bytes()) });
    journal::write(tx, act, "write_minute", &format!("planned_item {item}"), &told).await
}

/// Keeps the words beside those that stood before; gives the number of the revision.
async fn keep_revision(tx: &mut Tx, item: i64, minute: &WrittenMinute, act: &Act<'_>) -> Result<i64, StoreError> {
    let failed = StoreError::database("minute");
    let revision: i64 = on!(tx &mut *tx, c => sqlx::query_scalar(
        "select coalesce(max(revision), 0) + 1 from minute_revision where planned_item_id = $1").bind(item).fetch_one(c).await)
    .map_err(&failed)?;
    on!(tx &mut *tx, c => sqlx::query(
        "insert into minute_revision (planned_item_id, revision, public_words, private_words, written_by, written_at) values ($1, $2, $3, $4, $5, $6)")
        .bind(item).bind(revision).bind(&minute.public_words).bind(&minute.private_words).bind(act.who).bind(act.at.to_string())
        .execute(c).await.map(|_| ()))
    .map_err(failed)?;
    Ok(revision)
}

impl Desk {
    /// Writes the minute of an item; every text that it had is kept, and the journal has its hash.
    pub async fn write_minute(&self, item: i64, minute: &WrittenMinute, act: &Act<'_>) -> Result<(), StoreError> {
        let mut tx = self.db.write().await?;
        put(&mut tx, item, minute, act).await?;
        tx.commit().await
    }

    /// The minute of an item.
    pub async fn minute(&self, item: i64) -> Result<Option<WrittenMinute>, StoreError> {
        on!(db &self.db, pool => sqlx::query_as("select public_words, private_words from written_minute where planned_item_id = $1")
            .bind(item).fetch_optional(pool).await)
        .map_err(StoreError::database("minute"))
    }
}
