//! What became of a meeting: rows that are added and never changed.

use redress::meeting::Happened;
use serde_json::json;

use super::next;
use crate::StoreError;
use crate::db::Tx;
use crate::desk::Desk;
use crate::desk::journal::{self, Act};
use crate::on;

/// Something that happened to a meeting.
#[derive(Debug, Clone, Default, PartialEq, Eq, sqlx::FromRow, serde::Serialize)]
pub struct MeetingEvent {
    /// Its number.
    pub id: i64,
    /// The meeting.
    pub planned_meeting_id: i64,
    /// The word of what happened.
    pub what: String,
    /// The day on which it happened.
    pub on_date: String,
    /// The meeting that it was moved or adjourned to.
    pub to_meeting_id: Option<i64>,
    /// Why, as the notice gives it.
    pub why: String,
    /// Who recorded it.
    pub recorded_by: String,
    /// When.
    pub recorded_at: String,
}

impl MeetingEvent {
    /// What happened.
    pub fn what(&self) -> Option<Happened> {
        Happened::of_word(&self.what)
    }
}

const EVENTS: &str = "select id, planned_meeting_id, what, on_date, to_meeting_id, why, recorded_by, recorded_at from meeting_event";

/// Adds what happened, in the transaction of the act that caused it.
pub(super) async fn add(tx: &mut Tx, event: &MeetingEvent, act: &Act<'_>) -> Result<i64, StoreError> {
    let id = next(tx, "select coalesce(max(id), 0) + 1 from meeting_event").await?;
    on!(tx &mut *tx, c => sqlx::query(
        "insert into meeting_event (id, planned_meeting_id, what, on_date, to_meeting_id, why, recorded_by, recorded_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)")
        .bind(id).bind(event.planned_meeting_id).bind(&event.what).bind(&event.on_date).bind(event.to_meeting_id).bind(&event.why)
        .bind(act.who).bind(act.at.to_string()).execute(c).await.map(|_| ()))
    .map_err(StoreError::database("meeting"))?;
    let told = json!({ "what": event.what, "on": event.on_date, "to": event.to_meeting_id, "why": event.why });
    journal::write(tx, act, "meeting_event", &format!("planned_meeting {}", event.planned_meeting_id), &told).await?;
    Ok(id)
}

impl Desk {
    /// Records what happened to a meeting.
    pub async fn meeting_happened(&self, event: &MeetingEvent, act: &Act<'_>) -> Result<i64, StoreError> {
        let mut tx = self.db.write().await?;
        let id = add(&mut tx, event, act).await?;
        tx.commit().await?;
        Ok(id)
    }

    /// What happened to a meeting, the first first.
    pub async fn meeting_events(&self, meeting: i64) -> Result<Vec<MeetingEvent>, StoreError> {
        let sql = format!("{EVENTS} where planned_meeting_id = $1 order by id");
        on!(db &self.db, pool => sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(meeting).fetch_all(pool).await)
            .map_err(StoreError::database("meeting"))
    }
}
