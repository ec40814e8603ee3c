//! The calendar against facts.

use jiff::civil::date;

use super::breaks::Saturday;
use super::*;

#[test]
fn the_general_rule_gives_the_table_but_for_proclaimed_days() {
    let mut differ = Vec::new();
    for year in table::ENGLAND_YEARS.0..=table::ENGLAND_YEARS.1 {
        let by_rule: Vec<Date> = general::england(year).iter().map(|d| d.date).collect();
        let published: Vec<Date> = Calendar::england().year(year).map(|d| d.date).collect();
        differ.extend(published.iter().filter(|d| !by_rule.contains(d)).map(|d| (*d, '+')));
        differ.extend(by_rule.iter().filter(|d| !published.contains(d)).map(|d| (*d, '-')));
    }
    let expected = [
        (date(2011, 4, 29), '+'),
        (date(2012, 6, 4), '+'),
        (date(2012, 6, 5), '+'),
        (date(2012, 5, 28), '-'),
        (date(2020, 5, 8), '+'),
        (date(2020, 5, 4), '-'),
        (date(2022, 6, 2), '+'),
        (date(2022, 6, 3), '+'),
        (date(2022, 9, 19), '+'),
        (date(2022, 5, 30), '-'),
        (date(2023, 5, 8), '+'),
    ];
    assert_eq!(differ, expected);
}

#[test]
fn the_rule_for_other_parts_gives_their_table_but_for_proclaimed_days() {
    for year in table::OTHER_PARTS_YEARS.0..=table::OTHER_PARTS_YEARS.1 {
        let by_rule: Vec<Date> = general::other_parts(year).iter().map(|d| d.date).collect();
        let published: Vec<Date> =
            table::OTHER_PARTS.iter().map(|d| d.date).filter(|d| d.year() == year && *d != date(2026, 6, 15)).collect();
        assert_eq!(by_rule, published, "{year}");
    }
}

#[test]
fn easter_is_where_the_almanac_has_it() {
    for (year, month, day) in [(1974, 4, 14), (2000, 4, 23), (2008, 3, 23), (2011, 4, 24), (2026, 4, 5), (2038, 4, 25), (2100, 3, 28)] {
        assert_eq!(easter(year), Some(date(year, month, day)));
    }
}

#[test]
fn a_day_is_unknown_until_it_is_proclaimed() {
    let vic = date(2023, 5, 8);
    assert!(Calendar::as_known_on(date(2022, 11, 9)).holiday(vic).is_none());
    assert!(Calendar::as_known_on(date(2022, 11, 10)).holiday(vic).is_some());
    let before_ve = Calendar::as_known_on(date(2019, 6, 9));
    assert!(before_ve.holiday(date(2020, 5, 4)).is_some() && before_ve.holiday(date(2020, 5, 8)).is_none());
    assert!(before_ve.published_years().contains(&2020) && !before_ve.published_years().contains(&2021));
    assert!(Calendar::as_known_on(date(2020, 11, 11)).holiday(date(2022, 5, 30)).is_some(), "by general rule");
    assert_eq!(Calendar::as_known_on(date(2030, 1, 1)).england, Calendar::england().england);
}

#[test]
fn a_jubilee_belongs_to_its_year_even_before_it_was_moved_there() {
    let known = Calendar::as_known_on(date(2021, 1, 1));
    assert_eq!(known.year(2022).count(), 9, "the State Funeral was not yet known");
    assert_eq!(known.first_unpublished(DayKind::Working, date(2022, 12, 1), date(2023, 1, 5)), Some(2023));
}

#[test]
fn freedom_of_information_days_leave_out_holidays_anywhere_in_the_kingdom() {
    let calendar = Calendar::england();
    for (day, working, information) in [
        (date(2026, 3, 17), true, false),
        (date(2026, 6, 15), true, false),
        (date(2026, 5, 25), false, false),
        (date(2026, 5, 26), true, true),
    ] {
        assert_eq!((calendar.is(DayKind::Working, day), calendar.is(DayKind::Information, day)), (working, information), "{day}");
    }
}

#[test]
fn the_breaks_of_2026_are_as_the_act_draws_them() {
    let calendar = Calendar::england();
    for saturday in [Saturday::NoWeekDay, Saturday::WeekDay] {
        let christmas = calendar.christmas_break(2026, saturday).map(|b| (b.first, b.last));
        assert_eq!(christmas, Some((date(2026, 12, 24), date(2026, 12, 29))));
    }
    assert_eq!(calendar.easter_break(2026).map(|b| (b.first, b.last)), Some((date(2026, 4, 2), date(2026, 4, 7))));
    let august = calendar.bank_holiday_break(date(2026, 8, 31), Saturday::NoWeekDay).map(|b| (b.first, b.last));
    assert_eq!(august, Some((date(2026, 8, 28), date(2026, 9, 1))));
    assert_eq!(calendar.moved_by_section_243(date(2026, 4, 3), Saturday::NoWeekDay), Some(date(2026, 4, 8)));
    assert_eq!(calendar.moved_by_section_243(date(2026, 6, 14), Saturday::NoWeekDay), Some(date(2026, 6, 15)));
}

#[test]
fn a_published_file_replaces_the_general_rule_and_tells_what_changed() {
    let calendar = Calendar::england();
    let mut events: Vec<published::Event> =
        calendar.year(2029).map(|d| published::Event { title: d.name.to_string(), date: d.date, notes: String::new() }).collect();
    events.push(published::Event { title: "A one-off day".into(), date: date(2029, 6, 1), notes: String::new() });
    let newer = calendar.with_published(&events);
    assert_eq!(newer.published_years().last(), Some(&2029));
    let changes: Vec<(Date, bool)> = calendar.changes(&newer).iter().map(|c| (c.date, c.added)).collect();
    assert_eq!(changes, [(date(2029, 6, 1), true)]);
    assert_eq!(newer.holiday(date(2029, 6, 1)).map(|d| d.name.as_ref()), Some("A one-off day"));
    assert!(newer.changes(calendar).is_empty(), "the older calendar says nothing of 2029");
}

#[test]
fn the_government_s_form_is_read() {
    let text = r#"{"england-and-wales":{"division":"england-and-wales","events":[{"title":"New Year\u2019s Day","date":"2029-01-01","notes":"","bunting":true}]},"scotland":{"events":[]}}"#;
    let read: published::Published = serde_json::from_str(text).expect("read");
    assert_eq!(read.england_and_wales.events.first().map(|e| e.date), Some(date(2029, 1, 1)));
    let unchanged = Calendar::england().with_published(&read.england_and_wales.events);
    assert!(!unchanged.published_years().contains(&2029), "one day is no year");
}
