//! The clock of a duty on given facts: both readings, the safer date, the steps, or why there is no answer.

use jiff::civil::{Date, DateTime, Time};
use serde::Serialize;

use super::law::How;
use super::{Choice, DateIs, Duty, Pick, Settings, Version};
use crate::calendar::{Calendar, DayKind};
use crate::counting::{Given, Missing, Outcome, Period, Rule, Step, last_working_day};
use crate::day::{long, with_weekday};

/// What is known of a matter. What is not known is none.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Inputs {
    /// The day of the starting event; for a minimum notice, the day of the meeting or decision.
    pub from: Option<Date>,
    /// The time of day, for clocks in hours.
    pub at: Option<Time>,
    /// The date that the Ombudsman's report carries.
    pub report_dated: Option<Date>,
    /// The meeting at which something is to happen.
    pub meeting: Option<Date>,
    /// The day that a letter, notice or event names.
    pub stated: Option<Date>,
    /// The period that a decision or constitution names.
    pub period: Option<Period>,
}

impl Inputs {
    /// Nothing is known.
    pub const NOTHING: Inputs = Inputs { from: None, at: None, report_dated: None, meeting: None, stated: None, period: None };

    /// Only the day of the starting event.
    pub const fn from(day: Date) -> Inputs {
        Inputs { from: Some(day), ..Inputs::NOTHING }
    }

    fn given(&self, from: Option<Date>) -> Given {
        Given { from, at: self.at, meeting: self.meeting, stated: self.stated, period: self.period }
    }

    fn dates(&self) -> impl Iterator<Item = Date> {
        [self.from, self.report_dated, self.meeting, self.stated].into_iter().flatten()
    }
}

/// Why a duty is not computed at all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(tag = "refusal", rename_all = "snake_case")]
pub enum Refusal {
    /// No duty has this key.
    #[error("no duty is called `{key}`{}", suggestion(.nearest))]
    UnknownDuty {
        /// What was asked for.
        key: String,
        /// Keys that are near.
        nearest: Vec<&'static str>,
    },
    /// The text is no date.
    #[error("`{text}` is no date; write it as 2026-03-03 or 3 March 2026")]
    ImpossibleDate {
        /// What was given.
        text: String,
    },
    /// A date outside the years that the program serves.
    #[error("{} is outside 1974 to 2100", long(*.date))]
    OutsideYears {
        /// The date.
        date: Date,
    },
    /// The event came before the law that we hold.
    #[error("{} is before {}, the first day for which we hold the law of this duty ({by})", long(*.from), long(*.began))]
    BeforeTheLaw {
        /// The day of the event.
        from: Date,
        /// The first day served.
        began: Date,
        /// What began then.
        by: &'static str,
    },
    /// The meeting that is to deal with a paper stands before the paper arrives.
    #[error("the meeting on {} is before {}, when the clock starts", long(*.meeting), long(*.from))]
    MeetingBeforeReceipt {
        /// The meeting.
        meeting: Date,
        /// The start.
        from: Date,
    },
    /// A report cannot arrive before the date that it carries.
    #[error("the report is dated {}, after the day it was received, {}", long(*.report_dated), long(*.from))]
    ReceivedBeforeReport {
        /// The date on the report.
        report_dated: Date,
        /// The day of receipt.
        from: Date,
    },
}

fn suggestion(nearest: &[&str]) -> String {
    if nearest.is_empty() { String::new() } else { format!("; did you mean {}?", nearest.join(", ")) }
}

/// Reads a date that a person typed: `2026-03-03`, `3 March 2026`, `03/03/2026`.
pub fn read_date(text: &str) -> Result<Date, Refusal> {
    let trimmed = text.trim();
    let iso = || (trimmed.len() == 10).then(|| trimmed.parse::<Date>().ok()).flatten();
    iso()
        .or_else(|| crate::day::read_long(trimmed))
        .or_else(|| crate::day::read_slashed(trimmed))
        .ok_or_else(|| Refusal::ImpossibleDate { text: text.into() })
}

/// The date of one reading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Due {
    /// The day; none for *as soon as practicable*, and where it cannot be said.
    pub date: Option<Date>,
    /// The moment, for clocks in hours.
    pub at: Option<DateTime>,
    /// The last working day on or before the day, for deadlines and notices.
    pub last_working_day: Option<Date>,
    /// The reading in a few words.
    pub reading: &'static str,
    /// The working, step by step.
    pub steps: Vec<Step>,
    /// Why no day can be said yet.
    pub cannot_say: Option<String>,
}

/// The reading that the council does not work to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OtherAnswer {
    /// Its date.
    #[serde(flatten)]
    pub due: Due,
    /// Why anybody reads the law so.
    pub because: &'static str,
    /// The choice, to be made in the settings.
    pub choice: Choice,
    /// A condition that a person must settle before this reading applies.
    pub only_if: Option<&'static str>,
}

/// A duty's clock on given facts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Answer {
    /// The duty.
    pub duty: &'static str,
    /// What the date is: last day, first day, end of a period.
    pub date_is: DateIs,
    /// The reading that the council works to.
    #[serde(flatten)]
    pub due: Due,
    /// The other reading, where the law leaves a choice.
    pub other: Option<OtherAnswer>,
    /// The date that is safe under both readings: alarms go by it.
    pub alarm: Option<Date>,
    /// Why the answer may change: it rests on bank holidays that are not yet published.
    pub provisional: Option<String>,
}

/// The date that the council works to, and nothing else: for many matters at once. None where there is no date.
///
/// Gives what `compute` gives for facts that `compute` takes; it does not check the facts.
pub fn due_date(duty: &Duty, inputs: &Inputs, settings: &Settings, calendar: &Calendar) -> Option<Date> {
    let version = version(duty, inputs.from)?;
    let (rule, given) = match version.other {
        Some(other) if settings.pick(other.choice) == Pick::Second => second(version, other.how, inputs),
        _ => (version.rule, inputs.given(inputs.from)),
    };
    match rule.outcome(&given, calendar) {
        Outcome::On(date) => Some(date),
        Outcome::At(moment) => Some(moment.date()),
        Outcome::Open | Outcome::CannotSay(_) | Outcome::BeyondDates => None,
    }
}

/// The clock of a duty, with both readings and the working.
pub fn compute(duty: &'static Duty, inputs: &Inputs, settings: &Settings, calendar: &Calendar) -> Result<Answer, Refusal> {
    check(duty, inputs)?;
    let Some(version) = version(duty, inputs.from) else {
        // `check` has refused every day before the first version, and a duty has at least one.
        return Err(Refusal::UnknownDuty { key: duty.key.into(), nearest: Vec::new() });
    };
    let first = due(duty, version.reading, version.rule, &inputs.given(inputs.from), calendar);
    let Some(other) = version.other else {
        let alarm = first.date;
        let provisional = provisional(duty, &[&first], inputs, &[version.rule], calendar);
        return Ok(Answer { duty: duty.key, date_is: duty.date_is, due: first, other: None, alarm, provisional });
    };
    let (rule, given) = second(version, other.how, inputs);
    let mut second = due(duty, other.reading, rule, &given, calendar);
    if matches!(other.how, How::FromReportDate) && inputs.report_dated.is_none() {
        second.cannot_say = Some("the date that the report carries is not known".into());
        second.steps = vec![Step { words: "Cannot say yet, because the date that the report carries is not known.".into(), date: None }];
    }
    let only_if = match other.how {
        How::OnlyIf(condition) => Some(condition),
        How::Rule(_) | How::FromReportDate => None,
    };
    let provisional = provisional(duty, &[&first, &second], inputs, &[version.rule, rule], calendar);
    let alarm = match (first.date, second.date) {
        (Some(a), Some(b)) => Some(duty.date_is.safer(a, b)),
        (a, b) => a.or(b),
    };
    let (due, second) = if settings.pick(other.choice) == Pick::Second { (second, first) } else { (first, second) };
    let other = OtherAnswer { due: second, because: other.because, choice: other.choice, only_if };
    Ok(Answer { duty: duty.key, date_is: duty.date_is, due, other: Some(other), alarm, provisional })
}

fn check(duty: &Duty, inputs: &Inputs) -> Result<(), Refusal> {
    if let Some(date) = inputs.dates().find(|d| !(1974..=2100).contains(&d.year())) {
        return Err(Refusal::OutsideYears { date });
    }
    let Some(from) = inputs.from else { return Ok(()) };
    if let Some(began) = duty.versions.first().filter(|v| from < v.in_force_from) {
        return Err(Refusal::BeforeTheLaw { from, began: began.in_force_from, by: began.by });
    }
    if let Some(meeting) = inputs.meeting.filter(|m| *m < from) {
        return Err(Refusal::MeetingBeforeReceipt { meeting, from });
    }
    match inputs.report_dated.filter(|d| *d > from) {
        Some(report_dated) => Err(Refusal::ReceivedBeforeReport { report_dated, from }),
        None => Ok(()),
    }
}

/// The version in force on the day of the event; the latest where the day is not known.
fn version(duty: &Duty, from: Option<Date>) -> Option<&'static Version> {
    match from {
        Some(day) => duty.versions.iter().rev().find(|v| v.in_force_from <= day),
        None => duty.versions.last(),
    }
}

fn second(version: &Version, how: How, inputs: &Inputs) -> (Rule, Given) {
    match how {
        How::Rule(rule) => (rule, inputs.given(inputs.from)),
        How::FromReportDate => (version.rule, inputs.given(inputs.report_dated)),
        How::OnlyIf(_) => (version.rule, inputs.given(inputs.from)),
    }
}

fn due(duty: &Duty, reading: &'static str, rule: Rule, given: &Given, calendar: &Calendar) -> Due {
    let mut due = Due { date: None, at: None, last_working_day: None, reading, steps: rule.explain(given, calendar), cannot_say: None };
    match rule.outcome(given, calendar) {
        Outcome::On(date) => due.date = Some(date),
        Outcome::At(moment) => (due.date, due.at) = (Some(moment.date()), Some(moment)),
        Outcome::Open => {}
        Outcome::CannotSay(Missing::Start) => due.cannot_say = Some(format!("it is not known when {}", duty.starts.words())),
        Outcome::CannotSay(missing) => due.cannot_say = Some(missing.words()),
        Outcome::BeyondDates => due.cannot_say = Some("the answer lies beyond the year 9999".into()),
    }
    if matches!(duty.date_is, DateIs::LastDay | DateIs::LastDayToPublish) && due.at.is_none() {
        due.last_working_day = due.date.and_then(|d| last_working_day(d, working(rule), calendar));
        if let (Some(date), Some(day)) = (due.date, due.last_working_day.filter(|w| Some(*w) != due.date)) {
            let what = calendar.holiday(date).map_or_else(|| "no working day".to_string(), |h| format!("a bank holiday ({})", h.name));
            let words = format!(
                "{} is {what}, and nothing moves the date. The last working day before it is {}.",
                with_weekday(date),
                with_weekday(day)
            );
            due.steps.push(Step { words, date: Some(day) });
        }
    }
    due
}

/// The sort of working day that goes with a rule.
fn working(rule: Rule) -> DayKind {
    match rule.kind() {
        DayKind::Calendar => DayKind::Working,
        kind => kind,
    }
}

fn provisional(duty: &Duty, dues: &[&Due], inputs: &Inputs, rules: &[Rule], calendar: &Calendar) -> Option<String> {
    dues.iter().zip(rules).find_map(|(due, rule)| {
        let date = due.date?;
        let by_rule = inputs.from.and_then(|from| calendar.first_unpublished(rule.kind(), from, date));
        let by_last_day = due.last_working_day.and_then(|day| calendar.first_unpublished(working(*rule), day, date));
        let known = calendar.known_on().map_or_else(String::new, |d| format!(" as known on {}", long(d)));
        match (by_rule, by_last_day) {
            (Some(year), _) => Some(format!("provisional: the bank holidays of {year} are not in the published table{known}; the general rule was used")),
            (None, Some(year)) => Some(format!("the date stands, but its last working day is provisional: the bank holidays of {year} are not in the published table{known}")),
            (None, None) => None,
        }
        .filter(|_| duty.date_is != DateIs::NoDate)
    })
}

#[cfg(test)]
mod tests;
