//! To whom a paper goes and when each was served. Somebody served before keeps the earlier day.

use serde_json::json;

use super::next;
use crate::StoreError;
use crate::db::Tx;
use crate::desk::Desk;
use crate::desk::journal::{self, Act};
use crate::on;

/// A circulation to be made.
#[derive(Debug, Clone)]
pub struct Making {
    /// The paper.
    pub working_paper_id: i64,
    /// To whom, in words: `all members and the monitoring officer`.
    pub to_whom: String,
    /// Why.
    pub because: String,
    /// Copies are marked as given in confidence.
    pub in_confidence: bool,
    /// Each person with the office held.
    pub people: Vec<(String, String)>,
}

/// A circulation.
#[derive(Debug, Clone, Default, sqlx::FromRow, serde::Serialize)]
pub struct Circulation {
    /// Its number at the desk.
    pub id: i64,
    /// The paper.
    pub working_paper_id: i64,
    /// To whom, in words.
    pub to_whom: String,
    /// Why.
    pub because: String,
    /// Copies are marked as given in confidence.
    pub in_confidence: bool,
}

/// One person and one paper.
#[derive(Debug, Clone, Default, sqlx::FromRow, serde::Serialize)]
pub struct Receipt {
    /// The person.
    pub person: String,
    /// The office held: `Member`, `Monitoring officer`.
    pub office: String,
    /// The circulation that asked for it; none where it was served apart from one.
    pub circulation_id: Option<i64>,
    /// The day of service; none while it is to be served.
    pub served_on: Option<String>,
    /// How.
    pub how: Option<String>,
}

pub(super) async fn make(tx: &mut Tx, making: &Making, act: &Act<'_>) -> Result<i64, StoreError> {
    let failed = StoreError::database("circulation");
    let id = next(tx, "select coalesce(max(id), 0) + 1 from circulation").await?;
    on!(tx &mut *tx, c => sqlx::query(
        "insert into circulation (id, working_paper_id, to_whom, because, in_confidence, made_by, made_at) values ($1, $2, $3, $4, $5, $6, $7)")
        .bind(id).bind(making.working_paper_id).bind(&making.to_whom).bind(&making.because).bind(making.in_confidence)
        .bind(act.who).bind(act.at.to_string()).execute(c).await.map(|_| ()))
    .map_err(&failed)?;
    for (person, office) in &making.people {
        on!(tx &mut *tx, c => sqlx::query(
            "insert into receipt (working_paper_id, person, office, circulation_id) values ($1, $2, $3, $4)
             on conflict (working_paper_id, person) do update set circulation_id = excluded.circulation_id")
            .bind(making.working_paper_id).bind(person).bind(office).bind(id).execute(c).await.map(|_| ()))
        .map_err(&failed)?;
    }
    let body =
        json!({ "paper": making.working_paper_id, "to": making.to_whom, "in_confidence": making.in_confidence, "people": making.people });
    journal::write(tx, act, "circulate", &format!("circulation {id}"), &body).await?;
    Ok(id)
}

impl Desk {
    /// Records that people were served a paper. A day that is on record for somebody stays.
    pub async fn record_service(
        &self,
        paper: i64,
        people: &[(String, String)],
        on: &str,
        how: &str,
        act: &Act<'_>,
    ) -> Result<(), StoreError> {
        let failed = StoreError::database("service");
        let mut tx = self.db.write().await?;
        for (person, office) in people {
            on!(tx &mut tx, c => sqlx::query(
                "insert into receipt (working_paper_id, person, office, served_on, how, recorded_by) values ($1, $2, $3, $4, $5, $6)
                 on conflict (working_paper_id, person) do update set served_on = coalesce(receipt.served_on, excluded.served_on),
                   how = coalesce(receipt.how, excluded.how), recorded_by = coalesce(receipt.recorded_by, excluded.recorded_by)")
                .bind(paper).bind(person).bind(office).bind(on).bind(how).bind(act.who).execute(c).await.map(|_| ()))
            .map_err(&failed)?;
        }
        let body = json!({ "people": people, "on": on, "how": how });
        journal::write(&mut tx, act, "record_service", &format!("working_paper {paper}"), &body).await?;
        tx.commit().await
    }

    /// The circulations of a paper.
    pub async fn circulations(&self, paper: i64) -> Result<Vec<Circulation>, StoreError> {
        on!(db &self.db, pool => sqlx::query_as(
            "select id, working_paper_id, to_whom, because, in_confidence from circulation where working_paper_id = $1 order by id")
            .bind(paper).fetch_all(pool).await)
        .map_err(StoreError::database("circulations"))
    }

    /// Everybody who was served a paper or is to be.
    pub async fn receipts(&self, paper: i64) -> Result<Vec<Receipt>, StoreError> {
        on!(db &self.db, pool => sqlx::query_as(
            "select person, office, circulation_id, served_on, how from receipt where working_paper_id = $1 order by office, person")
            .bind(paper).fetch_all(pool).await)
        .map_err(StoreError::database("receipts"))
    }

    /// The names of those who hold a role on a day.
    pub async fn holder_names(&self, role: redress::reader::Role, day: jiff::civil::Date) -> Result<Vec<String>, StoreError> {
        let mut names = Vec::new();
        for id in self.holders_of(role, day).await? {
            names.extend(self.account(id).await?.map(|account| account.full_name));
        }
        Ok(names)
    }

    /// The members who are in office on a day, by name, with the records that say so.
    pub async fn members_on(&self, day: jiff::civil::Date) -> Result<Vec<String>, StoreError> {
        let rows: Vec<(String, String)> =
            on!(db &self.db, pool => sqlx::query_as("select name, record from member order by name").fetch_all(pool).await)
                .map_err(StoreError::database("members"))?;
        let mut names = Vec::new();
        for (name, record) in rows {
            if record == "{}" {
                continue;
            }
            let draft: redress::draft::MemberDraft = super::read("member", &record)?;
            if redress::member::in_office(&draft.terms, day) {
                names.push(name);
            }
        }
        Ok(names)
    }
}
