//! Bundles of evidence: what each held, kept as the text that was hashed, and that it went to the Ombudsman.

use jiff::civil::Date;
use redress::ombudsman::bundle::{Fault, Manifest, same_text};
use serde_json::json;

use super::next;
use super::recommendation::{self, KeptRecommendation};
use crate::StoreError;
use crate::blob::Shelf;
use crate::desk::Desk;
use crate::desk::journal::{self, Act};
use crate::on;

/// A bundle as it is kept.
#[derive(Debug, Clone, serde::Serialize)]
pub struct KeptBundle {
    /// Its number at the desk.
    pub id: i64,
    /// The case.
    pub case_file_id: i64,
    /// What it holds.
    pub manifest: Manifest,
    /// The SHA-256 of the manifest's text.
    pub sha256: String,
    /// The SHA-256 of the cover letter.
    pub cover_sha256: String,
    /// Who made it up.
    pub made_by: String,
    /// When.
    pub made_at: String,
}

/// That a bundle went.
#[derive(Debug, Clone, Default, sqlx::FromRow, serde::Serialize)]
pub struct BundleSent {
    /// The bundle.
    pub bundle_id: i64,
    /// The day.
    pub on_date: String,
    /// How: `the Ombudsman's portal`.
    pub channel: String,
    /// What the Ombudsman's receipt says, where one came.
    pub receipt: Option<String>,
    /// Who recorded it.
    pub sent_by: String,
    /// When.
    pub sent_at: String,
}

/// A bundle to be kept.
pub struct Making<'a> {
    /// The case.
    pub case: i64,
    /// What it holds.
    pub manifest: &'a Manifest,
    /// The cover letter.
    pub cover: &'a str,
    /// The recommendations that it is for.
    pub recommendations: &'a [i64],
}

type Row = (i64, i64, String, String, String, String, String);

const BUNDLE: &str = "select id, case_file_id, manifest, sha256, cover_sha256, made_by, made_at from bundle";

/// Reads the text of a manifest, as a bundle holds it.
pub fn read(text: &str) -> Result<Manifest, Fault> {
    let manifest: Manifest = serde_json::from_str(text).map_err(|why| Fault::NoManifest(why.to_string()))?;
    match same_text(&manifest, text) {
        None => Ok(manifest),
        Some(fault) => Err(fault),
    }
}

fn kept((id, case_file_id, manifest, sha256, cover_sha256, made_by, made_at): Row) -> Result<KeptBundle, StoreError> {
    let damaged = |why: &str| StoreError::Damaged(format!("bundle {id}: {why}"));
    if crate::chain::sha256(manifest.as_bytes()) != sha256 {
        return Err(damaged("its manifest is not the one that was hashed"));
    }
    let manifest = read(&manifest).map_err(|why| damaged(&why.to_string()))?;
    Ok(KeptBundle { id, case_file_id, manifest, sha256, cover_sha256, made_by, made_at })
}

impl Desk {
    /// Keeps a bundle that was made up; gives its number.
    pub async fn make_bundle(&self, new: &Making<'_>, act: &Act<'_>) -> Result<i64, StoreError> {
        let failed = StoreError::database("bundle");
        let cover = self.files.keep(Shelf::Work, new.cover.as_bytes()).await?;
        let text = new.manifest.canonical();
        let sha256 = crate::chain::sha256(text.as_bytes());
        let mut tx = self.db.write().await?;
        let id = next(&mut tx, "select coalesce(max(id), 0) + 1 from bundle").await?;
        on!(tx &mut tx, c => sqlx::query(
            "insert into bundle (id, case_file_id, due_date, manifest, sha256, cover_sha256, made_by, made_at) values ($1, $2, $3, $4, $5, $6, $7, $8)")
            .bind(id).bind(new.case).bind(new.manifest.deadline.map(|d| d.to_string())).bind(&text).bind(&sha256).bind(&cover)
            .bind(act.who).bind(act.at.to_string()).execute(c).await.map(|_| ()))
        .map_err(&failed)?;
        for recommendation in new.recommendations {
            on!(tx &mut tx, c => sqlx::query("insert into bundle_recommendation (bundle_id, recommendation_id) values ($1, $2)")
                .bind(id).bind(*recommendation).execute(c).await.map(|_| ()))
            .map_err(&failed)?;
        }
        let body = json!({ "case": new.case, "recommendations": new.recommendations, "sha256": sha256, "cover": cover });
        journal::write(&mut tx, act, "make_bundle", &format!("bundle {id}"), &body).await?;
        tx.commit().await?;
        Ok(id)
    }

    /// A bundle.
    pub async fn bundle(&self, id: i64) -> Result<Option<KeptBundle>, StoreError> {
        let sql = format!("{BUNDLE} where id = $1");
        let row: Option<Row> = on!(db &self.db, pool => sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(id).fetch_optional(pool).await)
            .map_err(StoreError::database("bundle"))?;
        row.map(kept).transpose()
    }

    /// The bundles of a case, as they were made.
    pub async fn bundles_of_case(&self, case: i64) -> Result<Vec<KeptBundle>, StoreError> {
        let sql = format!("{BUNDLE} where case_file_id = $1 order by id");
        let rows: Vec<Row> = on!(db &self.db, pool => sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(case).fetch_all(pool).await)
            .map_err(StoreError::database("bundles"))?;
        rows.into_iter().map(kept).collect()
    }

    /// The recommendations that a bundle is for.
    pub async fn recommendations_of_bundle(&self, id: i64) -> Result<Vec<KeptRecommendation>, StoreError> {
        let all: Vec<i64> = on!(db &self.db, pool => sqlx::query_scalar(
            "select recommendation_id from bundle_recommendation where bundle_id = $1 order by 1").bind(id).fetch_all(pool).await)
        .map_err(StoreError::database("bundle"))?;
        let mut found = Vec::with_capacity(all.len());
        for recommendation in all {
            found.extend(self.recommendation(recommendation).await?);
        }
        Ok(found)
    }

    /// The bundles that hold evidence of a recommendation, as they were made.
    pub async fn bundles_of_recommendation(&self, recommendation: i64) -> Result<Vec<KeptBundle>, StoreError> {
        let sql = format!("{BUNDLE} where id in (select bundle_id from bundle_recommendation where recommendation_id = $1) order by id");
        let rows: Vec<Row> = on!(db &self.db, pool => sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(recommendation).fetch_all(pool).await)
            .map_err(StoreError::database("bundles"))?;
        rows.into_iter().map(kept).collect()
    }

    /// That a bundle went, where it did.
    pub async fn bundle_sent(&self, id: i64) -> Result<Option<BundleSent>, StoreError> {
        on!(db &self.db, pool => sqlx::query_as(
            "select bundle_id, on_date, channel, receipt, sent_by, sent_at from bundle_sent where bundle_id = $1")
            .bind(id).fetch_optional(pool).await)
        .map_err(StoreError::database("bundle"))
    }

    /// Records that a bundle went, with what it does to each recommendation in it. False, and nothing written, where it was
    /// recorded already or somebody added to a recommendation meanwhile.
    pub async fn send_bundle(
        &self,
        bundle: &KeptBundle,
        (on, channel, receipt): (Date, &str, Option<&str>),
        moved: &[KeptRecommendation],
        act: &Act<'_>,
    ) -> Result<bool, StoreError> {
        let mut tx = self.db.write().await?;
        let done: u64 = on!(tx &mut tx, c => sqlx::query(
            "insert into bundle_sent (bundle_id, on_date, channel, receipt, sent_by, sent_at) values ($1, $2, $3, $4, $5, $6) on conflict do nothing")
            .bind(bundle.id).bind(on.to_string()).bind(channel).bind(receipt).bind(act.who).bind(act.at.to_string())
            .execute(c).await.map(|d| d.rows_affected()))
        .map_err(StoreError::database("bundle"))?;
        if done == 0 {
            return Ok(false);
        }
        let body = json!({ "bundle": bundle.sha256, "on": on, "channel": channel, "receipt": receipt });
        journal::write(&mut tx, act, "send_bundle", &format!("bundle {}", bundle.id), &body).await?;
        for seen in moved {
            if !recommendation::change(&mut tx, seen, "send_evidence", &body, act).await? {
                return Ok(false);
            }
        }
        tx.commit().await?;
        Ok(true)
    }
}
