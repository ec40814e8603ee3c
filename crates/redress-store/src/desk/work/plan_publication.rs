//! Publishing the forward plan: every chosen entry in one transaction, each with the version that stands behind it at the desk.

use redress::forward_plan::{Published, Working};
use redress::public::forward_plan::PlanEntry;
use redress::public::{Kind, Record, address};
use serde_json::json;

use super::written;
use crate::StoreError;
use crate::desk::Desk;
use crate::desk::journal::{self, Act};
use crate::desk::publish::{Because, End, latest, publish};
use crate::on;

/// An entry on its way out.
#[derive(Debug, Clone)]
pub struct GoingOut {
    /// Its number at the desk.
    pub id: i64,
    /// The revision that the preview was made of.
    pub revision: i64,
    /// The entry at the desk, once it is published.
    pub working: Working,
    /// The version at the desk; none where only a notice or a link goes out.
    pub version: Option<Published>,
    /// What the public reads.
    pub public: PlanEntry,
}

/// What is public of an entry.
#[derive(Debug, Clone, PartialEq)]
pub enum InPublic {
    /// It never was.
    Never,
    /// It stands.
    Stands(Box<PlanEntry>),
    /// It was withdrawn from the register, and does not come back.
    Withdrawn,
}

impl Desk {
    /// What is public of an entry.
    pub async fn public_plan_entry(&self, reference: &str) -> Result<InPublic, StoreError> {
        let mut tx = self.db.write().await?;
        let Some(last) = latest(&mut tx, Kind::ForwardPlan, reference).await? else { return Ok(InPublic::Never) };
        if last.withdrawn {
            return Ok(InPublic::Withdrawn);
        }
        match serde_json::from_str(&last.body).map_err(StoreError::body(format!("publication {}", last.seq)))? {
            Record::ForwardPlan(entry) => Ok(InPublic::Stands(entry)),
            _ => Ok(InPublic::Never),
        }
    }

    /// Publishes entries; gives the address of each that has a new version. None where one was changed since the preview.
    pub async fn publish_plan(&self, all: &[GoingOut], because: Because<'_>, act: &Act<'_>) -> Result<Option<Vec<String>>, StoreError> {
        let failed = StoreError::database("forward plan");
        let mut tx = self.db.write().await?;
        let (mut end, mut made) = (End::default(), Vec::new());
        for one in all {
            let done: u64 = on!(tx &mut tx, c => sqlx::query(
                "update forward_plan_entry set record = $1, revision = revision + 1 where id = $2 and revision = $3")
                .bind(written("forward plan entry", &one.working)?).bind(one.id).bind(one.revision).execute(c).await.map(|d| d.rows_affected()))
            .map_err(&failed)?;
            if done == 0 {
                return Ok(None);
            }
            if let Some(version) = &one.version {
                on!(tx &mut tx, c => sqlx::query(
                    "insert into forward_plan_version (forward_plan_entry_id, version, record, published_by, published_at)
                     select $1, coalesce(max(version), 0) + 1, $2, $3, $4 from forward_plan_version where forward_plan_entry_id = $1")
                    .bind(one.id).bind(written("version of an entry", version)?).bind(act.who).bind(act.at.to_string())
                    .execute(c).await.map(|_| ()))
                .map_err(&failed)?;
            }
            let record = Record::ForwardPlan(Box::new(one.public.clone()));
            if publish(&mut tx, &mut end, act, because, &record, &[]).await?.is_some() {
                made.push(address(Kind::ForwardPlan, &one.public.reference));
            }
        }
        let body = json!({ "published": made, "reason": because.reason });
        journal::write(&mut tx, act, "publish_plan", "forward_plan", &body).await?;
        tx.commit().await?;
        Ok(Some(made))
    }
}
