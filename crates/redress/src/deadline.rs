//! A duty applied to an event: not started, running, extended, met, met late, missed, not applicable.
//!
//! A deadline is a list of records, each with its person and day; its state on a day follows from them. The date first
//! computed is never changed: an extension stands beside it, with its letter.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::counting::days_between;
use crate::duty::{DateIs, Duty, Extension};

/// A deadline and everything that was recorded of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deadline {
    duty: String,
    date_is: DateIs,
    extension: Lengthens,
    records: Vec<Record>,
}

/// What an extension does to the period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lengthens {
    /// The law lets nobody give longer.
    Never,
    /// More time is allowed, but acting after the first date is still late.
    Allowance,
    /// The law says that the period itself is longer: acting within it is in time.
    Period,
}

/// Something that somebody did or found, and when it happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// The day on which it happened.
    pub on: Date,
    /// Who did or recorded it.
    pub by: String,
    /// What happened.
    #[serde(flatten)]
    pub event: Event,
}

/// What can happen to a deadline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum Event {
    /// The clock started; for a minimum notice, the day of the meeting was fixed.
    Started {
        /// The date computed then; none where the law names none.
        due: Option<Date>,
    },
    /// Longer was agreed.
    Extended {
        /// Until when.
        to: Date,
        /// Who agreed: the Ombudsman, by name of office.
        agreed_by: String,
        /// The letter that says so.
        letter: String,
    },
    /// The event that meets the duty took place.
    Met {
        /// What proves it.
        proof: String,
    },
    /// The duty does not apply here.
    NotApplicable {
        /// Why: the Ombudsman's direction, a report that turned out to be a statement.
        reason: String,
    },
    /// It was found that the duty is not met, or applies after all.
    Reopened {
        /// Why.
        reason: String,
    },
}

/// How a deadline stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum State {
    /// The event that starts the clock has not happened.
    NotStarted,
    /// The clock runs.
    Running,
    /// The clock runs, and longer was agreed.
    Extended {
        /// Until when.
        to: Date,
        /// Who agreed.
        agreed_by: String,
        /// The letter.
        letter: String,
    },
    /// Met in time.
    Met {
        /// The day.
        on: Date,
    },
    /// Met, but late.
    MetLate {
        /// The day.
        on: Date,
    },
    /// Not met, and the date has passed.
    Missed,
    /// Does not apply.
    NotApplicable {
        /// Why.
        reason: String,
    },
}

/// A deadline on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Standing {
    /// How it stands.
    #[serde(flatten)]
    pub state: State,
    /// The date first computed; none before the start and where the law names none.
    pub original: Option<Date>,
    /// The date that counts for being in time: the original, or a longer period that the law makes the period itself.
    pub due: Option<Date>,
    /// Days from the clock's start to the day, or to the day it was met.
    pub age: i32,
    /// Days left until the date that counts; none once met, or where there is no date.
    pub days_left: Option<i32>,
    /// Days late against the date that counts.
    pub days_late: i32,
    /// Days past the date first computed, whatever was agreed since.
    pub days_past_original: i32,
}

/// Why a record is refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(tag = "cannot_record", rename_all = "snake_case")]
pub enum CannotRecord {
    /// The clock has not started.
    #[error("the clock has not started")]
    NotStarted,
    /// The clock has started already; its date stays.
    #[error("the clock has started already, and its date stays")]
    AlreadyStarted,
    /// The event comes before the clock's start, or before it was reopened.
    #[error("{on} is before {earliest}, the first day on which that can have happened")]
    TooEarly {
        /// The day given.
        on: Date,
        /// The first possible day.
        earliest: Date,
    },
    /// The duty is met already.
    #[error("the duty is met already")]
    AlreadyMet,
    /// It is recorded that the duty does not apply.
    #[error("it is recorded that the duty does not apply; reopen it first")]
    NotApplicable,
    /// There is nothing to reopen.
    #[error("the deadline is open")]
    AlreadyOpen,
    /// The law lets nobody give longer.
    #[error("the law lets nobody give longer")]
    NoExtension,
    /// The law names no date that could be later.
    #[error("the law names no date, so there is none to extend")]
    NoDate,
    /// The new date is not later than the one that stands.
    #[error("{to} is not later than {stands}")]
    NotLonger {
        /// The new date.
        to: Date,
        /// The one that stands.
        stands: Date,
    },
    /// A letter, proof, reason or person is missing.
    #[error("say {0}")]
    Missing(&'static str),
}

impl Deadline {
    /// A deadline that waits for the event that starts it.
    pub fn waiting(duty: &Duty) -> Deadline {
        let extension = match duty.extension {
            Extension::Nobody => Lengthens::Never,
            Extension::By { period_itself: false, .. } => Lengthens::Allowance,
            Extension::By { period_itself: true, .. } => Lengthens::Period,
        };
        Deadline { duty: duty.key.into(), date_is: duty.date_is, extension, records: Vec::new() }
    }

    /// The key of the duty.
    pub fn duty(&self) -> &str {
        &self.duty
    }

    /// Everything recorded, in the order of recording.
    pub fn records(&self) -> &[Record] {
        &self.records
    }

    /// The date first computed.
    pub fn original(&self) -> Option<Date> {
        self.folded().started.and_then(|(_, due)| due)
    }

    /// Adds a record, or says why it cannot be.
    pub fn record(&mut self, record: Record) -> Result<(), CannotRecord> {
        self.check(&record)?;
        self.records.push(record);
        Ok(())
    }

    /// How the deadline stands on a day.
    pub fn standing(&self, today: Date) -> Standing {
        let folded = self.folded();
        let original = folded.started.and_then(|(_, due)| due);
        let due = match (&folded.extended, self.extension) {
            (Some((to, ..)), Lengthens::Period) => Some(*to),
            _ => original,
        };
        // The clock stops on the day that the duty is met, or is found not to apply.
        let end = folded.met.or(folded.not_applicable.map(|(on, _)| on)).unwrap_or(today);
        // What must last or wait until a date is never late.
        let outer_limit = !matches!(self.date_is, DateIs::FirstDay | DateIs::EndOfPeriod);
        let past = |date: Option<Date>| date.filter(|_| outer_limit).map_or(0, |d| days_between(d, end).max(0));
        let applies = folded.not_applicable.is_none();
        let days_late = if applies { past(due) } else { 0 };
        let state = match (folded.not_applicable, folded.started, folded.met) {
            (Some((_, reason)), _, _) => State::NotApplicable { reason: reason.into() },
            (None, None, _) => State::NotStarted,
            (None, Some(_), Some(on)) if days_late > 0 => State::MetLate { on },
            (None, Some(_), Some(on)) => State::Met { on },
            (None, Some(_), None) if days_late > 0 => State::Missed,
            (None, Some(_), None) => match folded.extended {
                Some((to, agreed_by, letter)) => State::Extended { to, agreed_by: agreed_by.into(), letter: letter.into() },
                None => State::Running,
            },
        };
        let running = matches!(state, State::Running | State::Extended { .. } | State::Missed);
        Standing {
            original,
            due,
            age: folded.started.map_or(0, |(on, _)| days_between(on, end).max(0)),
            days_left: due.filter(|_| running).map(|d| days_between(today, d).max(0)),
            days_late,
            days_past_original: past(original),
            state,
        }
    }

    fn check(&self, record: &Record) -> Result<(), CannotRecord> {
        let folded = self.folded();
        let (started, due) = match folded.started {
            Some((on, due)) => (Some(on), due),
            None => (None, None),
        };
        if record.by.trim().is_empty() {
            return Err(CannotRecord::Missing("who did it"));
        }
        match &record.event {
            Event::Started { .. } if started.is_some() => Err(CannotRecord::AlreadyStarted),
            Event::Started { .. } => Ok(()),
            Event::NotApplicable { reason } if reason.trim().is_empty() => Err(CannotRecord::Missing("why it does not apply")),
            Event::NotApplicable { .. } if folded.not_applicable.is_some() => Err(CannotRecord::NotApplicable),
            Event::NotApplicable { .. } if folded.met.is_some() => Err(CannotRecord::AlreadyMet),
            Event::NotApplicable { .. } => self.not_before(record.on, folded.reopened),
            Event::Reopened { reason } if reason.trim().is_empty() => Err(CannotRecord::Missing("why it is reopened")),
            Event::Reopened { .. } => match folded.met.or(folded.not_applicable.map(|(on, _)| on)) {
                Some(closed) => self.not_before(record.on, Some(closed)),
                None => Err(CannotRecord::AlreadyOpen),
            },
            _ if folded.not_applicable.is_some() => Err(CannotRecord::NotApplicable),
            _ if folded.met.is_some() => Err(CannotRecord::AlreadyMet),
            _ if started.is_none() => Err(CannotRecord::NotStarted),
            Event::Met { proof } if proof.trim().is_empty() => Err(CannotRecord::Missing("what proves it")),
            // A notice is published before the meeting that its clock is counted back from.
            Event::Met { .. } if self.date_is == DateIs::LastDayToPublish => self.not_before(record.on, folded.reopened),
            // What must last until a date, or wait for it, is not done sooner.
            Event::Met { .. } if matches!(self.date_is, DateIs::FirstDay | DateIs::EndOfPeriod) => {
                self.not_before(record.on, folded.reopened.max(started).max(due))
            }
            Event::Met { .. } => self.not_before(record.on, folded.reopened.max(started)),
            Event::Extended { .. } if self.extension == Lengthens::Never => Err(CannotRecord::NoExtension),
            Event::Extended { to, agreed_by, letter } => match folded.extended.map(|(to, ..)| to).or(due) {
                None => Err(CannotRecord::NoDate),
                Some(stands) if *to <= stands => Err(CannotRecord::NotLonger { to: *to, stands }),
                Some(_) if agreed_by.trim().is_empty() => Err(CannotRecord::Missing("who agreed")),
                Some(_) if letter.trim().is_empty() => Err(CannotRecord::Missing("which letter says so")),
                Some(_) => Ok(()),
            },
        }
    }

    fn not_before(&self, on: Date, earliest: Option<Date>) -> Result<(), CannotRecord> {
        match earliest.filter(|e| on < *e) {
            Some(earliest) => Err(CannotRecord::TooEarly { on, earliest }),
            None => Ok(()),
        }
    }

    fn folded(&self) -> Folded<'_> {
        let mut folded = Folded::default();
        for record in &self.records {
            match &record.event {
                Event::Started { due } => folded.started = folded.started.or(Some((record.on, *due))),
                Event::Extended { to, agreed_by, letter } => folded.extended = Some((*to, agreed_by, letter)),
                Event::Met { .. } => folded.met = Some(record.on),
                Event::NotApplicable { reason } => folded.not_applicable = Some((record.on, reason)),
                Event::Reopened { .. } => {
                    (folded.met, folded.not_applicable) = (None, None);
                    folded.reopened = Some(record.on);
                }
            }
        }
        folded
    }
}

/// What the records come to.
#[derive(Debug, Clone, Copy, Default)]
struct Folded<'a> {
    /// The day, and the date computed.
    started: Option<(Date, Option<Date>)>,
    /// Until when, who agreed, the letter.
    extended: Option<(Date, &'a str, &'a str)>,
    met: Option<Date>,
    not_applicable: Option<(Date, &'a str)>,
    reopened: Option<Date>,
}

#[cfg(test)]
mod tests;
