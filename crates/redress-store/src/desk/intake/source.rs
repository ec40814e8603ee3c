//! A source: the file as it is now, and every version it had.

use std::collections::BTreeMap;

use redress::draft::Reading;
use serde_json::Value;

use super::drafts::kind_word;
use crate::StoreError;
use crate::db::Tx;
use crate::desk::journal::Act;
use crate::on;

/// What is known of a source from an earlier import.
#[derive(sqlx::FromRow)]
pub(super) struct Known {
    pub(super) id: i64,
    pub(super) sha256: String,
    pub(super) drafts_sha256: String,
}

pub(super) async fn find(tx: &mut Tx, name: &str) -> Result<Option<Known>, StoreError> {
    on!(tx tx, c => sqlx::query_as("select id, sha256, drafts_sha256 from source where name = $1").bind(name).fetch_optional(c).await)
        .map_err(StoreError::database("source"))
}

/// Writes the source as it is now and, where its bytes are new, the version.
pub(super) async fn write(
    tx: &mut Tx,
    known: Option<Known>,
    reading: &Reading,
    drafts_sha256: &str,
    act: &Act<'_>,
) -> Result<i64, StoreError> {
    let failed = StoreError::database("source");
    let kind = kind_word(reading.kind);
    let new_bytes = known.as_ref().is_none_or(|k| k.sha256 != reading.source.sha256);
    let id = match known {
        Some(k) => k.id,
        None => {
            on!(tx &mut *tx, c => sqlx::query_scalar("select coalesce(max(id), 0) + 1 from source").fetch_one(c).await).map_err(&failed)?
        }
    };
    on!(tx &mut *tx, c => sqlx::query(
        "insert into source (id, name, kind, sha256, drafts_sha256, words_total, words_placed) values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (id) do update set kind = excluded.kind, sha256 = excluded.sha256, drafts_sha256 = excluded.drafts_sha256,
           words_total = excluded.words_total, words_placed = excluded.words_placed")
        .bind(id).bind(&reading.source.source).bind(&kind).bind(&reading.source.sha256).bind(drafts_sha256)
        .bind(i64::try_from(reading.words.total).unwrap_or(i64::MAX)).bind(i64::try_from(reading.words.placed).unwrap_or(i64::MAX))
        .execute(c).await.map(|_| ()))
    .map_err(&failed)?;
    if new_bytes {
        on!(tx &mut *tx, c => sqlx::query(
            "insert into source_version (source_id, version, sha256, read_at)
             select $1, coalesce(max(version), 0) + 1, $2, $3 from source_version where source_id = $1")
            .bind(id).bind(&reading.source.sha256).bind(act.at.to_string()).execute(c).await.map(|_| ()))
        .map_err(&failed)?;
    }
    on!(tx &mut *tx, c => sqlx::query("delete from problem where source_id = $1").bind(id).execute(c).await.map(|_| ()))
        .map_err(&failed)?;
    for (position, problem) in (0i64..).zip(&reading.problems) {
        on!(tx &mut *tx, c => sqlx::query("insert into problem (source_id, position, code, line, message) values ($1, $2, $3, $4, $5)")
            .bind(id).bind(position).bind(&problem.code).bind(i64::from(problem.line)).bind(&problem.message)
            .execute(c).await.map(|_| ()))
        .map_err(&failed)?;
    }
    Ok(id)
}

/// What the source said when it was last imported.
pub(super) async fn drafts(tx: &mut Tx, source: i64) -> Result<BTreeMap<(&'static str, i64), Value>, StoreError> {
    let rows: Vec<(String, i64, String)> = on!(tx tx, c =>
        sqlx::query_as("select kind, record_id, body from draft where source_id = $1").bind(source).fetch_all(c).await)
    .map_err(StoreError::database("drafts"))?;
    let mut found = BTreeMap::new();
    for (kind, record, body) in rows {
        let Some(kind) = super::drafts::KINDS.into_iter().find(|k| *k == kind) else { continue };
        found.insert((kind, record), serde_json::from_str(&body).map_err(StoreError::body("draft"))?);
    }
    Ok(found)
}
