//! Local Government Act 1972, sections 243 and 270: the breaks that move a last day under that Act.
//!
//! They postpone the last day *for doing a thing* under the 1972 Act. They shorten no minimum notice, and they do not
//! reach the 1974 Act, the 1989 Act or the executive regulations of 2012: only `Rule::OfTheDateOutsideBreaks` uses them.

use jiff::civil::{Date, Weekday};
use serde::{Deserialize, Serialize};

use super::{Calendar, easter};
use crate::counting::plus;

/// Whether a Saturday is a *week day*: the Act does not say.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Saturday {
    /// A week day is Monday to Friday: the breaks are wider.
    #[default]
    NoWeekDay,
    /// A week day is any day but Sunday.
    WeekDay,
}

/// A break, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Break {
    /// What it is called in section 270.
    pub name: &'static str,
    /// Its first day.
    pub first: Date,
    /// Its last day.
    pub last: Date,
}

impl Calendar {
    /// The last week day before Christmas Day to the first week day after it that is no bank holiday.
    pub fn christmas_break(&self, year: i16, saturday: Saturday) -> Option<Break> {
        self.around("Christmas break", Date::new(year, 12, 25).ok()?, saturday)
    }

    /// The Thursday before to the Tuesday after Easter Day.
    pub fn easter_break(&self, year: i16) -> Option<Break> {
        let easter = easter(year)?;
        Some(Break { name: "Easter break", first: plus(easter, -3)?, last: plus(easter, 2)? })
    }

    /// A bank holiday with the last week day before it and the next week day after it that is no bank holiday.
    pub fn bank_holiday_break(&self, holiday: Date, saturday: Saturday) -> Option<Break> {
        self.holiday(holiday)?;
        self.around("bank holiday break", holiday, saturday)
    }

    /// The break that a day falls in, if any; Sundays are left out of section 243 without one.
    pub fn break_on(&self, day: Date, saturday: Saturday) -> Option<Break> {
        let inside = |b: &Break| b.first <= day && day <= b.last;
        let near = self.england.iter().filter(|d| crate::counting::days_between(d.date, day).abs() <= 7);
        let mut breaks = vec![self.easter_break(day.year()), self.christmas_break(day.year(), saturday)];
        breaks.extend(near.map(|d| self.bank_holiday_break(d.date, saturday)));
        breaks.into_iter().flatten().find(inside)
    }

    /// Section 243(1): a last day on a Sunday or in a break moves to the next day that is neither.
    pub fn moved_by_section_243(&self, last_day: Date, saturday: Saturday) -> Option<Date> {
        let mut day = last_day;
        while day.weekday() == Weekday::Sunday || self.break_on(day, saturday).is_some() {
            day = plus(day, 1)?;
        }
        Some(day)
    }

    fn around(&self, name: &'static str, middle: Date, saturday: Saturday) -> Option<Break> {
        let week_day = |d: Date| d.weekday() != Weekday::Sunday && (saturday == Saturday::WeekDay || d.weekday() != Weekday::Saturday);
        let (mut first, mut last) = (plus(middle, -1)?, plus(middle, 1)?);
        while !week_day(first) {
            first = plus(first, -1)?;
        }
        // Schedule 1 to the 1971 Act makes 26 December a bank holiday even on a Saturday, when the table has its substitute.
        let boxing_day = |d: Date| d.month() == 12 && d.day() == 26;
        while !week_day(last) || self.holiday(last).is_some() || boxing_day(last) {
            last = plus(last, 1)?;
        }
        Some(Break { name, first, last })
    }
}
