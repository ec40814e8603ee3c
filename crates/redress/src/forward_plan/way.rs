//! The lawful ways to a decision on a day: in time, by the general exception, by special urgency, or not at all.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::calendar::Calendar;
use crate::counting::plus;
use crate::day::{long, with_weekday};
use crate::duty::{self, Duty, Inputs, Refusal, Settings};
use crate::private_meeting::Agreement;
use crate::wrong::{Wrong, reasons};

/// The general exception: regulation 10.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exception {
    /// Whom of scrutiny the proper officer told in writing: the chair, or every member of the committee.
    pub told: Vec<String>,
    /// The day on which the notice was made available, at the offices and on the website.
    pub available: Date,
    /// Why 28 clear days were impracticable; published.
    pub reason: String,
}

/// Special urgency: regulation 11.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Urgency {
    /// Who agreed that it is urgent and cannot reasonably be deferred.
    pub agreement: Agreement,
    /// Why five clear days were impracticable too; published.
    pub reason: String,
}

/// What was published and agreed for a decision.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notices {
    /// When the entry was first published with all that regulation 9 asks for.
    pub published: Option<Date>,
    /// The general exception.
    pub exception: Option<Exception>,
    /// Special urgency.
    pub urgency: Option<Urgency>,
}

/// How a key decision can be made on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "way", rename_all = "snake_case")]
pub enum Way {
    /// The entry was published in time.
    InTime {
        /// The last day to publish.
        by: Date,
    },
    /// By the general exception.
    GeneralException {
        /// The first day.
        from: Date,
        /// What must still follow.
        then: &'static str,
    },
    /// By special urgency.
    SpecialUrgency {
        /// What must still follow.
        then: &'static str,
    },
    /// Not on that day as things stand.
    None {
        /// What failed, notice by notice, and the lawful ways out.
        why: Vec<Wrong>,
    },
}

const REASONS: &str = "Publish the reasons why 28 clear days were impracticable as soon as you can: regulation 10(3).";
const REPORT: &str =
    "Publish the reasons as soon as you can (regulation 11(3)) and list the decision in the report to council (regulation 19).";

impl Exception {
    /// What keeps it from holding.
    pub fn check(&self) -> Vec<Wrong> {
        let mut wrong = Vec::new();
        if self.told.iter().all(|t| t.trim().is_empty()) {
            let ask = "Name the chair of scrutiny who was told in writing, or every member of the committee where there is no chair.";
            wrong.push(Wrong::new("told", ask));
        }
        if !reasons(&self.reason, 5) {
            wrong.push(Wrong::new("reason", "Say why 28 clear days were impracticable. The reason is published."));
        }
        wrong
    }
}

impl Urgency {
    /// What keeps it from holding for a decision on a day.
    pub fn check(&self, decision: Date) -> Vec<Wrong> {
        let mut wrong = self.agreement.check(decision);
        if !reasons(&self.reason, 5) {
            wrong.push(Wrong::new("urgency_reason", "Say why five clear days' notice was impracticable. The reason is published."));
        }
        wrong
    }
}

/// The way to a key decision on a day, of those that the notices open; else what failed.
pub fn way(decision: Date, notices: &Notices, settings: &Settings, calendar: &Calendar) -> Result<Way, Refusal> {
    let by = day(&duty::si2012_2089::reg9::PUBLISH_28, decision, settings, calendar)?.unwrap_or(decision);
    if notices.published.is_some_and(|on| on <= by) {
        return Ok(Way::InTime { by });
    }
    let published = notices.published.map_or_else(|| "it is not published".into(), |on| format!("it was published on {}", long(on)));
    let mut why = vec![Wrong::new("published", format!("The entry was due by {}, 28 clear days before; {published}.", with_weekday(by)))];
    match &notices.exception {
        None => why.push(Wrong::new(
            "exception",
            "Way out: tell the chair of scrutiny in writing, publish that notice, and wait five clear days: regulation 10.",
        )),
        Some(exception) => {
            let from = day(&duty::si2012_2089::reg10::GENERAL_EXCEPTION, exception.available, settings, calendar)?;
            let faults = exception.check();
            match from {
                Some(from) if faults.is_empty() && from <= decision => return Ok(Way::GeneralException { from, then: REASONS }),
                Some(from) if from > decision => {
                    why.push(Wrong::new(
                        "available",
                        format!("The general exception lets you decide from {}: regulation 10(1).", with_weekday(from)),
                    ));
                }
                _ => {}
            }
            why.extend(faults);
        }
    }
    match &notices.urgency {
        None => why.push(Wrong::new(
            "urgency",
            "Way out: obtain agreement that the decision is urgent and cannot reasonably be deferred: regulation 11.",
        )),
        Some(urgency) => {
            let faults = urgency.check(decision);
            if faults.is_empty() {
                return Ok(Way::SpecialUrgency { then: REPORT });
            }
            why.extend(faults);
        }
    }
    let first = earliest(notices, settings, calendar)?;
    if let Some(first) = first {
        why.push(Wrong::new("day", format!("Way out: decide on {} or later.", with_weekday(first))));
    }
    Ok(Way::None { why })
}

/// The first day for a key decision by the notices that were given, special urgency aside; none without any.
pub fn earliest(notices: &Notices, settings: &Settings, calendar: &Calendar) -> Result<Option<Date>, Refusal> {
    let by_exception = match notices.exception.as_ref().filter(|e| e.check().is_empty()) {
        Some(e) => day(&duty::si2012_2089::reg10::GENERAL_EXCEPTION, e.available, settings, calendar)?,
        None => None,
    };
    let by_notice = match notices.published {
        Some(on) => first_after(&duty::si2012_2089::reg9::PUBLISH_28, on, settings, calendar)?,
        None => None,
    };
    Ok(match (by_exception, by_notice) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    })
}

/// Further than 28 clear days reach, however they are counted: Christmas and Easter among working days.
const MOST_DAYS: i32 = 90;

/// The first day for which a notice that is published on a day is in time.
pub(super) fn first_after(duty: &'static Duty, published: Date, settings: &Settings, calendar: &Calendar) -> Result<Option<Date>, Refusal> {
    for after in 1..MOST_DAYS {
        let Some(tried) = plus(published, after) else { return Ok(None) };
        if day(duty, tried, settings, calendar)?.is_some_and(|by| by >= published) {
            return Ok(Some(tried));
        }
    }
    Ok(None)
}

fn day(duty: &'static Duty, from: Date, settings: &Settings, calendar: &Calendar) -> Result<Option<Date>, Refusal> {
    Ok(duty::compute(duty, &Inputs::from(from), settings, calendar)?.due.date)
}
