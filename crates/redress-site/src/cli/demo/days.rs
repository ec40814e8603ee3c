//! The days on which the demonstration's stories happen: each so far from today, on a weekday, and on no bank holiday.

use anyhow::Context;
use jiff::civil::{Date, DateTime, Weekday};
use redress::calendar::{Calendar, DayKind};
use redress::counting::{clear_days_before, plus};

/// The days of the stories.
#[derive(Debug, Clone, Copy)]
pub struct Days {
    /// Today.
    pub today: Date,
    /// Scrutiny looked at street lighting.
    pub scrutiny: Date,
    /// Cabinet decided on it.
    pub cabinet: Date,
    /// Cabinet met again.
    pub again: Date,
    /// Cabinet meets next, with a pack of papers.
    pub coming: Date,
}

impl Days {
    /// Counted from today; `again` is the day of the meeting that the desk has already.
    pub fn of(today: Date, again: Date) -> anyhow::Result<Days> {
        Ok(Days {
            today,
            scrutiny: weekday(today, Weekday::Monday, -68)?,
            cabinet: weekday(today, Weekday::Thursday, -42)?,
            again,
            coming: weekday(today, Weekday::Thursday, 15)?,
        })
    }

    /// The weekday of so many days ago.
    pub fn ago(&self, days: i32) -> anyhow::Result<Date> {
        working(plus(self.today, -days).context("a day")?)
    }
}

/// The first such weekday so many days from a day that is no bank holiday.
fn weekday(from: Date, weekday: Weekday, days: i32) -> anyhow::Result<Date> {
    let fits = |day: &Date| day.weekday() == weekday && Calendar::england().is(DayKind::Working, *day);
    (days..days + 28).filter_map(|n| plus(from, n)).find(fits).context("no such weekday")
}

/// This day, or the first working day before it.
fn working(day: Date) -> anyhow::Result<Date> {
    (0..14).filter_map(|n| plus(day, -n)).find(|d| Calendar::england().is(DayKind::Working, *d)).context("no working day")
}

/// Ten in the morning of the last day on which the agenda of a meeting may go out: Local Government Act 1972, section 100B(3).
pub fn agenda(meeting: Date) -> anyhow::Result<DateTime> {
    Ok(clear_days_before(meeting, 5, DayKind::Working, Calendar::england()).context("a day")?.at(10, 0, 0, 0))
}

/// Ten in the morning of the day that is so many days after another.
pub fn morning(day: Date, days: i32) -> anyhow::Result<DateTime> {
    Ok(plus(day, days).context("a day")?.at(10, 0, 0, 0))
}

/// A time in the evening of a meeting.
pub fn evening(day: Date, minutes: i8) -> DateTime {
    day.at(18, minutes.clamp(0, 59), 0, 0)
}
