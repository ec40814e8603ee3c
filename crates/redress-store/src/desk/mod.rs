//! The desk: the working record, private. Every act is one transaction that also writes its journal entry.

/// Who may sign in, and who they are on a day.
pub mod account;
/// What importing a source changed.
pub mod change;
/// Taking in what an importer read.
pub mod intake;
/// The journal: who did what, chained.
pub mod journal;
/// Numbers in public addresses.
mod number;
/// Letters to send.
pub mod outbox;
/// From working record to public form.
mod project;
/// Publishing: appending to the log.
pub mod publish;
/// What officers work on.
pub mod work;

use crate::StoreError;
use crate::blob::{Blobs, Shelf};
use crate::db::{Address, Db, Store};
use crate::on;
use crate::register::LogRow;

/// The desk. A clone shares its connections.
#[derive(Debug, Clone)]
pub struct Desk {
    pub(crate) db: Db,
    /// Imported sources and published files.
    pub files: Blobs,
}

impl Desk {
    /// Opens the desk, makes it where it is missing, and brings it up to date.
    pub async fn open(address: &Address, files: Blobs) -> Result<Desk, StoreError> {
        Ok(Desk { db: Db::open(address, Store::Desk).await?, files })
    }

    /// Whether commits wait for the disk; long imports do not, and end by closing the database properly.
    pub async fn wait_for_disk(&self, wait: bool) -> Result<(), StoreError> {
        self.db.wait_for_disk(wait).await
    }

    /// Closes its connections.
    pub async fn close(&self) {
        self.db.close().await;
    }

    /// A setting of the installation, such as the council's name.
    pub async fn setting(&self, name: &str) -> Result<Option<String>, StoreError> {
        on!(db &self.db, pool => sqlx::query_scalar("select value from setting where name = $1").bind(name).fetch_optional(pool).await)
            .map_err(StoreError::database("setting"))
    }

    /// Changes a setting, with its journal entry.
    pub async fn set(&self, name: &str, value: &str, act: &journal::Act<'_>) -> Result<(), StoreError> {
        self.set_all(&[(name, value)], act).await
    }

    /// Changes settings together, each with its journal entry.
    pub async fn set_all(&self, settings: &[(&str, &str)], act: &journal::Act<'_>) -> Result<(), StoreError> {
        let mut tx = self.db.write().await?;
        for (name, value) in settings {
            on!(tx &mut tx, c => sqlx::query(
                "insert into setting (name, value) values ($1, $2) on conflict (name) do update set value = excluded.value")
                .bind(*name).bind(*value).execute(c).await.map(|_| ()))
            .map_err(StoreError::database("setting"))?;
            journal::write(&mut tx, act, "set", name, &serde_json::json!({ "value": value })).await?;
        }
        tx.commit().await
    }

    /// When a setting was changed last, and by whom, as the journal says.
    pub async fn last_set(&self, name: &str) -> Result<Option<(String, String)>, StoreError> {
        on!(db &self.db, pool => sqlx::query_as("select at, who from journal where act = 'set' and about = $1 order by seq desc limit 1")
            .bind(name).fetch_optional(pool).await)
        .map_err(StoreError::database("journal"))
    }

    /// Rows of the publication log after a place, oldest first.
    pub async fn log_after(&self, seq: i64, most: i64) -> Result<Vec<LogRow>, StoreError> {
        on!(db &self.db, pool => sqlx::query_as(
            r#"select seq, kind, key, version, title, body, "foreign", published_at, by_office, reason, withdrawn, hash
               from publication where seq > $1 order by seq limit $2"#)
            .bind(seq).bind(most).fetch_all(pool).await)
        .map_err(StoreError::database("log"))
    }

    /// Every file that the desk keeps, by shelf and hash, each once: sources, but for what was composed here, files of
    /// papers, and of these what is public.
    pub async fn kept_files(&self) -> Result<Vec<(Shelf, String)>, StoreError> {
        let failed = StoreError::database("files");
        let hashes =
            |sql: &'static str| async move { on!(db &self.db, pool => sqlx::query_scalar::<_, String>(sql).fetch_all(pool).await) };
        let sources = hashes(
            "select distinct v.sha256 from source_version v join source s on s.id = v.source_id where s.kind <> 'desk' order by v.sha256",
        )
        .await
        .map_err(&failed)?;
        let papers = hashes("select distinct sha256 from paper_version order by sha256").await.map_err(&failed)?;
        let letters = hashes("select distinct sha256 from letter order by sha256").await.map_err(&failed)?;
        let evidence = hashes("select sha256 from evidence union select cover_sha256 from bundle order by 1").await.map_err(&failed)?;
        let mut kept: Vec<(Shelf, String)> = sources.into_iter().map(|hash| (Shelf::Sources, hash)).collect();
        for hash in papers {
            if self.files.fetch(Shelf::Documents, &hash).await?.is_some() {
                kept.push((Shelf::Documents, hash.clone()));
            }
            kept.push((Shelf::Work, hash));
        }
        kept.extend(letters.into_iter().chain(evidence).map(|hash| (Shelf::Work, hash)));
        // One file may be a letter and evidence too.
        let mut once = std::collections::BTreeSet::new();
        kept.retain(|(shelf, hash)| once.insert((shelf.folder(), hash.clone())));
        Ok(kept)
    }
}
