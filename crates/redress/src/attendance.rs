//! How often a member was there: of the meetings that were held while the member had a seat. A cancelled meeting counts for
//! nobody, nor does one that is still to come.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

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
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
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
