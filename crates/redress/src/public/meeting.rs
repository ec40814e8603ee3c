//! A meeting as the public sees it. Its items are records of their own.

use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

use super::pack::MeetingPack;
use super::{Listing, all_words};
use crate::meeting::MeetingStatus;
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
    /// The pages of its papers, by which they are cited.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pack: Option<MeetingPack>,
    /// The source it was read from.
    pub source: Option<Source>,
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
        let people = self.attendance.iter().map(|a| Some(a.name.as_str()));
        Listing {
            title: self.title(),
            on: self.date,
            body: self.body_slug.clone(),
            text: all_words([self.sort.as_deref(), self.location.as_deref()].into_iter().chain(people)),
            ..Listing::default()
        }
    }
}
