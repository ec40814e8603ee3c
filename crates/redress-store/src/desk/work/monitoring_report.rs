//! The monitoring officer's reports: drafts that change, then a signed paper that does not; and when consideration ended.

use jiff::civil::Date;
use redress::monitoring_report::MonitoringReport;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::duty_clock::{self, Follows};
use super::paper::{self, PaperVersion, WorkingPaper};
use super::{next, read, written};
use crate::StoreError;
use crate::blob::Shelf;
use crate::db::Tx;
use crate::desk::Desk;
use crate::desk::journal::{self, Act};
use crate::on;

/// That consideration of a report was concluded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Concluded {
    /// The day of the meeting.
    pub on: Date,
    /// The item, where it was planned here.
    pub item: Option<i64>,
    /// The minute, in words: `Cabinet, 1 October 2019, minute 59`.
    pub minute: String,
    /// Who wrote it down.
    pub by: String,
}

/// A report as it is kept.
#[derive(Debug, Clone, Serialize)]
pub struct KeptReport {
    /// Its number at the desk.
    pub id: i64,
    /// The report.
    pub report: MonitoringReport,
    /// How often it was changed; a change says which one it saw.
    pub revision: i64,
    /// The paper that it became when it was signed.
    pub paper: Option<i64>,
    /// When consideration ended.
    pub concluded: Option<Concluded>,
    /// Who began it.
    pub made_by: String,
    /// When.
    pub made_at: String,
}

/// A paper that the program writes itself, with its file.
#[derive(Debug, Clone, Copy)]
pub struct Made<'a> {
    /// The paper.
    pub paper: &'a WorkingPaper,
    /// The version; its paper's number is put in.
    pub version: &'a PaperVersion,
    /// Its bytes.
    pub bytes: &'a [u8],
    /// What it does to duties.
    pub follows: &'a Follows,
}

type Row = (i64, String, i64, Option<i64>, Option<String>, String, String);

const COLUMNS: &str = "select id, record, revision, working_paper_id, concluded, made_by, made_at from monitoring_report";

fn kept((id, record, revision, paper, concluded, made_by, made_at): Row) -> Result<KeptReport, StoreError> {
    let concluded = concluded.map(|c| read("conclusion", &c)).transpose()?;
    Ok(KeptReport { id, report: read("monitoring officer's report", &record)?, revision, paper, concluded, made_by, made_at })
}

/// Writes a paper with its first version, in the transaction of the act that makes it.
pub(super) async fn make_paper(tx: &mut Tx, made: &Made<'_>, sha256: &str, act: &Act<'_>) -> Result<i64, StoreError> {
    let id = paper::insert(tx, made.paper, act).await?;
    paper::insert_version(tx, &PaperVersion { working_paper_id: id, ..made.version.clone() }, sha256, act).await?;
    duty_clock::follow(tx, made.follows, act).await?;
    Ok(id)
}

async fn write(tx: &mut Tx, seen: &KeptReport, report: &MonitoringReport, what: &str, act: &Act<'_>) -> Result<bool, StoreError> {
    let done: u64 = on!(tx &mut *tx, c => sqlx::query("update monitoring_report set record = $1, revision = revision + 1 where id = $2 and revision = $3 and working_paper_id is null")
        .bind(written("monitoring officer's report", report)?).bind(seen.id).bind(seen.revision).execute(c).await.map(|d| d.rows_affected()))
    .map_err(StoreError::database("monitoring officer's report"))?;
    if done == 1 {
        journal::write(tx, act, what, &format!("monitoring_report {}", seen.id), &json!(report)).await?;
    }
    Ok(done == 1)
}

async fn put_cases(tx: &mut Tx, report: i64, cases: &[i64]) -> Result<(), StoreError> {
    let failed = StoreError::database("monitoring officer's report");
    on!(tx &mut *tx, c => sqlx::query("delete from monitoring_report_case where monitoring_report_id = $1").bind(report).execute(c).await.map(|_| ()))
        .map_err(&failed)?;
    for (case, position) in cases.iter().zip(1_i64..) {
        on!(tx &mut *tx, c => sqlx::query("insert into monitoring_report_case (monitoring_report_id, case_file_id, position) values ($1, $2, $3)")
            .bind(report).bind(case).bind(position).execute(c).await.map(|_| ()))
        .map_err(&failed)?;
    }
    Ok(())
}

async fn mark_wider(tx: &mut Tx, case: i64, reason: &str, act: &Act<'_>) -> Result<(), StoreError> {
    on!(tx &mut *tx, c => sqlx::query(
        "insert into wider_implication (case_file_id, reason, marked_by, marked_at) values ($1, $2, $3, $4)
         on conflict (case_file_id) do update set reason = excluded.reason, marked_by = excluded.marked_by, marked_at = excluded.marked_at")
        .bind(case).bind(reason).bind(act.who).bind(act.at.to_string()).execute(c).await.map(|_| ()))
    .map_err(StoreError::database("wider implications"))?;
    journal::write(tx, act, "mark_wider", &format!("case_file {case}"), &json!({ "reason": reason })).await
}

impl Desk {
    /// Begins a report on these cases.
    pub async fn begin_report(&self, report: &MonitoringReport, cases: &[i64], act: &Act<'_>) -> Result<i64, StoreError> {
        let mut tx = self.db.write().await?;
        let id = next(&mut tx, "select coalesce(max(id), 0) + 1 from monitoring_report").await?;
        on!(tx &mut tx, c => sqlx::query("insert into monitoring_report (id, record, revision, made_by, made_at) values ($1, $2, 1, $3, $4)")
            .bind(id).bind(written("monitoring officer's report", report)?).bind(act.who).bind(act.at.to_string()).execute(c).await.map(|_| ()))
        .map_err(StoreError::database("monitoring officer's report"))?;
        put_cases(&mut tx, id, cases).await?;
        journal::write(
            &mut tx,
            act,
            "begin_monitoring_report",
            &format!("monitoring_report {id}"),
            &json!({ "report": report, "cases": cases }),
        )
        .await?;
        tx.commit().await?;
        Ok(id)
    }

    /// Writes a draft that was changed, its cases, and which cases are no routine findings; false where somebody changed it meanwhile.
    pub async fn write_report(
        &self,
        seen: &KeptReport,
        report: &MonitoringReport,
        cases: &[i64],
        wider: &[(i64, String)],
        act: &Act<'_>,
    ) -> Result<bool, StoreError> {
        let mut tx = self.db.write().await?;
        if !write(&mut tx, seen, report, "write_monitoring_report", act).await? {
            return Ok(false);
        }
        put_cases(&mut tx, seen.id, cases).await?;
        for (case, reason) in wider {
            mark_wider(&mut tx, *case, reason, act).await?;
        }
        tx.commit().await?;
        Ok(true)
    }

    /// Signs a report: its document becomes a paper. None where somebody changed it meanwhile.
    pub async fn sign_report(
        &self,
        seen: &KeptReport,
        report: &MonitoringReport,
        made: &Made<'_>,
        act: &Act<'_>,
    ) -> Result<Option<i64>, StoreError> {
        let sha256 = self.files.keep(Shelf::Work, made.bytes).await?;
        let mut tx = self.db.write().await?;
        if !write(&mut tx, seen, report, "sign_monitoring_report", act).await? {
            return Ok(None);
        }
        let paper = make_paper(&mut tx, made, &sha256, act).await?;
        on!(tx &mut tx, c => sqlx::query("update monitoring_report set working_paper_id = $1 where id = $2").bind(paper).bind(seen.id).execute(c).await.map(|_| ()))
            .map_err(StoreError::database("monitoring officer's report"))?;
        tx.commit().await?;
        Ok(Some(paper))
    }

    /// Writes down when consideration was concluded, with what that does to duties; false where somebody changed the record meanwhile.
    pub async fn conclude_report(
        &self,
        seen: &KeptReport,
        concluded: &Concluded,
        follows: &Follows,
        act: &Act<'_>,
    ) -> Result<bool, StoreError> {
        let mut tx = self.db.write().await?;
        let done: u64 = on!(tx &mut tx, c => sqlx::query("update monitoring_report set concluded = $1, revision = revision + 1 where id = $2 and revision = $3")
            .bind(written("conclusion", concluded)?).bind(seen.id).bind(seen.revision).execute(c).await.map(|d| d.rows_affected()))
        .map_err(StoreError::database("monitoring officer's report"))?;
        if done != 1 {
            return Ok(false);
        }
        journal::write(&mut tx, act, "conclude_monitoring_report", &format!("monitoring_report {}", seen.id), &json!(concluded)).await?;
        duty_clock::follow(&mut tx, follows, act).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// Says that a case is no routine finding.
    pub async fn mark_wider(&self, case: i64, reason: &str, act: &Act<'_>) -> Result<(), StoreError> {
        let mut tx = self.db.write().await?;
        mark_wider(&mut tx, case, reason, act).await?;
        tx.commit().await
    }

    /// The cases that are no routine findings, with the reason.
    pub async fn wider_implications(&self) -> Result<Vec<(i64, String)>, StoreError> {
        on!(db &self.db, pool => sqlx::query_as("select case_file_id, reason from wider_implication order by case_file_id").fetch_all(pool).await)
            .map_err(StoreError::database("wider implications"))
    }

    /// A report.
    pub async fn monitoring_report(&self, id: i64) -> Result<Option<KeptReport>, StoreError> {
        let sql = format!("{COLUMNS} where id = $1");
        let row: Option<Row> = on!(db &self.db, pool => sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(id).fetch_optional(pool).await)
            .map_err(StoreError::database("monitoring officer's report"))?;
        row.map(kept).transpose()
    }

    /// Every report, the newest first.
    pub async fn monitoring_reports(&self) -> Result<Vec<KeptReport>, StoreError> {
        let sql = format!("{COLUMNS} order by id desc");
        let rows: Vec<Row> = on!(db &self.db, pool => sqlx::query_as(sqlx::AssertSqlSafe(sql)).fetch_all(pool).await)
            .map_err(StoreError::database("monitoring officer's reports"))?;
        rows.into_iter().map(kept).collect()
    }

    /// The reports about a case, the newest first.
    pub async fn monitoring_reports_of_case(&self, case: i64) -> Result<Vec<KeptReport>, StoreError> {
        let sql = format!(
            "{COLUMNS} where id in (select monitoring_report_id from monitoring_report_case where case_file_id = $1) order by id desc"
        );
        let rows: Vec<Row> = on!(db &self.db, pool => sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(case).fetch_all(pool).await)
            .map_err(StoreError::database("monitoring officer's reports"))?;
        rows.into_iter().map(kept).collect()
    }

    /// The report that a paper is, or answers; with whether it is the answer.
    pub async fn report_of_paper(&self, paper: i64) -> Result<Option<(i64, bool)>, StoreError> {
        let own: Option<i64> = on!(db &self.db, pool => sqlx::query_scalar("select id from monitoring_report where working_paper_id = $1")
            .bind(paper).fetch_optional(pool).await)
        .map_err(StoreError::database("monitoring officer's report"))?;
        if let Some(id) = own {
            return Ok(Some((id, false)));
        }
        let answer: Option<i64> =
            on!(db &self.db, pool => sqlx::query_scalar("select monitoring_report_id from executive_response where working_paper_id = $1")
            .bind(paper).fetch_optional(pool).await)
            .map_err(StoreError::database("the executive's report"))?;
        Ok(answer.map(|id| (id, true)))
    }

    /// The cases of a report, in its order.
    pub async fn cases_of_report(&self, report: i64) -> Result<Vec<i64>, StoreError> {
        on!(db &self.db, pool => sqlx::query_scalar("select case_file_id from monitoring_report_case where monitoring_report_id = $1 order by position")
            .bind(report).fetch_all(pool).await)
        .map_err(StoreError::database("monitoring officer's report"))
    }
}
