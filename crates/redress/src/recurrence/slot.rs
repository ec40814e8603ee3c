//! One time at which something comes back, and the meeting that it is put to.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::counting::{days_between, plus};
use crate::day::with_weekday;

/// Whether a meeting takes items.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Takes {
    /// Its agenda can still have them.
    Items,
    /// Its agenda takes no more: it is published, or the last day for it has passed.
    NoMore,
    /// It was cancelled.
    Cancelled,
    /// It was moved to another day.
    Moved,
    /// It had no quorum.
    Inquorate,
    /// It was not there that this time was taken: its item stands on the agenda of a later one.
    Passed,
}

impl Takes {
    /// Whether the meeting is not to be, so that what stands on its agenda needs another.
    pub fn off(self) -> bool {
        matches!(self, Takes::Cancelled | Takes::Moved | Takes::Inquorate)
    }

    /// What became of the meeting: `was cancelled`.
    pub fn words(self) -> &'static str {
        match self {
            Takes::Items => "takes items",
            Takes::NoMore => "takes no more items on its agenda",
            Takes::Cancelled => "was cancelled",
            Takes::Moved => "was moved to another day",
            Takes::Inquorate => "had no quorum",
            Takes::Passed => "did not take it",
        }
    }

    /// The meeting of a day with what became of it: `the cancelled meeting of Wednesday 3 December 2025`.
    pub fn meeting(self, on: Date) -> String {
        match self {
            Takes::Items => format!("the meeting of {}", with_weekday(on)),
            Takes::Cancelled => format!("the cancelled meeting of {}", with_weekday(on)),
            other => format!("the meeting of {}, which {},", with_weekday(on), other.words()),
        }
    }

    /// What is said to whoever is told that something moves from a meeting of which this became.
    pub fn move_words(self, what: &str, from: Date, to: Date) -> String {
        format!("{what} moves from {} to {}, {} later.", self.meeting(from), with_weekday(to), days(days_between(from, to), ""))
    }
}

fn days(n: i32, what: &str) -> String {
    let count = if n == 1 { "1 day".to_string() } else { format!("{n} days") };
    if what.is_empty() { count } else { format!("{count} {what}") }
}

/// A meeting of the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listed {
    /// Its day.
    pub on: Date,
    /// Whether it takes items.
    pub takes: Takes,
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
    /// An item of a later meeting than the first.
    Moved {
        /// The first meeting on or after its day.
        from: Date,
        /// What became of that one.
        why: Takes,
        /// The meeting that takes it.
        to: Date,
        /// Days later than planned.
        late: i32,
    },
    /// No meeting is listed that could take it.
    NoMeeting {
        /// The first meeting on or after its day, where there is one.
        was: Option<Date>,
        /// What became of that one.
        why: Option<Takes>,
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

/// How long after a meeting the decision or the minute that shows an item is waited for: a week.
const WAITED: i32 = 7;

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

    /// The day from which an item that its meeting did not take is put to the next one: a week after the meeting, or the last day
    /// for the agenda of the next where that comes first. None where nothing is to be put again.
    pub fn again_from(&self, last_day: Option<Date>) -> Option<Date> {
        let Placed::NotTaken { meeting, .. } = self.placed else { return None };
        let week = plus(meeting, WAITED)?;
        let after = plus(meeting, 1)?;
        Some(last_day.map_or(week, |last| week.min(last)).max(after))
    }

    /// Where it stands, as a page says it.
    pub fn words(&self) -> String {
        match &self.placed {
            Placed::At { meeting, after: 0 } => format!("at the meeting of {}, on its day", with_weekday(*meeting)),
            Placed::At { meeting, after } => format!("at the meeting of {}, {}", with_weekday(*meeting), days(*after, "after its day")),
            Placed::Moved { from, why, to, late } => {
                format!("moved from {} to {}, {}", why.meeting(*from), with_weekday(*to), days(*late, "late"))
            }
            Placed::NoMeeting { was: Some(was), why } => {
                let why = why.unwrap_or(Takes::NoMore).words();
                format!("no meeting: that of {} {why}, and no later one that can take it is listed", with_weekday(*was))
            }
            Placed::NoMeeting { was: None, .. } => "no meeting is listed on or after its day".into(),
            Placed::NotTaken { meeting, next: Some(next) } => {
                format!(
                    "nothing shows that the meeting of {} considered it; the next that can is on {}",
                    with_weekday(*meeting),
                    with_weekday(*next)
                )
            }
            Placed::NotTaken { meeting, next: None } => {
                format!(
                    "nothing shows that the meeting of {} considered it, and no later one that can take it is listed",
                    with_weekday(*meeting)
                )
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
            Placed::Moved { from, why, to, .. } => Some(why.move_words(what, *from, *to)),
            Placed::NoMeeting { was: Some(was), why } => {
                let why = why.unwrap_or(Takes::NoMore).words();
                Some(format!("{what} has no meeting: that of {} {why}, and no later one that can take it is listed.", with_weekday(*was)))
            }
            Placed::NoMeeting { was: None, .. } => {
                Some(format!("{what} falls due on {}, and no meeting is listed after it.", with_weekday(self.due)))
            }
            Placed::NotTaken { meeting, next: Some(_) } => {
                Some(format!("{what} was not taken at the meeting of {}.", with_weekday(*meeting)))
            }
            Placed::NotTaken { meeting, next: None } => {
                let on = with_weekday(*meeting);
                Some(format!("{what} has no meeting: that of {on} did not take it, and no later one that can take it is listed."))
            }
            Placed::At { .. } | Placed::Considered { .. } => None,
        }
    }
}

pub(super) fn place(due: Date, meetings: &[Listed], considered: &[Considered], today: Date) -> Slot {
    let mut after: Vec<Listed> = meetings.iter().copied().filter(|m| m.on >= due).collect();
    after.sort_by_key(|m| m.on);
    let first = after.first().copied();
    // The first that is held or was; what stands on its agenda is another question.
    let held = after.iter().copied().find(|m| !m.takes.off() && m.takes != Takes::Passed);
    let next = after.iter().copied().find(|m| m.takes == Takes::Items && m.on >= today);
    let placed = if let Some(done) = considered.iter().find(|c| c.due == due) {
        let late = first.map_or(0, |f| days_between(f.on, done.on).max(0));
        Placed::Considered { on: done.on, minute: done.minute.clone(), late }
    } else {
        match (first, held, next) {
            (_, Some(held), next) if held.on < today => Placed::NotTaken { meeting: held.on, next: next.map(|m| m.on) },
            (Some(first), Some(_), Some(to)) if first.on != to.on => {
                Placed::Moved { from: first.on, why: first.takes, to: to.on, late: days_between(first.on, to.on) }
            }
            (_, Some(_), Some(to)) => Placed::At { meeting: to.on, after: days_between(due, to.on) },
            (was, _, _) => Placed::NoMeeting { was: was.map(|m| m.on), why: was.map(|m| m.takes) },
        }
    };
    Slot { due, placed }
}
