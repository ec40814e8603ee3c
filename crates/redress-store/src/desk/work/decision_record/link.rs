//! A record that corrects, supersedes or rescinds another: both stay, each with the way to the other.

use jiff::civil::Date;
use redress::decision_record::{CannotLink, Link, Links, Relation};
use serde_json::json;

use super::publish::republish;
use crate::StoreError;
use crate::db::Tx;
use crate::desk::Desk;
use crate::desk::journal::{self, Act};
use crate::desk::publish::Because;
use crate::on;

/// A link to be added from a later record.
#[derive(Debug, Clone)]
pub struct NewLink {
    /// The earlier record.
    pub earlier: i64,
    /// What is done to it.
    pub relation: Relation,
    /// Since when.
    pub on: Date,
    /// Why.
    pub why: String,
}

/// The word in tables.
pub(super) fn word(relation: Relation) -> &'static str {
    match relation {
        Relation::Corrects => "corrects",
        Relation::Supersedes => "supersedes",
        Relation::Rescinds => "rescinds",
    }
}

pub(super) fn of_word(word: &str) -> Relation {
    match word {
        "supersedes" => Relation::Supersedes,
        "rescinds" => Relation::Rescinds,
        _ => Relation::Corrects,
    }
}

pub(super) async fn insert(tx: &mut Tx, later: i64, new: &NewLink, act: &Act<'_>) -> Result<(), StoreError> {
    on!(tx &mut *tx, c => sqlx::query(
        "insert into decision_link (earlier_id, later_id, relation, on_date, why, recorded_by, recorded_at) values ($1, $2, $3, $4, $5, $6, $7)")
        .bind(new.earlier).bind(later).bind(word(new.relation)).bind(new.on.to_string()).bind(&new.why).bind(act.who)
        .bind(act.at.to_string()).execute(c).await.map(|_| ()))
    .map_err(StoreError::database("link"))?;
    let body = json!({ "later": later, "relation": new.relation, "on": new.on, "why": new.why });
    journal::write(tx, act, "link_decision", &format!("decision_record {}", new.earlier), &body).await
}

impl Desk {
    /// Every link that can be reached from two records, under rules that refuse a fork and a ring.
    async fn links(&self) -> Result<Links, StoreError> {
        let rows: Vec<(i64, i64, String, String, String, String)> = on!(db &self.db, pool => sqlx::query_as(
            "select later_id, earlier_id, relation, on_date, recorded_by, why from decision_link order by recorded_at, earlier_id")
            .fetch_all(pool).await)
        .map_err(StoreError::database("links"))?;
        let mut links = Links::default();
        for (later, earlier, relation, on, by, why) in rows {
            // What stands was checked when it was added.
            let link = Link { later: name(later), relation: of_word(&relation), earlier: name(earlier), on: super::day(&on)?, by, why };
            let _ = links.add(link);
        }
        Ok(links)
    }

    /// Why a record cannot be changed by another; `later` is none for one that is still to be recorded.
    pub async fn cannot_link(&self, later: Option<i64>, new: &NewLink, by: &str) -> Result<Option<CannotLink>, StoreError> {
        let later = later.map_or_else(|| "the new record".to_string(), name);
        let link = Link { later, relation: new.relation, earlier: name(new.earlier), on: new.on, by: by.into(), why: new.why.clone() };
        Ok(self.links().await?.add(link).err())
    }

    /// Links a record that is there to an earlier one; what is public of both says so at once.
    pub async fn link_decision(&self, later: i64, new: &NewLink, because: Because<'_>, act: &Act<'_>) -> Result<(), StoreError> {
        let mut tx = self.db.write().await?;
        insert(&mut tx, later, new, act).await?;
        republish(&mut tx, new.earlier, because, act).await?;
        tx.commit().await
    }
}

fn name(id: i64) -> String {
    format!("decision record {id}")
}
