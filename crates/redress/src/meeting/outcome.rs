//! What became of a meeting, as the public reads it.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Happened, MeetingStatus};
use crate::day::long;

/// What happened, with its day and its reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// What happened.
    pub what: Happened,
    /// The day on which it happened.
    pub on: Date,
    /// Why, as the notice gives it; empty for a meeting that was held.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub why: String,
    /// The address of the meeting that goes on with it: `2026-05-12-cabinet`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
}

impl Outcome {
    /// The status that calendars and lists know.
    pub fn status(&self) -> MeetingStatus {
        match self.what {
            Happened::Cancelled => MeetingStatus::Cancelled,
            Happened::Moved => MeetingStatus::Postponed,
            _ => MeetingStatus::Confirmed,
        }
    }

    /// The day of the meeting that goes on with it.
    pub fn to_day(&self) -> Option<Date> {
        self.to.as_deref()?.get(..10)?.parse().ok()
    }

    /// `Moved to 12 May 2026`, `Adjourned to a day to be fixed`.
    pub fn words(&self) -> String {
        match (self.what, self.to_day()) {
            (Happened::Moved, Some(day)) => format!("Moved to {}", long(day)),
            (Happened::Adjourned, Some(day)) => format!("Adjourned to {}", long(day)),
            (Happened::Reconvened, Some(day)) => format!("Adjourned, and reconvened on {}", long(day)),
            (Happened::Adjourned, None) => "Adjourned to a day to be fixed".into(),
            (what, _) => what.words().into(),
        }
    }

    /// What a status says in words: `Cancelled`, `Postponed; moved to 12 May 2026`, `Confirmed; held`.
    pub fn status_text(&self) -> String {
        match self.what {
            Happened::Cancelled => self.status().words().into(),
            _ => format!("{}; {}", self.status().words(), self.words_within()),
        }
    }

    /// The words as they stand within a sentence: `moved to 12 May 2026`.
    pub fn words_within(&self) -> String {
        let words = self.words();
        let mut letters = words.chars();
        let first: String = letters.next().map(char::to_lowercase).into_iter().flatten().collect();
        first + letters.as_str()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_status_is_read_back_from_its_words() {
        let outcome = |what, to: Option<&str>| Outcome { what, on: date(2026, 4, 1), why: "Snow".into(), to: to.map(str::to_string) };
        let moved = outcome(Happened::Moved, Some("2026-05-12-cabinet"));
        assert_eq!(moved.status_text(), "Postponed; moved to 12 May 2026");
        assert_eq!(outcome(Happened::Adjourned, None).words(), "Adjourned to a day to be fixed");
        for outcome in [moved, outcome(Happened::Cancelled, None), outcome(Happened::Held, None), outcome(Happened::Adjourned, None)] {
            assert_eq!(MeetingStatus::read(&outcome.status_text()), Some(outcome.status()), "{outcome:?}");
        }
    }
}
