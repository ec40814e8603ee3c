//! That an item came after the agenda and is taken as urgent: the chair's opinion, and the words that the minutes owe it.

use serde_json::json;

use crate::StoreError;
use crate::db::Tx;
use crate::desk::Desk;
use crate::desk::journal::{self, Act};
use crate::on;

/// The opinion of whoever chairs: Local Government Act 1972, section 100B(4)(b).
#[derive(Debug, Clone, Default, PartialEq, Eq, sqlx::FromRow, serde::Serialize)]
pub struct Opinion {
    /// Who chairs.
    pub chair: String,
    /// The special circumstances.
    pub circumstances: String,
    /// What the minutes must say.
    pub minute: String,
}

/// Records the opinion, in the transaction that adds the item.
pub(super) async fn record(tx: &mut Tx, item: i64, opinion: &Opinion, act: &Act<'_>) -> Result<(), StoreError> {
    on!(tx &mut *tx, c => sqlx::query(
        "insert into late_item (planned_item_id, chair, circumstances, minute, recorded_by, recorded_at) values ($1, $2, $3, $4, $5, $6)")
        .bind(item).bind(&opinion.chair).bind(&opinion.circumstances).bind(&opinion.minute).bind(act.who).bind(act.at.to_string())
        .execute(c).await.map(|_| ()))
    .map_err(StoreError::database("late item"))?;
    journal::write(tx, act, "late_item", &format!("planned_item {item}"), &json!(opinion)).await
}

impl Desk {
    /// The opinion by which an item is urgent.
    pub async fn late_item(&self, item: i64) -> Result<Option<Opinion>, StoreError> {
        on!(db &self.db, pool => sqlx::query_as("select chair, circumstances, minute from late_item where planned_item_id = $1")
            .bind(item).fetch_optional(pool).await)
        .map_err(StoreError::database("late item"))
    }
}
