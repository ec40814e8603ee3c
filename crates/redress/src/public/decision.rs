//! A decision as the public sees it: of a body at a meeting, of a single member, or of an officer.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Listing, all_words};
use crate::decision::Decision as Texts;
use crate::ombudsman::reference::Reference;
use crate::paper::Paper;
use crate::provenance::Source;

/// A decision.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Decision {
    /// Its number.
    pub number: u64,
    /// Its title.
    pub title: String,
    /// Who decided, in the source's words.
    pub decision_maker: Option<String>,
    /// The body's address, for a decision of a body on record.
    pub body_slug: Option<String>,
    /// The item it was made under.
    pub item: Option<String>,
    /// The issue it belongs to.
    pub issue: Option<u64>,
    /// `officer` for the list of officer and delegated decisions, else `body`.
    pub by: DecidedBy,
    /// The status, in the source's words.
    pub status: Option<String>,
    /// Key decision, in the source's words.
    pub key: Option<String>,
    /// Subject to call-in, in the source's words.
    pub call_in: Option<String>,
    /// The service it concerns, where the council says.
    pub service: Option<String>,
    /// The purpose.
    pub purpose: Option<String>,
    /// The texts; none where the source only lists it.
    pub decision: Option<Texts>,
    /// Day of publication.
    pub published_on: Option<Date>,
    /// Day of the decision.
    pub decided_on: Option<Date>,
    /// First day of effect.
    pub effective_from: Option<Date>,
    /// Papers.
    pub papers: Vec<Paper>,
    /// Other labelled fields of the source, in its order.
    pub other: Vec<(String, String)>,
    /// The references it names.
    pub references: Vec<Reference>,
    /// The source it was read from.
    pub source: Option<Source>,
}

/// Whose decision it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DecidedBy {
    /// A body at a meeting.
    Body,
    /// An officer, or a member alone, under a delegation.
    Delegate,
}

impl Decision {
    pub(super) fn listing(&self) -> Listing {
        let texts = self.decision.as_ref();
        let parts = [
            self.decision_maker.as_deref(),
            self.purpose.as_deref(),
            texts.map(|d| d.text.as_str()),
            texts.and_then(|d| d.reasons.as_deref()),
            texts.and_then(|d| d.options_rejected.as_deref()),
        ];
        Listing {
            title: self.title.clone(),
            on: self.decided_on.or(self.published_on),
            body: self.body_slug.clone(),
            parent: self.item.clone(),
            service: self.service.clone(),
            issue: self.issue,
            references: self.references.clone(),
            text: all_words(parts),
            ..Listing::default()
        }
    }
}
