//! One time at which something comes back, and the meeting that it is put to.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::counting::days_between;
use crate::day::with_weekday;

/// A meeting of the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listed {
    /// Its day.
    pub on: Date,
    /// Whether it was cancelled.
    pub cancelled: bool,
}

/// A time that a meeting considered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Considered {
    /// The day on which it fell due.
    pub due: Date,
    /// The meeting.
    pub on: Date,
    /// The minute.
    pub minute: String,
}

/// Where one time stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "placed", rename_all = "snake_case")]
pub enum Placed {
    /// An item of a meeting.
    At {
        /// The meeting.
        meeting: Date,
        /// Days after the day on which it falls due.
        after: i32,
    },
    /// An item of a later meeting, because one was cancelled.
    Moved {
        /// The first meeting on or after its day.
        from: Date,
        /// The meeting that stands.
        to: Date,
        /// Days later than planned.
        late: i32,
    },
    /// No meeting is listed that could take it.
    NoMeeting {
        /// The cancelled meeting that it was to go to, where there was one.
        was: Option<Date>,
    },
    /// The meeting has passed, and no minute shows that it was considered.
    NotTaken {
        /// The meeting that should have taken it.
        meeting: Date,
        /// The next meeting that can.
        next: Option<Date>,
    },
    /// A meeting considered it.
    Considered {
        /// The meeting.
        on: Date,
        /// The minute.
        minute: String,
        /// Days later than the first meeting on or after its day.
        late: i32,
    },
}

/// One time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Slot {
    /// The day on which it falls due.
    pub due: Date,
    /// Where it stands.
    #[serde(flatten)]
    pub placed: Placed,
}

impl Slot {
    /// The meeting that takes it; none where none is listed or it was considered.
    pub fn meeting(&self) -> Option<Date> {
        match self.placed {
            Placed::At { meeting, .. } => Some(meeting),
            Placed::Moved { to, .. } => Some(to),
            Placed::NotTaken { next, .. } => next,
            Placed::NoMeeting { .. } | Placed::Considered { .. } => None,
        }
    }

    /// Where it stands, as a page says it.
    pub fn words(&self) -> String {
        let days = |n: i32, what: &str| if n == 1 { format!("1 day {what}") } else { format!("{n} days {what}") };
        match &self.placed {
            Placed::At { meeting, after: 0 } => format!("at the meeting of {}, on its day", with_weekday(*meeting)),
            Placed::At { meeting, after } => format!("at the meeting of {}, {}", with_weekday(*meeting), days(*after, "after its day")),
            Placed::Moved { from, to, late } => {
                format!("moved from the meeting of {} to {}, {}", with_weekday(*from), with_weekday(*to), days(*late, "late"))
            }
            Placed::NoMeeting { was: Some(was) } => {
                format!("no meeting: that of {} does not take it, and no later one is listed", with_weekday(*was))
            }
            Placed::NoMeeting { was: None } => "no meeting is listed on or after its day".into(),
            Placed::NotTaken { meeting, next: Some(next) } => {
                format!("no minute of the meeting of {} shows it; the next is on {}", with_weekday(*meeting), with_weekday(*next))
            }
            Placed::NotTaken { meeting, next: None } => {
                format!("no minute of the meeting of {} shows it, and no later one is listed", with_weekday(*meeting))
            }
            Placed::Considered { on, minute, late: 0 } => format!("considered on {}: {minute}", with_weekday(*on)),
            Placed::Considered { on, minute, late } => {
                format!("considered on {}, {}: {minute}", with_weekday(*on), days(*late, "late"))
            }
        }
    }

    /// What is said to whoever is told that it moved; none where nothing moved.
    pub fn alert(&self, what: &str) -> Option<String> {
        match &self.placed {
            Placed::Moved { from, to, late } => Some(format!(
                "{what} moves from the cancelled meeting of {} to {}, {late} days later.",
                with_weekday(*from),
                with_weekday(*to)
            )),
            Placed::NoMeeting { was: Some(was) } => {
                Some(format!("{what} has no meeting: that of {} was cancelled, and no later one is listed.", with_weekday(*was)))
            }
            Placed::NoMeeting { was: None } => {
                Some(format!("{what} falls due on {}, and no meeting is listed after it.", with_weekday(self.due)))
            }
            Placed::NotTaken { meeting, .. } => Some(format!("{what} was not taken at the meeting of {}.", with_weekday(*meeting))),
            Placed::At { .. } | Placed::Considered { .. } => None,
        }
    }
}

pub(super) fn place(due: Date, meetings: &[Listed], considered: &[Considered], today: Date) -> Slot {
    let mut after: Vec<Listed> = meetings.iter().copied().filter(|m| m.on >= due).collect();
    after.sort_by_key(|m| m.on);
    let first = after.first().map(|m| m.on);
    let held = after.iter().find(|m| !m.cancelled).map(|m| m.on);
    let placed = if let Some(done) = considered.iter().find(|c| c.due == due) {
        let late = first.map_or(0, |f| days_between(f, done.on).max(0));
        Placed::Considered { on: done.on, minute: done.minute.clone(), late }
    } else {
        match (first, held) {
            (was, None) => Placed::NoMeeting { was },
            (_, Some(meeting)) if meeting < today => {
                let next = after.iter().find(|m| !m.cancelled && m.on >= today).map(|m| m.on);
                Placed::NotTaken { meeting, next }
            }
            (Some(from), Some(to)) if from != to => Placed::Moved { from, to, late: days_between(from, to) },
            (_, Some(meeting)) => Placed::At { meeting, after: days_between(due, meeting) },
        }
    };
    Slot { due, placed }
}
