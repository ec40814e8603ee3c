//! When each year's bank holidays became known, and what was changed afterwards.
//!
//! From the history of GOV.UK's own data (see `table`): the day of each change there. Years that were only dropped
//! from the page as past are left out: a day once known stays known.

use jiff::civil::{Date, date};
use serde::Serialize;

/// A day on which the published bank holidays of England changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Revision {
    /// The day.
    pub on: Date,
    /// Years first published then.
    pub years: &'static [i16],
    /// Days added to a year that was known already.
    pub added: &'static [Date],
    /// Days taken from a year that was known already.
    pub removed: &'static [Date],
}

const fn years(on: Date, years: &'static [i16]) -> Revision {
    Revision { on, years, added: &[], removed: &[] }
}

const fn changed(on: Date, added: &'static [Date], removed: &'static [Date]) -> Revision {
    Revision { on, years: &[], added, removed }
}

/// Every revision, oldest first.
pub const REVISIONS: &[Revision] = &[
    years(date(2012, 1, 13), &[2012]),
    years(date(2012, 1, 24), &[2013]),
    years(date(2012, 12, 12), &[2014, 2015]),
    years(date(2014, 4, 27), &[2016]),
    years(date(2015, 10, 26), &[2017]),
    years(date(2016, 12, 19), &[2018]),
    years(date(2017, 10, 26), &[2019]),
    years(date(2018, 12, 6), &[2020]),
    changed(date(2019, 6, 10), &[date(2020, 5, 8)], &[date(2020, 5, 4)]),
    years(date(2019, 12, 9), &[2021]),
    // 2022 was published twelve minutes before its jubilee days were put right.
    years(date(2020, 11, 12), &[2022]),
    changed(date(2020, 11, 12), &[date(2022, 6, 2), date(2022, 6, 3)], &[date(2022, 5, 30)]),
    years(date(2021, 12, 3), &[2023]),
    changed(date(2022, 9, 9), &[date(2022, 9, 19)], &[]),
    years(date(2022, 11, 10), &[2024, 2025]),
    changed(date(2022, 11, 10), &[date(2023, 5, 8)], &[]),
    years(date(2023, 12, 15), &[2026]),
    years(date(2024, 11, 27), &[2027]),
    years(date(2025, 11, 24), &[2028]),
];
