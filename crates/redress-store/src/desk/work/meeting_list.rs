//! Planned meetings for lists: narrowed by body, days and what became of each.

use redress::meeting::Standing;

use super::meeting::{COLUMNS, PlannedMeeting};
use super::meeting_event::MeetingEvent;
use super::meeting_outcome::stands;
use crate::StoreError;
use crate::desk::Desk;
use crate::on;

/// What is asked.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// The body, by its number.
    pub body: Option<i64>,
    /// From this day on, as stored.
    pub from: Option<String>,
    /// Up to this day, as stored.
    pub to: Option<String>,
    /// The last first.
    pub newest_first: bool,
}

/// A planned meeting and where it stands.
#[derive(Debug, Clone, serde::Serialize)]
pub struct ListedMeeting {
    /// The meeting.
    #[serde(flatten)]
    pub meeting: PlannedMeeting,
    /// Where it stands.
    pub standing: Standing,
}

impl Desk {
    /// Planned meetings that fit, with where each stands.
    pub async fn meetings_wanted(&self, wanted: &Wanted) -> Result<Vec<ListedMeeting>, StoreError> {
        let failed = StoreError::database("meetings");
        let order = if wanted.newest_first { "desc" } else { "asc" };
        let sql = format!(
            "{COLUMNS}
             where m.on_date >= $1 and m.on_date <= $2 and ($3 = 0 or m.body_id = $3) order by m.on_date {order}, m.id"
        );
        let meetings: Vec<PlannedMeeting> = on!(db &self.db, pool => sqlx::query_as(sqlx::AssertSqlSafe(sql))
            .bind(wanted.from.as_deref().unwrap_or("0000-00-00")).bind(wanted.to.as_deref().unwrap_or("9999-12-31")).bind(wanted.body.unwrap_or(0))
            .fetch_all(pool).await)
        .map_err(&failed)?;
        let events: Vec<MeetingEvent> = on!(db &self.db, pool => sqlx::query_as(
            "select e.id, e.planned_meeting_id, e.what, e.on_date, e.to_meeting_id, e.why, e.recorded_by, e.recorded_at
             from meeting_event e join planned_meeting m on m.id = e.planned_meeting_id
             where m.on_date >= $1 and m.on_date <= $2 order by e.planned_meeting_id, e.id")
            .bind(wanted.from.as_deref().unwrap_or("0000-00-00")).bind(wanted.to.as_deref().unwrap_or("9999-12-31")).fetch_all(pool).await)
        .map_err(failed)?;
        let of = |meeting: i64| {
            let first = events.partition_point(|e| e.planned_meeting_id < meeting);
            let last = events.partition_point(|e| e.planned_meeting_id <= meeting);
            stands(events.get(first..last).unwrap_or_default())
        };
        Ok(meetings.into_iter().map(|meeting| ListedMeeting { standing: of(meeting.id), meeting }).collect())
    }

    /// Whether a body has a meeting on a day, as stored.
    pub async fn meets_on(&self, body: i64, day: &str) -> Result<bool, StoreError> {
        let found: i64 =
            on!(db &self.db, pool => sqlx::query_scalar("select count(*) from planned_meeting where body_id = $1 and on_date = $2")
            .bind(body).bind(day).fetch_one(pool).await)
            .map_err(StoreError::database("meeting"))?;
        Ok(found > 0)
    }

    /// Whether something of a meeting was published from the desk.
    pub async fn is_public(&self, meeting: i64) -> Result<bool, StoreError> {
        let found: i64 = on!(db &self.db, pool => sqlx::query_scalar("select count(*) from source where name = $1")
            .bind(super::compose::source_name(meeting)).fetch_one(pool).await)
        .map_err(StoreError::database("meeting"))?;
        Ok(found > 0)
    }
}
