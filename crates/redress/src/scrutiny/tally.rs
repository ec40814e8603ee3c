//! Recommendations of scrutiny counted by committee and year, without a spreadsheet.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use super::{Answer, Recommendation, Standing};
use crate::calendar::Calendar;

/// The figures of one committee in one calendar year.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Line {
    /// The committee.
    pub committee: String,
    /// The year in which they were made.
    pub year: i16,
    /// All that were made.
    pub made: u32,
    /// Accepted.
    pub accepted: u32,
    /// Accepted in part.
    pub in_part: u32,
    /// Not accepted.
    pub rejected: u32,
    /// Not answered, and the time has not passed or no clock runs.
    pub waiting: u32,
    /// Not answered, and the time has passed.
    pub overdue: u32,
    /// Of those answered, how many late.
    pub late: u32,
}

/// The figures by committee and year; accepted, in part, rejected, waiting and overdue add up to all.
pub fn tally(recommendations: &[Recommendation], today: Date, calendar: &Calendar) -> Vec<Line> {
    let mut lines: BTreeMap<(String, i16), Line> = BTreeMap::new();
    for recommendation in recommendations {
        let (committee, year) = (recommendation.committee.clone(), recommendation.made.year());
        let line = lines.entry((committee.clone(), year)).or_insert_with(|| Line { committee, year, ..Line::default() });
        line.made += 1;
        let standing = recommendation.standing(today, calendar);
        match recommendation.response().map(|r| &r.answer) {
            Some(Answer::Accepted { .. }) => line.accepted += 1,
            Some(Answer::InPart { .. }) => line.in_part += 1,
            Some(Answer::Rejected { .. }) => line.rejected += 1,
            None if matches!(standing, Standing::Overdue { .. }) => line.overdue += 1,
            None => line.waiting += 1,
        }
        if matches!(standing, Standing::AnsweredLate { .. }) {
            line.late += 1;
        }
    }
    lines.into_values().collect()
}
