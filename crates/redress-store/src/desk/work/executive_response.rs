//! The executive's reports in answer: written, then adopted, which makes a paper and sends everybody a copy at once.

use redress::monitoring_report::response::ExecutiveResponse;
use serde::Serialize;
use serde_json::json;

use super::member_circulation::{self, Circulating, Letters};
use super::monitoring_report::{Made, make_paper};
use super::{read, written};
use crate::StoreError;
use crate::blob::Shelf;
use crate::desk::Desk;
use crate::desk::journal::{self, Act};
use crate::on;

/// An answer as it is kept.
#[derive(Debug, Clone, Serialize)]
pub struct KeptResponse {
    /// The report that it answers.
    pub report: i64,
    /// The answer.
    pub response: ExecutiveResponse,
    /// How often it was changed; a change says which one it saw.
    pub revision: i64,
    /// The paper that it became when it was adopted.
    pub paper: Option<i64>,
    /// Who wrote it last.
    pub made_by: String,
}

type Row = (i64, String, i64, Option<i64>, String);

impl Desk {
    /// The answer to a report.
    pub async fn executive_response(&self, report: i64) -> Result<Option<KeptResponse>, StoreError> {
        let row: Option<Row> = on!(db &self.db, pool => sqlx::query_as(
            "select monitoring_report_id, record, revision, working_paper_id, made_by from executive_response where monitoring_report_id = $1")
            .bind(report).fetch_optional(pool).await)
        .map_err(StoreError::database("the executive's report"))?;
        let kept = |(report, record, revision, paper, made_by): Row| {
            Ok(KeptResponse { report, response: read("the executive's report", &record)?, revision, paper, made_by })
        };
        row.map(kept).transpose()
    }

    /// Writes the answer to a report; false where somebody changed it meanwhile, or it is adopted.
    pub async fn write_response(
        &self,
        report: i64,
        seen: Option<&KeptResponse>,
        response: &ExecutiveResponse,
        act: &Act<'_>,
    ) -> Result<bool, StoreError> {
        let mut tx = self.db.write().await?;
        let done: u64 = on!(tx &mut tx, c => sqlx::query(
            "insert into executive_response (monitoring_report_id, record, revision, made_by, made_at) values ($1, $2, 1, $3, $4)
             on conflict (monitoring_report_id) do update set record = excluded.record, revision = executive_response.revision + 1,
               made_by = excluded.made_by, made_at = excluded.made_at
             where executive_response.revision = $5 and executive_response.working_paper_id is null")
            .bind(report).bind(written("the executive's report", response)?).bind(act.who).bind(act.at.to_string())
            .bind(seen.map_or(0, |s| s.revision)).execute(c).await.map(|d| d.rows_affected()))
        .map_err(StoreError::database("the executive's report"))?;
        if done != 1 {
            return Ok(false);
        }
        journal::write(&mut tx, act, "write_executive_response", &format!("monitoring_report {report}"), &json!(response)).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// Adopts the answer: it becomes a paper, and goes to everybody who must have it. Gives paper and circulation; none where
    /// somebody changed it meanwhile.
    pub async fn adopt_response(
        &self,
        seen: &KeptResponse,
        response: &ExecutiveResponse,
        made: &Made<'_>,
        circulating: &Circulating,
        letters: Letters<'_>,
        act: &Act<'_>,
    ) -> Result<Option<(i64, i64)>, StoreError> {
        let sha256 = self.files.keep(Shelf::Work, made.bytes).await?;
        let mut tx = self.db.write().await?;
        let paper = make_paper(&mut tx, made, &sha256, act).await?;
        let done: u64 = on!(tx &mut tx, c => sqlx::query(
            "update executive_response set record = $1, working_paper_id = $2, revision = revision + 1
             where monitoring_report_id = $3 and revision = $4 and working_paper_id is null")
            .bind(written("the executive's report", response)?).bind(paper).bind(seen.report).bind(seen.revision)
            .execute(c).await.map(|d| d.rows_affected()))
        .map_err(StoreError::database("the executive's report"))?;
        if done != 1 {
            return Ok(None);
        }
        journal::write(&mut tx, act, "adopt_executive_response", &format!("monitoring_report {}", seen.report), &json!(response)).await?;
        let new = Circulating { working_paper_id: paper, version: 1, ..circulating.clone() };
        let circulation = member_circulation::make(&mut tx, &new, letters, act).await?;
        tx.commit().await?;
        Ok(Some((paper, circulation)))
    }
}
