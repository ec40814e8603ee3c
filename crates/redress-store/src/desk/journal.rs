//! The journal: who did what and when, each entry chained to the one before, written in the transaction of the act.

use jiff::Timestamp;
use serde_json::Value;

use crate::StoreError;
use crate::chain;
use crate::db::Tx;
use crate::on;

/// Who acts, and when.
#[derive(Debug, Clone, Copy)]
pub struct Act<'a> {
    /// The person or office.
    pub who: &'a str,
    /// The moment.
    pub at: Timestamp,
}

/// An entry as stored.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Entry {
    /// Its place, from 1 without a gap.
    pub seq: i64,
    /// When.
    pub at: String,
    /// Who.
    pub who: String,
    /// What was done: `import`, `publish`, `set`.
    pub act: String,
    /// To what.
    pub about: String,
    /// The particulars, as JSON.
    pub body: String,
    /// The chained hash.
    pub hash: String,
}

impl Entry {
    /// The hash that this entry must have after the one before.
    pub fn link(&self, previous: &str) -> String {
        chain::link(previous, &(self.seq, &self.at, &self.who, &self.act, &self.about, chain::sha256(self.body.as_bytes())))
    }
}

/// Writes an entry.
pub(crate) async fn write(tx: &mut Tx, by: &Act<'_>, act: &str, about: &str, body: &Value) -> Result<(), StoreError> {
    let failed = StoreError::database("journal");
    let last: Option<(i64, String)> = on!(tx &mut *tx, c =>
        sqlx::query_as("select seq, hash from journal order by seq desc limit 1").fetch_optional(c).await)
    .map_err(&failed)?;
    let (seq, previous) = last.map_or((1, String::new()), |(seq, hash)| (seq + 1, hash));
    let mut entry = Entry {
        seq,
        at: by.at.to_string(),
        who: by.who.into(),
        act: act.into(),
        about: about.into(),
        body: body.to_string(),
        hash: String::new(),
    };
    entry.hash = entry.link(&previous);
    on!(tx tx, c => sqlx::query("insert into journal (seq, at, who, act, about, body, hash) values ($1, $2, $3, $4, $5, $6, $7)")
        .bind(entry.seq).bind(&entry.at).bind(&entry.who).bind(&entry.act).bind(&entry.about).bind(&entry.body).bind(&entry.hash)
        .execute(c).await.map(|_| ()))
    .map_err(failed)
}

impl super::Desk {
    /// Writes down that somebody tried what the record does not allow. Nothing else is written.
    pub async fn refused(&self, act: &Act<'_>, about: &str, body: &Value) -> Result<(), StoreError> {
        let mut tx = self.db.write().await?;
        write(&mut tx, act, "refused", about, body).await?;
        tx.commit().await
    }

    /// Entries after a place, oldest first.
    pub async fn journal_after(&self, seq: i64, most: i64) -> Result<Vec<Entry>, StoreError> {
        on!(db &self.db, pool => sqlx::query_as(
            "select seq, at, who, act, about, body, hash from journal where seq > $1 order by seq limit $2")
            .bind(seq).bind(most).fetch_all(pool).await)
        .map_err(StoreError::database("journal"))
    }
}
