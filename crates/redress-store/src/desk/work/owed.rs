//! What follows from an event by law, by which day, and why: computed once, kept with its reason.

use serde_json::json;

use super::next;
use crate::StoreError;
use crate::db::Tx;
use crate::desk::Desk;
use crate::desk::journal::{self, Act};
use crate::on;

/// Something owed.
#[derive(Debug, Clone, Default, sqlx::FromRow, serde::Serialize)]
pub struct Owed {
    /// The Ombudsman's paper it follows from.
    pub ombudsman_paper_id: i64,
    /// The key of the duty.
    pub duty: String,
    /// The day it runs from.
    pub from_date: String,
    /// The day it is due.
    pub due_on: String,
    /// Why.
    pub because: String,
}

pub(super) async fn write(tx: &mut Tx, owed: &Owed, act: &Act<'_>) -> Result<(), StoreError> {
    let id = next(tx, "select coalesce(max(id), 0) + 1 from owed").await?;
    on!(tx &mut *tx, c => sqlx::query(
        "insert into owed (id, ombudsman_paper_id, duty, from_date, due_on, because, made_at) values ($1, $2, $3, $4, $5, $6, $7)
         on conflict do nothing")
        .bind(id).bind(owed.ombudsman_paper_id).bind(&owed.duty).bind(&owed.from_date).bind(&owed.due_on).bind(&owed.because)
        .bind(act.at.to_string()).execute(c).await.map(|_| ()))
    .map_err(StoreError::database("owed"))?;
    journal::write(tx, act, "owe", &format!("ombudsman_paper {}", owed.ombudsman_paper_id), &json!(owed)).await
}

impl Desk {
    /// Schedules what follows by law; what is scheduled already stays as it is.
    pub async fn owe(&self, all: &[Owed], act: &Act<'_>) -> Result<(), StoreError> {
        let mut tx = self.db.write().await?;
        for owed in all {
            write(&mut tx, owed, act).await?;
        }
        tx.commit().await
    }

    /// What is owed for a paper, by day.
    pub async fn owed_for(&self, ombudsman_paper: i64) -> Result<Vec<Owed>, StoreError> {
        on!(db &self.db, pool => sqlx::query_as(
            "select ombudsman_paper_id, duty, from_date, due_on, because from owed where ombudsman_paper_id = $1 order by due_on, id")
            .bind(ombudsman_paper).fetch_all(pool).await)
        .map_err(StoreError::database("owed"))
    }

    /// Everything owed, by day.
    pub async fn all_owed(&self, most: i64) -> Result<Vec<Owed>, StoreError> {
        on!(db &self.db, pool => sqlx::query_as(
            "select ombudsman_paper_id, duty, from_date, due_on, because from owed order by due_on, id limit $1").bind(most).fetch_all(pool).await)
        .map_err(StoreError::database("owed"))
    }
}
