//! The Ombudsman's papers as the link officer registers them, one by reference, kind and date, and what they recommend.

use redress::embargo::Embargo;
use serde_json::json;

use super::{next, written};
use crate::StoreError;
use crate::desk::Desk;
use crate::desk::journal::{self, Act};
use crate::on;

/// A paper of the Ombudsman's.
#[derive(Debug, Clone, Default, sqlx::FromRow, serde::Serialize)]
pub struct OmbudsmanPaper {
    /// Its number at the desk.
    pub id: i64,
    /// The reference, as in addresses: `19-015-597`.
    pub reference: String,
    /// `statement`, `report`, `further_report`, `letter`.
    pub kind: String,
    /// The date it bears.
    pub dated: Option<String>,
    /// The day it was received.
    pub received: String,
    /// What it is about, for the desk.
    pub subject: String,
    /// The services, one a line.
    pub services: String,
    /// The Ombudsman's word for the complainant: `Mr X`.
    pub complainant: String,
    /// Its embargo, where it has one.
    pub embargo_id: Option<i64>,
    /// Who registered it.
    pub registered_by: String,
    /// When.
    pub registered_at: String,
}

/// What a paper recommends.
#[derive(Debug, Clone, Default, sqlx::FromRow, serde::Serialize)]
pub struct Recommendation {
    /// Its number at the desk.
    pub id: i64,
    /// The paper.
    pub ombudsman_paper_id: i64,
    /// `R1`.
    pub label: String,
    /// `personal`, `service_improvement`, `procedural`.
    pub nature: String,
    /// The words, verbatim.
    pub words: String,
    /// The day it is due, where it has one.
    pub due_on: Option<String>,
    /// How that day was counted.
    pub rule: Option<String>,
    /// Money, in pence.
    pub pence: Option<i64>,
}

/// The outcome of registering.
pub enum Registered {
    /// It has this number.
    New(i64),
    /// The same reference, kind and date are on record under this number.
    Known(i64),
}

impl Desk {
    /// Registers a paper, with its embargo where it has one.
    pub async fn register_ombudsman_paper(
        &self,
        paper: &OmbudsmanPaper,
        embargo: Option<&Embargo>,
        act: &Act<'_>,
    ) -> Result<Registered, StoreError> {
        let failed = StoreError::database("Ombudsman's paper");
        let mut tx = self.db.write().await?;
        let known: Option<i64> = on!(tx &mut tx, c => sqlx::query_scalar(
            "select id from ombudsman_paper where reference = $1 and kind = $2 and coalesce(dated, '') = coalesce($3, '')")
            .bind(&paper.reference).bind(&paper.kind).bind(&paper.dated).fetch_optional(c).await)
        .map_err(&failed)?;
        if let Some(id) = known {
            return Ok(Registered::Known(id));
        }
        let embargo_id = match embargo {
            Some(embargo) => {
                let id = next(&mut tx, "select coalesce(max(id), 0) + 1 from embargo").await?;
                on!(tx &mut tx, c => sqlx::query("insert into embargo (id, record) values ($1, $2)")
                    .bind(id).bind(written("embargo", embargo)?).execute(c).await.map(|_| ()))
                .map_err(&failed)?;
                Some(id)
            }
            None => None,
        };
        let id = next(&mut tx, "select coalesce(max(id), 0) + 1 from ombudsman_paper").await?;
        on!(tx &mut tx, c => sqlx::query(
            "insert into ombudsman_paper (id, reference, kind, dated, received, subject, services, complainant, embargo_id, registered_by, registered_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)")
            .bind(id).bind(&paper.reference).bind(&paper.kind).bind(&paper.dated).bind(&paper.received).bind(&paper.subject)
            .bind(&paper.services).bind(&paper.complainant).bind(embargo_id).bind(act.who).bind(act.at.to_string())
            .execute(c).await.map(|_| ()))
        .map_err(&failed)?;
        let about = format!("ombudsman_paper {id}");
        journal::write(&mut tx, act, "register", &about, &json!({ "reference": paper.reference, "kind": paper.kind, "dated": paper.dated, "received": paper.received, "subject": paper.subject, "embargo": embargo })).await?;
        tx.commit().await?;
        Ok(Registered::New(id))
    }

    /// A paper of the Ombudsman's.
    pub async fn ombudsman_paper(&self, id: i64) -> Result<Option<OmbudsmanPaper>, StoreError> {
        on!(db &self.db, pool => sqlx::query_as(
            "select id, reference, kind, dated, received, subject, services, complainant, embargo_id, registered_by, registered_at
             from ombudsman_paper where id = $1").bind(id).fetch_optional(pool).await)
        .map_err(StoreError::database("Ombudsman's paper"))
    }

    /// Papers of the Ombudsman's, those received last first.
    pub async fn ombudsman_papers(&self, most: i64) -> Result<Vec<OmbudsmanPaper>, StoreError> {
        on!(db &self.db, pool => sqlx::query_as(
            "select id, reference, kind, dated, received, subject, services, complainant, embargo_id, registered_by, registered_at
             from ombudsman_paper order by received desc, id desc limit $1").bind(most).fetch_all(pool).await)
        .map_err(StoreError::database("Ombudsman's papers"))
    }

    /// Adds a recommendation; false where the label is taken.
    pub async fn add_recommendation(&self, new: &Recommendation, act: &Act<'_>) -> Result<bool, StoreError> {
        let failed = StoreError::database("recommendation");
        let mut tx = self.db.write().await?;
        let id = next(&mut tx, "select coalesce(max(id), 0) + 1 from recommendation").await?;
        let done: u64 = on!(tx &mut tx, c => sqlx::query(
            "insert into recommendation (id, ombudsman_paper_id, label, nature, words, due_on, rule, pence, added_by, added_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing")
            .bind(id).bind(new.ombudsman_paper_id).bind(&new.label).bind(&new.nature).bind(&new.words).bind(&new.due_on)
            .bind(&new.rule).bind(new.pence).bind(act.who).bind(act.at.to_string()).execute(c).await.map(|d| d.rows_affected()))
        .map_err(&failed)?;
        if done == 0 {
            return Ok(false);
        }
        let about = format!("ombudsman_paper {}", new.ombudsman_paper_id);
        journal::write(&mut tx, act, "add_recommendation", &about, &json!(new)).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// What a paper recommends, in the order of its labels as they were added.
    pub async fn recommendations(&self, ombudsman_paper: i64) -> Result<Vec<Recommendation>, StoreError> {
        on!(db &self.db, pool => sqlx::query_as(
            "select id, ombudsman_paper_id, label, nature, words, due_on, rule, pence from recommendation
             where ombudsman_paper_id = $1 order by id").bind(ombudsman_paper).fetch_all(pool).await)
        .map_err(StoreError::database("recommendations"))
    }
}
