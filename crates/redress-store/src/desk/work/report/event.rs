//! What happens to a report on its way: rows that are added and never changed.

use jiff::civil::Date;
use redress::clearance::{Event, Path, Taken};
use serde::Serialize;
use serde_json::json;

use super::{KeptReport, revise};
use crate::db::Tx;
use crate::desk::Desk;
use crate::desk::journal::{self, Act};
use crate::desk::work::{next, written};
use crate::on;
use crate::{StoreError, chain};

/// Something that happened to a report.
#[derive(Debug, Clone, Default, PartialEq, Eq, sqlx::FromRow, Serialize)]
pub struct ReportEvent {
    /// The meeting on its way.
    pub stop: i64,
    /// `submitted`, `cleared`, `returned`, `withdrawn`, `finished`.
    pub what: String,
    /// The version of the text.
    pub version: i64,
    /// The post that cleared or returned it.
    pub post: Option<String>,
    /// The comment or reason.
    pub words: String,
    /// Whether what was put in changed the substance.
    pub substance: bool,
    /// The day.
    pub on_date: String,
    /// Who did it.
    pub recorded_by: String,
    /// When.
    pub recorded_at: String,
}

impl ReportEvent {
    /// The event as clearances count it; none for what is no part of clearing.
    pub fn taken(&self) -> Option<Taken> {
        let version = u32::try_from(self.version).ok()?;
        let post = || self.post.clone().unwrap_or_default();
        let event = match self.what.as_str() {
            "submitted" => Event::Submitted { version, substance: self.substance },
            "cleared" => Event::Cleared { post: post(), version, comment: self.words.clone() },
            "returned" => Event::Returned { post: post(), version, reason: self.words.clone() },
            _ => return None,
        };
        Some(Taken { on: self.on_date.parse().ok()?, by: self.recorded_by.clone(), event })
    }

    /// What a step of clearing is as a row.
    pub fn of(stop: i64, taken: &Taken) -> ReportEvent {
        let row = |what: &str, version: u32, post: Option<&String>, words: &str, substance| ReportEvent {
            stop,
            what: what.into(),
            version: i64::from(version),
            post: post.cloned(),
            words: words.into(),
            substance,
            on_date: taken.on.to_string(),
            ..ReportEvent::default()
        };
        match &taken.event {
            Event::Submitted { version, substance } => row("submitted", *version, None, "", *substance),
            Event::Cleared { post, version, comment } => row("cleared", *version, Some(post), comment, false),
            Event::Returned { post, version, reason } => row("returned", *version, Some(post), reason, false),
        }
    }
}

/// Adds what happened, in the transaction of the act that caused it.
pub(super) async fn add(tx: &mut Tx, report: i64, event: &ReportEvent, act: &Act<'_>) -> Result<(), StoreError> {
    let id = next(tx, "select coalesce(max(id), 0) + 1 from report_event").await?;
    on!(tx &mut *tx, c => sqlx::query(
        "insert into report_event (id, report_id, stop, what, version, post, words, substance, on_date, recorded_by, recorded_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)")
        .bind(id).bind(report).bind(event.stop).bind(&event.what).bind(event.version).bind(&event.post).bind(&event.words)
        .bind(event.substance).bind(&event.on_date).bind(act.who).bind(act.at.to_string()).execute(c).await.map(|_| ()))
    .map_err(StoreError::database("report"))?;
    // A comment or reason may tell what the report says.
    let words = (!event.words.is_empty()).then(|| chain::sha256(event.words.as_bytes()));
    let body = json!({ "what": event.what, "stop": event.stop, "version": event.version, "post": event.post, "words_sha256": words });
    journal::write(tx, act, "report_event", &format!("report {report}"), &body).await
}

impl Desk {
    /// Records what happened to a report; false where somebody changed it meanwhile.
    pub async fn report_happened(&self, seen: &KeptReport, event: &ReportEvent, act: &Act<'_>) -> Result<bool, StoreError> {
        let mut tx = self.db.write().await?;
        if !revise(&mut tx, seen).await? {
            return Ok(false);
        }
        add(&mut tx, seen.id, event, act).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// Sends a report for clearance: the way that the council asks for now, the day of the agenda, and the version.
    pub async fn send_report(
        &self,
        seen: &KeptReport,
        path: &Path,
        (publish_by, due): (Date, &[Date]),
        event: &ReportEvent,
        act: &Act<'_>,
    ) -> Result<bool, StoreError> {
        let days = due.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
        let mut tx = self.db.write().await?;
        if !revise(&mut tx, seen).await? {
            return Ok(false);
        }
        on!(tx &mut tx, c => sqlx::query(
            "update report_stop set path = $1, publish_by_date = $2, due_dates = $3 where report_id = $4 and number = $5 and path is null")
            .bind(written("clearances", path)?).bind(publish_by.to_string()).bind(&days).bind(seen.id).bind(event.stop).execute(c).await.map(|_| ()))
        .map_err(StoreError::database("report"))?;
        add(&mut tx, seen.id, event, act).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// What happened to a report, the first first.
    pub async fn report_events(&self, report: i64) -> Result<Vec<ReportEvent>, StoreError> {
        on!(db &self.db, pool => sqlx::query_as(
            "select stop, what, version, post, words, substance, on_date, recorded_by, recorded_at from report_event
             where report_id = $1 order by id").bind(report).fetch_all(pool).await)
        .map_err(StoreError::database("report"))
    }
}
