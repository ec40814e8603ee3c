//! Following the desk's log: every publication in its order, each once, and the lists kept from it.

use redress::public::Record;

use super::{LogRow, Register};
use crate::StoreError;
use crate::db::Tx;
use crate::on;

/// Publications carried over in one transaction: memory stays flat however long the log is.
const AT_ONCE: i64 = 200;
/// Settings of the desk that public pages go by.
const SETTINGS: &[&str] =
    &["authority", "bank_holidays", "governance", "call_in_days", "call_in_members", "key_decision_pounds", "readings", "colour"];

impl Register {
    /// Carries over what the desk has published since; gives how many. Safe to run again after any interruption.
    pub async fn follow(&self, desk: &crate::desk::Desk) -> Result<u64, StoreError> {
        let mut carried = 0;
        loop {
            // Asked inside the transaction: another process may be following at the same time.
            let mut tx = self.db.write().await?;
            let last: i64 = on!(tx &mut tx, c => sqlx::query_scalar("select coalesce(max(seq), 0) from publication").fetch_one(c).await)
                .map_err(StoreError::database("log"))?;
            let rows = desk.log_after(last, AT_ONCE).await?;
            if rows.is_empty() {
                break;
            }
            for row in &rows {
                append(&mut tx, row).await?;
                carried += 1;
            }
            tx.commit().await?;
        }
        for name in SETTINGS {
            let value = desk.setting(name).await?.unwrap_or_default();
            if self.setting(name).await?.unwrap_or_default() != value {
                self.set(name, &value).await?;
            }
        }
        Ok(carried)
    }

    async fn set(&self, name: &str, value: &str) -> Result<(), StoreError> {
        on!(db &self.db, pool => sqlx::query(
            "insert into setting (name, value) values ($1, $2) on conflict (name) do update set value = excluded.value")
            .bind(name).bind(value).execute(pool).await.map(|_| ()))
        .map_err(StoreError::database("setting"))
    }
}

async fn append(tx: &mut Tx, row: &LogRow) -> Result<(), StoreError> {
    let failed = StoreError::database("publication");
    insert_log_row(tx, row).await?;
    on!(tx tx, c => sqlx::query("delete from mention where kind = $1 and key = $2")
        .bind(&row.kind).bind(&row.key).execute(c).await.map(|_| ()))
    .map_err(&failed)?;
    let listing = if row.withdrawn {
        // A tombstone keeps the title it was published under, which is its reason class.
        redress::public::Listing { title: row.title.clone(), ..Default::default() }
    } else {
        let record: Record = serde_json::from_str(&row.body).map_err(StoreError::body(format!("publication {}", row.seq)))?;
        record.listing()
    };
    let year = listing.on.map(|d| i64::from(d.year()));
    let on = listing.on.map(|d| d.to_string());
    let issue = listing.issue.and_then(|n| i64::try_from(n).ok());
    on!(tx tx, c => sqlx::query(
        "insert into standing (kind, key, seq, title, on_date, year, body, service, parent, issue, position, withdrawn)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
         on conflict (kind, key) do update set seq = excluded.seq, title = excluded.title, on_date = excluded.on_date,
           year = excluded.year, body = excluded.body, service = excluded.service, parent = excluded.parent,
           issue = excluded.issue, position = excluded.position, withdrawn = excluded.withdrawn")
        .bind(&row.kind).bind(&row.key).bind(row.seq).bind(&listing.title).bind(on).bind(year).bind(&listing.body)
        .bind(&listing.service).bind(&listing.parent).bind(issue).bind(i64::from(listing.position)).bind(row.withdrawn)
        .execute(c).await.map(|_| ()))
    .map_err(&failed)?;
    on!(tx tx, c => sqlx::query("delete from facet where kind = $1 and key = $2").bind(&row.kind).bind(&row.key).execute(c).await.map(|_| ()))
        .map_err(&failed)?;
    for (name, value) in &listing.facets {
        on!(tx tx, c => sqlx::query("insert into facet (kind, key, name, value) values ($1, $2, $3, $4)")
            .bind(&row.kind).bind(&row.key).bind(*name).bind(value).execute(c).await.map(|_| ()))
        .map_err(&failed)?;
    }
    for reference in &listing.references {
        on!(tx tx, c => sqlx::query("insert into mention (reference, kind, key) values ($1, $2, $3)")
            .bind(reference.slug()).bind(&row.kind).bind(&row.key).execute(c).await.map(|_| ()))
        .map_err(&failed)?;
    }
    let numbers: Vec<(String, String)> =
        serde_json::from_str(&row.foreign).map_err(StoreError::body(format!("publication {}", row.seq)))?;
    for (what, number) in numbers {
        on!(tx tx, c => sqlx::query(
            "insert into foreign_number (what, number, kind, key) values ($1, $2, $3, $4) on conflict (what, number) do nothing")
            .bind(what).bind(number).bind(&row.kind).bind(&row.key).execute(c).await.map(|_| ()))
        .map_err(&failed)?;
    }
    Ok(())
}

/// Writes a row of the log; the desk and the register hold the same ones.
pub(crate) async fn insert_log_row(tx: &mut Tx, row: &LogRow) -> Result<(), StoreError> {
    on!(tx tx, c => sqlx::query(
        r#"insert into publication (seq, kind, key, version, title, body, "foreign", published_at, by_office, reason, withdrawn, hash)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"#)
        .bind(row.seq).bind(&row.kind).bind(&row.key).bind(row.version).bind(&row.title).bind(&row.body).bind(&row.foreign)
        .bind(&row.published_at).bind(&row.by_office).bind(&row.reason).bind(row.withdrawn).bind(&row.hash)
        .execute(c).await.map(|_| ()))
    .map_err(StoreError::database("publication"))
}
