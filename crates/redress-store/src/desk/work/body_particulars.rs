//! What the council has settled of a body: one record, which the newest revision replaces; the journal keeps them all.

use redress::body::{BodyKind, Particulars};
use redress::workspace::Quorum;
use serde_json::json;

use super::{read, written};
use crate::StoreError;
use crate::desk::Desk;
use crate::desk::journal::{self, Act};
use crate::on;

/// A body with its particulars.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct KeptParticulars {
    /// The body's number at the desk.
    pub body_id: i64,
    /// Its address.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// What is settled; what its name tells where nobody has settled anything.
    pub particulars: Particulars,
    /// The revision; 0 where nobody has settled anything.
    pub revision: i64,
    /// Who kept it last.
    pub kept_by: Option<String>,
    /// When.
    pub kept_at: Option<String>,
}

impl KeptParticulars {
    /// The sort of body: as settled, or else as its name tells.
    pub fn sort(&self) -> BodyKind {
        self.particulars.sort_of(&self.name)
    }
}

/// Why particulars were not kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotKept {
    /// Somebody kept them meanwhile.
    Changed,
    /// Another body goes by this name.
    NameTaken(String),
}

type Row = (i64, String, String, Option<String>, Option<i64>, Option<String>, Option<String>);

const ROWS: &str = "select b.id, b.slug, b.name, p.record, p.revision, p.kept_by, p.kept_at
     from body b left join body_particulars p on p.body_id = b.id";

fn open((body_id, slug, name, record, revision, kept_by, kept_at): Row) -> Result<KeptParticulars, StoreError> {
    let particulars = match record {
        Some(record) => read("particulars", &record)?,
        None => Particulars::of_name(&name),
    };
    Ok(KeptParticulars { body_id, slug, name, particulars, revision: revision.unwrap_or(0), kept_by, kept_at })
}

impl Desk {
    /// A body with what is settled of it; none where there is no such body.
    pub async fn body_particulars(&self, body: i64) -> Result<Option<KeptParticulars>, StoreError> {
        let sql = format!("{ROWS} where b.id = $1");
        let row: Option<Row> = on!(db &self.db, pool => sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(body).fetch_optional(pool).await)
            .map_err(StoreError::database("body"))?;
        row.map(open).transpose()
    }

    /// Every body with what is settled of it, by name.
    pub async fn all_particulars(&self) -> Result<Vec<KeptParticulars>, StoreError> {
        let sql = format!("{ROWS} order by b.name, b.id");
        let rows: Vec<Row> = on!(db &self.db, pool => sqlx::query_as(sqlx::AssertSqlSafe(sql)).fetch_all(pool).await)
            .map_err(StoreError::database("bodies"))?;
        rows.into_iter().map(open).collect()
    }

    /// Keeps the particulars of a body over those of a revision. Its other names lead to it from then on.
    pub async fn keep_particulars(
        &self,
        body: i64,
        revision: i64,
        particulars: &Particulars,
        act: &Act<'_>,
    ) -> Result<Result<(), NotKept>, StoreError> {
        let failed = StoreError::database("particulars");
        let record = written("particulars", particulars)?;
        let mut tx = self.db.write().await?;
        let done: u64 = if revision == 0 {
            on!(tx &mut tx, c => sqlx::query(
                "insert into body_particulars (body_id, record, revision, kept_by, kept_at) values ($1, $2, 1, $3, $4) on conflict do nothing")
                .bind(body).bind(&record).bind(act.who).bind(act.at.to_string()).execute(c).await.map(|d| d.rows_affected()))
        } else {
            on!(tx &mut tx, c => sqlx::query(
                "update body_particulars set record = $2, revision = revision + 1, kept_by = $3, kept_at = $4 where body_id = $1 and revision = $5")
                .bind(body).bind(&record).bind(act.who).bind(act.at.to_string()).bind(revision).execute(c).await.map(|d| d.rows_affected()))
        }
        .map_err(&failed)?;
        if done == 0 {
            return Ok(Err(NotKept::Changed));
        }
        for alias in &particulars.aliases {
            let word = alias.name.to_lowercase();
            on!(tx &mut tx, c => sqlx::query("insert into body_alias (name, body_id) values ($1, $2) on conflict do nothing")
                .bind(&word).bind(body).execute(c).await.map(|_| ()))
            .map_err(&failed)?;
            let of: i64 =
                on!(tx &mut tx, c => sqlx::query_scalar("select body_id from body_alias where name = $1").bind(&word).fetch_one(c).await)
                    .map_err(&failed)?;
            if of != body {
                return Ok(Err(NotKept::NameTaken(alias.name.clone())));
            }
        }
        let told = json!({ "revision": revision + 1, "particulars": particulars });
        journal::write(&mut tx, act, "keep_body", &format!("body {body}"), &told).await?;
        tx.commit().await?;
        Ok(Ok(()))
    }

    /// How many must be there at a body's meeting on a day, as stored; none where nobody has said.
    pub async fn quorum_on(&self, body: i64, day: &str) -> Result<Option<Quorum>, StoreError> {
        let Some(kept) = self.body_particulars(body).await? else { return Ok(None) };
        let whole = self.seats_on(body, day).await?.iter().filter(|seat| seat.capacity().votes()).count();
        Ok(kept.particulars.quorum.of(u32::try_from(whole).unwrap_or(u32::MAX)))
    }
}
