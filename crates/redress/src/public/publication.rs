//! One publication: a record in a version, when and why it was published, and its place in the chain.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::Kind;

/// What the publication log says of one publication.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Publication {
    /// Its place in the log, from 1 without a gap.
    pub seq: u64,
    /// The kind of record.
    pub kind: Kind,
    /// The record's key.
    pub key: String,
    /// The version of the record, from 1.
    pub version: u32,
    /// The title on lists.
    pub title: String,
    /// When.
    pub published_at: Timestamp,
    /// Who, as the public may know it: an office or `import`.
    pub by: String,
    /// Why.
    pub reason: String,
    /// It took the record away; what stands in its place is the reason.
    pub withdrawn: bool,
    /// SHA-256 of body, text and head, chained to the one before; lower-case hexadecimal.
    pub hash: String,
}
