//! Months over four hundred years: the whole cycle of the calendar.

use redress::counting::{Period, beginning_with, days_between, of_the_date, plus};

#[test]
fn a_month_ends_on_the_corresponding_date_or_with_the_month_on_every_day_of_four_centuries() {
    let mut day = jiff::civil::date(1900, 1, 1);
    while day.year() < 2300 {
        for months in [1, 2, 3, 6, 12, 13] {
            let period = Period::Months(months);
            let (within, of) = (beginning_with(day, period).expect("in range"), of_the_date(day, period).expect("in range"));
            let index = i32::from(day.year()) * 12 + i32::from(day.month()) + i32::from(months);
            assert_eq!(i32::from(of.year()) * 12 + i32::from(of.month()), index, "{months} months of {day} end in the month that many on");
            let no_such_day = of.day() != day.day();
            if no_such_day {
                assert!(of.day() < day.day() && of == of.last_of_month(), "{months} months of {day}");
                assert_eq!(within, of, "both end with the month: {day}");
            } else {
                assert_eq!(days_between(within, of), 1, "day one is counted, so the period ends a day sooner: {day}");
            }
        }
        day = plus(day, 1).expect("in range");
    }
}

#[test]
fn a_period_that_begins_on_the_first_ends_with_a_month() {
    for year in 1900..2300 {
        for month in 1..=12 {
            let first = jiff::civil::date(year, month, 1);
            let end = beginning_with(first, Period::Months(3)).expect("in range");
            assert_eq!(end, end.last_of_month(), "{first}");
        }
    }
}
