//! A decision as the public sees it: of a body at a meeting, of a single member, or of an officer.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Listing, all_words};
use crate::decision::Decision as Texts;
use crate::decision_record::{DecisionRecord, Key, Maker, Told};
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
    /// Whose decision it is.
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
    /// What is told of it besides its record: call-in, later and earlier records, texts that differ.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub told: Option<Box<Told>>,
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
    /// One member of the executive.
    Member,
    /// An officer.
    Officer,
    /// An officer, or a member alone, under a delegation: a source does not say which.
    Delegate,
}

impl DecidedBy {
    /// Every maker: its word in filters and what a page calls it.
    pub const ALL: &'static [(DecidedBy, &'static str, &'static str)] = &[
        (DecidedBy::Body, "body", "A body at a meeting"),
        (DecidedBy::Member, "member", "A member of the executive"),
        (DecidedBy::Officer, "officer", "An officer"),
        (DecidedBy::Delegate, "delegate", "Under a delegation, as imported"),
    ];

    /// The word in filters.
    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(by, _, _)| *by == self).map_or("", |(_, word, _)| word)
    }

    /// What a page calls it.
    pub fn words(self) -> &'static str {
        Self::ALL.iter().find(|(by, _, _)| *by == self).map_or("", |(_, _, words)| words)
    }

    /// The maker of a record.
    pub fn of(maker: &Maker) -> DecidedBy {
        match maker {
            Maker::Body { .. } => DecidedBy::Body,
            Maker::Member { .. } => DecidedBy::Member,
            Maker::ExecutiveOfficer { .. } | Maker::CouncilOfficer { .. } => DecidedBy::Officer,
        }
    }
}

impl Decision {
    /// The record as the law asks for it; none where a source gave only texts.
    pub fn record(&self) -> Option<DecisionRecord> {
        self.decision.as_ref()?.record(&format!("decision {}", self.number), self.decided_on)
    }

    /// Whether it was key, as far as the record tells.
    pub fn is_key(&self) -> Option<bool> {
        match self.decision.as_ref().and_then(|d| d.formal.as_deref()).map(|f| &f.key) {
            Some(Key::Yes { .. }) => Some(true),
            Some(Key::No | Key::NotExecutive) => Some(false),
            Some(Key::Blank) | None => self.key.as_deref().and_then(|words| match words.trim().to_lowercase().as_str() {
                "yes" => Some(true),
                "no" => Some(false),
                _ => None,
            }),
        }
    }

    /// What lists are narrowed by besides body, day and service.
    fn facets(&self) -> Vec<(&'static str, String)> {
        let mut facets = vec![("maker", self.by.word().to_string())];
        facets.extend(self.is_key().map(|key| ("key", if key { "yes" } else { "no" }.to_string())));
        let asked = self.told.as_ref().is_some_and(|t| t.asked().is_some());
        facets.extend(asked.then(|| ("call_in", "called_in".to_string())));
        facets
    }

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
            facets: self.facets(),
            ..Listing::default()
        }
    }
}
