//! A paper as the public sees it.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Listing, all_words};
use crate::paper::Paper;
use crate::slug::slug;

/// A document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// Its number.
    pub number: u64,
    /// The paper.
    #[serde(flatten)]
    pub paper: Paper,
    /// The item it was before.
    pub item: Option<String>,
    /// The title of what it belongs to.
    pub belongs_to: Option<String>,
    /// The day of the meeting, or of publication.
    pub date: Option<Date>,
    /// The body's address.
    pub body_slug: Option<String>,
    /// SHA-256 of the file, where the register holds it.
    pub file: Option<String>,
    /// The words of the file, where they can be read: what search finds, and what a version changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
}

impl Document {
    /// The last part of its address.
    pub fn name(&self) -> String {
        slug(&self.paper.title)
    }

    pub(super) fn listing(&self) -> Listing {
        Listing {
            title: self.paper.title.clone(),
            on: self.date,
            body: self.body_slug.clone(),
            parent: self.item.clone(),
            text: all_words([self.belongs_to.as_deref(), self.words.as_deref()]),
            ..Listing::default()
        }
    }
}
