//! Officers' reports: where each goes, every version of its text, what happened to it. It leaves here sealed.

use redress::access::{Sealed, Subject, SubjectKind};
use redress::clearance::Path;
use redress::report::Text;
use serde::Serialize;
use serde_json::json;

use super::{next, read, written};
use crate::StoreError;
use crate::chain::sha256;
use crate::db::Tx;
use crate::desk::Desk;
use crate::desk::journal::{self, Act};
use crate::on;

/// What happens to a report on its way.
pub mod event;
/// The paper that it becomes, and the way to the next body.
pub mod stop;

pub use event::ReportEvent;
pub use stop::{NewStop, Stop};

/// A report.
#[derive(Debug, Clone, Default, PartialEq, Eq, sqlx::FromRow, Serialize)]
pub struct KeptReport {
    /// Its number at the desk.
    pub id: i64,
    /// Its kind.
    pub report_kind_id: i64,
    /// The title that officers use.
    pub title: String,
    /// The account that writes it.
    pub author: i64,
    /// The post in which they write it.
    pub author_post_id: Option<i64>,
    /// How many sections it has of its own, once sections of bodies follow them.
    pub own_sections: Option<i64>,
    /// How often it was changed; a change says which one it saw.
    pub revision: i64,
    /// Who began it.
    pub begun_by: String,
    /// When.
    pub begun_at: String,
}

/// A version of the text.
#[derive(Debug, Clone, Serialize)]
pub struct TextVersion {
    /// From 1.
    pub version: i64,
    /// The meeting that it is for: the number of the stop.
    pub stop: i64,
    /// The text.
    pub text: Text,
    /// The length of its words as kept.
    pub bytes: i64,
    /// Their hash.
    pub sha256: String,
    /// Who saved it.
    pub saved_by: String,
    /// When.
    pub saved_at: String,
}

/// A version as lists tell of it, without its words.
#[derive(Debug, Clone, sqlx::FromRow, Serialize)]
pub struct VersionLine {
    /// From 1.
    pub version: i64,
    /// The meeting that it is for.
    pub stop: i64,
    /// The length of its words as kept.
    pub bytes: i64,
    /// Their hash.
    pub sha256: String,
    /// Who saved it.
    pub saved_by: String,
    /// When.
    pub saved_at: String,
}

/// A report that is not finished, with what decides whose turn it is.
#[derive(Debug)]
pub struct OpenReport {
    /// The report.
    pub report: KeptReport,
    /// What access is asked about.
    pub subject: Subject,
    /// The meetings that it goes to.
    pub stops: Vec<Stop>,
    /// What happened.
    pub events: Vec<ReportEvent>,
    /// The newest version; 0 before the first.
    pub newest: i64,
}

const COLUMNS: &str = "select id, report_kind_id, title, author, author_post_id, own_sections, revision, begun_by, begun_at from report";

/// Takes the next revision of a report; false where somebody changed it meanwhile.
async fn revise(tx: &mut Tx, seen: &KeptReport) -> Result<bool, StoreError> {
    let done: u64 = on!(tx &mut *tx, c => sqlx::query("update report set revision = revision + 1 where id = $1 and revision = $2")
        .bind(seen.id).bind(seen.revision).execute(c).await.map(|d| d.rows_affected()))
    .map_err(StoreError::database("report"))?;
    Ok(done == 1)
}

/// Adds a version of the text.
async fn save(tx: &mut Tx, report: i64, stop: i64, text: &Text, act: &Act<'_>) -> Result<i64, StoreError> {
    let record = written("report", text)?;
    let hash = sha256(record.as_bytes());
    let bytes = i64::try_from(record.len()).unwrap_or(i64::MAX);
    let version: i64 = on!(tx &mut *tx, c => sqlx::query_scalar(
        "insert into report_version (report_id, version, stop, record, bytes, sha256, saved_by, saved_at)
         select $1, coalesce(max(version), 0) + 1, $2, $3, $4, $5, $6, $7 from report_version where report_id = $1 returning version")
        .bind(report).bind(stop).bind(&record).bind(bytes).bind(&hash).bind(act.who).bind(act.at.to_string()).fetch_one(c).await)
    .map_err(StoreError::database("report"))?;
    journal::write(tx, act, "save_report", &format!("report {report}"), &json!({ "version": version, "stop": stop, "sha256": hash }))
        .await?;
    Ok(version)
}

impl Desk {
    /// Begins a report for a meeting, and for an item of it where that is known.
    pub async fn begin_officers_report(&self, new: &KeptReport, to: NewStop, act: &Act<'_>) -> Result<i64, StoreError> {
        let mut tx = self.db.write().await?;
        let id = next(&mut tx, "select coalesce(max(id), 0) + 1 from report").await?;
        on!(tx &mut tx, c => sqlx::query(
            "insert into report (id, report_kind_id, title, author, author_post_id, revision, begun_by, begun_at) values ($1, $2, $3, $4, $5, 1, $6, $7)")
            .bind(id).bind(new.report_kind_id).bind(&new.title).bind(new.author).bind(new.author_post_id).bind(act.who).bind(act.at.to_string())
            .execute(c).await.map(|_| ()))
        .map_err(StoreError::database("report"))?;
        stop::add(&mut tx, id, 1, to, None, act).await?;
        let body = json!({ "title": new.title, "kind": new.report_kind_id, "meeting": to.meeting, "item": to.item });
        journal::write(&mut tx, act, "begin_report", &format!("report {id}"), &body).await?;
        tx.commit().await?;
        Ok(id)
    }

    /// Saves a version of the text; none where somebody changed the report meanwhile.
    pub async fn save_report(&self, seen: &KeptReport, stop: i64, text: &Text, act: &Act<'_>) -> Result<Option<i64>, StoreError> {
        let mut tx = self.db.write().await?;
        if !revise(&mut tx, seen).await? {
            return Ok(None);
        }
        let version = save(&mut tx, seen.id, stop, text, act).await?;
        tx.commit().await?;
        Ok(Some(version))
    }

    /// A report, sealed.
    pub async fn officers_report(&self, id: i64) -> Result<Option<Sealed<KeptReport>>, StoreError> {
        let sql = format!("{COLUMNS} where id = $1");
        let row: Option<KeptReport> =
            on!(db &self.db, pool => sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(id).fetch_optional(pool).await)
                .map_err(StoreError::database("report"))?;
        match row {
            Some(row) => Ok(Some(self.seal_report(row).await?)),
            None => Ok(None),
        }
    }

    /// Every report, the newest first, each sealed.
    pub async fn officers_reports(&self) -> Result<Vec<Sealed<KeptReport>>, StoreError> {
        let sql = format!("{COLUMNS} order by id desc");
        let rows: Vec<KeptReport> = on!(db &self.db, pool => sqlx::query_as(sqlx::AssertSqlSafe(sql)).fetch_all(pool).await)
            .map_err(StoreError::database("reports"))?;
        let mut sealed = Vec::with_capacity(rows.len());
        for row in rows {
            sealed.push(self.seal_report(row).await?);
        }
        Ok(sealed)
    }

    /// Every report that is neither withdrawn nor finished as it stands.
    pub async fn open_reports(&self) -> Result<Vec<OpenReport>, StoreError> {
        let sql = format!(
            "{COLUMNS} where not exists (select 1 from report_event e where e.report_id = report.id and (e.what = 'withdrawn'
               or (e.what = 'finished' and e.stop = (select max(s.number) from report_stop s where s.report_id = report.id)
                   and e.version = (select max(v.version) from report_version v where v.report_id = report.id)))) order by id"
        );
        let rows: Vec<KeptReport> = on!(db &self.db, pool => sqlx::query_as(sqlx::AssertSqlSafe(sql)).fetch_all(pool).await)
            .map_err(StoreError::database("reports"))?;
        let mut open = Vec::with_capacity(rows.len());
        for row in rows {
            let subject = self.subject_of_report(&row).await?;
            let (stops, events) = (self.report_stops(row.id).await?, self.report_events(row.id).await?);
            let newest = self.report_versions(row.id).await?.first().map_or(0, |v| v.version);
            open.push(OpenReport { report: row, subject, stops, events, newest });
        }
        Ok(open)
    }

    async fn seal_report(&self, row: KeptReport) -> Result<Sealed<KeptReport>, StoreError> {
        let subject = self.subject_of_report(&row).await?;
        Ok(Sealed::new(row, subject))
    }

    /// A report is a paper of its author's, under the embargo of every item that it goes to and restricted as its paper is.
    async fn subject_of_report(&self, row: &KeptReport) -> Result<Subject, StoreError> {
        let embargoes: Vec<String> = on!(db &self.db, pool => sqlx::query_scalar(
            "select distinct e.record from report_stop s join planned_item i on i.id = s.planned_item_id
             join ombudsman_paper o on o.id = i.ombudsman_paper_id join embargo e on e.id = o.embargo_id where s.report_id = $1")
            .bind(row.id).fetch_all(pool).await)
        .map_err(StoreError::database("embargo"))?;
        let restriction: Option<String> = on!(db &self.db, pool => sqlx::query_scalar(
            "select r.record from report_stop s join restriction r on r.working_paper_id = s.working_paper_id
             where s.report_id = $1 order by s.number desc, r.id desc limit 1").bind(row.id).fetch_optional(pool).await)
        .map_err(StoreError::database("restriction"))?;
        let embargoes = embargoes.iter().map(|e| read("embargo", e)).collect::<Result<Vec<_>, _>>()?;
        let restriction = restriction.map(|r| read("restriction", &r)).transpose()?;
        let subject = Subject::new(SubjectKind::Paper).by(row.author).under_all(embargoes);
        Ok(Subject { restriction, ..subject })
    }

    /// The versions of a report, the newest first, without their words.
    pub async fn report_versions(&self, report: i64) -> Result<Vec<VersionLine>, StoreError> {
        on!(db &self.db, pool => sqlx::query_as(
            "select version, stop, bytes, sha256, saved_by, saved_at from report_version where report_id = $1 order by version desc")
            .bind(report).fetch_all(pool).await)
        .map_err(StoreError::database("report"))
    }

    /// A version of a report; the newest for 0.
    pub async fn report_version(&self, report: i64, version: i64) -> Result<Option<TextVersion>, StoreError> {
        let row: Option<(i64, i64, String, i64, String, String, String)> = on!(db &self.db, pool => sqlx::query_as(
            "select version, stop, record, bytes, sha256, saved_by, saved_at from report_version
             where report_id = $1 and ($2 = 0 or version = $2) order by version desc limit 1")
            .bind(report).bind(version).fetch_optional(pool).await)
        .map_err(StoreError::database("report"))?;
        let Some((version, stop, record, bytes, sha256, saved_by, saved_at)) = row else { return Ok(None) };
        Ok(Some(TextVersion { version, stop, text: read("report", &record)?, bytes, sha256, saved_by, saved_at }))
    }
}

fn path(record: Option<String>) -> Result<Option<Path>, StoreError> {
    record.map(|r| read("clearances", &r)).transpose()
}
