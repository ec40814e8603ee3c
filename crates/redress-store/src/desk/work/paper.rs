//! Working papers and their files. A file leaves here sealed: who may open it is decided in one place.

use redress::access::{Sealed, Subject, SubjectKind};
use redress::restriction::Restriction;
use serde_json::json;

use super::{next, read};
use crate::StoreError;
use crate::blob::Shelf;
use crate::db::Tx;
use crate::desk::Desk;
use crate::desk::journal::{self, Act};
use crate::on;

/// A working paper.
#[derive(Debug, Clone, Default, sqlx::FromRow, serde::Serialize)]
pub struct WorkingPaper {
    /// Its number at the desk.
    pub id: i64,
    /// The item it is before.
    pub planned_item_id: Option<i64>,
    /// The Ombudsman's paper that it is, or is about.
    pub ombudsman_paper_id: Option<i64>,
    /// The title that officers use.
    pub title: String,
    /// The title that the public may read; none where it is not even to be named.
    pub public_title: Option<String>,
    /// The account that wrote it.
    pub author: i64,
    /// Who added it.
    pub added_by: String,
}

/// One version of its file.
#[derive(Debug, Clone, Default, sqlx::FromRow, serde::Serialize)]
pub struct PaperVersion {
    /// The paper.
    pub working_paper_id: i64,
    /// From 1.
    pub version: i64,
    /// The hash of its bytes.
    pub sha256: String,
    /// The name it was sent under.
    pub name: String,
    /// `PDF`.
    pub media: String,
    /// Its length.
    pub bytes: i64,
    /// Its pages, where they can be counted.
    pub pages: Option<i64>,
    /// What was found in it, as JSON.
    pub looked: String,
    /// Made for the public: what others may not read was taken out.
    pub redacted: bool,
    /// The account that added it.
    pub added_by: i64,
}

/// That a second person let a file pass.
#[derive(Debug, Clone, sqlx::FromRow, serde::Serialize)]
pub struct FindingOverride {
    /// The version.
    pub version: i64,
    /// The account.
    pub by_account: i64,
    /// The person.
    pub by_name: String,
    /// When.
    pub at: String,
    /// Why.
    pub reason: String,
}

const PAPER: &str = "select id, planned_item_id, ombudsman_paper_id, title, public_title, author, added_by from working_paper";

pub(super) async fn insert(tx: &mut Tx, new: &WorkingPaper, act: &Act<'_>) -> Result<i64, StoreError> {
    let id = next(tx, "select coalesce(max(id), 0) + 1 from working_paper").await?;
    on!(tx &mut *tx, c => sqlx::query(
        "insert into working_paper (id, planned_item_id, ombudsman_paper_id, title, public_title, author, added_by, added_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)")
        .bind(id).bind(new.planned_item_id).bind(new.ombudsman_paper_id).bind(&new.title).bind(&new.public_title).bind(new.author)
        .bind(act.who).bind(act.at.to_string()).execute(c).await.map(|_| ()))
    .map_err(StoreError::database("paper"))?;
    journal::write(tx, act, "add_paper", &format!("working_paper {id}"), &json!(new)).await?;
    Ok(id)
}

pub(super) async fn insert_version(tx: &mut Tx, new: &PaperVersion, sha256: &str, act: &Act<'_>) -> Result<i64, StoreError> {
    let version: i64 = on!(tx &mut *tx, c => sqlx::query_scalar(
        "insert into paper_version (working_paper_id, version, sha256, name, media, bytes, pages, looked, redacted, added_by, added_at)
         select $1, coalesce(max(version), 0) + 1, $2, $3, $4, $5, $6, $7, $8, $9, $10 from paper_version where working_paper_id = $1
         returning version")
        .bind(new.working_paper_id).bind(sha256).bind(&new.name).bind(&new.media).bind(new.bytes).bind(new.pages).bind(&new.looked)
        .bind(new.redacted).bind(new.added_by).bind(act.at.to_string()).fetch_one(c).await)
    .map_err(StoreError::database("version"))?;
    let body = json!({ "version": version, "sha256": sha256, "name": new.name, "bytes": new.bytes, "redacted": new.redacted });
    journal::write(tx, act, "add_version", &format!("working_paper {}", new.working_paper_id), &body).await?;
    Ok(version)
}

impl Desk {
    /// Adds a paper.
    pub async fn add_working_paper(&self, new: &WorkingPaper, act: &Act<'_>) -> Result<i64, StoreError> {
        let mut tx = self.db.write().await?;
        let id = insert(&mut tx, new, act).await?;
        tx.commit().await?;
        Ok(id)
    }

    /// Adds a version of a paper's file; its bytes are kept on the private shelf.
    pub async fn add_version(&self, new: &PaperVersion, bytes: &[u8], act: &Act<'_>) -> Result<i64, StoreError> {
        let sha256 = self.files.keep(Shelf::Work, bytes).await?;
        let mut tx = self.db.write().await?;
        let version = insert_version(&mut tx, new, &sha256, act).await?;
        tx.commit().await?;
        Ok(version)
    }

    /// Chooses the title that the public reads.
    pub async fn choose_public_title(&self, paper: i64, title: &str, act: &Act<'_>) -> Result<(), StoreError> {
        let mut tx = self.db.write().await?;
        on!(tx &mut tx, c => sqlx::query("update working_paper set public_title = $1 where id = $2").bind(title).bind(paper).execute(c).await.map(|_| ()))
            .map_err(StoreError::database("paper"))?;
        journal::write(&mut tx, act, "choose_public_title", &format!("working_paper {paper}"), &json!({ "title": title })).await?;
        tx.commit().await
    }

    /// People with an account: number and name.
    pub async fn people(&self) -> Result<Vec<(i64, String)>, StoreError> {
        on!(db &self.db, pool => sqlx::query_as("select id, full_name from account where kind = 'person' and closed_at is null order by full_name")
            .fetch_all(pool).await).map_err(StoreError::database("people"))
    }

    /// A paper, sealed.
    pub async fn working_paper(&self, id: i64) -> Result<Option<Sealed<WorkingPaper>>, StoreError> {
        let sql = format!("{PAPER} where id = $1");
        let row: Option<WorkingPaper> =
            on!(db &self.db, pool => sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(id).fetch_optional(pool).await)
                .map_err(StoreError::database("paper"))?;
        match row {
            Some(row) => Ok(Some(self.seal(row).await?)),
            None => Ok(None),
        }
    }

    /// The papers of an item, each sealed.
    pub async fn papers_of_item(&self, item: i64) -> Result<Vec<Sealed<WorkingPaper>>, StoreError> {
        self.papers_where("planned_item_id = $1", item).await
    }

    /// The papers of a paper of the Ombudsman's, each sealed.
    pub async fn papers_of_ombudsman_paper(&self, id: i64) -> Result<Vec<Sealed<WorkingPaper>>, StoreError> {
        self.papers_where("ombudsman_paper_id = $1", id).await
    }

    /// Every paper, the newest first, each sealed.
    pub async fn papers(&self, most: i64) -> Result<Vec<Sealed<WorkingPaper>>, StoreError> {
        let newest: i64 =
            on!(db &self.db, pool => sqlx::query_scalar("select coalesce(max(id), 0) from working_paper").fetch_one(pool).await)
                .map_err(StoreError::database("papers"))?;
        let mut found = self.papers_where("id > $1", newest - most).await?;
        found.reverse();
        Ok(found)
    }

    async fn papers_where(&self, condition: &str, value: i64) -> Result<Vec<Sealed<WorkingPaper>>, StoreError> {
        let sql = format!("{PAPER} where {condition} order by id");
        let rows: Vec<WorkingPaper> = on!(db &self.db, pool => sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(value).fetch_all(pool).await)
            .map_err(StoreError::database("papers"))?;
        let mut sealed = Vec::with_capacity(rows.len());
        for row in rows {
            sealed.push(self.seal(row).await?);
        }
        Ok(sealed)
    }

    async fn seal(&self, row: WorkingPaper) -> Result<Sealed<WorkingPaper>, StoreError> {
        let subject = self.subject_of(&row).await?;
        Ok(Sealed::new(row, subject))
    }

    /// The papers of an item with what decides about them, for what the program itself composes.
    pub(super) async fn papers_to_compose(&self, item: i64) -> Result<Vec<(WorkingPaper, Subject)>, StoreError> {
        let sql = format!("{PAPER} where planned_item_id = $1 order by id");
        let rows: Vec<WorkingPaper> = on!(db &self.db, pool => sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(item).fetch_all(pool).await)
            .map_err(StoreError::database("papers"))?;
        let mut found = Vec::with_capacity(rows.len());
        for row in rows {
            let subject = self.subject_of(&row).await?;
            found.push((row, subject));
        }
        Ok(found)
    }

    async fn subject_of(&self, row: &WorkingPaper) -> Result<Subject, StoreError> {
        let record: Option<String> =
            on!(db &self.db, pool => sqlx::query_scalar("select record from restriction where working_paper_id = $1")
            .bind(row.id).fetch_optional(pool).await)
            .map_err(StoreError::database("restriction"))?;
        let restriction: Option<Restriction> = record.map(|r| read("restriction", &r)).transpose()?;
        // A paper is under the embargo of the Ombudsman's paper that it is about, or that its item is about.
        let embargo: Option<String> = on!(db &self.db, pool => sqlx::query_scalar(
            "select e.record from embargo e join ombudsman_paper o on o.embargo_id = e.id
             where o.id = coalesce($1, (select i.ombudsman_paper_id from planned_item i where i.id = $2))")
            .bind(row.ombudsman_paper_id).bind(row.planned_item_id).fetch_optional(pool).await)
        .map_err(StoreError::database("embargo"))?;
        let embargo = embargo.map(|e| read("embargo", &e)).transpose()?;
        let cleared: i64 = on!(db &self.db, pool => sqlx::query_scalar(
            "select count(*) from cleared where kind = 'paper' and record_id = $1 and ended_at is null").bind(row.id).fetch_one(pool).await)
        .map_err(StoreError::database("paper"))?;
        let embargo: Option<redress::embargo::Embargo> = embargo;
        let served = self.served_accounts(row.id).await?;
        let shown_to = self.asked_for_paper(row.id).await?;
        let subject = Subject::new(SubjectKind::Paper).by(row.author).restricted(restriction).embargoed(embargo);
        Ok(subject.published(cleared > 0).served(served).shown_to(shown_to))
    }

    /// The versions of a paper's file, the newest first.
    pub async fn versions(&self, paper: i64) -> Result<Vec<PaperVersion>, StoreError> {
        on!(db &self.db, pool => sqlx::query_as(
            "select working_paper_id, version, sha256, name, media, bytes, pages, looked, redacted, added_by from paper_version
             where working_paper_id = $1 order by version desc").bind(paper).fetch_all(pool).await)
        .map_err(StoreError::database("versions"))
    }

    /// The bytes of a version.
    pub async fn bytes_of(&self, version: &PaperVersion) -> Result<Option<Vec<u8>>, StoreError> {
        self.files.fetch(Shelf::Work, &version.sha256).await
    }

    /// Lets a version pass with what was found in it.
    pub async fn override_finding(&self, paper: i64, passed: &FindingOverride, act: &Act<'_>) -> Result<(), StoreError> {
        let mut tx = self.db.write().await?;
        on!(tx &mut tx, c => sqlx::query(
            "insert into finding_override (working_paper_id, version, by_account, by_name, at, reason) values ($1, $2, $3, $4, $5, $6)
             on conflict do nothing")
            .bind(paper).bind(passed.version).bind(passed.by_account).bind(&passed.by_name).bind(&passed.at).bind(&passed.reason)
            .execute(c).await.map(|_| ()))
        .map_err(StoreError::database("override"))?;
        journal::write(&mut tx, act, "override_finding", &format!("working_paper {paper}"), &json!(passed)).await?;
        tx.commit().await
    }

    /// The override of a version, if somebody gave one.
    pub async fn overridden(&self, paper: i64, version: i64) -> Result<Option<FindingOverride>, StoreError> {
        on!(db &self.db, pool => sqlx::query_as(
            "select version, by_account, by_name, at, reason from finding_override where working_paper_id = $1 and version = $2")
            .bind(paper).bind(version).fetch_optional(pool).await)
        .map_err(StoreError::database("override"))
    }
}
