//! What must be shown of each recommendation, and the files that show it. Nothing is taken out: what was asked for in error
//! is ended, a wrong file is withdrawn, each with its reason.

use redress::ombudsman::evidence::Required;
use serde_json::json;

use super::next;
use crate::StoreError;
use crate::blob::Shelf;
use crate::desk::Desk;
use crate::desk::journal::{self, Act};
use crate::on;

/// Something that must be shown.
#[derive(Debug, Clone, Default, sqlx::FromRow, serde::Serialize)]
pub struct KeptRequirement {
    /// The recommendation.
    pub recommendation_id: i64,
    /// Its number among those of the recommendation, from 1.
    pub number: i64,
    /// What.
    pub words: String,
    /// Who said so.
    pub added_by: String,
    /// When.
    pub added_at: String,
    /// Who ended it.
    pub ended_by: Option<String>,
    /// When; none while it stands.
    pub ended_at: Option<String>,
    /// Why.
    pub ended_why: Option<String>,
}

/// A file that shows it.
#[derive(Debug, Clone, Default, sqlx::FromRow, serde::Serialize)]
pub struct KeptEvidence {
    /// Its number at the desk.
    pub id: i64,
    /// The recommendation.
    pub recommendation_id: i64,
    /// The number of what it shows.
    pub number: i64,
    /// The name of the file.
    pub name: String,
    /// The hash of its bytes.
    pub sha256: String,
    /// `PDF`.
    pub media: String,
    /// Its length.
    pub bytes: i64,
    /// What was found in it, as JSON.
    pub looked: String,
    /// Who filed it.
    pub filed_by: String,
    /// When.
    pub filed_at: String,
    /// Who withdrew it.
    pub withdrawn_by: Option<String>,
    /// When; none while it stands.
    pub withdrawn_at: Option<String>,
    /// Why.
    pub withdrawn_why: Option<String>,
}

const REQUIRED: &str = "select recommendation_id, number, words, added_by, added_at, ended_by, ended_at, ended_why from required_evidence";
const EVIDENCE: &str = "select id, recommendation_id, number, name, sha256, media, bytes, looked, filed_by, filed_at,
    withdrawn_by, withdrawn_at, withdrawn_why from evidence";

impl Desk {
    /// Says what must be shown, and what was asked for in error; false, and nothing written, where somebody did so meanwhile.
    pub async fn require_evidence(
        &self,
        recommendation: i64,
        new: &[Required],
        (ended, why): (&[i64], &str),
        act: &Act<'_>,
    ) -> Result<bool, StoreError> {
        let failed = StoreError::database("required evidence");
        let mut tx = self.db.write().await?;
        for required in new {
            let done: u64 = on!(tx &mut tx, c => sqlx::query(
                "insert into required_evidence (recommendation_id, number, words, added_by, added_at) values ($1, $2, $3, $4, $5)
                 on conflict do nothing")
                .bind(recommendation).bind(i64::from(required.number)).bind(&required.words).bind(act.who).bind(act.at.to_string())
                .execute(c).await.map(|d| d.rows_affected()))
            .map_err(&failed)?;
            if done == 0 {
                return Ok(false);
            }
        }
        for number in ended {
            let done: u64 = on!(tx &mut tx, c => sqlx::query(
                "update required_evidence set ended_by = $1, ended_at = $2, ended_why = $3
                 where recommendation_id = $4 and number = $5 and ended_at is null")
                .bind(act.who).bind(act.at.to_string()).bind(why).bind(recommendation).bind(*number)
                .execute(c).await.map(|d| d.rows_affected()))
            .map_err(&failed)?;
            if done == 0 {
                return Ok(false);
            }
        }
        let body = json!({ "new": new, "ended": ended, "why": why });
        journal::write(&mut tx, act, "require_evidence", &format!("recommendation {recommendation}"), &body).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// Everything that was ever asked for of a recommendation, by number.
    pub async fn required_of(&self, recommendation: i64) -> Result<Vec<KeptRequirement>, StoreError> {
        let sql = format!("{REQUIRED} where recommendation_id = $1 order by number");
        on!(db &self.db, pool => sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(recommendation).fetch_all(pool).await)
            .map_err(StoreError::database("required evidence"))
    }

    /// Files evidence; the hash, the person and the moment are set here.
    pub async fn file_evidence(&self, new: &KeptEvidence, bytes: &[u8], act: &Act<'_>) -> Result<i64, StoreError> {
        let hash = self.files.keep(Shelf::Work, bytes).await?;
        let mut tx = self.db.write().await?;
        let id = next(&mut tx, "select coalesce(max(id), 0) + 1 from evidence").await?;
        on!(tx &mut tx, c => sqlx::query(
            "insert into evidence (id, recommendation_id, number, name, sha256, media, bytes, looked, filed_by, filed_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)")
            .bind(id).bind(new.recommendation_id).bind(new.number).bind(&new.name).bind(&hash).bind(&new.media).bind(new.bytes)
            .bind(&new.looked).bind(act.who).bind(act.at.to_string()).execute(c).await.map(|_| ()))
        .map_err(StoreError::database("evidence"))?;
        let body = json!({ "recommendation": new.recommendation_id, "number": new.number, "name": new.name, "sha256": hash });
        journal::write(&mut tx, act, "file_evidence", &format!("evidence {id}"), &body).await?;
        tx.commit().await?;
        Ok(id)
    }

    /// Withdraws a wrong file; false where it was withdrawn already.
    pub async fn withdraw_evidence(&self, id: i64, why: &str, act: &Act<'_>) -> Result<bool, StoreError> {
        let mut tx = self.db.write().await?;
        let done: u64 = on!(tx &mut tx, c => sqlx::query(
            "update evidence set withdrawn_by = $1, withdrawn_at = $2, withdrawn_why = $3 where id = $4 and withdrawn_at is null")
            .bind(act.who).bind(act.at.to_string()).bind(why).bind(id).execute(c).await.map(|d| d.rows_affected()))
        .map_err(StoreError::database("evidence"))?;
        if done == 1 {
            journal::write(&mut tx, act, "withdraw_evidence", &format!("evidence {id}"), &json!({ "why": why })).await?;
            tx.commit().await?;
        }
        Ok(done == 1)
    }

    /// Every file of a recommendation, withdrawn ones too, as they came.
    pub async fn evidence_of(&self, recommendation: i64) -> Result<Vec<KeptEvidence>, StoreError> {
        let sql = format!("{EVIDENCE} where recommendation_id = $1 order by number, id");
        on!(db &self.db, pool => sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(recommendation).fetch_all(pool).await)
            .map_err(StoreError::database("evidence"))
    }

    /// A file.
    pub async fn evidence(&self, id: i64) -> Result<Option<KeptEvidence>, StoreError> {
        let sql = format!("{EVIDENCE} where id = $1");
        on!(db &self.db, pool => sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(id).fetch_optional(pool).await)
            .map_err(StoreError::database("evidence"))
    }

    /// The bytes of a file of evidence, or of a bundle's letter, by their hash.
    pub async fn bytes_of_evidence(&self, sha256: &str) -> Result<Option<Vec<u8>>, StoreError> {
        self.files.fetch(Shelf::Work, sha256).await
    }
}
