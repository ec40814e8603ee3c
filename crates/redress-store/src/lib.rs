//! Redress's two stores: the desk (private: working record, journal, sources) and the register (public: what was
//! published, every version, search). SQLite and PostgreSQL from one code.

/// Backups.
pub mod archive;
/// Files by the hash of their content, in a folder or a bucket.
pub mod blob;
/// SHA-256 and the chains made of it.
pub mod chain;
/// The two databases behind one face.
pub mod db;
/// The desk.
pub mod desk;
/// What can go wrong in a store, and what to do.
pub mod failure;
/// The register.
pub mod register;
/// The search index of a node.
pub mod search;
/// Whether the stores are what they were.
pub mod verify;

pub use failure::StoreError;
