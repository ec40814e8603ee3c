//! Planned meetings.

use serde_json::json;

use super::next;
use crate::StoreError;
use crate::db::Tx;
use crate::desk::Desk;
use crate::desk::journal::{self, Act};
use crate::on;

/// A planned meeting.
#[derive(Debug, Clone, Default, sqlx::FromRow, serde::Serialize)]
pub struct PlannedMeeting {
    /// Its number at the desk.
    pub id: i64,
    /// The body's number at the desk.
    pub body_id: i64,
    /// The body's name.
    pub body: String,
    /// The body's address.
    pub body_slug: String,
    /// The day.
    pub on_date: String,
    /// The start: `18:30`.
    pub starts: Option<String>,
    /// The place.
    pub place: Option<String>,
    /// `ordinary`, `extraordinary`, `annual`, `special`; none where nobody said.
    pub kind: Option<String>,
    /// Who called it, where it is extraordinary: `chair`, `council`, `requisition`, `members`.
    pub called_by: Option<String>,
}

/// Every column of a planned meeting, for any condition on `m`.
pub(super) const COLUMNS: &str =
    "select m.id, m.body_id, b.name as body, b.slug as body_slug, m.on_date, m.starts, m.place, m.kind, m.called_by
     from planned_meeting m join body b on b.id = m.body_id";

impl PlannedMeeting {
    /// Its address in public: `2021-03-11-cabinet`.
    pub fn key(&self) -> String {
        format!("{}-{}", self.on_date, self.body_slug)
    }
}

impl Desk {
    /// Plans a meeting; none where that body meets on that day already.
    pub async fn plan_meeting(&self, new: &PlannedMeeting, act: &Act<'_>) -> Result<Option<i64>, StoreError> {
        let mut tx = self.db.write().await?;
        let id = insert(&mut tx, new, act).await?;
        if id.is_some() {
            tx.commit().await?;
        }
        Ok(id)
    }

    /// Plans several meetings at once; gives the numbers of those that were planned. A day that is taken is left out.
    pub async fn plan_meetings(&self, new: &[PlannedMeeting], act: &Act<'_>) -> Result<Vec<i64>, StoreError> {
        let mut tx = self.db.write().await?;
        let mut planned = Vec::new();
        for meeting in new {
            planned.extend(insert(&mut tx, meeting, act).await?);
        }
        tx.commit().await?;
        Ok(planned)
    }

    /// A planned meeting.
    pub async fn planned_meeting(&self, id: i64) -> Result<Option<PlannedMeeting>, StoreError> {
        let sql = format!("{COLUMNS} where m.id = $1");
        on!(db &self.db, pool => sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(id).fetch_optional(pool).await)
            .map_err(StoreError::database("meeting"))
    }

    /// Planned meetings from a day on, the next one first.
    pub async fn planned_meetings(&self, from: &str, most: i64) -> Result<Vec<PlannedMeeting>, StoreError> {
        let sql = format!("{COLUMNS} where m.on_date >= $1 order by m.on_date, m.id limit $2");
        on!(db &self.db, pool => sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(from).bind(most).fetch_all(pool).await)
            .map_err(StoreError::database("meetings"))
    }

    /// Bodies by name: number and name.
    pub async fn bodies(&self) -> Result<Vec<(i64, String)>, StoreError> {
        on!(db &self.db, pool => sqlx::query_as("select id, name from body order by name").fetch_all(pool).await)
            .map_err(StoreError::database("bodies"))
    }

    /// Adds a body that no source has named; none where the name is taken.
    pub async fn add_body(&self, name: &str, act: &Act<'_>) -> Result<Option<i64>, StoreError> {
        let failed = StoreError::database("body");
        let alias = name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        let slug = redress::body::body_slug(name);
        let mut tx = self.db.write().await?;
        let taken: i64 = on!(tx &mut tx, c => sqlx::query_scalar(
            "select (select count(*) from body_alias where name = $1) + (select count(*) from body where slug = $2)")
            .bind(&alias).bind(&slug).fetch_one(c).await)
        .map_err(&failed)?;
        if taken > 0 {
            return Ok(None);
        }
        let id = next(&mut tx, "select coalesce(max(id), 0) + 1 from body").await?;
        on!(tx &mut tx, c => sqlx::query("insert into body (id, slug, name, record) values ($1, $2, $3, '{}')")
            .bind(id).bind(&slug).bind(name).execute(c).await.map(|_| ()))
        .map_err(&failed)?;
        on!(tx &mut tx, c => sqlx::query("insert into body_alias (name, body_id) values ($1, $2)")
            .bind(&alias).bind(id).execute(c).await.map(|_| ()))
        .map_err(&failed)?;
        journal::write(&mut tx, act, "add_body", &format!("body {id}"), &json!({ "name": name })).await?;
        tx.commit().await?;
        Ok(Some(id))
    }
}

/// Plans a meeting in the transaction of an act; none where that body meets on that day already.
pub(super) async fn insert(tx: &mut Tx, new: &PlannedMeeting, act: &Act<'_>) -> Result<Option<i64>, StoreError> {
    let id = next(tx, "select coalesce(max(id), 0) + 1 from planned_meeting").await?;
    let done: u64 = on!(tx &mut *tx, c => sqlx::query(
        "insert into planned_meeting (id, body_id, on_date, starts, place, kind, called_by, planned_by, planned_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing")
        .bind(id).bind(new.body_id).bind(&new.on_date).bind(&new.starts).bind(&new.place).bind(&new.kind).bind(&new.called_by)
        .bind(act.who).bind(act.at.to_string()).execute(c).await.map(|d| d.rows_affected()))
    .map_err(StoreError::database("meeting"))?;
    if done == 0 {
        return Ok(None);
    }
    journal::write(tx, act, "plan_meeting", &format!("planned_meeting {id}"), &json!(new)).await?;
    Ok(Some(id))
}
