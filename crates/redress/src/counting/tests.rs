//! Worked sums, each from the law or from a council's own dates.

use jiff::civil::{date, time};

use super::*;

#[test]
fn practice_dates_for_clear_days_hold() {
    let calendar = Calendar::england();
    for (meeting, long, working, plain) in [
        (date(2021, 3, 11), date(2021, 2, 10), date(2021, 3, 3), date(2021, 3, 5)),
        (date(2019, 10, 1), date(2019, 9, 2), date(2019, 9, 23), date(2019, 9, 25)),
        (date(2024, 2, 14), date(2024, 1, 16), date(2024, 2, 6), date(2024, 2, 8)),
        (date(2025, 2, 26), date(2025, 1, 28), date(2025, 2, 18), date(2025, 2, 20)),
        (date(2021, 5, 4), date(2021, 4, 5), date(2021, 4, 23), date(2021, 4, 28)),
        (date(2021, 7, 22), date(2021, 6, 23), date(2021, 7, 14), date(2021, 7, 16)),
    ] {
        assert_eq!(clear_days_before(meeting, 28, DayKind::Calendar, calendar), Some(long), "{meeting}");
        assert_eq!(clear_days_before(meeting, 5, DayKind::Working, calendar), Some(working), "{meeting}");
        assert_eq!(clear_days_before(meeting, 5, DayKind::Calendar, calendar), Some(plain), "{meeting}");
    }
}

#[test]
fn practice_dates_for_call_in_hold() {
    let calendar = Calendar::england();
    for (published, closes, act) in [
        (date(2019, 10, 3), date(2019, 10, 10), date(2019, 10, 11)),
        (date(2025, 2, 28), date(2025, 3, 7), date(2025, 3, 10)),
        (date(2026, 4, 2), date(2026, 4, 13), date(2026, 4, 14)),
        (date(2026, 5, 21), date(2026, 5, 29), date(2026, 6, 1)),
    ] {
        assert_eq!(days_after(published, 5, DayKind::Working, calendar), Some(closes));
        assert_eq!(clear_days_after(published, 5, DayKind::Working, calendar), Some(act));
    }
}

#[test]
fn months_end_by_the_corresponding_date() {
    assert_eq!(beginning_with(date(2026, 3, 1), Period::Months(1)), Some(date(2026, 3, 31)));
    assert_eq!(of_the_date(date(2026, 2, 28), Period::Months(1)), Some(date(2026, 3, 28)));
    assert_eq!(of_the_date(date(2026, 11, 30), Period::Months(3)), Some(date(2027, 2, 28)));
    assert_eq!(beginning_with(date(2024, 1, 30), Period::Months(1)), Some(date(2024, 2, 29)));
    assert_eq!(of_the_date(date(2025, 1, 22), Period::Months(3)), Some(date(2025, 4, 22)));
    assert_eq!(of_the_date(date(2026, 1, 31), Period::Months(1)), Some(date(2026, 2, 28)));
}

#[test]
fn keeping_begins_on_the_day_and_a_leap_day_has_no_fellow() {
    assert_eq!(keep_for_years(date(2026, 3, 26), 6), Some(date(2032, 3, 25)));
    assert_eq!(keep_for_years(date(2026, 3, 26), 4), Some(date(2030, 3, 25)));
    assert_eq!(keep_for_years(date(2024, 2, 29), 6), Some(date(2030, 2, 28)));
    assert_eq!(keep_for_years(date(2024, 2, 29), 4), Some(date(2028, 2, 28)));
}

#[test]
fn a_suspension_lifts_after_the_first_business_day() {
    let calendar = Calendar::england();
    for (concluded, lifts) in
        [(date(2026, 4, 2), date(2026, 4, 7)), (date(2026, 12, 24), date(2026, 12, 29)), (date(2019, 10, 1), date(2019, 10, 2))]
    {
        assert_eq!(first_business_day_after(concluded, calendar), Some(lifts));
    }
}

#[test]
fn clock_hours_pass_through_changes_of_the_clock() {
    let good_friday = within_hours(date(2026, 4, 2), time(18, 30, 0, 0), 24);
    assert_eq!(good_friday, Some(date(2026, 4, 3).at(18, 30, 0, 0)), "holidays count");
    assert_eq!(within_hours(date(2026, 3, 28), time(18, 30, 0, 0), 24), Some(date(2026, 3, 29).at(19, 30, 0, 0)), "an hour is skipped");
    assert_eq!(within_hours(date(2026, 10, 24), time(18, 30, 0, 0), 24), Some(date(2026, 10, 25).at(17, 30, 0, 0)), "an hour is repeated");
}

#[test]
fn minutes_wait_for_the_next_ordinary_meeting() {
    let sittings = [
        Sitting { on: date(2026, 4, 9), extraordinary: true },
        Sitting { on: date(2026, 5, 21), extraordinary: false },
        Sitting { on: date(2026, 3, 26), extraordinary: false },
    ];
    assert_eq!(next_suitable_meeting(date(2026, 3, 26), &sittings), Some(date(2026, 5, 21)));
    assert_eq!(first_meeting_from(date(2026, 4, 1), &sittings), Some(date(2026, 4, 9)));
}

#[test]
fn information_days_leave_out_holidays_of_the_whole_kingdom() {
    let calendar = Calendar::england();
    assert_eq!(days_after(date(2026, 3, 9), 20, DayKind::Information, calendar), Some(date(2026, 4, 9)));
    assert_eq!(days_after(date(2026, 3, 9), 20, DayKind::Working, calendar), Some(date(2026, 4, 8)));
}

#[test]
fn sums_past_the_last_date_have_no_answer() {
    let rule = Rule::BeginningWith(Period::Years(u16::MAX));
    let given = Given { from: Some(date(2100, 12, 31)), ..Given::default() };
    assert_eq!(rule.outcome(&given, Calendar::england()), Outcome::BeyondDates);
    assert_eq!(Rule::BeginningWith(Period::Days(0)).outcome(&given, Calendar::england()), Outcome::On(date(2100, 12, 30)));
    assert!(!rule.explain(&given, Calendar::england()).is_empty());
}

#[test]
fn local_days_are_the_council_s_own_and_weeks_run_through_every_day() {
    let rule = Rule::LocalDaysAfter { usual: 5, kind: DayKind::Working };
    let due = |period| rule.outcome(&Given { from: Some(date(2026, 4, 2)), period, ..Given::default() }, Calendar::england());
    assert_eq!(due(None), Outcome::On(date(2026, 4, 13)));
    assert_eq!(due(Some(Period::Days(3))), Outcome::On(date(2026, 4, 9)));
    assert_eq!(due(Some(Period::Weeks(1))), Outcome::On(date(2026, 4, 9)));
}
