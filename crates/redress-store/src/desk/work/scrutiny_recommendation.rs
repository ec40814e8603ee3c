//! Recommendations of scrutiny, each with its answers.

use redress::scrutiny::Recommendation;
use serde_json::{Value, json};

use super::{next, read, written};
use crate::StoreError;
use crate::desk::Desk;
use crate::desk::journal::{self, Act};
use crate::on;

/// A recommendation as it is kept.
#[derive(Debug, Clone, serde::Serialize)]
pub struct KeptScrutiny {
    /// Its number at the desk.
    pub id: i64,
    /// The item at which it was made.
    pub planned_item_id: i64,
    /// The committee's number at the desk.
    pub body_id: i64,
    /// The committee's address.
    pub body_slug: String,
    /// `executive` or `partner`: no clock of the Act runs for a partner.
    pub addressee: String,
    /// Words, days and answers.
    pub recommendation: Recommendation,
    /// How often it was changed; a change says which one it saw.
    pub revision: i64,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    planned_item_id: i64,
    body_id: i64,
    body_slug: String,
    addressee: String,
    record: String,
    revision: i64,
}

impl Row {
    fn kept(self) -> Result<KeptScrutiny, StoreError> {
        let recommendation = read("scrutiny recommendation", &self.record)?;
        let Row { id, planned_item_id, body_id, body_slug, addressee, revision, .. } = self;
        Ok(KeptScrutiny { id, planned_item_id, body_id, body_slug, addressee, recommendation, revision })
    }
}

const COLUMNS: &str = "select r.id, r.planned_item_id, r.body_id, b.slug as body_slug, r.addressee, r.record, r.revision
    from scrutiny_recommendation r join body b on b.id = r.body_id";

impl Desk {
    /// Records a recommendation; none where the committee made one of this number on that day.
    pub async fn add_scrutiny(&self, new: &KeptScrutiny, act: &Act<'_>) -> Result<Option<i64>, StoreError> {
        let mut tx = self.db.write().await?;
        let id = next(&mut tx, "select coalesce(max(id), 0) + 1 from scrutiny_recommendation").await?;
        let made = &new.recommendation;
        let done: u64 = on!(tx &mut tx, c => sqlx::query(
            "insert into scrutiny_recommendation (id, planned_item_id, body_id, made_date, number, addressee, record, revision, recorded_by, recorded_at)
             values ($1, $2, $3, $4, $5, $6, $7, 1, $8, $9) on conflict do nothing")
            .bind(id).bind(new.planned_item_id).bind(new.body_id).bind(made.made.to_string()).bind(i64::from(made.number)).bind(&new.addressee)
            .bind(written("scrutiny recommendation", made)?).bind(act.who).bind(act.at.to_string()).execute(c).await.map(|d| d.rows_affected()))
        .map_err(StoreError::database("scrutiny recommendation"))?;
        if done == 0 {
            return Ok(None);
        }
        journal::write(&mut tx, act, "recommend_for_scrutiny", &format!("scrutiny_recommendation {id}"), &json!(new)).await?;
        tx.commit().await?;
        Ok(Some(id))
    }

    /// Writes one that was changed; false where somebody changed it meanwhile.
    pub async fn change_scrutiny(&self, seen: &KeptScrutiny, what: &str, body: &Value, act: &Act<'_>) -> Result<bool, StoreError> {
        let mut tx = self.db.write().await?;
        let done: u64 = on!(tx &mut tx, c => sqlx::query(
            "update scrutiny_recommendation set record = $1, revision = revision + 1 where id = $2 and revision = $3")
            .bind(written("scrutiny recommendation", &seen.recommendation)?).bind(seen.id).bind(seen.revision)
            .execute(c).await.map(|d| d.rows_affected()))
        .map_err(StoreError::database("scrutiny recommendation"))?;
        if done == 0 {
            return Ok(false);
        }
        journal::write(&mut tx, act, what, &format!("scrutiny_recommendation {}", seen.id), body).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// A recommendation of scrutiny.
    pub async fn scrutiny(&self, id: i64) -> Result<Option<KeptScrutiny>, StoreError> {
        let sql = format!("{COLUMNS} where r.id = $1");
        let row: Option<Row> = on!(db &self.db, pool => sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(id).fetch_optional(pool).await)
            .map_err(StoreError::database("scrutiny recommendation"))?;
        row.map(Row::kept).transpose()
    }

    /// The recommendations that were made at an item, by number.
    pub async fn scrutiny_of_item(&self, item: i64) -> Result<Vec<KeptScrutiny>, StoreError> {
        let sql = format!("{COLUMNS} where r.planned_item_id = $1 order by r.number");
        let rows: Vec<Row> = on!(db &self.db, pool => sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(item).fetch_all(pool).await)
            .map_err(StoreError::database("scrutiny recommendations"))?;
        rows.into_iter().map(Row::kept).collect()
    }

    /// Every recommendation of scrutiny, the newest first.
    pub async fn all_scrutiny(&self) -> Result<Vec<KeptScrutiny>, StoreError> {
        let sql = format!("{COLUMNS} order by r.made_date desc, r.body_id, r.number");
        let rows: Vec<Row> = on!(db &self.db, pool => sqlx::query_as(sqlx::AssertSqlSafe(sql)).fetch_all(pool).await)
            .map_err(StoreError::database("scrutiny recommendations"))?;
        rows.into_iter().map(Row::kept).collect()
    }
}
