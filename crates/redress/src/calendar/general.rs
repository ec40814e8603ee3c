//! Bank holidays by rule, for years that nobody has published: every answer that rests on them is provisional.
//!
//! Banking and Financial Dealings Act 1971, Schedule 1, with the days that are proclaimed each year.

use jiff::civil::{Date, Weekday};

use super::BankHoliday;
use super::table::{
    BOXING, BOYNE, CHRISTMAS, EARLY_MAY, EASTER_MONDAY, GOOD_FRIDAY, NEW_YEAR, SECOND_JANUARY, SPRING, ST_ANDREW, ST_PATRICK, SUMMER,
    SUMMER_SCOTLAND,
};
use crate::counting::plus;

/// Easter Sunday in the Gregorian calendar (the anonymous computus).
pub fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    Date::new(year, i8::try_from(n / 31).ok()?, i8::try_from(n % 31 + 1).ok()?).ok()
}

/// England's bank holidays of a year by rule, in order.
pub(super) fn england(year: i16) -> Vec<BankHoliday> {
    let mut days = Vec::with_capacity(8);
    let mut add = |date: Option<Date>, name: &'static str, substitute| {
        days.extend(date.map(|date| BankHoliday { date, name: name.into(), substitute }))
    };
    // Proclaimed since 1974, and the first Monday in May since 1978.
    let (new_year, moved) = or_next_weekday(fixed(year, 1, 1));
    add(new_year, NEW_YEAR, moved);
    let easter = easter(year);
    add(easter.and_then(|e| plus(e, -2)), GOOD_FRIDAY, false);
    add(easter.and_then(|e| plus(e, 1)), EASTER_MONDAY, false);
    if year >= 1978 {
        add(monday(year, 5, 1), EARLY_MAY, false);
    }
    add(monday(year, 5, -1), SPRING, false);
    add(monday(year, 8, -1), SUMMER, false);
    let christmas = fixed(year, 12, 25);
    let (christmas_moves, boxing_moves) = match christmas.map(Date::weekday) {
        // Christmas Day's substitute comes after Boxing Day's own.
        Some(Weekday::Saturday) => (Some(27), Some(28)),
        Some(Weekday::Sunday) => (Some(27), None),
        Some(Weekday::Friday) => (None, Some(28)),
        _ => (None, None),
    };
    add(fixed(year, 12, christmas_moves.unwrap_or(25)), CHRISTMAS, christmas_moves.is_some());
    add(fixed(year, 12, boxing_moves.unwrap_or(26)), BOXING, boxing_moves.is_some());
    days.sort_by_key(|d| d.date);
    days
}

/// Days of a year that are bank holidays by rule elsewhere in the United Kingdom and not in England.
pub(super) fn other_parts(year: i16) -> Vec<BankHoliday> {
    let mut days = Vec::with_capacity(5);
    let mut add = |date: Option<Date>, name: &'static str, substitute| {
        days.extend(date.map(|date| BankHoliday { date, name: name.into(), substitute }))
    };
    match fixed(year, 1, 1).map(Date::weekday) {
        // 2 January is a Monday and keeps its day; New Year's Day moves behind it.
        Some(Weekday::Sunday) => add(fixed(year, 1, 3), NEW_YEAR, true),
        Some(Weekday::Saturday | Weekday::Friday) => add(fixed(year, 1, 4), SECOND_JANUARY, true),
        _ => add(fixed(year, 1, 2), SECOND_JANUARY, false),
    }
    add(monday(year, 8, 1), SUMMER_SCOTLAND, false);
    for (month, day, name) in [(3, 17, ST_PATRICK), (7, 12, BOYNE), (11, 30, ST_ANDREW)] {
        let (date, moved) = or_next_weekday(fixed(year, month, day));
        add(date, name, moved);
    }
    days.sort_by_key(|d| d.date);
    days
}

fn fixed(year: i16, month: i8, day: i8) -> Option<Date> {
    Date::new(year, month, day).ok()
}

fn monday(year: i16, month: i8, nth: i8) -> Option<Date> {
    fixed(year, month, 1)?.nth_weekday_of_month(nth, Weekday::Monday).ok()
}

/// A day, or the Monday after it where it falls on a weekend; and whether it moved.
fn or_next_weekday(date: Option<Date>) -> (Option<Date>, bool) {
    match date.map(Date::weekday) {
        Some(Weekday::Saturday) => (date.and_then(|d| plus(d, 2)), true),
        Some(Weekday::Sunday) => (date.and_then(|d| plus(d, 1)), true),
        _ => (date, false),
    }
}
