//! How an answer stands, in the words of the tally: what a filter offers and what a figure opens.

use jiff::civil::Date;
use serde::Serialize;

use super::{Answer, Recommendation, Standing};
use crate::calendar::Calendar;

/// How an answer stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Answered {
    /// Accepted.
    Accepted,
    /// Accepted in part.
    InPart,
    /// Not accepted.
    Rejected,
    /// Not answered, and the time has not passed or no clock runs.
    Waiting,
    /// Not answered, and the time has passed.
    Overdue,
    /// Answered, but late; those are also in one of the first three.
    Late,
}

impl Answered {
    /// What a filter offers.
    pub const CHOICES: &'static [(&'static str, &'static str)] = &[
        ("accepted", "Accepted"),
        ("in_part", "Accepted in part"),
        ("rejected", "Rejected"),
        ("waiting", "Not answered, in time or without a clock"),
        ("overdue", "Not answered, overdue"),
        ("late", "Answered late"),
    ];

    /// The word's own, if it is one.
    pub fn of_word(word: &str) -> Option<Answered> {
        Some(match word {
            "accepted" => Answered::Accepted,
            "in_part" => Answered::InPart,
            "rejected" => Answered::Rejected,
            "waiting" => Answered::Waiting,
            "overdue" => Answered::Overdue,
            "late" => Answered::Late,
            _ => return None,
        })
    }

    /// Whether a recommendation stands so on a day.
    pub fn fits(self, recommendation: &Recommendation, today: Date, calendar: &Calendar) -> bool {
        let standing = recommendation.standing(today, calendar);
        let answer = recommendation.response().map(|r| &r.answer);
        match self {
            Answered::Accepted => matches!(answer, Some(Answer::Accepted { .. })),
            Answered::InPart => matches!(answer, Some(Answer::InPart { .. })),
            Answered::Rejected => matches!(answer, Some(Answer::Rejected { .. })),
            Answered::Waiting => matches!(standing, Standing::Waiting { .. } | Standing::NoClock),
            Answered::Overdue => matches!(standing, Standing::Overdue { .. }),
            Answered::Late => matches!(standing, Standing::AnsweredLate { .. }),
        }
    }
}
