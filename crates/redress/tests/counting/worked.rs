//! Dates that other people worked out by hand: from the study of the law, from councils' own papers, from scenarios.

use jiff::civil::{Date, date};
use redress::calendar::{Calendar, DayKind};
use redress::counting::{Given, Outcome, Period, Rule, clear_days_between, last_working_day};

const WORKING: DayKind = DayKind::Working;
const CALENDAR: DayKind = DayKind::Calendar;

fn check(rule: Rule, from: Date, expected: Date) {
    let given = Given { from: Some(from), ..Given::default() };
    assert_eq!(rule.outcome(&given, Calendar::england()), Outcome::On(expected), "{} from {from}", rule.words());
}

#[test]
fn periods_of_the_ombudsman_and_the_monitoring_officer() {
    let three_months = Rule::BeginningWith(Period::Months(3));
    check(three_months, date(2021, 1, 21), date(2021, 4, 20));
    check(three_months, date(2019, 3, 14), date(2019, 6, 13));
    check(three_months, date(2021, 4, 23), date(2021, 7, 22));
    check(three_months, date(2024, 11, 30), date(2025, 2, 28));
    check(Rule::OfTheDate(Period::Weeks(4)), date(2021, 1, 21), date(2021, 2, 18));
    check(Rule::OfTheDate(Period::Months(3)), date(2025, 1, 22), date(2025, 4, 22));
    check(Rule::OfTheDate(Period::Months(1)), date(2023, 3, 8), date(2023, 4, 8));
    check(Rule::OfTheDate(Period::Months(3)), date(2023, 3, 8), date(2023, 6, 8));
    check(Rule::OfTheDate(Period::Months(1)), date(2026, 1, 31), date(2026, 2, 28));
    assert_eq!(last_working_day(date(2026, 2, 28), WORKING, Calendar::england()), Some(date(2026, 2, 27)));
    let three_weeks_after = Rule::NotMoreThanAfter(Period::Days(21));
    check(three_weeks_after, date(2026, 3, 19), date(2026, 4, 9));
    check(three_weeks_after, date(2026, 12, 7), date(2026, 12, 28));
    check(three_weeks_after, date(2019, 9, 23), date(2019, 10, 14));
    check(Rule::EndOfFirstBusinessDayAfter, date(2019, 10, 1), date(2019, 10, 2));
    check(Rule::BeginningWith(Period::Months(2)), date(2026, 4, 13), date(2026, 6, 12));
    check(Rule::NotMoreThanAfter(Period::Days(7)), date(2026, 3, 9), date(2026, 3, 16));
    check(Rule::NotMoreThanAfter(Period::Days(30)), date(2026, 8, 1), date(2026, 8, 31));
}

#[test]
fn the_second_three_months_have_two_ends() {
    check(Rule::BeginningWith(Period::Months(3)), date(2020, 4, 13), date(2020, 7, 12));
    // The scenario of 2020 counts by the later reading.
    check(Rule::BeginningTheDayAfter(Period::Months(3)), date(2020, 4, 13), date(2020, 7, 13));
}

#[test]
fn notices_of_meetings_and_decisions() {
    let five = Rule::ClearDaysBefore { days: 5, kind: WORKING };
    for (meeting, publish) in [
        (date(2026, 4, 14), date(2026, 4, 2)),
        (date(2026, 4, 9), date(2026, 3, 30)),
        (date(2027, 1, 6), date(2026, 12, 24)),
        (date(2026, 12, 10), date(2026, 12, 2)),
        (date(2026, 5, 19), date(2026, 5, 11)),
        (date(2019, 10, 30), date(2019, 10, 22)),
        (date(2021, 5, 4), date(2021, 4, 23)),
    ] {
        check(five, meeting, publish);
    }
    check(Rule::ClearDaysBefore { days: 28, kind: CALENDAR }, date(2026, 4, 14), date(2026, 3, 16));
    check(Rule::ClearDaysBefore { days: 28, kind: WORKING }, date(2026, 4, 14), date(2026, 3, 2));
    check(Rule::ClearDaysBefore { days: 28, kind: CALENDAR }, date(2026, 5, 28), date(2026, 4, 29));
    check(Rule::ClearDaysAfter { days: 5, kind: WORKING }, date(2026, 3, 30), date(2026, 4, 9));
    check(Rule::DaysAfter { days: 10, kind: CALENDAR }, date(2026, 4, 1), date(2026, 4, 11));
    check(Rule::DaysAfter { days: 10, kind: WORKING }, date(2026, 4, 1), date(2026, 4, 17));
}

#[test]
fn the_papers_in_elitestone_were_a_day_short() {
    let clear = clear_days_between(date(1990, 4, 26), date(1990, 5, 1), WORKING, Calendar::england());
    assert_eq!(clear, 2, "three were needed");
    check(Rule::ClearDaysBefore { days: 3, kind: WORKING }, date(1990, 5, 1), date(1990, 4, 25));
}

#[test]
fn working_days_of_complaints_enquiries_and_requests() {
    for (from, days, due) in [
        (date(2026, 4, 1), 5, date(2026, 4, 10)),
        (date(2026, 4, 10), 10, date(2026, 4, 24)),
        (date(2026, 4, 24), 10, date(2026, 5, 11)),
        (date(2026, 5, 20), 5, date(2026, 5, 28)),
        (date(2026, 5, 28), 20, date(2026, 6, 25)),
        (date(2026, 6, 25), 20, date(2026, 7, 23)),
        (date(2026, 12, 7), 20, date(2027, 1, 7)),
        (date(2026, 12, 18), 10, date(2027, 1, 6)),
        (date(2019, 10, 3), 5, date(2019, 10, 10)),
    ] {
        check(Rule::DaysAfter { days, kind: WORKING }, from, due);
    }
    check(Rule::DaysAfter { days: 20, kind: DayKind::Information }, date(2026, 3, 9), date(2026, 4, 9));
}
