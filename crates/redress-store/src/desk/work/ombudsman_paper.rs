//! The Ombudsman's papers as the link officer registers them, one by reference, kind and date: with the cases that each deals
//! with, the duties that it starts and the letters that tell of it, all in one transaction.

use redress::embargo::Embargo;
use redress::ombudsman::case_file::CaseFile;
use redress::ombudsman::follows::CaseKey;
use redress::ombudsman::paper::particulars::Particulars;
use serde_json::json;

use super::duty_clock::{self, DutyClock};
use super::{case_file, next, read, written};
use crate::StoreError;
use crate::desk::Desk;
use crate::desk::journal::{self, Act};
use crate::desk::outbox::{self, Letter};
use crate::on;

/// A paper of the Ombudsman's.
#[derive(Debug, Clone, Default, sqlx::FromRow, serde::Serialize)]
pub struct OmbudsmanPaper {
    /// Its number at the desk.
    pub id: i64,
    /// The reference, as in addresses: `19-015-597`.
    pub reference: String,
    /// `enquiry`, `draft_decision`, `statement`, `draft_report`, `report`, `further_report`, `letter`.
    pub kind: String,
    /// The date it bears.
    pub dated: Option<String>,
    /// The day it was received; empty where that is not known.
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

impl OmbudsmanPaper {
    /// The date it bears.
    pub fn dated_on(&self) -> Option<jiff::civil::Date> {
        self.dated.as_deref().and_then(|d| d.parse().ok())
    }

    /// The day it was received, where that is known.
    pub fn received_on(&self) -> Option<jiff::civil::Date> {
        self.received.parse().ok()
    }
}

pub(super) const COLUMNS: &str = "select id, reference, kind, dated, received, subject, services, complainant, embargo_id, registered_by, registered_at from ombudsman_paper";

/// Everything that is written down when a paper is registered.
pub struct Registering<'a> {
    /// The paper.
    pub paper: &'a OmbudsmanPaper,
    /// What else it says of itself.
    pub particulars: &'a Particulars,
    /// Its embargo.
    pub embargo: Option<&'a Embargo>,
    /// The cases that it deals with, each with what a new file begins with.
    pub cases: &'a [(CaseKey, CaseFile)],
    /// The duties that it starts; the paper's number is put in.
    pub duties: &'a [DutyClock],
    /// The letters that tell of it, given its number.
    pub letters: &'a (dyn Fn(i64) -> Vec<Letter> + Sync),
}

/// The outcome of registering.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Registered {
    /// It has this number.
    New(i64),
    /// The same reference, kind and date are on record under this number.
    Known(i64),
}

impl Desk {
    /// Registers a paper with everything that follows at once.
    pub async fn register_ombudsman_paper(&self, new: &Registering<'_>, act: &Act<'_>) -> Result<Registered, StoreError> {
        let failed = StoreError::database("Ombudsman's paper");
        let paper = new.paper;
        let mut tx = self.db.write().await?;
        let known: Option<i64> = on!(tx &mut tx, c => sqlx::query_scalar(
            "select id from ombudsman_paper where reference = $1 and kind = $2 and coalesce(dated, '') = coalesce($3, '')")
            .bind(&paper.reference).bind(&paper.kind).bind(&paper.dated).fetch_optional(c).await)
        .map_err(&failed)?;
        if let Some(id) = known {
            return Ok(Registered::Known(id));
        }
        let embargo_id = match new.embargo {
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
        on!(tx &mut tx, c => sqlx::query("insert into paper_particulars (ombudsman_paper_id, record) values ($1, $2)")
            .bind(id).bind(written("particulars", new.particulars)?).execute(c).await.map(|_| ()))
        .map_err(&failed)?;
        let about = format!("ombudsman_paper {id}");
        journal::write(&mut tx, act, "register", &about, &json!({ "reference": paper.reference, "kind": paper.kind, "dated": paper.dated, "received": paper.received, "subject": paper.subject, "particulars": new.particulars, "embargo": new.embargo })).await?;
        for (position, (key, file)) in new.cases.iter().enumerate() {
            let case = case_file::open(&mut tx, key, file, act).await?;
            on!(tx &mut tx, c => sqlx::query("insert into paper_case (ombudsman_paper_id, case_file_id, position) values ($1, $2, $3)")
                .bind(id).bind(case).bind(i64::try_from(position).unwrap_or(0) + 1).execute(c).await.map(|_| ()))
            .map_err(&failed)?;
        }
        for clock in new.duties {
            duty_clock::write(&mut tx, &DutyClock { ombudsman_paper_id: id, ..clock.clone() }, act).await?;
        }
        for letter in (new.letters)(id) {
            outbox::put(&mut tx, act.at, &letter).await?;
        }
        tx.commit().await?;
        Ok(Registered::New(id))
    }

    /// A paper of the Ombudsman's.
    pub async fn ombudsman_paper(&self, id: i64) -> Result<Option<OmbudsmanPaper>, StoreError> {
        let sql = format!("{COLUMNS} where id = $1");
        on!(db &self.db, pool => sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(id).fetch_optional(pool).await)
            .map_err(StoreError::database("Ombudsman's paper"))
    }

    /// What a paper says of itself besides.
    pub async fn particulars(&self, id: i64) -> Result<Particulars, StoreError> {
        let record: Option<String> =
            on!(db &self.db, pool => sqlx::query_scalar("select record from paper_particulars where ombudsman_paper_id = $1")
            .bind(id).fetch_optional(pool).await)
            .map_err(StoreError::database("Ombudsman's paper"))?;
        record.map_or_else(|| Ok(Particulars::default()), |r| read("particulars", &r))
    }

    /// Says whom a paper names and criticises.
    pub async fn say_who_is_criticised(&self, id: i64, members: &[String], act: &Act<'_>) -> Result<(), StoreError> {
        let particulars = Particulars { criticised: members.to_vec(), ..self.particulars(id).await? };
        let mut tx = self.db.write().await?;
        on!(tx &mut tx, c => sqlx::query(
            "insert into paper_particulars (ombudsman_paper_id, record) values ($1, $2)
             on conflict (ombudsman_paper_id) do update set record = excluded.record")
            .bind(id).bind(written("particulars", &particulars)?).execute(c).await.map(|_| ()))
        .map_err(StoreError::database("Ombudsman's paper"))?;
        journal::write(&mut tx, act, "say_who_is_criticised", &format!("ombudsman_paper {id}"), &json!({ "members": members })).await?;
        tx.commit().await
    }

    /// Papers of the Ombudsman's, those received last first.
    pub async fn ombudsman_papers(&self, most: i64) -> Result<Vec<OmbudsmanPaper>, StoreError> {
        let sql = format!("{COLUMNS} order by received desc, id desc limit $1");
        on!(db &self.db, pool => sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(most).fetch_all(pool).await)
            .map_err(StoreError::database("Ombudsman's papers"))
    }
}
