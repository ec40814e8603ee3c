//! A rule of counting as a value: what a duty holds. One value gives the date and the words.

use jiff::civil::{Date, DateTime, Time};
use serde::Serialize;

use super::Period;
use crate::calendar::breaks::Saturday;
use crate::calendar::{Calendar, DayKind};

/// How a date is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// A period *beginning with* the date, which is day one.
    BeginningWith(Period),
    /// A period *beginning with* the day after the date.
    BeginningTheDayAfter(Period),
    /// Within a period *of* the date, which is not counted.
    OfTheDate(Period),
    /// *Not more than* a period *after* the date.
    NotMoreThanAfter(Period),
    /// *Not later than* a period *after* the date.
    NotLaterThanAfter(Period),
    /// Not sooner than a period after the date: the answer is the first lawful day.
    NotSoonerThanAfter(Period),
    /// At least so many *clear days* before a meeting or decision: the answer is the last lawful day to publish.
    ClearDaysBefore {
        /// How many.
        days: u16,
        /// Which days count.
        kind: DayKind,
    },
    /// Only once so many *clear days* have elapsed after the date: the answer is the first lawful day.
    ClearDaysAfter {
        /// How many.
        days: u16,
        /// Which days count.
        kind: DayKind,
    },
    /// Within so many counted days after the date, which is not counted.
    DaysAfter {
        /// How many.
        days: u16,
        /// Which days count.
        kind: DayKind,
    },
    /// Within as many days after the date as the constitution or letter says, or by the day that it names; `usual` where
    /// nothing is said.
    LocalDaysAfter {
        /// How many councils mostly give.
        usual: u16,
        /// Which days count.
        kind: DayKind,
    },
    /// Within so many days of the date under the Local Government Act 1972, whose section 243 moves a last day that falls
    /// on a Sunday or in a break.
    OfTheDateOutsideBreaks {
        /// How many calendar days.
        days: u16,
        /// Whether a Saturday is a week day, which decides how wide the breaks are.
        saturday: Saturday,
    },
    /// To the *end of the first business day after* the date.
    EndOfFirstBusinessDayAfter,
    /// *As soon as practicable*: no date, but an age.
    AsSoonAsPracticable,
    /// *On demand*: no date, but an age.
    OnDemand,
    /// *Within* so many clock hours.
    WithinHours(u16),
    /// At the *next suitable meeting*.
    NextSuitableMeeting,
    /// At a meeting that is named.
    NamedMeeting,
    /// By an event; what it is, in a few words.
    ByEvent(&'static str),
    /// By the day that a letter, decision or notice names; which one, in a few words.
    ByDateStated(&'static str),
    /// Within the period that a decision names, *of* its date; which one, in a few words.
    OfTheDateAsStated(&'static str),
    /// Kept for at least so many years *beginning with* the date.
    KeepForYears(u16),
    /// Done *at least* once in each period.
    AtLeastEvery(Period),
}

/// What a rule is given. What is not known is none, never a guess.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Given {
    /// The day that starts the clock; for a notice, the day of the meeting or decision.
    pub from: Option<Date>,
    /// The time of day, for clocks in hours.
    pub at: Option<Time>,
    /// The meeting, where the answer is a meeting.
    pub meeting: Option<Date>,
    /// The day that a letter or event names.
    pub stated: Option<Date>,
    /// The period that a decision or constitution names.
    pub period: Option<Period>,
}

/// What a rule answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// A day.
    On(Date),
    /// A moment, on clocks in England.
    At(DateTime),
    /// No day: as soon as practicable. Its age is counted from the start.
    Open,
    /// No answer yet, and why.
    CannotSay(Missing),
    /// The sum runs past the last year that a date can hold.
    BeyondDates,
}

/// What is missing for an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Missing {
    /// The day that starts the clock.
    Start,
    /// The time of day.
    Time,
    /// The meeting.
    Meeting,
    /// The day that something names; what.
    Stated(&'static str),
    /// The period that something names; what.
    Period(&'static str),
}

impl Missing {
    /// The end of *cannot say yet, because …*.
    pub fn words(self) -> String {
        match self {
            Missing::Start => "the date that starts the clock is not known".into(),
            Missing::Time => "the time of day is not known, and this clock runs in hours".into(),
            Missing::Meeting => "the meeting is not known".into(),
            Missing::Stated(what) => format!("the date is not known: {what}"),
            Missing::Period(what) => format!("the period is not known: {what}"),
        }
    }
}

impl Rule {
    /// The answer. Makes no words, so that thousands can be counted at once.
    pub fn outcome(&self, given: &Given, calendar: &Calendar) -> Outcome {
        match *self {
            Rule::AsSoonAsPracticable | Rule::OnDemand => return Outcome::Open,
            Rule::NextSuitableMeeting | Rule::NamedMeeting => {
                return given.meeting.map_or(Outcome::CannotSay(Missing::Meeting), Outcome::On);
            }
            Rule::ByEvent(what) | Rule::ByDateStated(what) => {
                return given.stated.map_or(Outcome::CannotSay(Missing::Stated(what)), Outcome::On);
            }
            _ => {}
        }
        let Some(from) = given.from else { return Outcome::CannotSay(Missing::Start) };
        let date = match *self {
            Rule::BeginningWith(period) => super::beginning_with(from, period),
            Rule::BeginningTheDayAfter(period) => super::beginning_the_day_after(from, period),
            Rule::OfTheDate(period) => super::of_the_date(from, period),
            Rule::NotMoreThanAfter(period) | Rule::NotSoonerThanAfter(period) => super::not_more_than_after(from, period),
            Rule::NotLaterThanAfter(period) => super::not_later_than_after(from, period),
            Rule::ClearDaysBefore { days, kind } => super::clear_days_before(from, days, kind, calendar),
            Rule::ClearDaysAfter { days, kind } => super::clear_days_after(from, days, kind, calendar),
            Rule::DaysAfter { days, kind } => super::days_after(from, days, kind, calendar),
            Rule::LocalDaysAfter { usual, kind } => given.stated.or_else(|| match local(usual, given.period) {
                Local::Days(days) => super::days_after(from, days, kind, calendar),
                Local::Period(period) => super::of_the_date(from, period),
            }),
            Rule::OfTheDateOutsideBreaks { days, saturday } => {
                super::of_the_date(from, Period::Days(days)).and_then(|last| calendar.moved_by_section_243(last, saturday))
            }
            Rule::EndOfFirstBusinessDayAfter => super::first_business_day_after(from, calendar),
            Rule::KeepForYears(years) => super::keep_for_years(from, years),
            Rule::AtLeastEvery(period) => super::at_least_every(from, period),
            Rule::OfTheDateAsStated(what) => match given.period {
                Some(period) => super::of_the_date(from, period),
                None => return given.stated.map_or(Outcome::CannotSay(Missing::Period(what)), Outcome::On),
            },
            Rule::WithinHours(hours) => {
                let Some(at) = given.at else { return Outcome::CannotSay(Missing::Time) };
                return super::within_hours(from, at, hours).map_or(Outcome::BeyondDates, Outcome::At);
            }
            Rule::AsSoonAsPracticable
            | Rule::OnDemand
            | Rule::NextSuitableMeeting
            | Rule::NamedMeeting
            | Rule::ByEvent(_)
            | Rule::ByDateStated(_) => None,
        };
        date.map_or(Outcome::BeyondDates, Outcome::On)
    }

    /// The days that the rule counts: all of them, or only those on which people work.
    pub fn kind(&self) -> DayKind {
        match *self {
            Rule::ClearDaysBefore { kind, .. }
            | Rule::ClearDaysAfter { kind, .. }
            | Rule::DaysAfter { kind, .. }
            | Rule::LocalDaysAfter { kind, .. } => kind,
            Rule::EndOfFirstBusinessDayAfter => DayKind::Business,
            Rule::OfTheDateOutsideBreaks { .. } => DayKind::Working,
            _ => DayKind::Calendar,
        }
    }

    /// The rule in a few words: `three months beginning with the date`.
    pub fn words(&self) -> String {
        let number = super::period::number_word;
        match *self {
            Rule::BeginningWith(p) => format!("{} beginning with the date", p.words()),
            Rule::BeginningTheDayAfter(p) => format!("{} beginning with the day after the date", p.words()),
            Rule::OfTheDate(p) => format!("within {} of the date, which is not counted", p.words()),
            Rule::NotMoreThanAfter(p) => format!("not more than {} after the date", p.words()),
            Rule::NotLaterThanAfter(p) => format!("not later than {} after the date", p.words()),
            Rule::NotSoonerThanAfter(p) => format!("not sooner than {} after the date", p.words()),
            Rule::ClearDaysBefore { days, kind } => format!("at least {} clear {} before", number(days), kind.plural()),
            Rule::ClearDaysAfter { days, kind } => format!("once {} clear {} have elapsed", number(days), kind.plural()),
            Rule::DaysAfter { days, kind } => format!("within {} {} after the date", number(days), kind.plural()),
            Rule::LocalDaysAfter { usual, kind } => {
                format!("within as many {} as the council's rules or the letter say, often {}", kind.plural(), number(usual))
            }
            Rule::OfTheDateOutsideBreaks { days, .. } => {
                format!("within {} of the date; a last day on a Sunday or in a break moves on", Period::Days(days).words())
            }
            Rule::EndOfFirstBusinessDayAfter => "to the end of the first business day after the date".into(),
            Rule::AsSoonAsPracticable => "as soon as practicable".into(),
            Rule::OnDemand => "on demand".into(),
            Rule::WithinHours(hours) => format!("within {} clock hours", number(hours)),
            Rule::NextSuitableMeeting => "at the next suitable meeting".into(),
            Rule::NamedMeeting => "at the meeting that is named".into(),
            Rule::ByEvent(what) | Rule::ByDateStated(what) => what.into(),
            Rule::OfTheDateAsStated(what) => what.into(),
            Rule::KeepForYears(years) => format!("for at least {} beginning with the date", Period::Years(years).words()),
            Rule::AtLeastEvery(p) => format!("at least once in {}", p.words()),
        }
    }
}

/// What a constitution or letter allows.
pub(super) enum Local {
    /// So many counted days.
    Days(u16),
    /// Weeks, months or years, which run through every day.
    Period(Period),
}

/// What the constitution or letter says, or the usual number of days.
pub(super) fn local(usual: u16, period: Option<Period>) -> Local {
    match period {
        None => Local::Days(usual),
        Some(Period::Days(days)) => Local::Days(days),
        Some(period) => Local::Period(period),
    }
}
