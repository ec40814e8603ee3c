//! The calendar of England: bank holidays as published, by general rule beyond that, and as they were known on a day.
//!
//! A bank holiday can be proclaimed ten days ahead, so a calendar is a value that is passed in, never a constant.

use std::borrow::Cow;
use std::sync::LazyLock;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::counting::number;

/// The breaks of sections 243 and 270 of the Local Government Act 1972.
pub mod breaks;
/// Bank holidays by rule.
mod general;
/// The government's published form, and what changed between two calendars.
pub mod published;
/// When each year became known.
mod revisions;
/// Bank holidays as published.
mod table;

pub use general::easter;
pub use revisions::{REVISIONS, Revision};

/// The years that a calendar holds: wide enough for any sum from 1974 to 2100.
const YEARS: std::ops::RangeInclusive<i16> = 1970..=2130;

/// A bank holiday.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BankHoliday {
    /// The day.
    pub date: Date,
    /// What it is called.
    pub name: Cow<'static, str>,
    /// Whether it stands for a day that fell on a weekend, or was moved.
    pub substitute: bool,
}

/// Which days a rule counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayKind {
    /// Every day.
    Calendar,
    /// Monday to Friday, without bank holidays in England.
    Working,
    /// A *business day* of section 5(8) of the Local Government and Housing Act 1989, for a council in England.
    Business,
    /// A *working day* of section 10 of the Freedom of Information Act 2000: no bank holiday in any part of the United Kingdom.
    Information,
}

impl DayKind {
    /// `working days`.
    pub fn plural(self) -> &'static str {
        match self {
            DayKind::Calendar => "days",
            DayKind::Working => "working days",
            DayKind::Business => "business days",
            DayKind::Information => "working days of the Freedom of Information Act",
        }
    }

    /// `working day`.
    pub fn singular(self) -> &'static str {
        match self {
            DayKind::Calendar => "day",
            DayKind::Working => "working day",
            DayKind::Business => "business day",
            DayKind::Information => "working day of the Freedom of Information Act",
        }
    }
}

/// The bank holidays that a sum rests on.
#[derive(Debug, Clone)]
pub struct Calendar {
    england: Vec<BankHoliday>,
    other_parts: Vec<BankHoliday>,
    /// Years of England that are published, not by general rule.
    published: Vec<i16>,
    as_known_on: Option<Date>,
    first_number: i32,
    working: Vec<u64>,
    information: Vec<u64>,
}

static ENGLAND: LazyLock<Calendar> = LazyLock::new(|| Calendar::build(table::ENGLAND.to_vec(), all_years(), None));

fn all_years() -> Vec<i16> {
    (table::ENGLAND_YEARS.0..=table::ENGLAND_YEARS.1).collect()
}

impl Calendar {
    /// The calendar as this program knows it.
    pub fn england() -> &'static Calendar {
        &ENGLAND
    }

    /// The calendar as anybody could know it at the end of a day: later proclamations are undone, unpublished years go by rule.
    ///
    /// The history is England's; days of the other parts of the kingdom are as known now.
    pub fn as_known_on(day: Date) -> Calendar {
        let mut days = table::ENGLAND.to_vec();
        for revision in REVISIONS.iter().rev().filter(|r| r.on > day) {
            days.retain(|d| !revision.added.contains(&d.date) && !revision.years.contains(&d.date.year()));
            for date in revision.removed {
                days.extend(general::england(date.year()).into_iter().filter(|d| d.date == *date));
            }
        }
        let unknown: Vec<i16> = REVISIONS.iter().filter(|r| r.on > day).flat_map(|r| r.years).copied().collect();
        let known: Vec<i16> = all_years().into_iter().filter(|y| !unknown.contains(y)).collect();
        days.retain(|d| known.contains(&d.date.year()));
        Calendar::build(days, known, Some(day))
    }

    /// Days for `years`, and the general rule for all other years.
    fn build(mut england: Vec<BankHoliday>, years: Vec<i16>, as_known_on: Option<Date>) -> Calendar {
        england.extend(YEARS.filter(|y| !years.contains(y)).flat_map(general::england));
        england.sort_by_key(|d| d.date);
        let mut other_parts = table::OTHER_PARTS.to_vec();
        other_parts.extend(
            YEARS.filter(|y| !(table::OTHER_PARTS_YEARS.0..=table::OTHER_PARTS_YEARS.1).contains(y)).flat_map(general::other_parts),
        );
        other_parts.sort_by_key(|d| d.date);
        let first = Date::new(*YEARS.start(), 1, 1).map_or(0, number::of);
        let last = Date::new(*YEARS.end(), 12, 31).map_or(0, number::of);
        let mut working = weekdays(first, last);
        england.iter().for_each(|d| clear(&mut working, number::of(d.date) - first));
        let mut information = working.clone();
        other_parts.iter().for_each(|d| clear(&mut information, number::of(d.date) - first));
        Calendar { england, other_parts, published: years, as_known_on, first_number: first, working, information }
    }

    /// Whether a day counts. Beyond the years held, only weekends are left out.
    pub(crate) fn counts(&self, kind: DayKind, day: i32) -> bool {
        let bits = match kind {
            DayKind::Calendar => return true,
            // The Act leaves out Christmas Day and Good Friday by name; in England they are in the table with the rest.
            DayKind::Working | DayKind::Business => &self.working,
            DayKind::Information => &self.information,
        };
        let at = day - self.first_number;
        match usize::try_from(at).ok().and_then(|at| Some((bits.get(at / 64)?, at % 64))) {
            Some((word, bit)) => word >> bit & 1 == 1,
            None => !number::is_weekend(day),
        }
    }

    /// Whether a day counts.
    pub fn is(&self, kind: DayKind, day: Date) -> bool {
        self.counts(kind, number::of(day))
    }

    /// The bank holiday on a day in England, if it is one.
    pub fn holiday(&self, day: Date) -> Option<&BankHoliday> {
        self.england.binary_search_by_key(&day, |d| d.date).ok().and_then(|at| self.england.get(at))
    }

    /// England's bank holidays of a year.
    pub fn year(&self, year: i16) -> impl Iterator<Item = &BankHoliday> {
        self.england.iter().filter(move |d| d.date.year() == year)
    }

    /// The years of England that are published; all others go by general rule.
    pub fn published_years(&self) -> &[i16] {
        &self.published
    }

    /// The day whose knowledge this is, where it is not today's.
    pub fn known_on(&self) -> Option<Date> {
        self.as_known_on
    }

    /// Bank holidays strictly between two days that a kind of day leaves out.
    pub(crate) fn holidays_between(&self, kind: DayKind, from: Date, to: Date) -> impl Iterator<Item = &BankHoliday> {
        let others: &[BankHoliday] = if kind == DayKind::Information { &self.other_parts } else { &[] };
        self.england.iter().chain(others).filter(move |d| d.date > from && d.date < to)
    }

    /// The first year between two days whose holidays are not published, so that a sum over them is provisional.
    pub fn first_unpublished(&self, kind: DayKind, from: Date, to: Date) -> Option<i16> {
        let held = |y: &i16| {
            let england = self.published.contains(y);
            england && (kind != DayKind::Information || (table::OTHER_PARTS_YEARS.0..=table::OTHER_PARTS_YEARS.1).contains(y))
        };
        if kind == DayKind::Calendar {
            return None;
        }
        (from.min(to).year()..=from.max(to).year()).find(|y| !held(y))
    }
}

fn weekdays(first: i32, last: i32) -> Vec<u64> {
    let mut bits = vec![0_u64; usize::try_from((last - first) / 64 + 1).unwrap_or(0)];
    for day in (first..=last).filter(|d| !number::is_weekend(*d)) {
        if let Some((word, bit)) = place(&mut bits, day - first) {
            *word |= 1 << bit;
        }
    }
    bits
}

fn clear(bits: &mut [u64], at: i32) {
    if let Some((word, bit)) = place(bits, at) {
        *word &= !(1 << bit);
    }
}

fn place(bits: &mut [u64], at: i32) -> Option<(&mut u64, usize)> {
    let at = usize::try_from(at).ok()?;
    Some((bits.get_mut(at / 64)?, at % 64))
}

#[cfg(test)]
mod tests;
