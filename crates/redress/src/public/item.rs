//! An item of an agenda as the public sees it: what was before the meeting, what was decided, what was minuted.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Listing, all_words};
use crate::agenda::off::Off;
use crate::decision::Decision;
use crate::exclusion::Exclusion;
use crate::issue::Mention;
use crate::minutes::Minutes;
use crate::ombudsman::reference::Reference;
use crate::paper::Paper;
use crate::provenance::{Provenance, Source};

/// An item.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Item {
    /// Meeting and number: `2024-02-14-cabinet/128`.
    pub key: String,
    /// The meeting's key.
    pub meeting: String,
    /// The day of the meeting.
    pub date: Option<Date>,
    /// The body, in the source's words.
    pub body: Option<String>,
    /// The body's address.
    pub body_slug: Option<String>,
    /// The number as displayed.
    pub number: Option<String>,
    /// Its place on the agenda.
    pub position: u32,
    /// The title.
    pub title: String,
    /// The issue it belongs to.
    pub issue: Option<IssueLink>,
    /// The Ombudsman's references that it names.
    pub references: Vec<Reference>,
    /// The service it concerns, where the council says.
    pub service: Option<String>,
    /// Papers, each with the number of its document.
    pub papers: Vec<ItemPaper>,
    /// The agenda text.
    pub agenda_text: Option<String>,
    /// The decision.
    pub decision: Option<Decision>,
    /// The number of the decision's own page.
    pub decision_number: Option<u64>,
    /// The minute.
    pub minutes: Option<Minutes>,
    /// Why the public was excluded.
    pub exclusion: Option<Exclusion>,
    /// That it came off the agenda after it was published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub off: Option<Off>,
    /// Other meetings that its texts speak of.
    pub mentions: Vec<Mention>,
    /// What the importer doubted, in words for readers.
    pub notes: Vec<String>,
    /// Where each value was read.
    pub provenance: Vec<Provenance>,
    /// The source it was read from; none for a record made in Redress.
    pub source: Option<Source>,
}

/// The issue of an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IssueLink {
    /// Its number.
    pub number: u64,
    /// Its title.
    pub title: String,
}

/// A paper with the number of its document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemPaper {
    /// The document's number.
    pub number: u64,
    /// The paper.
    #[serde(flatten)]
    pub paper: Paper,
}

impl Item {
    /// `128 Report by …`: number and title.
    pub fn heading(&self) -> String {
        match &self.number {
            Some(n) => format!("{n} {}", self.title),
            None => self.title.clone(),
        }
    }

    /// What happened in a few words: the first words of the decision, or what stands in its place.
    pub fn outcome(&self) -> String {
        let words = self.decision.as_ref().map(|d| d.text.trim()).filter(|t| !t.is_empty());
        match (words, &self.minutes) {
            (None, None) if self.off.is_some() => self.off.as_ref().map(Off::words).unwrap_or_default(),
            (Some(text), _) => first_words(text, 30),
            (None, Some(_)) => "Minuted; no decision on record".into(),
            (None, None) => "Nothing further on record".into(),
        }
    }

    pub(super) fn listing(&self) -> Listing {
        let decision = self.decision.as_ref();
        let papers = self.papers.iter().map(|p| Some(p.paper.title.as_str()));
        let facts = self.minutes.as_ref().map(|m| m.facts.text()).filter(|t| !t.is_empty());
        let stage = self.minutes.as_ref().and_then(|m| m.stage.as_ref()).map(|s| s.words());
        let parts = [
            self.agenda_text.as_deref(),
            decision.map(|d| d.text.as_str()),
            decision.and_then(|d| d.reasons.as_deref()),
            decision.and_then(|d| d.options_rejected.as_deref()),
            decision.and_then(|d| d.interests.as_deref()),
            self.minutes.as_ref().map(|m| m.text.as_str()),
            facts.as_deref(),
            stage.as_deref(),
            self.exclusion.as_ref().map(|e| e.text.as_str()),
            self.body.as_deref(),
            self.off.as_ref().map(|o| o.why.as_str()),
        ];
        Listing {
            title: self.title.clone(),
            on: self.date,
            body: self.body_slug.clone(),
            service: self.service.clone(),
            parent: Some(self.meeting.clone()),
            issue: self.issue.as_ref().map(|i| i.number),
            position: self.position,
            references: self.references.clone(),
            text: all_words(parts.into_iter().chain(papers)),
            ..Listing::default()
        }
    }
}

/// The first words of a text, with an ellipsis where some were left out.
pub fn first_words(text: &str, most: usize) -> String {
    let mut words = text.split_whitespace();
    let mut out: String = words.by_ref().take(most).collect::<Vec<_>>().join(" ");
    if words.next().is_some() {
        out.push('…');
    }
    out
}
