//! What an importer gives: unconfirmed records, where each value was read, and what was doubted.
//!
//! The shape is also what `redress import --json` prints; scripts rely on it.

/// A meeting as a source tells of it.
mod meeting;

use jiff::civil::Date;
pub use meeting::{AttendanceDraft, MeetingDraft, PackDraft, SheetsDraft};
use serde::{Deserialize, Serialize};

use crate::agenda::off::Off;
use crate::body::shown::Shown;
use crate::decision::Decision;
use crate::exclusion::Exclusion;
use crate::issue::Mention;
use crate::meeting::MeetingRef;
use crate::member::Term;
use crate::minutes::Minutes;
use crate::ombudsman::reference::{Reference, find};
use crate::paper::Paper;
use crate::provenance::{Provenance, Source};

/// What sort of page or answer a source is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SourceKind {
    /// *Issue - meetings*.
    IssueMeetings,
    /// *Agenda item*.
    AgendaItem,
    /// *Decision details*.
    DecisionDetails,
    /// Agenda, decisions and minutes of one meeting.
    MeetingDocuments,
    /// A list of officer or delegated decisions.
    DecisionList,
    /// A register of interests.
    RegisterOfInterests,
    /// A councillor's page.
    MemberPage,
    /// GetCommittees.
    Committees,
    /// GetMeetings.
    Meetings,
    /// GetMeeting.
    Meeting,
    /// GetMemberGroup.
    MemberGroup,
    /// GetCouncillorsByWard.
    CouncillorsByWard,
    /// GetCouncillorsByWardId.
    CouncillorsByWardId,
    /// GetAttachment.
    Attachment,
    /// GetElectionResults.
    ElectionResults,
    /// A web page where an XML answer was expected, or a page of no known kind.
    OtherPage,
    /// What was cleared for publication at the council's own desk.
    Desk,
}

/// Everything understood of one source.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Reading {
    /// The source.
    #[serde(flatten)]
    pub source: SourceName,
    /// What sort of page it is.
    pub kind: SourceKind,
    /// The council, where the source names it.
    pub authority: Option<String>,
    /// The issue, where the source shows one.
    pub issue: Option<IssueDraft>,
    /// Issues of single items, each with a number that its items name.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub issues: Vec<IssueDraft>,
    /// Items at meetings.
    pub items: Vec<ItemDraft>,
    /// Meetings.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub meetings: Vec<MeetingDraft>,
    /// Bodies.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub bodies: Vec<BodyDraft>,
    /// Members.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<MemberDraft>,
    /// Decisions on pages of their own.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub decisions: Vec<DecisionDraft>,
    /// Papers on their own.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub papers: Vec<PaperDraft>,
    /// Election results.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub elections: Vec<ElectionDraft>,
    /// Every run of words that no field took.
    pub unplaced: Vec<Unplaced>,
    /// What an officer should know or settle.
    pub problems: Vec<Problem>,
    /// The share of words placed.
    pub words: Words,
}

/// A source as the JSON names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SourceName {
    /// The file's name without its folder.
    pub source: String,
    /// SHA-256 of the bytes.
    pub sha256: String,
}

impl SourceName {
    /// The same, as a record keeps it.
    pub fn kept(&self) -> Source {
        Source { name: self.source.clone(), sha256: self.sha256.clone() }
    }
}

/// How many words the source has and how many found a field. Words are runs between white space.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    /// All words.
    pub total: usize,
    /// Those in a field, or in a label that led to one.
    pub placed: usize,
}

impl Words {
    /// Placed words in a hundred; 100 for an empty source.
    pub fn share(self) -> f64 {
        if self.total == 0 { 100.0 } else { 100.0 * self.placed as f64 / self.total as f64 }
    }
}

/// Words that no field took.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unplaced {
    /// Where they stand, counted from 1.
    pub line: u32,
    /// The words, verbatim.
    pub text: String,
}

/// Something an officer should know or settle. Words that may name a person are described, never repeated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// A steady word for scripts: `label_lost`, `person_in_case`, `date_unread`.
    pub code: String,
    /// Where, counted from 1; 0 for the whole source.
    pub line: u32,
    /// What it is and what to do.
    pub message: String,
    /// Index in `items` (or `decisions`) of the record that waits for an officer before it is published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub holds_item: Option<usize>,
}

/// An issue as a page names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IssueDraft {
    /// The title, verbatim.
    pub title: String,
    /// Its number in the other system (IId).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub foreign_id: Option<String>,
}

/// An item at a meeting.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ItemDraft {
    /// The meeting, as far as the source names it.
    pub meeting: MeetingRef,
    /// The number as displayed, without the full stop after it.
    pub number: Option<String>,
    /// The title, verbatim.
    pub title: String,
    /// The Ombudsman's references that the item names.
    pub references: Vec<Reference>,
    /// Papers, in the order of the page.
    pub papers: Vec<Paper>,
    /// The agenda text. `None` = no such text; empty = an element with nothing in it.
    pub agenda_text: Option<String>,
    /// The decision.
    pub decision: Option<Decision>,
    /// The minute.
    pub minutes: Option<Minutes>,
    /// Why the public was excluded.
    pub exclusion: Option<Exclusion>,
    /// Other meetings that the texts speak of.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mentions: Vec<Mention>,
    /// The position on the agenda, where the source gives it apart from the number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<u32>,
    /// That it came off the agenda after it was published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub off: Option<Off>,
    /// Its number in the other system.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub foreign_id: Option<String>,
    /// The meeting's number in the other system.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meeting_foreign_id: Option<String>,
    /// The issue's number in the other system, where a link gives it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issue_foreign_id: Option<String>,
    /// Other named values of the item, verbatim, in the order of the source.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub other: Vec<(String, String)>,
    /// Where each value was read.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub provenance: Vec<Provenance>,
}

/// A body.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BodyDraft {
    /// The name, verbatim.
    pub name: String,
    /// Its number in the other system.
    pub foreign_id: Option<String>,
    /// The group it is listed under.
    pub category: Option<String>,
    /// It no longer meets.
    pub expired: bool,
    /// It was deleted in the other system.
    pub deleted: bool,
    /// What the council shows of it itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shown: Option<Shown>,
    /// Other named values, verbatim, in the order of the source.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub other: Vec<(String, String)>,
}

/// A member. Home addresses are never read into a draft; they stay in the kept source.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemberDraft {
    /// The name with its title, verbatim.
    pub name: String,
    /// Its number in the other system (UID).
    pub foreign_id: Option<String>,
    /// The ward.
    pub ward: Option<String>,
    /// The party.
    pub party: Option<String>,
    /// The political group.
    pub group: Option<String>,
    /// Key posts, verbatim.
    pub posts: Option<String>,
    /// The council's own contact line for the member, where it is a work address.
    pub email: Option<String>,
    /// Terms of office.
    pub terms: Vec<Term>,
    /// Other named values, verbatim, in the order of the source; never an address or a telephone number.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub other: Vec<(String, String)>,
}

/// A decision on a page or a row of its own.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct DecisionDraft {
    /// The title, verbatim.
    pub title: String,
    /// Its number in the other system.
    pub foreign_id: Option<String>,
    /// The issue's number in the other system.
    pub issue_foreign_id: Option<String>,
    /// Who decided.
    pub decision_maker: Option<String>,
    /// `Recommendations Approved`, verbatim.
    pub status: Option<String>,
    /// Key decision, verbatim: `Yes`, `No`.
    pub key: Option<String>,
    /// Subject to call-in, verbatim.
    pub call_in: Option<String>,
    /// The purpose.
    pub purpose: Option<String>,
    /// The decision; none on a list row that only names it.
    pub decision: Option<Decision>,
    /// Day of publication.
    pub published_on: Option<Date>,
    /// Day of the decision.
    pub decided_on: Option<Date>,
    /// First day of effect.
    pub effective_from: Option<Date>,
    /// The meeting it was decided at.
    pub meeting: Option<MeetingRef>,
    /// Papers.
    pub papers: Vec<Paper>,
    /// Other labelled fields, verbatim, in the page's order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub other: Vec<(String, String)>,
    /// Officer or delegated list, or the decision's own page.
    pub by_officer: bool,
    /// Where each value was read.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub provenance: Vec<Provenance>,
}

/// A paper from an answer of its own.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaperDraft {
    /// The paper.
    pub paper: Paper,
    /// The meeting it was for.
    pub meeting: MeetingRef,
    /// The title of the item or decision that owns it.
    pub owner: Option<String>,
    /// Day of publication.
    pub published_on: Option<Date>,
    /// Other named values, verbatim, in the order of the source.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub other: Vec<(String, String)>,
}

/// Results of an election, as the answer gives them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ElectionDraft {
    /// The title.
    pub title: String,
    /// Its number in the other system.
    pub foreign_id: Option<String>,
    /// Candidates with area, party and votes.
    pub candidates: Vec<CandidateDraft>,
    /// Other named values, verbatim, in the order of the source.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub other: Vec<(String, String)>,
}

/// One candidate.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CandidateDraft {
    /// The name.
    pub name: String,
    /// The area.
    pub area: Option<String>,
    /// The party.
    pub party: Option<String>,
    /// Votes.
    pub votes: Option<u32>,
    /// Elected.
    pub elected: bool,
    /// Other named values, verbatim, in the order of the source.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub other: Vec<(String, String)>,
}

impl DecisionDraft {
    /// The Ombudsman's references in its title, purpose and text, where these speak of the Ombudsman.
    pub fn references(&self) -> Vec<Reference> {
        let text = self.decision.as_ref().map_or("", |d| d.text.as_str());
        find(&format!("{}\n{}\n{text}", self.title, self.purpose.as_deref().unwrap_or("")))
    }

    /// The service it concerns, where the page labels one: councils call it service, department or directorate.
    pub fn service(&self) -> Option<&str> {
        let names = ["service", "services", "service(s)", "department", "directorate"];
        let labelled = |label: &str| names.contains(&label.trim().trim_end_matches(':').to_lowercase().as_str());
        let value = self.other.iter().find(|(label, _)| labelled(label)).map(|(_, value)| value.trim());
        value.filter(|v| !v.is_empty())
    }
}

impl Reading {
    /// A reading of a source in which nothing has been understood yet.
    pub fn of(source: SourceName, kind: SourceKind) -> Reading {
        Reading {
            source,
            kind,
            authority: None,
            issue: None,
            issues: Vec::new(),
            items: Vec::new(),
            meetings: Vec::new(),
            bodies: Vec::new(),
            members: Vec::new(),
            decisions: Vec::new(),
            papers: Vec::new(),
            elections: Vec::new(),
            unplaced: Vec::new(),
            problems: Vec::new(),
            words: Words::default(),
        }
    }

    /// Lists a problem.
    pub fn doubt(&mut self, code: &str, line: u32, message: impl Into<String>) {
        self.problems.push(Problem { code: code.into(), line, message: message.into(), holds_item: None });
    }
}
