//! An issue as the public sees it. Its journey is composed from the items that belong to it.

use serde::{Deserialize, Serialize};

use super::Listing;
use crate::provenance::Source;

/// An issue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issue {
    /// Its number.
    pub number: u64,
    /// Its title.
    pub title: String,
    /// The service it concerns, where the council says.
    pub service: Option<String>,
    /// The source it was read from.
    pub source: Option<Source>,
}

impl Issue {
    pub(super) fn listing(&self) -> Listing {
        Listing { title: self.title.clone(), service: self.service.clone(), issue: Some(self.number), ..Listing::default() }
    }
}
