//! What comes back to a body again and again: each quarter, every three months, at named meetings. Each time is an item of
//! the first meeting on or after its day that can still take it. Nothing moves it out of sight; only a decision ends it.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::counting::{Period, of_the_date, plus};
use crate::wrong::Wrong;

/// Another post reports.
mod hand_over;
/// One time, and the meeting that it is put to.
mod slot;

pub use hand_over::HandedOver;
pub use slot::{Considered, Listed, Placed, Slot, Takes};

/// How often.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "cycle", rename_all = "snake_case")]
pub enum Cycle {
    /// Every so many months, weeks or days, counted from the decision.
    Every {
        /// The interval.
        interval: Period,
    },
    /// Once in each calendar quarter after the decision, from its first day.
    Quarter,
    /// At meetings that the decision names.
    Named {
        /// Their days.
        days: Vec<Date>,
    },
}

impl Cycle {
    /// As a page says it: `every three months, counted from the decision`.
    pub fn words(&self) -> String {
        match self {
            Cycle::Every { interval } => format!("every {}, counted from the decision", interval.words()),
            Cycle::Quarter => "once in each calendar quarter".into(),
            Cycle::Named { days } => {
                format!("at the meetings of {}", days.iter().map(|d| crate::day::long(*d)).collect::<Vec<_>>().join(", "))
            }
        }
    }
}

/// How it was ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct End {
    /// The decision that ended it.
    pub decision: String,
    /// Its day.
    pub on: Date,
}

/// Something that comes back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recurrence {
    /// What is put to the meeting.
    pub what: String,
    /// The body.
    pub body: String,
    /// The decision that set it.
    pub decision: String,
    /// Its day, from which the days are counted.
    pub decided: Date,
    /// How often.
    pub cycle: Cycle,
    /// The post that writes the report each time.
    pub owner: String,
    /// Posts that are told when it moves.
    pub told: Vec<String>,
    /// Times at which a meeting considered it.
    #[serde(default)]
    pub considered: Vec<Considered>,
    /// The posts that reported before, each with why it was handed over.
    #[serde(default)]
    pub handed_over: Vec<HandedOver>,
    end: Option<End>,
}

/// No more than this many times are listed at once: a daily review would run for a lifetime.
const MOST: usize = 2000;

/// How long before a meeting the owner is told and the forward plan has its entry: 28 days.
const TOLD_BEFORE: i32 = 28;

impl Recurrence {
    /// Something that a decision sets to come back.
    pub fn set(what: &str, body: &str, decision: (&str, Date), cycle: Cycle, owner: &str) -> Result<Recurrence, Wrong> {
        let (reference, decided) = decision;
        let bad = match &cycle {
            Cycle::Every { interval } => (interval.days() == Some(0) || (interval.days().is_none() && interval.months() == 0))
                .then(|| Wrong::new("interval", "Give an interval of at least a day.")),
            Cycle::Named { days } if days.is_empty() => Some(Wrong::new("days", "Name at least one meeting.")),
            Cycle::Named { days } if days.iter().any(|d| *d <= decided) => {
                Some(Wrong::new("days", "A meeting that is named must come after the decision."))
            }
            Cycle::Named { .. } | Cycle::Quarter => None,
        };
        if let Some(wrong) = bad {
            return Err(wrong);
        }
        for (field, given, ask) in [
            ("what", what, "Say what comes back."),
            ("body", body, "Name the body."),
            ("decision", reference, "Name the decision that sets it."),
            ("owner", owner, "Name the post that reports each time."),
        ] {
            if given.trim().is_empty() {
                return Err(Wrong::new(field, ask));
            }
        }
        Ok(Recurrence {
            what: what.into(),
            body: body.into(),
            decision: reference.into(),
            decided,
            cycle,
            owner: owner.into(),
            told: Vec::new(),
            considered: Vec::new(),
            handed_over: Vec::new(),
            end: None,
        })
    }

    /// The posts that are told when it moves.
    pub fn telling(self, told: Vec<String>) -> Recurrence {
        Recurrence { told, ..self }
    }

    /// Ends it by a decision. That every action is done ends nothing.
    pub fn end(&mut self, decision: &str, on: Date) -> Result<(), Wrong> {
        if decision.trim().is_empty() {
            return Err(Wrong::new("decision", "Name the decision that ends it. A review ends only when members decide so."));
        }
        if self.end.is_some() {
            return Err(Wrong::new("decision", "It has ended already."));
        }
        if on < self.decided {
            return Err(Wrong::new("on", "This is before the decision that set it."));
        }
        self.end = Some(End { decision: decision.into(), on });
        Ok(())
    }

    /// How it ended; none while it runs.
    pub fn ended(&self) -> Option<&End> {
        self.end.as_ref()
    }

    /// The days on which it falls due, to a last day. Each is counted from the decision, so that no day drifts.
    pub fn due(&self, until: Date) -> Vec<Date> {
        let last = self.end.as_ref().map_or(until, |e| until.min(e.on));
        let mut days: Vec<Date> = match &self.cycle {
            Cycle::Every { interval } => (1u16..)
                .map_while(|n| times(*interval, n).and_then(|p| of_the_date(self.decided, p)))
                .take_while(|d| *d <= last)
                .take(MOST)
                .collect(),
            Cycle::Quarter => quarters_after(self.decided).take_while(|d| *d <= last).take(MOST).collect(),
            Cycle::Named { days } => days.iter().copied().filter(|d| *d <= last).collect(),
        };
        days.sort_unstable();
        days.dedup();
        days
    }

    /// Every time to a last day, each with its meeting. None is left out, whatever became of its meeting.
    pub fn slots(&self, until: Date, meetings: &[Listed], today: Date) -> Vec<Slot> {
        self.due(until).into_iter().map(|due| slot::place(due, meetings, &self.considered, today)).collect()
    }

    /// The same, where some times stand on the agenda of a later meeting than the first that could take them: the day on which each
    /// falls due, and the meeting that it was put to. Earlier meetings do not count for it then.
    pub fn slots_put(&self, until: Date, meetings: &[Listed], put: &[(Date, Date)], today: Date) -> Vec<Slot> {
        let place = |due: Date| {
            let Some((_, at)) = put.iter().find(|(of, _)| *of == due) else {
                return slot::place(due, meetings, &self.considered, today);
            };
            let takes = |m: &Listed| match m.takes {
                off if off.off() => off,
                _ if m.on == *at => Takes::Items,
                _ if m.on >= due && m.on < *at => Takes::Passed,
                other => other,
            };
            let left: Vec<Listed> = meetings.iter().map(|m| Listed { takes: takes(m), ..*m }).collect();
            let mut slot = slot::place(due, &left, &self.considered, today);
            // Of a first meeting that is still to come, what matters is whether its agenda is open.
            if let Placed::Moved { from, why, .. } = &mut slot.placed
                && *why == Takes::Passed
                && *from >= today
            {
                *why = meetings.iter().find(|m| m.on == *from).map_or(Takes::Items, |m| m.takes);
            }
            slot
        };
        self.due(until).into_iter().map(place).collect()
    }

    /// The day to tell the owner and to put the forward-plan entry up, for a meeting.
    pub fn tell_owner_by(meeting: Date) -> Option<Date> {
        plus(meeting, -TOLD_BEFORE)
    }

    /// Records that a meeting considered one time.
    pub fn consider(&mut self, due: Date, on: Date, minute: &str) -> Result<(), Wrong> {
        if !self.due(due).contains(&due) {
            return Err(Wrong::new("due", "It does not fall due on that day."));
        }
        if on < due && !matches!(self.cycle, Cycle::Named { .. }) {
            return Err(Wrong::new("on", "The meeting was before the day on which it falls due."));
        }
        if minute.trim().is_empty() {
            return Err(Wrong::new("minute", "Name the minute that shows it."));
        }
        if self.considered.iter().any(|c| c.due == due) {
            return Err(Wrong::new("due", "It is recorded already that this one was considered."));
        }
        self.considered.push(Considered { due, on, minute: minute.into() });
        Ok(())
    }
}

fn times(interval: Period, n: u16) -> Option<Period> {
    Some(match interval {
        Period::Days(d) => Period::Days(d.checked_mul(n)?),
        Period::Weeks(w) => Period::Weeks(w.checked_mul(n)?),
        Period::Months(m) => Period::Months(m.checked_mul(n)?),
        Period::Years(y) => Period::Years(y.checked_mul(n)?),
    })
}

/// The first days of the calendar quarters after a day.
fn quarters_after(day: Date) -> impl Iterator<Item = Date> {
    let month = (day.month() - 1) / 3 * 3 + 1;
    let first = Date::new(day.year(), month, 1).ok();
    (1u16..).map_while(move |n| of_the_date(first?, Period::Months(n.checked_mul(3)?)))
}

#[cfg(test)]
mod tests;
