//! What the Ombudsman recommends: its nature, its date, its money; and what a date means against a meeting.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::counting::{Period, days_between, not_later_than_after};
use crate::day::long;

/// Actions that are counted.
mod count;
/// Totals that a paper declares.
pub mod declared;
/// Kinds of remedy.
pub mod kind;
/// Recommended, agreed, paid.
mod money;
/// The date first given.
mod original;
/// What was asked.
mod terms;

pub use count::{Count, NoCount};
pub use money::{CannotRecordMoney, Money, Payment, Power, pounds};
pub use original::{NoDate, Original};
pub use terms::{Asked, LONGEST, Recommendation};

/// For whom a recommendation is. A personal one has no public form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Nature {
    /// For the person who complained: apology, payment.
    Personal,
    /// For everybody: training, review, policy.
    ServiceImprovement,
    /// For the Ombudsman's own process: a plan, a report back.
    Procedural,
}

impl Nature {
    /// Every nature: its word and what a page calls it.
    pub const CHOICES: &[(&str, &str)] =
        &[("personal", "Personal remedy"), ("service_improvement", "Service improvement"), ("procedural", "Procedural")];

    /// The word in tables and JSON.
    pub fn word(self) -> &'static str {
        Self::CHOICES[self as usize].0
    }

    /// The nature of a word.
    pub fn of_word(word: &str) -> Option<Nature> {
        [Nature::Personal, Nature::ServiceImprovement, Nature::Procedural].into_iter().find(|n| n.word() == word)
    }

    /// What a page calls it.
    pub fn words(self) -> &'static str {
        Self::CHOICES[self as usize].1
    }
}

/// How a due date is counted.
pub const RULES: &[(&str, &str)] = &[
    ("four_weeks", "Within four weeks of the date of the paper"),
    ("one_month", "Within one month of the date of the paper"),
    ("two_months", "Within two months of the date of the paper"),
    ("three_months", "Within three months of the date of the paper"),
    ("stated", "On the date stated below"),
    ("none", "No date is given"),
];

/// The day that a rule gives, from the date of the paper.
pub fn due(rule: &str, dated: Date, stated: Option<Date>) -> Option<Date> {
    match rule {
        "four_weeks" => not_later_than_after(dated, Period::Weeks(4)),
        "one_month" => not_later_than_after(dated, Period::Months(1)),
        "two_months" => not_later_than_after(dated, Period::Months(2)),
        "three_months" => not_later_than_after(dated, Period::Months(3)),
        "stated" => stated,
        _ => None,
    }
}

/// What to tell where a recommendation is due before the members meet.
pub fn due_before_meeting(due: Date, meeting: Date) -> Option<String> {
    let days = days_between(due, meeting);
    (days > 0).then(|| {
        format!("due before members meet: {} is {days} days before the meeting of {}; officer agreement needed", long(due), long(meeting))
    })
}

#[cfg(test)]
mod tests;
