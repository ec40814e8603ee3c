//! What can go wrong in a store, and what to do about it. Messages never hold a database password.

/// A store could not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database refused or could not be reached.
    #[error("the database {doing} did not work: {source}")]
    Database {
        /// What was being done.
        doing: &'static str,
        /// What the driver says.
        source: sqlx::Error,
    },
    /// The schema could not be brought up to date.
    #[error("the database could not be brought up to date: {0}")]
    Migration(#[from] sqlx::migrate::MigrateError),
    /// The address of a database or a file store is of no known form.
    #[error("{0}")]
    Address(String),
    /// A file could not be kept or fetched.
    #[error("the file store did not work: {0}")]
    Files(#[from] object_store::Error),
    /// Something on disk could not be read or written.
    #[error("{doing}: {source}")]
    Disk {
        /// What was being done, with the path.
        doing: String,
        /// What the system says.
        source: std::io::Error,
    },
    /// The search index could not be read or written.
    #[error("the search index did not work: {0}. `redress reindex` builds it anew")]
    Search(#[from] tantivy::TantivyError),
    /// A stored body is not what this program writes.
    #[error("the stored {what} cannot be read: {source}. `redress verify` says whether it was altered")]
    Body {
        /// Which body.
        what: String,
        /// Why.
        source: serde_json::Error,
    },
    /// A stored record contradicts itself.
    #[error("{0}. `redress verify` says whether it was altered")]
    Damaged(String),
}

impl StoreError {
    /// For `map_err`: a database error with what was being done.
    pub fn database(doing: &'static str) -> impl Fn(sqlx::Error) -> StoreError {
        move |source| StoreError::Database { doing, source }
    }

    /// For `map_err`: a body that cannot be read.
    pub fn body(what: impl Into<String>) -> impl FnOnce(serde_json::Error) -> StoreError {
        let what = what.into();
        move |source| StoreError::Body { what, source }
    }
}
