//! The register: what was published, every version of it. Nothing here can reach the desk.

/// Appending from the desk's log, in order.
pub mod follow;
/// What a list asks and gets.
pub mod query;
/// Reading: one record, lists, the log.
mod read;

use redress::public::Kind;
use redress::public::publication::Publication;

use crate::StoreError;
use crate::blob::Blobs;
use crate::chain;
use crate::db::{Address, Db, Store};

pub use query::{Belonging, Entry, LogQuery, Order, Page, Published, Query};

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
        let LogRow { seq, kind, key, version, title, body, foreign, published_at, by_office, reason, withdrawn, hash: _ } = self;
        let body = chain::sha256(body.as_bytes());
        chain::link(previous, &(seq, kind, key, version, title, body, foreign, published_at, by_office, reason, withdrawn))
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
