//! Notices that lack a part, and the way out of an embargo.

use jiff::civil::date;

use super::*;

fn notice(from: Date) -> Notice {
    Notice {
        report: "The Ombudsman's report of 14 January 2020".into(),
        offices: vec!["The council's offices, 9 am to 5 pm".into()],
        says_free: true,
        copies: "Copies are free".into(),
        inspection_from: Some(from),
        not_to_be_publicised: false,
    }
}

fn appears(place: &str, newspaper: bool, on: Date) -> Appearance {
    Appearance { place: place.into(), newspaper, on, proof: "page 12".into(), by: "D. Services".into() }
}

#[test]
fn the_mandatory_contents_are_each_asked_for() {
    let fields: Vec<String> = Notice::default().check(None).into_iter().map(|w| w.field).collect();
    assert_eq!(fields, ["report", "offices", "says_free", "copies", "inspection_from"]);
    assert!(notice(date(2020, 1, 17)).check(Some(date(2020, 1, 14))).is_empty());
    let directed = Notice { not_to_be_publicised: true, ..notice(date(2020, 1, 17)) };
    assert_eq!(directed.check(None).len(), 1);
}

#[test]
fn inspection_begins_within_a_week_of_the_first_notice_and_lasts_three_weeks() {
    let late = notice(date(2020, 1, 22)).check(Some(date(2020, 1, 14)));
    assert!(late[0].message.ends_with("by 21 January 2020."), "{late:?}");
    assert_eq!(notice(date(2020, 1, 13)).check(Some(date(2020, 1, 14))).len(), 1);
    let inspection = notice(date(2020, 1, 17)).inspection().unwrap();
    assert_eq!((inspection.until, inspection.keep_until), (date(2020, 2, 6), date(2020, 2, 7)));
}

#[test]
fn a_website_alone_is_no_notice() {
    let web = appears("the website", false, date(2020, 1, 10));
    assert_eq!(first_given(std::slice::from_ref(&web)), None);
    assert_eq!(proof_lacks(std::slice::from_ref(&web)).len(), 1);
    let all = [web, appears("The Echo", true, date(2020, 1, 14)), appears("The Star", true, date(2020, 1, 16))];
    assert_eq!(first_given(&all), Some(date(2020, 1, 14)));
    assert!(proof_lacks(&all).is_empty());
}

#[test]
fn a_seven_week_embargo_conflicts_with_the_two_weeks_and_the_way_out_is_said() {
    let of = |confidential, publication| conflict(date(2021, 1, 21), confidential, publication, &Settings::default(), Calendar::england());
    let found = of(true, Some(date(2021, 3, 11))).unwrap();
    assert_eq!(found.due, date(2021, 2, 4));
    assert!(found.way_out.iter().any(|w| w.contains("11 March 2021")), "{found:?}");
    assert!(of(true, None).is_some());
    assert_eq!(of(true, Some(date(2021, 2, 4))), None);
    assert_eq!(of(false, None), None);
}

#[test]
fn the_words_of_a_notice_name_report_offices_free_inspection_copies_and_day() {
    let notice = Notice {
        report: "the report of the Ombudsman on case 24 003 239".into(),
        offices: vec!["Town Hall, 9am to 5pm".into(), " ".into()],
        says_free: true,
        copies: "10p a page".into(),
        inspection_from: Some(date(2025, 3, 10)),
        not_to_be_publicised: false,
    };
    let text = notice.text("Thornmere Borough Council").join(" ");
    for words in ["case 24 003 239", "Town Hall, 9am to 5pm.", "from 10 March 2025", "free of charge", "10p a page."] {
        assert!(text.contains(words), "{words}: {text}");
    }
}
