//! Recommendations: what was asked is written once, what was done about it is added to.

use redress::ombudsman::follows::CaseKey;
use redress::ombudsman::tracked::Tracked;
use serde_json::{Value, json};

use super::{next, read, written};
use crate::StoreError;
use crate::db::Tx;
use crate::desk::Desk;
use crate::desk::journal::{self, Act};
use crate::on;

/// A recommendation as it is kept.
#[derive(Debug, Clone, serde::Serialize)]
pub struct KeptRecommendation {
    /// Its number at the desk.
    pub id: i64,
    /// The case.
    pub case_file_id: i64,
    /// The paper that recommends it.
    pub ombudsman_paper_id: i64,
    /// The recommendation with its record.
    pub tracked: Tracked,
    /// How often it was changed; a change says which one it saw.
    pub revision: i64,
}

type Row = (i64, i64, i64, Option<String>, String, i64, String);

// The case is read from its file: a placeholder takes its reference after recommendations were written down.
const COLUMNS: &str = "select id, case_file_id, ombudsman_paper_id, due_on, record, revision,
    (select key from case_file where case_file.id = recommendation.case_file_id) as case_key from recommendation";

fn kept((id, case_file_id, ombudsman_paper_id, due_on, record, revision, case): Row) -> Result<KeptRecommendation, StoreError> {
    let tracked: Tracked = read("recommendation", &record)?;
    // The day stands twice on purpose: a record that gives another than the one first written down was altered.
    if tracked.asked().original().map(|d| d.to_string()) != due_on {
        return Err(StoreError::Damaged(format!("recommendation {id}: its original date is not the one that was written down first")));
    }
    let case = CaseKey::read(&case)
        .map_err(|_| StoreError::Damaged(format!("recommendation {id}: its case {case} is no reference and no placeholder")))?;
    Ok(KeptRecommendation { id, case_file_id, ombudsman_paper_id, tracked: tracked.in_case(case), revision })
}

/// Writes a record that was added to; false where somebody added to it meanwhile. The terms are not written again.
pub(super) async fn change(tx: &mut Tx, seen: &KeptRecommendation, what: &str, body: &Value, act: &Act<'_>) -> Result<bool, StoreError> {
    let done: u64 =
        on!(tx &mut *tx, c => sqlx::query("update recommendation set record = $1, revision = revision + 1 where id = $2 and revision = $3")
        .bind(written("recommendation", &seen.tracked)?).bind(seen.id).bind(seen.revision).execute(c).await.map(|d| d.rows_affected()))
        .map_err(StoreError::database("recommendation"))?;
    if done == 1 {
        journal::write(tx, act, what, &format!("recommendation {}", seen.id), body).await?;
    }
    Ok(done == 1)
}

impl Desk {
    /// Adds a recommendation; none where its number is taken in the case.
    pub async fn add_recommendation(
        &self,
        case: i64,
        ombudsman_paper: i64,
        tracked: &Tracked,
        act: &Act<'_>,
    ) -> Result<Option<i64>, StoreError> {
        let asked = tracked.asked();
        let mut tx = self.db.write().await?;
        let id = next(&mut tx, "select coalesce(max(id), 0) + 1 from recommendation").await?;
        let done: u64 = on!(tx &mut tx, c => sqlx::query(
            "insert into recommendation (id, case_file_id, ombudsman_paper_id, number, nature, due_on, record, revision, added_by, added_at)
             values ($1, $2, $3, $4, $5, $6, $7, 1, $8, $9) on conflict do nothing")
            .bind(id).bind(case).bind(ombudsman_paper).bind(i64::from(asked.number())).bind(asked.nature().word())
            .bind(asked.original().map(|d| d.to_string())).bind(written("recommendation", tracked)?)
            .bind(act.who).bind(act.at.to_string()).execute(c).await.map(|d| d.rows_affected()))
        .map_err(StoreError::database("recommendation"))?;
        if done == 0 {
            return Ok(None);
        }
        journal::write(
            &mut tx,
            act,
            "add_recommendation",
            &format!("recommendation {id}"),
            &json!({ "case": case, "paper": ombudsman_paper, "asked": asked }),
        )
        .await?;
        tx.commit().await?;
        Ok(Some(id))
    }

    /// Writes a record that was added to; false where somebody added to it meanwhile.
    pub async fn change_recommendation(
        &self,
        seen: &KeptRecommendation,
        what: &str,
        body: &Value,
        act: &Act<'_>,
    ) -> Result<bool, StoreError> {
        let mut tx = self.db.write().await?;
        let done = change(&mut tx, seen, what, body, act).await?;
        tx.commit().await?;
        Ok(done)
    }

    /// Writes several records together; false, and nothing written, where somebody added to one meanwhile.
    pub async fn change_recommendations(
        &self,
        all: &[KeptRecommendation],
        what: &str,
        body: &Value,
        act: &Act<'_>,
    ) -> Result<bool, StoreError> {
        let mut tx = self.db.write().await?;
        for seen in all {
            if !change(&mut tx, seen, what, body, act).await? {
                return Ok(false);
            }
        }
        tx.commit().await?;
        Ok(true)
    }

    /// A recommendation.
    pub async fn recommendation(&self, id: i64) -> Result<Option<KeptRecommendation>, StoreError> {
        let sql = format!("{COLUMNS} where id = $1");
        let row: Option<Row> = on!(db &self.db, pool => sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(id).fetch_optional(pool).await)
            .map_err(StoreError::database("recommendation"))?;
        row.map(kept).transpose()
    }

    /// The recommendations of a case, by number.
    pub async fn recommendations_of_case(&self, case: i64) -> Result<Vec<KeptRecommendation>, StoreError> {
        let sql = format!("{COLUMNS} where case_file_id = $1 order by number");
        let rows: Vec<Row> = on!(db &self.db, pool => sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(case).fetch_all(pool).await)
            .map_err(StoreError::database("recommendations"))?;
        rows.into_iter().map(kept).collect()
    }

    /// The recommendations of earlier cases that live on in this one.
    pub async fn carried_into(&self, case: i64) -> Result<Vec<KeptRecommendation>, StoreError> {
        let sql = format!(
            "{COLUMNS} where id in (select recommendation_id from carried_forward where into_case_id = $1) order by case_file_id, number"
        );
        let rows: Vec<Row> = on!(db &self.db, pool => sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(case).fetch_all(pool).await)
            .map_err(StoreError::database("recommendations"))?;
        rows.into_iter().map(kept).collect()
    }

    /// What a paper recommends.
    pub async fn recommendations_of_paper(&self, ombudsman_paper: i64) -> Result<Vec<KeptRecommendation>, StoreError> {
        let sql = format!("{COLUMNS} where ombudsman_paper_id = $1 order by case_file_id, number");
        let rows: Vec<Row> = on!(db &self.db, pool => sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(ombudsman_paper).fetch_all(pool).await)
            .map_err(StoreError::database("recommendations"))?;
        rows.into_iter().map(kept).collect()
    }

    /// Every recommendation, by original date; those without one last.
    pub async fn all_recommendations(&self) -> Result<Vec<KeptRecommendation>, StoreError> {
        let sql = format!("{COLUMNS} order by coalesce(due_on, '9999'), id");
        let rows: Vec<Row> = on!(db &self.db, pool => sqlx::query_as(sqlx::AssertSqlSafe(sql)).fetch_all(pool).await)
            .map_err(StoreError::database("recommendations"))?;
        rows.into_iter().map(kept).collect()
    }
}
