//! A meeting as the public sees it. Its items are records of their own.

use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

use super::pack::MeetingPack;
use super::{Listing, all_words};
use crate::meeting::{MeetingStatus, Outcome};
use crate::minutes::told::StageTold;
use crate::provenance::Source;

/// A meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meeting {
    /// The words in its address: `2024-02-14-cabinet`.
    pub key: String,
    /// The day; none on the page that gathers items whose source names no meeting.
    pub date: Option<Date>,
    /// The body's name as the source gives it.
    pub body: Option<String>,
    /// The body's address.
    pub body_slug: Option<String>,
    /// `extraordinary` and the like.
    pub sort: Option<String>,
    /// The start, local time.
    pub start: Option<Time>,
    /// Whether it was called off.
    pub status: MeetingStatus,
    /// The status in the source's words.
    pub status_text: Option<String>,
    /// The place.
    pub location: Option<String>,
    /// Who attended.
    pub attendance: Vec<Attendance>,
    /// How far its minutes are; none where that was not asked when it was published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<StageTold>,
    /// The pages of its papers, by which they are cited.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pack: Option<MeetingPack>,
    /// The source it was read from.
    pub source: Option<Source>,
    /// What became of it, where the council recorded it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
    /// The address of the meeting that it goes on with: that one was moved or adjourned to this day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub goes_on_with: Option<String>,
    /// Who called it, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub called_by: Option<String>,
}

/// One person at a meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attendance {
    /// The name.
    pub name: String,
    /// The member's address, for a member on record.
    pub member: Option<String>,
    /// The part they had: chair, member, officer.
    pub role: Option<String>,
    /// Present, apologies, in the source's words.
    pub attendance: Option<String>,
    /// What an officer represents.
    pub representing: Option<String>,
}

impl Meeting {
    /// `Cabinet, 14 February 2024`, or what is known of it.
    pub fn title(&self) -> String {
        match (&self.body, self.date) {
            (Some(body), Some(date)) => format!("{body}, {}", crate::day::long(date)),
            _ => "Meeting not recorded".into(),
        }
    }

    pub(super) fn listing(&self) -> Listing {
        let became = self.outcome.as_ref().map(Outcome::words);
        let why = self.outcome.as_ref().map(|outcome| outcome.why.as_str());
        let stage = self.minutes.as_ref().map(StageTold::words);
        let people = self.attendance.iter().map(|a| Some(a.name.as_str()));
        // Feeds and the log show titles alone: what was called off says so there.
        let off = self.outcome.as_ref().filter(|outcome| outcome.status() != MeetingStatus::Confirmed);
        let title = off.map_or_else(|| self.title(), |outcome| format!("{}: {}", self.title(), outcome.words_within()));
        Listing {
            title,
            on: self.date,
            body: self.body_slug.clone(),
            text: all_words(
                [self.sort.as_deref(), self.location.as_deref(), became.as_deref(), why, stage.as_deref()].into_iter().chain(people),
            ),
            ..Listing::default()
        }
    }
}
