//! To whom a review was shown by name, and each time that one of them opened it.

use jiff::civil::Date;
use serde_json::json;

use super::next;
use crate::StoreError;
use crate::desk::Desk;
use crate::desk::journal::{self, Act};
use crate::on;

/// That a review is shown to somebody.
#[derive(Debug, Clone, sqlx::FromRow, serde::Serialize)]
pub struct Showing {
    /// The account.
    pub account_id: i64,
    /// The person.
    pub who: String,
    /// Why.
    pub why: String,
    /// The last day on which they may look.
    pub until_date: String,
    /// Who showed it.
    pub shown_by: String,
    /// When.
    pub shown_at: String,
}

impl Showing {
    /// Whether they may look on a day.
    pub fn stands_on(&self, day: Date) -> bool {
        // ISO dates stand in the order of their letters.
        self.until_date >= day.to_string()
    }
}

/// That somebody opened it.
#[derive(Debug, Clone, sqlx::FromRow, serde::Serialize)]
pub struct Opening {
    /// When.
    pub at: String,
    /// The person.
    pub who: String,
    /// The case that was opened; none for the review itself.
    pub case_file_id: Option<i64>,
}

impl Desk {
    /// Shows a review to somebody until a day.
    pub async fn show_review(&self, review: i64, account: i64, why: &str, until: Date, act: &Act<'_>) -> Result<(), StoreError> {
        let mut tx = self.db.write().await?;
        let id = next(&mut tx, "select coalesce(max(id), 0) + 1 from review_showing").await?;
        on!(tx &mut tx, c => sqlx::query(
            "insert into review_showing (id, review_id, account_id, why, until_date, shown_by, shown_at) values ($1, $2, $3, $4, $5, $6, $7)")
            .bind(id).bind(review).bind(account).bind(why).bind(until.to_string()).bind(act.who).bind(act.at.to_string())
            .execute(c).await.map(|_| ()))
        .map_err(StoreError::database("review"))?;
        let body = json!({ "account": account, "why": why, "until": until });
        journal::write(&mut tx, act, "show_review", &format!("review {review}"), &body).await?;
        tx.commit().await
    }

    /// To whom a review was ever shown, the first one first.
    pub async fn showings(&self, review: i64) -> Result<Vec<Showing>, StoreError> {
        on!(db &self.db, pool => sqlx::query_as(
            "select s.account_id, a.full_name as who, s.why, s.until_date, s.shown_by, s.shown_at from review_showing s
             join account a on a.id = s.account_id where s.review_id = $1 order by s.id").bind(review).fetch_all(pool).await)
        .map_err(StoreError::database("review"))
    }

    /// The reviews that are shown to an account on a day.
    pub async fn reviews_shown_to(&self, account: i64, day: Date) -> Result<Vec<i64>, StoreError> {
        on!(db &self.db, pool => sqlx::query_scalar(
            "select distinct review_id from review_showing where account_id = $1 and until_date >= $2 order by review_id")
            .bind(account).bind(day.to_string()).fetch_all(pool).await)
        .map_err(StoreError::database("reviews"))
    }

    /// Writes down that somebody to whom a review was shown opened it, or a case in it.
    pub async fn log_review_opening(&self, review: i64, case: Option<i64>, account: i64, act: &Act<'_>) -> Result<(), StoreError> {
        let mut tx = self.db.write().await?;
        let id = next(&mut tx, "select coalesce(max(id), 0) + 1 from review_opening").await?;
        on!(tx &mut tx, c => sqlx::query(
            "insert into review_opening (id, at, account_id, who, review_id, case_file_id) values ($1, $2, $3, $4, $5, $6)")
            .bind(id).bind(act.at.to_string()).bind(account).bind(act.who).bind(review).bind(case).execute(c).await.map(|_| ()))
        .map_err(StoreError::database("review"))?;
        tx.commit().await
    }

    /// Who opened a review because it was shown to them, the last one first.
    pub async fn review_openings(&self, review: i64, most: i64) -> Result<Vec<Opening>, StoreError> {
        on!(db &self.db, pool => sqlx::query_as(
            "select at, who, case_file_id from review_opening where review_id = $1 order by id desc limit $2")
            .bind(review).bind(most).fetch_all(pool).await)
        .map_err(StoreError::database("review"))
    }
}
