//! The kinds of officers' reports, as the council keeps them.

use redress::report::kind::ReportKind;
use serde::Serialize;
use serde_json::json;

use super::{next, read, written};
use crate::StoreError;
use crate::desk::Desk;
use crate::desk::journal::{self, Act};
use crate::on;

/// A kind of report as it is kept.
#[derive(Debug, Clone, Serialize)]
pub struct KeptKind {
    /// Its number at the desk.
    pub id: i64,
    /// The kind.
    pub kind: ReportKind,
    /// How often it was changed; a change says which one it saw.
    pub revision: i64,
}

type Row = (i64, String, i64);

fn kept((id, record, revision): Row) -> Result<KeptKind, StoreError> {
    Ok(KeptKind { id, kind: read("kind of report", &record)?, revision })
}

impl Desk {
    /// Every kind of report, by name.
    pub async fn report_kinds(&self) -> Result<Vec<KeptKind>, StoreError> {
        let rows: Vec<Row> = on!(db &self.db, pool => sqlx::query_as("select id, record, revision from report_kind order by name")
            .fetch_all(pool).await)
        .map_err(StoreError::database("kinds of report"))?;
        rows.into_iter().map(kept).collect()
    }

    /// A kind of report.
    pub async fn report_kind(&self, id: i64) -> Result<Option<KeptKind>, StoreError> {
        let row: Option<Row> = on!(db &self.db, pool => sqlx::query_as("select id, record, revision from report_kind where id = $1")
            .bind(id).fetch_optional(pool).await)
        .map_err(StoreError::database("kind of report"))?;
        row.map(kept).transpose()
    }

    /// Adds a kind; none where the name is taken.
    pub async fn add_report_kind(&self, kind: &ReportKind, act: &Act<'_>) -> Result<Option<i64>, StoreError> {
        let mut tx = self.db.write().await?;
        let id = next(&mut tx, "select coalesce(max(id), 0) + 1 from report_kind").await?;
        let done: u64 = on!(tx &mut tx, c => sqlx::query(
            "insert into report_kind (id, name, record, revision, kept_by, kept_at) values ($1, $2, $3, 1, $4, $5) on conflict do nothing")
            .bind(id).bind(&kind.name).bind(written("kind of report", kind)?).bind(act.who).bind(act.at.to_string())
            .execute(c).await.map(|d| d.rows_affected()))
        .map_err(StoreError::database("kind of report"))?;
        if done == 0 {
            return Ok(None);
        }
        journal::write(&mut tx, act, "add_report_kind", &format!("report_kind {id}"), &json!(kind)).await?;
        tx.commit().await?;
        Ok(Some(id))
    }

    /// Changes a kind. Its name stays; reports that were sent for clearance keep the way they were sent on.
    pub async fn change_report_kind(&self, id: i64, seen: i64, kind: &ReportKind, act: &Act<'_>) -> Result<bool, StoreError> {
        let mut tx = self.db.write().await?;
        let done: u64 = on!(tx &mut tx, c => sqlx::query(
            "update report_kind set record = $1, revision = revision + 1, kept_by = $2, kept_at = $3 where id = $4 and revision = $5")
            .bind(written("kind of report", kind)?).bind(act.who).bind(act.at.to_string()).bind(id).bind(seen)
            .execute(c).await.map(|d| d.rows_affected()))
        .map_err(StoreError::database("kind of report"))?;
        if done == 1 {
            journal::write(&mut tx, act, "change_report_kind", &format!("report_kind {id}"), &json!(kind)).await?;
        }
        tx.commit().await?;
        Ok(done == 1)
    }
}
