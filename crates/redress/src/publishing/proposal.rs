//! What is about to be published, as far as the checks ask.

use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};

use super::{AgendaNotice, Code};
use crate::private_meeting::InTheWay;
use crate::restriction::Restriction;

/// What is about to be published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// The day of its meeting; none for what belongs to no meeting.
    pub meeting_on: Option<Date>,
    /// The day of publishing.
    pub publishes_on: Date,
    /// The notice that an agenda needs; none where no agenda is published.
    pub agenda: Option<AgendaNotice>,
    /// What stands in the way of the private items.
    pub notice: Vec<InTheWay>,
    /// Every text that goes out.
    pub texts: Vec<ProposedText>,
    /// Every paper that it lists, held back or not.
    pub papers: Vec<ProposedPaper>,
    /// Decisions on a report that leave recommendations unanswered: the item's number, and the recommendations.
    pub unanswered: Vec<(String, Vec<String>)>,
    /// What stands against the key decisions among its items.
    pub key_decisions: Vec<KeyFault>,
    /// Decisions whose texts differ without a note: the item's number, and how they differ.
    pub texts_differ: Vec<(String, String)>,
    /// Findings that a person answered for.
    pub overrides: Vec<Override>,
}

/// Something against a decision of the executive that is key, or may be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyFault {
    /// The item's number.
    pub item: String,
    /// Which notice failed, and the lawful ways out.
    pub words: String,
    /// Whether it keeps the item and its decision back.
    pub bars: bool,
}

/// A text that goes out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProposedText {
    /// Its field: `summary`, `item 59 title`.
    pub field: String,
    /// The text.
    pub text: String,
    /// When it became what it is: an override given before then was for another text.
    pub since: DateTime,
}

/// A paper that it lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProposedPaper {
    /// The paper's number.
    pub number: i64,
    /// Its title.
    pub title: String,
    /// Its restriction, released or not.
    pub restriction: Option<Restriction>,
    /// Whether an embargo covers it at the moment of publishing.
    pub embargo_held: bool,
    /// Whether its file goes out. Without one it is held back, or to follow.
    pub has_file: bool,
    /// It is not written yet, and the agenda says so.
    pub to_follow: bool,
    /// Who added the file: the first of the two people that an override needs.
    pub added_by: i64,
    /// When the file became what it is.
    pub since: DateTime,
    /// Hidden data that was found in the file, each in a few words.
    pub findings: Vec<String>,
    /// What keeps people from reading the file, each in a few words: `untagged PDF`.
    pub accessible: Vec<String>,
}

impl ProposedPaper {
    /// What checks call it.
    pub fn about(&self) -> String {
        format!("paper {}", self.number)
    }
}

/// A person answers for a finding, with a reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Override {
    /// The check.
    pub check: Code,
    /// What it is about, as the check calls it: `paper 12`, `text summary`, `agenda`.
    pub about: String,
    /// The account.
    pub by_account: i64,
    /// The name.
    pub by: String,
    /// When.
    pub at: DateTime,
    /// Why.
    pub reason: String,
}
