//! A meeting as a source tells of it: its state, who was there, the pages of its papers.

use serde::{Deserialize, Serialize};

use crate::agenda::supplement::Pack;
use crate::meeting::{MeetingRef, Outcome};
use crate::minutes::told::StageTold;
use crate::public::pack::Sheets;

/// A meeting with what an answer tells of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeetingDraft {
    /// Day, body, sort, start.
    pub meeting: MeetingRef,
    /// Its number in the other system (MId).
    pub foreign_id: Option<String>,
    /// The body's number in the other system (CId).
    pub body_foreign_id: Option<String>,
    /// The status, verbatim: `Confirmed; Special Meeting`.
    pub status: Option<String>,
    /// The place.
    pub location: Option<String>,
    /// Who attended, in the source's words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attendance: Vec<AttendanceDraft>,
    /// The pages of its published papers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pack: Option<PackDraft>,
    /// Venue notes, contact and other words of the page that belong to the meeting, label and text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<(String, String)>,
    /// What became of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
    /// The address of the meeting that it goes on with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub goes_on_with: Option<String>,
    /// Who called it, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub called_by: Option<String>,
    /// How far its minutes are, where the council's own desk keeps them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<StageTold>,
}

/// The pages of a meeting's published papers, before the papers have their numbers in public.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackDraft {
    /// The pack with its supplements.
    pub pack: Pack,
    /// Which paper its pages are of.
    pub sheets: Vec<SheetsDraft>,
}

/// Pages of one paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetsDraft {
    /// The pages, with the paper's number in public; 0 before it has one.
    #[serde(flatten)]
    pub sheets: Sheets,
    /// The number of the item, while the paper has no number in public.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<String>,
    /// The title that the public reads, while the paper has no number in public.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
}

/// One person at a meeting.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttendanceDraft {
    /// The name, verbatim.
    pub name: String,
    /// `Chair`, `Committee Member`, `Officer`.
    pub role: Option<String>,
    /// `Present, as expected`, `Apologies`, verbatim.
    pub attendance: Option<String>,
    /// The member's number in the other system.
    pub foreign_id: Option<String>,
    /// What an officer represents, or a member's key posts.
    pub representing: Option<String>,
    /// Other named values, verbatim, in the order of the source.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub other: Vec<(String, String)>,
}
