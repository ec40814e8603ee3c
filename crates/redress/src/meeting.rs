//! A meeting: which body, which day, what sort, and whether it was held.

/// What happened to a meeting.
mod happened;
/// What became of it, as the public reads it.
mod outcome;
/// The meetings of a year, by a rule.
pub mod programme;
/// What sort of meeting it is, and who called it.
pub mod sort;
/// Where a meeting stands, and what may follow.
pub mod standing;

pub use happened::Happened;
use jiff::civil::{Date, Time};
pub use outcome::Outcome;
use serde::{Deserialize, Serialize};
pub use standing::Standing;

use crate::body::body_slug;

/// When and where an item was considered, as the source gives it. Every part may be absent.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct MeetingRef {
    /// The day.
    pub date: Option<Date>,
    /// The body's name, verbatim.
    pub body: Option<String>,
    /// `extraordinary`, `special`, `budget`, where the source says so.
    pub kind: Option<String>,
    /// The start, local time.
    #[serde(with = "hour_minute")]
    pub start: Option<Time>,
}

/// What the record says of whether it met.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MeetingStatus {
    /// Called; it may or may not have been held.
    #[default]
    Confirmed,
    /// Called off.
    Cancelled,
    /// Put off to another day.
    Postponed,
    /// Planned, not yet called.
    Provisional,
}

impl MeetingStatus {
    /// Reads `Confirmed`, `Cancelled`, `Confirmed; Special Meeting`; `None` for a word not met before.
    pub fn read(text: &str) -> Option<MeetingStatus> {
        match text.split(';').next().unwrap_or("").trim().to_lowercase().as_str() {
            "confirmed" => Some(MeetingStatus::Confirmed),
            "cancelled" => Some(MeetingStatus::Cancelled),
            "postponed" => Some(MeetingStatus::Postponed),
            "provisional" => Some(MeetingStatus::Provisional),
            _ => None,
        }
    }

    /// One word for a page.
    pub fn words(self) -> &'static str {
        match self {
            MeetingStatus::Confirmed => "Confirmed",
            MeetingStatus::Cancelled => "Cancelled",
            MeetingStatus::Postponed => "Postponed",
            MeetingStatus::Provisional => "Provisional",
        }
    }
}

/// The key of the page that gathers items whose source names no meeting.
pub const NOT_RECORDED: &str = "not-recorded";

/// The words in a meeting's address: `2024-02-14-cabinet`; [`NOT_RECORDED`] without a date or a body.
pub fn meeting_key(meeting: &MeetingRef) -> String {
    match (meeting.date, meeting.body.as_deref()) {
        (Some(date), Some(body)) => format!("{date}-{}", body_slug(body)),
        _ => NOT_RECORDED.into(),
    }
}

/// `10:00` in JSON; seconds are never part of a meeting's start.
mod hour_minute {
    use jiff::civil::Time;
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub fn serialize<S: Serializer>(time: &Option<Time>, to: S) -> Result<S::Ok, S::Error> {
        match time {
            Some(t) => to.collect_str(&format_args!("{:02}:{:02}", t.hour(), t.minute())),
            None => to.serialize_none(),
        }
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Time>, D::Error> {
        let Some(text) = Option::<String>::deserialize(from)? else { return Ok(None) };
        crate::day::read_clock(&text).map(Some).ok_or_else(|| D::Error::custom("not a time of day"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_meeting_is_addressed_by_day_and_body() {
        let met = MeetingRef { date: Some(date(2024, 2, 14)), body: Some("Cabinet".into()), ..MeetingRef::default() };
        assert_eq!(meeting_key(&met), "2024-02-14-cabinet");
        assert_eq!(meeting_key(&MeetingRef::default()), NOT_RECORDED);
    }

    #[test]
    fn a_status_may_carry_a_note() {
        assert_eq!(MeetingStatus::read("Confirmed; Special Meeting"), Some(MeetingStatus::Confirmed));
        assert_eq!(MeetingStatus::read("Sine die"), None);
    }
}
