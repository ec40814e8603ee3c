//! Case files: one by reference or placeholder, with the papers and items that deal with it.

use redress::ombudsman::case_file::CaseFile;
use redress::ombudsman::follows::CaseKey;
use serde_json::{Value, json};

use super::item::{self, PlannedItem};
use super::ombudsman_paper::{self, OmbudsmanPaper};
use super::{next, read, written};
use crate::StoreError;
use crate::db::Tx;
use crate::desk::Desk;
use crate::desk::journal::{self, Act};
use crate::on;

/// A case file as it is kept.
#[derive(Debug, Clone, serde::Serialize)]
pub struct KeptCase {
    /// Its number at the desk.
    pub id: i64,
    /// The reference or the placeholder.
    pub key: CaseKey,
    /// The file.
    pub file: CaseFile,
    /// How often it was changed; a change says which one it saw.
    pub revision: i64,
}

type Row = (i64, String, String, i64);

fn kept((id, key, record, revision): Row) -> Result<KeptCase, StoreError> {
    let key = CaseKey::read(&key).map_err(|_| StoreError::Damaged(format!("case file {id}: {key} is no reference and no placeholder")))?;
    Ok(KeptCase { id, key, file: read("case file", &record)?, revision })
}

/// Opens a file under a key, or finds the one that is there. What is there stays as it is, but for what it does not say yet.
pub(super) async fn open(tx: &mut Tx, key: &CaseKey, file: &CaseFile, act: &Act<'_>) -> Result<i64, StoreError> {
    let failed = StoreError::database("case file");
    let known: Option<Row> = on!(tx &mut *tx, c => sqlx::query_as("select id, key, record, revision from case_file where key = $1")
        .bind(key.slug()).fetch_optional(c).await)
    .map_err(&failed)?;
    if let Some(row) = known {
        let known = kept(row)?;
        // A file that an earlier paper opened without words takes those of this one.
        if known.file.subject.is_empty() && !file.subject.is_empty() {
            let file = known.file.worded(file);
            change(tx, &known, &file, "complete_case", &json!(file), act).await?;
        }
        return Ok(known.id);
    }
    let id = next(tx, "select coalesce(max(id), 0) + 1 from case_file").await?;
    on!(tx &mut *tx, c => sqlx::query("insert into case_file (id, key, record, revision, opened_by, opened_at) values ($1, $2, $3, 1, $4, $5)")
        .bind(id).bind(key.slug()).bind(written("case file", file)?).bind(act.who).bind(act.at.to_string()).execute(c).await.map(|_| ()))
    .map_err(failed)?;
    journal::write(tx, act, "open_case", &format!("case_file {id}"), &json!({ "key": key.slug(), "file": file })).await?;
    Ok(id)
}

/// Writes a file that was changed; false where somebody changed it meanwhile.
pub(super) async fn change(
    tx: &mut Tx,
    seen: &KeptCase,
    file: &CaseFile,
    what: &str,
    body: &Value,
    act: &Act<'_>,
) -> Result<bool, StoreError> {
    let done: u64 =
        on!(tx &mut *tx, c => sqlx::query("update case_file set record = $1, revision = revision + 1 where id = $2 and revision = $3")
        .bind(written("case file", file)?).bind(seen.id).bind(seen.revision).execute(c).await.map(|d| d.rows_affected()))
        .map_err(StoreError::database("case file"))?;
    if done == 1 {
        journal::write(tx, act, what, &format!("case_file {}", seen.id), body).await?;
    }
    Ok(done == 1)
}

/// Attaches cases to an item, in this order.
pub(super) async fn attach(tx: &mut Tx, item: i64, cases: &[i64]) -> Result<(), StoreError> {
    let failed = StoreError::database("item");
    on!(tx &mut *tx, c => sqlx::query("delete from item_case where planned_item_id = $1").bind(item).execute(c).await.map(|_| ()))
        .map_err(&failed)?;
    for (position, case) in (1_i64..).zip(cases) {
        on!(tx &mut *tx, c => sqlx::query("insert into item_case (planned_item_id, case_file_id, position) values ($1, $2, $3) on conflict do nothing")
            .bind(item).bind(case).bind(position).execute(c).await.map(|_| ()))
        .map_err(&failed)?;
    }
    Ok(())
}

impl Desk {
    /// Opens a case file without a paper, such as a placeholder of a review.
    pub async fn open_case(&self, key: &CaseKey, file: &CaseFile, act: &Act<'_>) -> Result<i64, StoreError> {
        let mut tx = self.db.write().await?;
        let id = open(&mut tx, key, file, act).await?;
        tx.commit().await?;
        Ok(id)
    }

    /// A case file.
    pub async fn case_file(&self, id: i64) -> Result<Option<KeptCase>, StoreError> {
        let row: Option<Row> = on!(db &self.db, pool => sqlx::query_as("select id, key, record, revision from case_file where id = $1")
            .bind(id).fetch_optional(pool).await)
        .map_err(StoreError::database("case file"))?;
        row.map(kept).transpose()
    }

    /// The case file of a reference or placeholder.
    pub async fn case_of(&self, key: &CaseKey) -> Result<Option<KeptCase>, StoreError> {
        let row: Option<Row> = on!(db &self.db, pool => sqlx::query_as("select id, key, record, revision from case_file where key = $1")
            .bind(key.slug()).fetch_optional(pool).await)
        .map_err(StoreError::database("case file"))?;
        row.map(kept).transpose()
    }

    /// Every case file, the newest reference first.
    pub async fn case_files(&self) -> Result<Vec<KeptCase>, StoreError> {
        let rows: Vec<Row> = on!(db &self.db, pool => sqlx::query_as("select id, key, record, revision from case_file order by key desc")
            .fetch_all(pool).await)
        .map_err(StoreError::database("case files"))?;
        rows.into_iter().map(kept).collect()
    }

    /// Writes a file that was changed; false where somebody changed it meanwhile.
    pub async fn change_case(&self, seen: &KeptCase, file: &CaseFile, what: &str, body: &Value, act: &Act<'_>) -> Result<bool, StoreError> {
        let mut tx = self.db.write().await?;
        let done = change(&mut tx, seen, file, what, body, act).await?;
        tx.commit().await?;
        Ok(done)
    }

    /// Gives a placeholder its reference; false where that reference has a file already.
    pub async fn name_case(&self, id: i64, key: &CaseKey, act: &Act<'_>) -> Result<bool, StoreError> {
        if self.case_of(key).await?.is_some() {
            return Ok(false);
        }
        let mut tx = self.db.write().await?;
        on!(tx &mut tx, c => sqlx::query("update case_file set key = $1, revision = revision + 1 where id = $2")
            .bind(key.slug()).bind(id).execute(c).await.map(|_| ()))
        .map_err(StoreError::database("case file"))?;
        journal::write(&mut tx, act, "name_case", &format!("case_file {id}"), &json!({ "key": key.slug() })).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// The papers of a case, in the order of receipt.
    pub async fn papers_of_case(&self, case: i64) -> Result<Vec<OmbudsmanPaper>, StoreError> {
        let sql = format!(
            "{} join paper_case pc on pc.ombudsman_paper_id = ombudsman_paper.id where pc.case_file_id = $1 order by received, ombudsman_paper.id",
            ombudsman_paper::COLUMNS
        );
        on!(db &self.db, pool => sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(case).fetch_all(pool).await)
            .map_err(StoreError::database("Ombudsman's papers"))
    }

    /// The cases that a paper deals with, in its order.
    pub async fn cases_of_paper(&self, paper: i64) -> Result<Vec<KeptCase>, StoreError> {
        let rows: Vec<Row> = on!(db &self.db, pool => sqlx::query_as(
            "select f.id, f.key, f.record, f.revision from case_file f join paper_case pc on pc.case_file_id = f.id
             where pc.ombudsman_paper_id = $1 order by pc.position")
            .bind(paper).fetch_all(pool).await)
        .map_err(StoreError::database("case files"))?;
        rows.into_iter().map(kept).collect()
    }

    /// Which papers of the Ombudsman's deal with which cases: case and paper, for lists of many.
    pub async fn papers_of_cases(&self) -> Result<Vec<(i64, i64)>, StoreError> {
        on!(db &self.db, pool => sqlx::query_as("select case_file_id, ombudsman_paper_id from paper_case order by case_file_id, ombudsman_paper_id")
            .fetch_all(pool).await)
        .map_err(StoreError::database("Ombudsman's papers"))
    }

    /// The items that consider a case.
    pub async fn items_of_case(&self, case: i64) -> Result<Vec<PlannedItem>, StoreError> {
        let sql = format!("{} where id in (select planned_item_id from item_case where case_file_id = $1) order by id", item::COLUMNS);
        on!(db &self.db, pool => sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(case).fetch_all(pool).await)
            .map_err(StoreError::database("items"))
    }

    /// Says which cases an item considers, in this order; what was said before is replaced, and the journal has it.
    pub async fn consider_cases(&self, item: i64, cases: &[i64], act: &Act<'_>) -> Result<(), StoreError> {
        let mut tx = self.db.write().await?;
        attach(&mut tx, item, cases).await?;
        journal::write(&mut tx, act, "consider_cases", &format!("planned_item {item}"), &json!({ "cases": cases })).await?;
        tx.commit().await
    }

    /// The cases that an item considers, as the clerk typed them.
    pub async fn cases_of_item(&self, item: i64) -> Result<Vec<KeptCase>, StoreError> {
        let rows: Vec<Row> = on!(db &self.db, pool => sqlx::query_as(
            "select f.id, f.key, f.record, f.revision from case_file f join item_case ic on ic.case_file_id = f.id
             where ic.planned_item_id = $1 order by ic.position")
            .bind(item).fetch_all(pool).await)
        .map_err(StoreError::database("case files"))?;
        rows.into_iter().map(kept).collect()
    }
}
