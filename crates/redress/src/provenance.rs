//! Where a value was read, so that every derived word can be traced to the source.

use serde::{Deserialize, Serialize};

/// A field and the place in the source that it was read from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Provenance {
    /// The field, as a path of names: `decision.reasons`.
    pub field: String,
    /// First line of the source (or of the flattened page), counted from 1.
    pub line: u32,
    /// Last line, the same as `line` for one.
    pub to_line: u32,
    /// The element that held it, in pages and XML: `h3.mgSubSubTitleTxt`, `agendaitem/agendatext`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub element: Option<String>,
}

/// The source of an imported record: what was read, and the hash of its bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// The file's name without its folder.
    pub name: String,
    /// SHA-256 of the bytes, lower-case hexadecimal.
    pub sha256: String,
}
