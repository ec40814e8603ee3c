//! Counting: the only place that adds days to dates. Each rule of counting is a function with its name.
//!
//! The functions answer with a date alone; `rule` holds them as values, and `words` says how each came to its date.
//! Nothing here moves a last day that falls on a weekend or a holiday: no Act that we serve says so.

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZoneDatabase;
use serde::Serialize;

use crate::calendar::{Calendar, DayKind};

/// Sums on numbered days.
pub(crate) mod number;
/// Lengths of time as the law words them.
mod period;
/// The rules as values.
mod rule;
/// How a rule came to its date, step by step.
mod words;

pub use period::Period;
pub use rule::{Given, Missing, Outcome, Rule};
pub use words::Step;

/// The end of a period *beginning with* `first`, which is itself day one.
///
/// Months and years end the day before the corresponding date, or with the month where it has no such date.
pub fn beginning_with(first: Date, period: Period) -> Option<Date> {
    match period.days() {
        Some(days) => plus(first, days.checked_sub(1)?),
        None => match corresponding(first, period.months())? {
            Corresponding::Is(date) => plus(date, -1),
            Corresponding::EndOfMonth(last) => Some(last),
        },
    }
}

/// The end of a period *of*, *from* or *after* a date, which is not counted.
///
/// Months and years end on the corresponding date, or with the month where it has no such date.
pub fn of_the_date(date: Date, period: Period) -> Option<Date> {
    match period.days() {
        Some(days) => plus(date, days),
        None => Some(match corresponding(date, period.months())? {
            Corresponding::Is(date) | Corresponding::EndOfMonth(date) => date,
        }),
    }
}

/// The last day that is *not more than* a period *after* a date.
pub fn not_more_than_after(date: Date, period: Period) -> Option<Date> {
    of_the_date(date, period)
}

/// The last day that is *not later than* a period *after* a date.
pub fn not_later_than_after(date: Date, period: Period) -> Option<Date> {
    of_the_date(date, period)
}

/// The end of a period that begins the day after a date: the later reading of *beginning with the end of* another.
pub fn beginning_the_day_after(date: Date, period: Period) -> Option<Date> {
    beginning_with(plus(date, 1)?, period)
}

/// The last day to publish so that at least `days` *clear days* lie before `event`: neither day is counted.
///
/// Where only working days count, the day of publishing is a working day too: a closed office shows nothing.
pub fn clear_days_before(event: Date, days: u16, kind: DayKind, calendar: &Calendar) -> Option<Date> {
    let mut day = number::of(event);
    // The clear days, and before them the day of publishing.
    for _ in 0..=days {
        day -= 1;
        while !calendar.counts(kind, day) {
            day -= 1;
        }
    }
    number::date(day)
}

/// The first day to act once `days` *clear days* have gone by after `date`: neither day is counted.
pub fn clear_days_after(date: Date, days: u16, kind: DayKind, calendar: &Calendar) -> Option<Date> {
    forward(date, u32::from(days) + 1, kind, calendar)
}

/// The `days`th counted day after `date`, which is not counted: the last day for a duty within so many days.
pub fn days_after(date: Date, days: u16, kind: DayKind, calendar: &Calendar) -> Option<Date> {
    forward(date, u32::from(days), kind, calendar)
}

/// The first business day after a date, at whose end a suspension under the 1989 Act lifts.
pub fn first_business_day_after(date: Date, calendar: &Calendar) -> Option<Date> {
    forward(date, 1, DayKind::Business, calendar)
}

/// The last working day on or before a date.
pub fn last_working_day(date: Date, kind: DayKind, calendar: &Calendar) -> Option<Date> {
    let mut day = number::of(date);
    while !calendar.counts(kind, day) {
        day -= 1;
    }
    number::date(day)
}

/// The last moment *within* so many clock hours after a moment in England: sixty minutes each, holidays and all.
///
/// A time that the clocks skip in spring is read an hour later; one that they repeat in autumn is the first of the two.
pub fn within_hours(from: Date, at: Time, hours: u16) -> Option<DateTime> {
    let london = TimeZoneDatabase::bundled().get("Europe/London").ok()?;
    let start = from.to_datetime(at).to_zoned(london).ok()?;
    Some(start.checked_add(jiff::SignedDuration::from_hours(i64::from(hours))).ok()?.datetime())
}

/// The last day of a minimum time of keeping, *beginning with* the date of the meeting or decision.
pub fn keep_for_years(date: Date, years: u16) -> Option<Date> {
    beginning_with(date, Period::Years(years))
}

/// The last day to do again what is to be done *at least* once in a period; the day of the last time is day one of it.
pub fn at_least_every(last: Date, period: Period) -> Option<Date> {
    beginning_with(last, period)
}

/// A meeting in a body's calendar, as far as signing minutes asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Sitting {
    /// Its day.
    pub on: Date,
    /// Whether it is an extraordinary meeting, which leaves the minutes to the next ordinary one.
    pub extraordinary: bool,
}

/// The *next suitable meeting* after a meeting: the next ordinary one.
pub fn next_suitable_meeting(after: Date, sittings: &[Sitting]) -> Option<Date> {
    sittings.iter().filter(|s| s.on > after && !s.extraordinary).map(|s| s.on).min()
}

/// The first meeting on or after a day, of any sort.
pub fn first_meeting_from(day: Date, sittings: &[Sitting]) -> Option<Date> {
    sittings.iter().filter(|s| s.on >= day).map(|s| s.on).min()
}

/// How many days `to` is after `from`; less than nothing when it is before.
pub fn days_between(from: Date, to: Date) -> i32 {
    number::of(to) - number::of(from)
}

/// How many days of a kind lie strictly between two days: the clear days that a notice really gives.
pub fn clear_days_between(notice: Date, event: Date, kind: DayKind, calendar: &Calendar) -> u32 {
    let between = number::of(notice) + 1..number::of(event);
    u32::try_from(between.filter(|day| calendar.counts(kind, *day)).count()).unwrap_or(u32::MAX)
}

/// A day some days on, or back where `days` is less than nothing.
pub fn plus(date: Date, days: i32) -> Option<Date> {
    number::date(number::of(date).checked_add(days)?)
}

fn forward(date: Date, days: u32, kind: DayKind, calendar: &Calendar) -> Option<Date> {
    let mut day = number::of(date);
    for _ in 0..days {
        day += 1;
        while !calendar.counts(kind, day) {
            day += 1;
        }
    }
    number::date(day)
}

/// The date some months on: the corresponding one, or the end of a month that has none.
pub(crate) enum Corresponding {
    /// The month has a day of that number.
    Is(Date),
    /// It has not; this is its last day.
    EndOfMonth(Date),
}

/// The corresponding date `months` on. None beyond the last year that a date can hold.
pub(crate) fn corresponding(date: Date, months: u32) -> Option<Corresponding> {
    let index = i64::from(date.year()) * 12 + i64::from(date.month()) - 1 + i64::from(months);
    let (year, month) = (i16::try_from(index.div_euclid(12)).ok()?, i8::try_from(index.rem_euclid(12)).ok()? + 1);
    if let Ok(same) = Date::new(year, month, date.day()) {
        return Some(Corresponding::Is(same));
    }
    Some(Corresponding::EndOfMonth(Date::new(year, month, 1).ok()?.last_of_month()))
}

#[cfg(test)]
mod tests;
