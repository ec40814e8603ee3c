//! Embargoes: held, reported as lifted, confirmed by another, leaked. Changing one publishes nothing.

use std::collections::BTreeMap;

use redress::embargo::Embargo;
use serde_json::json;

use super::duty_clock::{self, DutyClock};
use super::item::PlannedItem;
use super::{read, written};
use crate::StoreError;
use crate::desk::Desk;
use crate::desk::journal::{self, Act};
use crate::on;

impl Desk {
    /// An embargo.
    pub async fn embargo(&self, id: i64) -> Result<Option<Embargo>, StoreError> {
        let record: Option<String> = on!(db &self.db, pool => sqlx::query_scalar("select record from embargo where id = $1")
            .bind(id).fetch_optional(pool).await)
        .map_err(StoreError::database("embargo"))?;
        record.map(|r| read("embargo", &r)).transpose()
    }

    /// The embargoes of each case: of its papers, and of those of the cases whose agreed action it is about. What a later case
    /// says of an earlier one is no less covered.
    pub async fn embargoes_of_cases(&self) -> Result<BTreeMap<i64, Vec<Embargo>>, StoreError> {
        let rows: Vec<(i64, String)> = on!(db &self.db, pool => sqlx::query_as(
            "with recursive before (case_id, id) as (
               select id, id from case_file
               union select b.case_id, l.earlier_case_id from case_link l join before b on l.later_case_id = b.id
               where l.relation = 'remedy_not_carried_out')
             select b.case_id, e.record from before b join paper_case pc on pc.case_file_id = b.id
             join ombudsman_paper p on p.id = pc.ombudsman_paper_id join embargo e on e.id = p.embargo_id order by b.case_id, p.id")
            .fetch_all(pool).await)
        .map_err(StoreError::database("embargoes"))?;
        let mut all: BTreeMap<i64, Vec<Embargo>> = BTreeMap::new();
        for (case, record) in rows {
            all.entry(case).or_default().push(read("embargo", &record)?);
        }
        Ok(all)
    }

    /// The same of one case.
    pub async fn embargoes_of_case(&self, case: i64) -> Result<Vec<Embargo>, StoreError> {
        let records: Vec<String> = on!(db &self.db, pool => sqlx::query_scalar(
            "with recursive before (id) as (
               select id from case_file where id = $1
               union select l.earlier_case_id from case_link l join before b on l.later_case_id = b.id
               where l.relation = 'remedy_not_carried_out')
             select e.record from before b join paper_case pc on pc.case_file_id = b.id
             join ombudsman_paper p on p.id = pc.ombudsman_paper_id join embargo e on e.id = p.embargo_id order by p.id")
            .bind(case).fetch_all(pool).await)
        .map_err(StoreError::database("embargoes"))?;
        records.iter().map(|record| read("embargo", record)).collect()
    }

    /// The embargo of the Ombudsman's paper that an item is about.
    pub async fn embargo_of_item(&self, item: &PlannedItem) -> Result<Option<Embargo>, StoreError> {
        let record: Option<String> = on!(db &self.db, pool => sqlx::query_scalar(
            "select e.record from embargo e join ombudsman_paper o on o.embargo_id = e.id where o.id = $1")
            .bind(item.ombudsman_paper_id).fetch_optional(pool).await)
        .map_err(StoreError::database("embargo"))?;
        record.map(|r| read("embargo", &r)).transpose()
    }

    /// Writes an embargo after something was done to it, and what follows from that by law.
    pub async fn keep_embargo(
        &self,
        id: i64,
        embargo: &Embargo,
        what: &str,
        follows: &[DutyClock],
        act: &Act<'_>,
    ) -> Result<(), StoreError> {
        let mut tx = self.db.write().await?;
        on!(tx &mut tx, c => sqlx::query("update embargo set record = $1 where id = $2")
            .bind(written("embargo", embargo)?).bind(id).execute(c).await.map(|_| ()))
        .map_err(StoreError::database("embargo"))?;
        journal::write(&mut tx, act, what, &format!("embargo {id}"), &json!(embargo)).await?;
        for one in follows {
            duty_clock::write(&mut tx, one, act).await?;
        }
        tx.commit().await
    }
}
