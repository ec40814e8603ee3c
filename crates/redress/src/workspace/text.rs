//! A text that two clerks may change at once: both versions stand until somebody who saw both writes the next.

use std::collections::BTreeSet;

use serde::Serialize;

use super::{EntryId, Part};

/// One wording.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Version {
    /// The entry that wrote it.
    pub entry: EntryId,
    /// Who.
    pub by: String,
    /// The words.
    pub words: String,
}

/// What is written in one part of an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Text {
    /// Which part.
    pub part: Part,
    /// The wordings that nobody replaced: one, or several that were written at once.
    pub stand: Vec<Version>,
    replaced: BTreeSet<EntryId>,
}

impl Text {
    pub(super) fn new(part: Part) -> Text {
        Text { part, stand: Vec::new(), replaced: BTreeSet::new() }
    }

    pub(super) fn write(&mut self, version: Version, over: &BTreeSet<EntryId>) {
        self.replaced.extend(over);
        self.stand.push(version);
        let replaced = &self.replaced;
        self.stand.retain(|v| !replaced.contains(&v.entry));
    }

    /// The words, where one wording stands.
    pub fn settled(&self) -> Option<&str> {
        match self.stand.as_slice() {
            [one] => Some(&one.words),
            _ => None,
        }
    }

    /// What the next writer has seen.
    pub fn seen(&self) -> BTreeSet<EntryId> {
        self.stand.iter().map(|v| v.entry).collect()
    }
}
