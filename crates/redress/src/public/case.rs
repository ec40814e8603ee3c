//! A case of the Ombudsman's as the public sees it. Its items are found by reference; no person is ever part of it.

use serde::{Deserialize, Serialize};

use super::Listing;
use crate::ombudsman::reference::Reference;

/// A case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Case {
    /// The Ombudsman's reference.
    pub reference: Reference,
    /// Cases named beside it in one item; which follows which is not read from that.
    pub named_with: Vec<Reference>,
}

impl Case {
    pub(super) fn listing(&self) -> Listing {
        Listing { title: format!("Ombudsman case {}", self.reference), references: vec![self.reference], ..Listing::default() }
    }
}
