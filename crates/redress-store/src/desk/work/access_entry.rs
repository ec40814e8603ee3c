//! The access log: who opened a restricted paper, or asked for it and was refused. It is written before the paper is sent.

use super::next;
use crate::StoreError;
use crate::desk::Desk;
use crate::on;

/// An entry.
#[derive(Debug, Clone, Default, sqlx::FromRow, serde::Serialize)]
pub struct AccessEntry {
    /// Its place, from 1 without a gap.
    pub id: i64,
    /// When.
    pub at: String,
    /// The account.
    pub account_id: i64,
    /// The person.
    pub who: String,
    /// The paper.
    pub working_paper_id: i64,
    /// `opened`, or `refused` with the reason.
    pub what: String,
}

impl Desk {
    /// Writes an entry.
    pub async fn log_access(&self, entry: &AccessEntry) -> Result<(), StoreError> {
        let mut tx = self.db.write().await?;
        let id = next(&mut tx, "select coalesce(max(id), 0) + 1 from access_entry").await?;
        on!(tx &mut tx, c => sqlx::query("insert into access_entry (id, at, account_id, who, working_paper_id, what) values ($1, $2, $3, $4, $5, $6)")
            .bind(id).bind(&entry.at).bind(entry.account_id).bind(&entry.who).bind(entry.working_paper_id).bind(&entry.what)
            .execute(c).await.map(|_| ()))
        .map_err(StoreError::database("access log"))?;
        tx.commit().await
    }

    /// Entries before a place, the newest first; of one paper or of all.
    pub async fn access_log(&self, paper: Option<i64>, before: i64, most: i64) -> Result<Vec<AccessEntry>, StoreError> {
        on!(db &self.db, pool => sqlx::query_as(
            "select id, at, account_id, who, working_paper_id, what from access_entry
             where id < $1 and ($2 is null or working_paper_id = $2) order by id desc limit $3")
            .bind(before).bind(paper).bind(most).fetch_all(pool).await)
        .map_err(StoreError::database("access log"))
    }
}
