//! How a duty that a paper started stands: met by the event that the law names, late by so many days, extended in writing.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::counting::days_between;

/// What happened to a duty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Happened {
    /// What the law names as meeting it.
    Met,
    /// More time was given in writing, until the day.
    Extended,
    /// What had met it came to nothing: a copy that every member had been sent came back.
    Reopened,
}

impl Happened {
    /// The word in the record.
    pub fn word(self) -> &'static str {
        match self {
            Happened::Met => "met",
            Happened::Extended => "extended",
            Happened::Reopened => "reopened",
        }
    }
}

/// How a duty stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum State {
    /// It does not run, and why.
    NotApplicable {
        /// The reason.
        reason: String,
    },
    /// It waits for an event.
    NotStarted,
    /// It runs.
    Running {
        /// Days left to the last day.
        days: i32,
    },
    /// It was met in time.
    Met {
        /// When.
        on: Date,
        /// Days in hand.
        in_hand: i32,
    },
    /// It was met late.
    MetLate {
        /// When.
        on: Date,
        /// Days late.
        late: i32,
    },
    /// The day has passed, and it was not met.
    Missed {
        /// Days since.
        late: i32,
    },
}

/// How a duty stands on a day. `due` is the day that counts: the Act's own reading, or the day that was given in writing.
pub fn stands(due: Option<Date>, not_running: Option<&str>, met: Option<Date>, today: Date) -> State {
    if let Some(reason) = not_running {
        return State::NotApplicable { reason: reason.into() };
    }
    match (due, met) {
        (None, None) => State::NotStarted,
        // A duty without a day, such as one "as soon as practicable", is met whenever it is.
        (None, Some(on)) => State::Met { on, in_hand: 0 },
        (Some(due), Some(on)) if on > due => State::MetLate { on, late: days_between(due, on) },
        (Some(due), Some(on)) => State::Met { on, in_hand: days_between(on, due) },
        (Some(due), None) if today > due => State::Missed { late: days_between(due, today) },
        (Some(due), None) => State::Running { days: days_between(today, due) },
    }
}

impl State {
    /// Whether nothing is left to do.
    pub fn over(&self) -> bool {
        matches!(self, State::NotApplicable { .. } | State::Met { .. } | State::MetLate { .. })
    }

    /// What a page says.
    pub fn words(&self) -> String {
        let days = |n: i32| if n == 1 { "1 day".to_string() } else { format!("{n} days") };
        let on = |d: Date| crate::day::long(d);
        match self {
            State::NotApplicable { reason } => format!("Does not run: {reason}"),
            State::NotStarted => "Waits: no day can be said yet".into(),
            State::Running { days: 0 } => "Due today".into(),
            State::Running { days: n } => format!("Due in {}", days(*n)),
            State::Met { on: day, in_hand: 0 } => format!("Met on {}", on(*day)),
            State::Met { on: day, in_hand } => format!("Met on {}, {} in hand", on(*day), days(*in_hand)),
            State::MetLate { on: day, late } => format!("Met on {}, {} late", on(*day), days(*late)),
            State::Missed { late } => format!("Missed: {} late", days(*late)),
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_reply_is_in_hand_or_late_against_the_last_day_and_no_weekend_moves_it() {
        let (sunday, easter_monday) = (date(2025, 4, 6), date(2025, 4, 21));
        let reply = Some(date(2025, 2, 28));
        let words = |due, met| stands(Some(due), None, met, date(2025, 5, 1)).words();
        assert_eq!(words(sunday, reply), "Met on 28 February 2025, 37 days in hand");
        assert_eq!(words(easter_monday, reply), "Met on 28 February 2025, 52 days in hand");
        let late = Some(date(2025, 4, 22));
        assert_eq!(
            (words(sunday, late), words(easter_monday, late)),
            ("Met on 22 April 2025, 16 days late".into(), "Met on 22 April 2025, 1 day late".into())
        );
        assert_eq!(words(easter_monday, None), "Missed: 10 days late");
        assert_eq!(stands(None, None, None, sunday), State::NotStarted);
        assert!(stands(None, Some("a statement"), None, sunday).over());
    }
}
