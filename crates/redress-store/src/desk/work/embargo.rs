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

    /// Every embargo, by its number.
    pub async fn all_embargoes(&self) -> Result<BTreeMap<i64, Embargo>, StoreError> {
        let rows: Vec<(i64, String)> = on!(db &self.db, pool => sqlx::query_as("select id, record from embargo").fetch_all(pool).await)
            .map_err(StoreError::database("embargoes"))?;
        rows.into_iter().map(|(id, record)| Ok((id, read("embargo", &record)?))).collect()
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
