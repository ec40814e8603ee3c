//! How often a member was there: of the meetings that were held while the member had a seat. A cancelled meeting counts for
//! nobody, nor does one that is still to come.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::meeting::{Happened, MeetingStatus, Outcome};
use crate::member::{Term, in_office};

/// What became of a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Became {
    /// It was held; also where it was adjourned later.
    Held,
    /// It was called, and there was no quorum. Who came is on record.
    Inquorate,
    /// It was cancelled, or moved to another day.
    Cancelled,
    /// It is still to come.
    Planned,
}

impl Became {
    /// What became of a meeting, for counting: a meeting of which nobody recorded who was there counts for nobody.
    pub fn of(outcome: Option<&Outcome>, status: MeetingStatus, on: Date, recorded: bool, today: Date) -> Became {
        match outcome.map(|o| o.what) {
            _ if matches!(status, MeetingStatus::Cancelled | MeetingStatus::Postponed) => Became::Cancelled,
            Some(Happened::Cancelled | Happened::Moved) => Became::Cancelled,
            _ if on > today || !recorded => Became::Planned,
            Some(Happened::Inquorate) => Became::Inquorate,
            _ => Became::Held,
        }
    }
}

/// How somebody's attendance was put in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Said {
    /// They were there.
    pub attended: bool,
    /// They sent apologies.
    pub apologies: bool,
    /// They were expected, as the words say.
    pub expected: bool,
}

impl Said {
    /// Reads `Present, as expected`, `Apologies, sent representative`, `Absent`, `In attendance`.
    pub fn read(words: &str) -> Said {
        let lower = words.to_lowercase();
        let attended = lower.starts_with("present") || lower.starts_with("in attendance") || lower.starts_with("attended");
        let apologies = lower.starts_with("apolog");
        let beside =
            lower.contains("substitut") || lower.contains("in attendance") || lower.contains("not expected") || lower.contains("virtual");
        Said { attended, apologies, expected: !beside && (attended || apologies || lower.contains("absent") || lower.contains("expected")) }
    }
}

/// A meeting with who was there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Met {
    /// The day.
    pub on: Date,
    /// What became of it.
    pub became: Became,
    /// Members who were there for some of it, by number.
    pub attended: BTreeSet<i64>,
    /// Members who sent apologies.
    pub apologies: BTreeSet<i64>,
}

/// The figures of one member in one body.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figures {
    /// Meetings that the member was expected at.
    pub expected: u32,
    /// Of those, attended.
    pub attended: u32,
    /// Of those, with apologies.
    pub apologies: u32,
    /// Of those, neither.
    pub absent: u32,
    /// Attended without a seat: as a substitute or a guest.
    pub without_seat: u32,
}

/// One of the figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Count {
    /// Expected at.
    Expected,
    /// Attended, with a seat.
    Attended,
    /// Apologies.
    Apologies,
    /// Neither.
    Absent,
    /// Attended without a seat.
    WithoutSeat,
}

impl Count {
    /// Every one, in the order of a table.
    pub const ALL: [Count; 5] = [Count::Expected, Count::Attended, Count::Apologies, Count::Absent, Count::WithoutSeat];

    /// The word in addresses.
    pub fn word(self) -> &'static str {
        match self {
            Count::Expected => "expected",
            Count::Attended => "attended",
            Count::Apologies => "apologies",
            Count::Absent => "absent",
            Count::WithoutSeat => "without_seat",
        }
    }

    /// The heading of a table.
    pub fn words(self) -> &'static str {
        match self {
            Count::Expected => "Expected",
            Count::Attended => "Attended",
            Count::Apologies => "Sent apologies",
            Count::Absent => "Absent",
            Count::WithoutSeat => "Attended without a seat",
        }
    }

    /// The figure.
    pub fn of(self, figures: &Figures) -> u32 {
        match self {
            Count::Expected => figures.expected,
            Count::Attended => figures.attended,
            Count::Apologies => figures.apologies,
            Count::Absent => figures.absent,
            Count::WithoutSeat => figures.without_seat,
        }
    }
}

impl Figures {
    /// `92 %`; none where nobody was expected.
    pub fn share(&self) -> Option<String> {
        (self.expected > 0)
            .then(|| format!("{} %", (u64::from(self.attended) * 200 + u64::from(self.expected)) / (2 * u64::from(self.expected))))
    }
}

/// The figures of a member over the meetings of a body. `seat` are the terms of the seat in it.
pub fn figures(member: i64, seat: &[Term], meetings: &[Met]) -> Figures {
    let mut figures = Figures::default();
    for met in meetings.iter().filter(|m| matches!(m.became, Became::Held | Became::Inquorate)) {
        let there = met.attended.contains(&member);
        if !in_office(seat, met.on) {
            figures.without_seat += u32::from(there);
            continue;
        }
        figures.expected += 1;
        if there {
            figures.attended += 1;
        } else if met.apologies.contains(&member) {
            figures.apologies += 1;
        } else {
            figures.absent += 1;
        }
    }
    figures
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn what_a_source_says_is_read_and_a_share_is_rounded() {
        let read = |words| {
            let said = Said::read(words);
            (said.attended, said.apologies, said.expected)
        };
        assert_eq!(read("Present, as expected"), (true, false, true));
        assert_eq!(read("Apologies"), (false, true, true));
        assert_eq!(read("Absent"), (false, false, true));
        assert_eq!(read("In attendance"), (true, false, false));
        assert_eq!(read("Present, as substitute"), (true, false, false));
        assert_eq!(Figures { expected: 3, attended: 2, ..Figures::default() }.share().as_deref(), Some("67 %"));
        assert_eq!(Figures::default().share(), None);
    }

    #[test]
    fn a_meeting_counts_when_it_was_held_and_somebody_wrote_down_who_came() {
        let (on, today) = (date(2026, 3, 11), date(2026, 3, 12));
        let cancelled = Outcome { what: Happened::Cancelled, on, why: "Snow".into(), to: None };
        let became = |outcome, recorded, today| Became::of(outcome, MeetingStatus::Confirmed, on, recorded, today);
        assert_eq!(became(Some(&cancelled), true, today), Became::Cancelled);
        assert_eq!(Became::of(None, MeetingStatus::Postponed, on, true, today), Became::Cancelled);
        assert_eq!(became(None, false, today), Became::Planned);
        assert_eq!(became(None, true, date(2026, 3, 10)), Became::Planned);
        assert_eq!(became(None, true, today), Became::Held);
        let inquorate = Outcome { what: Happened::Inquorate, ..cancelled.clone() };
        assert_eq!(became(Some(&inquorate), true, today), Became::Inquorate);
    }

    #[test]
    fn cancelled_meetings_count_for_nobody() {
        let met = |on, became, attended: &[i64], apologies: &[i64]| Met {
            on,
            became,
            attended: attended.iter().copied().collect(),
            apologies: apologies.iter().copied().collect(),
        };
        let meetings = [
            met(date(2025, 4, 2), Became::Held, &[7], &[]),
            met(date(2025, 5, 7), Became::Held, &[7], &[]),
            met(date(2025, 6, 4), Became::Cancelled, &[], &[7]),
            met(date(2025, 7, 2), Became::Inquorate, &[], &[7]),
            met(date(2025, 9, 3), Became::Held, &[], &[]),
            met(date(2025, 10, 1), Became::Planned, &[], &[]),
        ];
        let seat = [Term { from: Some(date(2025, 5, 1)), to: None }];
        let expected = Figures { expected: 3, attended: 1, apologies: 1, absent: 1, without_seat: 1 };
        assert_eq!(figures(7, &seat, &meetings), expected);
        assert_eq!(figures(8, &[], &meetings), Figures::default());
    }
}
