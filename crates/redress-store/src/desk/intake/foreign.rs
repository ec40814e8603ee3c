//! Numbers that records have in another system: the surest sign that two sources speak of one record.

use super::Session;
use crate::StoreError;
use crate::on;

impl Session<'_> {
    /// Records that any council's system knows under this number. The caller compares names before it believes one.
    pub(super) async fn by_number(&mut self, what: &str, number: Option<&str>) -> Result<Vec<i64>, StoreError> {
        let Some(number) = number else { return Ok(Vec::new()) };
        // Sorted here: asked to sort, SQLite walks every number of the kind in order of records instead of finding this one.
        let mut records: Vec<i64> =
            on!(tx &mut *self.tx, c => sqlx::query_scalar("select record_id from foreign_number where what = $1 and number = $2")
            .bind(what).bind(number).fetch_all(c).await)
            .map_err(StoreError::database("number"))?;
        records.sort_unstable();
        Ok(records)
    }

    /// Remembers the number. Two records of different councils may share one; each then has a scope of its own.
    pub(super) async fn remember_number(&mut self, what: &str, number: Option<&str>, record: i64) -> Result<(), StoreError> {
        let Some(number) = number else { return Ok(()) };
        on!(tx &mut *self.tx, c => sqlx::query(
            "insert into foreign_number (what, scope, number, record_id) values ($1, $2, $3, $4) on conflict do nothing")
            .bind(what).bind(record.to_string()).bind(number).bind(record).execute(c).await.map(|_| ()))
        .map_err(StoreError::database("number"))
    }
}
