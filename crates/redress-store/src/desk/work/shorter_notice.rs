//! That a meeting was called at shorter notice than its agenda needs, with the reason and who said so.

use serde_json::json;

use crate::StoreError;
use crate::desk::Desk;
use crate::desk::journal::{self, Act};
use crate::on;

/// The record of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, sqlx::FromRow, serde::Serialize)]
pub struct ShorterNotice {
    /// The day on which the meeting was called.
    pub called_on: String,
    /// Why it could not be called in time.
    pub why: String,
    /// The account that recorded it.
    pub by_account: i64,
    /// Who recorded it.
    pub recorded_by: String,
    /// When.
    pub recorded_at: String,
}

impl Desk {
    /// Records that a meeting was called at shorter notice; a later record takes the place of the first, and the journal keeps both.
    pub async fn call_at_shorter_notice(&self, meeting: i64, notice: &ShorterNotice, act: &Act<'_>) -> Result<(), StoreError> {
        let mut tx = self.db.write().await?;
        on!(tx &mut tx, c => sqlx::query(
            "insert into shorter_notice (planned_meeting_id, called_on, why, by_account, recorded_by, recorded_at) values ($1, $2, $3, $4, $5, $6)
             on conflict (planned_meeting_id) do update set called_on = excluded.called_on, why = excluded.why,
               by_account = excluded.by_account, recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at")
            .bind(meeting).bind(&notice.called_on).bind(&notice.why).bind(notice.by_account).bind(act.who).bind(act.at.to_string())
            .execute(c).await.map(|_| ()))
        .map_err(StoreError::database("notice"))?;
        let told = json!({ "called_on": notice.called_on, "why": notice.why });
        journal::write(&mut tx, act, "shorter_notice", &format!("planned_meeting {meeting}"), &told).await?;
        tx.commit().await
    }

    /// That a meeting was called at shorter notice.
    pub async fn shorter_notice(&self, meeting: i64) -> Result<Option<ShorterNotice>, StoreError> {
        on!(db &self.db, pool => sqlx::query_as(
            "select called_on, why, by_account, recorded_by, recorded_at from shorter_notice where planned_meeting_id = $1")
            .bind(meeting).fetch_optional(pool).await)
        .map_err(StoreError::database("notice"))
    }
}
