//! That an item is considered in private: the ground, the notices that were published, the agreement to go on without one.

use redress::access::{Subject, SubjectKind};
use redress::private_meeting::{Agreement, PrivatePlan};
use redress::restriction::{Audience, Ground, Restriction};
use serde_json::json;

use super::item::PlannedItem;
use super::{next, read, written};
use crate::StoreError;
use crate::desk::Desk;
use crate::desk::journal::{self, Act};
use crate::on;

/// A notice that was published.
#[derive(Debug, Clone, Default, sqlx::FromRow, serde::Serialize)]
pub struct PrivateNotice {
    /// `first`, `second`, `reasons`.
    pub kind: String,
    /// The day it was published.
    pub published_on: String,
    /// Its words.
    pub words: String,
    /// Who recorded it.
    pub recorded_by: String,
}

impl Desk {
    /// Plans an item in private; a later plan takes the place of the first, and the journal keeps both.
    pub async fn plan_in_private(&self, item: i64, plan: &PrivatePlan, act: &Act<'_>) -> Result<(), StoreError> {
        let mut tx = self.db.write().await?;
        on!(tx &mut tx, c => sqlx::query(
            "insert into private_plan (planned_item_id, record, planned_by, planned_at) values ($1, $2, $3, $4)
             on conflict (planned_item_id) do update set record = excluded.record, planned_by = excluded.planned_by, planned_at = excluded.planned_at")
            .bind(item).bind(written("private plan", plan)?).bind(act.who).bind(act.at.to_string()).execute(c).await.map(|_| ()))
        .map_err(StoreError::database("private plan"))?;
        journal::write(&mut tx, act, "plan_in_private", &format!("planned_item {item}"), &json!(plan)).await?;
        tx.commit().await
    }

    /// The plan of an item in private.
    pub async fn private_plan(&self, item: i64) -> Result<Option<PrivatePlan>, StoreError> {
        let record: Option<String> =
            on!(db &self.db, pool => sqlx::query_scalar("select record from private_plan where planned_item_id = $1")
            .bind(item).fetch_optional(pool).await)
            .map_err(StoreError::database("private plan"))?;
        record.map(|r| read("private plan", &r)).transpose()
    }

    /// What access asks of the words of an item: its embargo and, for what was said in private, the ground of that.
    pub async fn words_of_item(&self, item: &PlannedItem, kind: SubjectKind, in_private: bool) -> Result<Subject, StoreError> {
        let subject = Subject::new(kind).embargoed(self.embargo_of_item(item).await?);
        if !in_private {
            return Ok(subject);
        }
        Ok(subject.restricted(said_in_private(self.private_plan(item.id).await?)))
    }

    /// Records that a notice was published.
    pub async fn record_notice(&self, item: i64, notice: &PrivateNotice, act: &Act<'_>) -> Result<(), StoreError> {
        let mut tx = self.db.write().await?;
        let id = next(&mut tx, "select coalesce(max(id), 0) + 1 from private_notice").await?;
        on!(tx &mut tx, c => sqlx::query(
            "insert into private_notice (id, planned_item_id, kind, published_on, words, recorded_by, recorded_at) values ($1, $2, $3, $4, $5, $6, $7)")
            .bind(id).bind(item).bind(&notice.kind).bind(&notice.published_on).bind(&notice.words).bind(act.who).bind(act.at.to_string())
            .execute(c).await.map(|_| ()))
        .map_err(StoreError::database("notice"))?;
        journal::write(&mut tx, act, "record_notice", &format!("planned_item {item}"), &json!(notice)).await?;
        tx.commit().await
    }

    /// The notices of an item, in the order of publication.
    pub async fn notices(&self, item: i64) -> Result<Vec<PrivateNotice>, StoreError> {
        on!(db &self.db, pool => sqlx::query_as(
            "select kind, published_on, words, recorded_by from private_notice where planned_item_id = $1 order by published_on, id")
            .bind(item).fetch_all(pool).await)
        .map_err(StoreError::database("notices"))
    }

    /// Records the agreement under regulation 5(6).
    pub async fn record_agreement(&self, item: i64, agreement: &Agreement, act: &Act<'_>) -> Result<(), StoreError> {
        let mut tx = self.db.write().await?;
        on!(tx &mut tx, c => sqlx::query(
            "insert into private_agreement (planned_item_id, record, recorded_by, recorded_at) values ($1, $2, $3, $4)
             on conflict (planned_item_id) do update set record = excluded.record, recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at")
            .bind(item).bind(written("agreement", agreement)?).bind(act.who).bind(act.at.to_string()).execute(c).await.map(|_| ()))
        .map_err(StoreError::database("agreement"))?;
        journal::write(&mut tx, act, "record_agreement", &format!("planned_item {item}"), &json!(agreement)).await?;
        tx.commit().await
    }

    /// The agreement for an item.
    pub async fn agreement(&self, item: i64) -> Result<Option<Agreement>, StoreError> {
        let record: Option<String> =
            on!(db &self.db, pool => sqlx::query_scalar("select record from private_agreement where planned_item_id = $1")
            .bind(item).fetch_optional(pool).await)
            .map_err(StoreError::database("agreement"))?;
        record.map(|r| read("agreement", &r)).transpose()
    }
}

/// Private words are restricted as the plan says; without a plan to nobody but those who read everything restricted.
fn said_in_private(plan: Option<PrivatePlan>) -> Restriction {
    let (on, by) = plan.as_ref().map_or((jiff::civil::Date::MIN, String::new()), |p| (p.at.date(), p.by.clone()));
    let unplanned =
        || Ground::Exempt { paragraphs: Default::default(), public_interest: String::new(), contract_terms_in_negotiation: true };
    Restriction {
        ground: plan.as_ref().map_or_else(unplanned, |p| p.ground.ground()),
        public_reason: plan.map(|p| p.reason).unwrap_or_default(),
        audience: Audience::nobody(),
        imposed_by: by,
        imposed_on: on,
        review_on: on,
        late_review_reason: None,
        challenge: String::new(),
        warnings: Vec::new(),
        reviews: Vec::new(),
        release: None,
    }
}
