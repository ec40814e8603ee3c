//! A second way of counting, written without the first: it walks day by day with the library's own tomorrow and yesterday.
#![expect(clippy::disallowed_methods, reason = "the second way of counting must not use the first")]

use jiff::civil::{Date, Weekday};
use redress::calendar::{Calendar, DayKind};
use redress::counting::{self, Given, Outcome, Period, Rule};

use crate::Cases;

fn next(day: Date) -> Date {
    day.tomorrow().expect("in range")
}

fn previous(day: Date) -> Date {
    day.yesterday().expect("in range")
}

/// Walks on through `n` turns of the month. Gives the day of the same number, or the last day of the month reached.
fn months_on(from: Date, n: u32) -> (Date, bool) {
    let (mut day, mut turns) = (from, 0);
    loop {
        let tomorrow = next(day);
        if tomorrow.month() != day.month() {
            if turns == n {
                return (day, false);
            }
            turns += 1;
        }
        day = tomorrow;
        if turns == n && day.day() == from.day() {
            return (day, true);
        }
    }
}

fn walk_beginning(first: Date, period: Period) -> Date {
    if let Some(days) = period.days() {
        let mut day = first;
        for _ in 1..days {
            day = next(day);
        }
        return day;
    }
    let (day, same) = months_on(first, period.months());
    if same { previous(day) } else { day }
}

fn walk_after(from: Date, period: Period) -> Date {
    let Some(days) = period.days() else { return months_on(from, period.months()).0 };
    (0..days).fold(from, |day, _| next(day))
}

fn counts(kind: DayKind, day: Date) -> bool {
    kind == DayKind::Calendar
        || (!matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) && Calendar::england().holiday(day).is_none())
}

/// Tries each earlier day in turn until one leaves enough clear days.
fn walk_back(event: Date, days: usize, kind: DayKind) -> Date {
    let mut notice = previous(event);
    loop {
        let (mut clear, mut day) = (0, next(notice));
        while day < event {
            clear += usize::from(counts(kind, day));
            day = next(day);
        }
        if clear >= days && counts(kind, notice) {
            return notice;
        }
        notice = previous(notice);
    }
}

fn walk_on(from: Date, days: u16, kind: DayKind) -> Date {
    let (mut day, mut left) = (from, days);
    while left > 0 {
        day = next(day);
        left -= u16::from(counts(kind, day));
    }
    day
}

#[test]
fn the_two_ways_of_counting_agree_in_a_hundred_and_twenty_thousand_cases() {
    let mut cases = Cases::new(3);
    let calendar = Calendar::england();
    for case in 0..120_000_u32 {
        let from = cases.day(1974, 2100);
        let kind = if cases.below(2) == 0 { DayKind::Calendar } else { DayKind::Working };
        let days = cases.amount(30) + 1;
        let period = match cases.below(4) {
            0 => Period::Days(cases.amount(60) + 1),
            1 => Period::Weeks(cases.amount(12) + 1),
            2 => Period::Months(cases.amount(15) + 1),
            _ => Period::Years(cases.amount(3) + 1),
        };
        let (rule, expected) = match case % 6 {
            0 => (Rule::BeginningWith(period), walk_beginning(from, period)),
            1 => (Rule::OfTheDate(period), walk_after(from, period)),
            2 => (Rule::BeginningTheDayAfter(period), walk_beginning(next(from), period)),
            3 => (Rule::ClearDaysBefore { days, kind }, walk_back(from, usize::from(days), kind)),
            4 => (Rule::DaysAfter { days, kind }, walk_on(from, days, kind)),
            _ => (Rule::ClearDaysAfter { days, kind }, walk_on(from, days + 1, kind)),
        };
        let given = Given { from: Some(from), ..Given::default() };
        assert_eq!(rule.outcome(&given, calendar), Outcome::On(expected), "{rule:?} from {from}");
        if case % 40 == 0 {
            let steps = rule.explain(&given, calendar);
            assert_eq!(steps.last().and_then(|s| s.date), Some(expected), "the words of {rule:?} from {from} end elsewhere");
        }
    }
}

#[test]
fn the_first_business_day_and_the_last_working_day_agree() {
    let mut cases = Cases::new(8);
    for _ in 0..10_000 {
        let from = cases.day(1974, 2100);
        assert_eq!(counting::first_business_day_after(from, Calendar::england()), Some(walk_on(from, 1, DayKind::Working)));
        let mut last = from;
        while !counts(DayKind::Working, last) {
            last = previous(last);
        }
        assert_eq!(counting::last_working_day(from, DayKind::Working, Calendar::england()), Some(last));
    }
}
