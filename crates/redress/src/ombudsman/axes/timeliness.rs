//! The third axis: in time or late. It is computed from the original date and the first satisfactory evidence, and never stored.
//!
//! The clock stops on the day that evidence is recorded as sent, and runs on if the Ombudsman finds that it does not do. Only
//! a letter can make a lateness smaller: where it says itself when satisfactory evidence came.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::view::{View, in_order};
use crate::counting::days_between;
use crate::ombudsman::history::History;
use crate::ombudsman::outcome::Bearing;

/// Evidence that went to the Ombudsman.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Submission {
    /// The hash of the bundle's manifest.
    pub bundle: String,
    /// How it went.
    pub channel: String,
}

/// Where the clock of a recommendation stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(tag = "clock", rename_all = "snake_case")]
pub enum Clock {
    /// It runs.
    Running,
    /// Evidence went, and the Ombudsman has not answered.
    Sent {
        /// The first day of evidence that was not found wanting.
        on: Date,
    },
    /// The Ombudsman accepted evidence.
    Accepted {
        /// The day of the first satisfactory evidence.
        on: Date,
    },
    /// The Ombudsman no longer asks.
    NoLongerAsked {
        /// Since when.
        on: Date,
    },
}

impl Clock {
    /// Reads it from what was sent and what the Ombudsman wrote.
    pub fn of(sent: &History<Submission>, views: &History<View>) -> Clock {
        let mut stands = None;
        // Everything sent until a letter that was not satisfied is found wanting.
        let mut wanting: Option<Date> = None;
        let first_after = |wanting: Option<Date>| sent.entries().iter().map(|s| s.on).find(|on| wanting.is_none_or(|w| *on > w));
        for view in in_order(views).into_iter().map(|e| &e.value) {
            match view.outcome().bearing {
                Bearing::Waits => {}
                Bearing::NotSatisfied => (wanting, stands) = (Some(view.dated()), None),
                Bearing::Satisfied => {
                    let on = view.evidence_on().or(first_after(wanting).filter(|on| *on <= view.dated()));
                    stands = Some(Clock::Accepted { on: on.unwrap_or(view.dated()) });
                }
                Bearing::NoLongerAsked => stands = Some(Clock::NoLongerAsked { on: view.dated() }),
            }
        }
        stands.or_else(|| first_after(wanting).map(|on| Clock::Sent { on })).unwrap_or(Clock::Running)
    }
}

/// How a recommendation stands against one original date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(tag = "timeliness", rename_all = "snake_case")]
pub enum Timeliness {
    /// The paper gives no date.
    NoDate,
    /// Its day has not passed.
    Due {
        /// How many days are left.
        days: i32,
    },
    /// The day has passed, and nothing satisfactory was sent.
    Overdue {
        /// By how many days.
        days: i32,
    },
    /// Evidence went in time, and the Ombudsman has not answered.
    SentInTime,
    /// Evidence went late, and the Ombudsman has not answered.
    SentLate {
        /// By how many days.
        days: i32,
    },
    /// Satisfactory evidence went in time.
    InTime,
    /// Satisfactory evidence went late.
    Late {
        /// By how many days.
        days: i32,
    },
    /// The Ombudsman no longer asks.
    NoLongerAsked,
}

impl Timeliness {
    /// How a clock stands against an original date on a day.
    pub fn of(original: Option<Date>, clock: Clock, today: Date) -> Timeliness {
        let Some(original) = original else { return Timeliness::NoDate };
        let past = |on| days_between(original, on);
        match clock {
            Clock::NoLongerAsked { .. } => Timeliness::NoLongerAsked,
            Clock::Running if past(today) > 0 => Timeliness::Overdue { days: past(today) },
            Clock::Running => Timeliness::Due { days: -past(today) },
            Clock::Sent { on } if past(on) > 0 => Timeliness::SentLate { days: past(on) },
            Clock::Sent { .. } => Timeliness::SentInTime,
            Clock::Accepted { on } if past(on) > 0 => Timeliness::Late { days: past(on) },
            Clock::Accepted { .. } => Timeliness::InTime,
        }
    }

    /// Days late; nothing while it is not late.
    pub fn days_late(self) -> i32 {
        match self {
            Timeliness::Overdue { days } | Timeliness::SentLate { days } | Timeliness::Late { days } => days,
            _ => 0,
        }
    }

    /// What a page says.
    pub fn words(self) -> String {
        let days = |n: i32| if n == 1 { "1 day".to_string() } else { format!("{n} days") };
        match self {
            Timeliness::NoDate => "No date is given".into(),
            Timeliness::Due { days: 0 } => "Due today".into(),
            Timeliness::Due { days: n } => format!("Due in {}", days(n)),
            Timeliness::Overdue { days: n } => format!("Overdue by {}", days(n)),
            Timeliness::SentInTime => "Evidence sent in time; the Ombudsman has not answered".into(),
            Timeliness::SentLate { days: n } => format!("Evidence sent {} late; the Ombudsman has not answered", days(n)),
            Timeliness::InTime => "Done in time".into(),
            Timeliness::Late { days: n } => format!("Done {} late", days(n)),
            Timeliness::NoLongerAsked => "The Ombudsman no longer asks for this".into(),
        }
    }
}
