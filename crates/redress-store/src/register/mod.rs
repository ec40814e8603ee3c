//! The register: what was published, every version of it. Nothing here can reach the desk.

/// Appending from the desk's log, in order.
pub mod follow;
/// What a list asks and gets.
pub mod query;
/// Reading: one record, lists, the log.
mod read;

use redress::public::Kind;
use redress::public::publication::Publication;
use serde::{Deserialize, Serialize};

use crate::StoreError;
use crate::blob::Blobs;
use crate::chain;
use crate::db::{Address, Db, Store};

pub(crate) use read::like;

pub use query::{Belonging, Change, Entry, LogQuery, Order, Page, Published, Query};

/// The register. A clone shares its connections.
#[derive(Debug, Clone)]
pub struct Register {
    pub(crate) db: Db,
    files: Blobs,
}

impl Register {
    /// Opens the register for following the desk.
    pub async fn open(address: &Address, files: Blobs) -> Result<Register, StoreError> {
        Ok(Register { db: Db::open(address, Store::Register).await?, files })
    }

    /// Opens it for reading only, as public pages do.
    pub async fn open_read_only(address: &Address, files: Blobs) -> Result<Register, StoreError> {
        Ok(Register { db: Db::open_read_only(address).await?, files })
    }

    /// Closes its connections.
    pub async fn close(&self) {
        self.db.close().await;
    }
}

/// A row of the log, in the register and on the desk alike.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct LogRow {
    pub(crate) seq: i64,
    pub(crate) kind: String,
    pub(crate) key: String,
    pub(crate) version: i64,
    pub(crate) title: String,
    pub(crate) body: String,
    #[sqlx(rename = "foreign")]
    pub(crate) foreign: String,
    pub(crate) published_at: String,
    pub(crate) by_office: String,
    pub(crate) reason: String,
    pub(crate) withdrawn: bool,
    pub(crate) hash: String,
}

impl LogRow {
    /// The hash that this row must have after the one before.
    pub fn link(&self, previous: &str) -> String {
        self.line().link(previous)
    }

    /// The row as a line of the public log: of title, body and numbers elsewhere it has the hashes, so that what was
    /// withdrawn can be proved without being shown.
    pub fn line(&self) -> LogLine {
        let sha = |text: &str| chain::sha256(text.as_bytes());
        LogLine {
            seq: self.seq,
            kind: self.kind.clone(),
            key: self.key.clone(),
            version: self.version,
            title_sha256: sha(&self.title),
            body_sha256: sha(&self.body),
            foreign_sha256: sha(&self.foreign),
            published_at: self.published_at.clone(),
            by: self.by_office.clone(),
            reason: self.reason.clone(),
            withdrawn: self.withdrawn,
            hash: self.hash.clone(),
        }
    }

    /// What the public log says of it.
    pub fn publication(&self) -> Option<Publication> {
        Some(Publication {
            seq: u64::try_from(self.seq).ok()?,
            kind: Kind::of_word(&self.kind)?,
            key: self.key.clone(),
            version: u32::try_from(self.version).ok()?,
            title: self.title.clone(),
            published_at: self.published_at.parse().ok()?,
            by: self.by_office.clone(),
            reason: self.reason.clone(),
            withdrawn: self.withdrawn,
            hash: self.hash.clone(),
        })
    }
}

/// A publication as anybody may keep it: enough to compute its place in the chain again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogLine {
    /// Its place, from 1 without a gap.
    pub seq: i64,
    /// The kind of record.
    pub kind: String,
    /// The record's key.
    pub key: String,
    /// The version, from 1.
    pub version: i64,
    /// SHA-256 of the title.
    pub title_sha256: String,
    /// SHA-256 of the JSON text that was published.
    pub body_sha256: String,
    /// SHA-256 of the record's numbers in other systems.
    pub foreign_sha256: String,
    /// When.
    pub published_at: String,
    /// By which office.
    pub by: String,
    /// Why.
    pub reason: String,
    /// It took the record away.
    pub withdrawn: bool,
    /// The hash of this link.
    pub hash: String,
}

impl LogLine {
    /// The hash that this line must have after the one before.
    pub fn link(&self, previous: &str) -> String {
        let LogLine { seq, kind, key, version, title_sha256, body_sha256, foreign_sha256, published_at, by, reason, withdrawn, hash: _ } =
            self;
        let fields = (seq, kind, key, version, title_sha256, body_sha256, foreign_sha256, published_at, by, reason, withdrawn);
        chain::link(previous, &fields)
    }
}
