//! The test, the notices, the ways out, the months.

use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::*;
use crate::calendar::Calendar;
use crate::counting::{clear_days_between, plus};
use crate::duty::Settings;
use crate::private_meeting::{Agreement, Capacity};

const THRESHOLD: Threshold = Threshold(500_000);

fn entry(day: Date) -> Entry {
    Entry {
        reference: "FP-2026-012".into(),
        title: "School transport".into(),
        matter: "School transport: the Ombudsman's further report".into(),
        key: Some(KeyTest { pounds: 0, significant_for_service: false, wards: 22, why: String::new() }),
        decider: Decider::Body { body: "Cabinet".into(), members: vec!["Cllr A. Reed".into()] },
        when: When::On { day },
        private: true,
        private_reason: "The further report is confidential until the Ombudsman publishes it.".into(),
        member: "Cllr A. Reed".into(),
        officer: "Head of School Services, school.services@thornmere.example".into(),
        consultees: vec![],
        how_consulted: String::new(),
        documents: vec!["Report of the director".into()],
        copies_from: "Town Hall, Thornmere".into(),
        later_documents: "Write to the officer".into(),
        scrutiny: "Children's scrutiny".into(),
        wards: vec!["All".into()],
        service: Some("School transport".into()),
    }
}

fn ways(decision: Date, notices: &Notices) -> Way {
    way(decision, notices, &Settings::default(), Calendar::england()).expect("a way")
}

#[test]
fn either_limb_makes_a_decision_key() {
    let test = |pounds, significant_for_service, wards| KeyTest { pounds, significant_for_service, wards, why: String::new() };
    assert!(!test(499_999, false, 1).is_key(THRESHOLD));
    assert!(test(500_000, false, 0).is_key(THRESHOLD));
    assert!(test(0, false, 2).because(THRESHOLD).unwrap().contains("2 wards"));
    assert_eq!(test(90_000, true, 0).check(THRESHOLD).unwrap().field, "why");
    assert_eq!(test(900_000, true, 0).check(THRESHOLD), None);
    assert_eq!([Threshold(500_000).words(), Threshold(1).words(), Threshold(1_000).words()], ["£500,000", "£1", "£1,000"]);
}

#[test]
fn an_entry_says_what_regulation_9_asks_for() {
    assert_eq!(entry(date(2026, 5, 28)).check(THRESHOLD), []);
    let bare = Entry {
        key: None,
        matter: "?".into(),
        decider: Decider::Body { body: "Cabinet".into(), members: vec![] },
        when: When::Between { from: date(2026, 5, 2), to: date(2026, 5, 1) },
        documents: vec![],
        copies_from: String::new(),
        later_documents: String::new(),
        ..entry(date(2026, 5, 28))
    };
    let fields: Vec<String> = bare.check(THRESHOLD).into_iter().map(|w| w.field).collect();
    assert_eq!(fields, ["key", "matter", "members", "to", "documents", "copies_from", "later_documents"]);
}

#[test]
fn twenty_eight_clear_days_or_a_way_out() {
    let decision = date(2026, 5, 28);
    let published = |on| Notices { published: Some(on), ..Notices::default() };
    assert_eq!(ways(decision, &published(date(2026, 4, 29))), Way::InTime { by: date(2026, 4, 29) });
    let Way::None { why } = ways(decision, &published(date(2026, 4, 30))) else { panic!("a day short") };
    let fields: Vec<&str> = why.iter().map(|w| w.field.as_str()).collect();
    assert_eq!(fields, ["published", "exception", "urgency", "day"]);
    assert_eq!(why[3].message, "Way out: decide on Friday 29 May 2026 or later.");
}

#[test]
fn a_draft_that_came_after_the_plan_goes_by_the_general_exception() {
    let exception = |available| Exception {
        told: vec!["Cllr P. Marsh, chair of scrutiny".into()],
        available,
        reason: "The draft came on 14 August, after the plan of 5 August.".into(),
    };
    let with = |available| Notices { exception: Some(exception(available)), ..Notices::default() };
    let then = "Publish the reasons why 28 clear days were impracticable as soon as you can: regulation 10(3).";
    assert_eq!(ways(date(2019, 9, 10), &with(date(2019, 8, 14))), Way::GeneralException { from: date(2019, 8, 22), then });
    assert_eq!(ways(date(2026, 4, 9), &with(date(2026, 3, 30))), Way::GeneralException { from: date(2026, 4, 9), then });
    assert!(matches!(ways(date(2026, 4, 8), &with(date(2026, 3, 30))), Way::None { .. }));
    let untold = Notices { exception: Some(Exception { told: vec![], ..exception(date(2019, 8, 14)) }), ..Notices::default() };
    let Way::None { why } = ways(date(2019, 9, 10), &untold) else { panic!("scrutiny was not told") };
    assert!(why.iter().any(|w| w.field == "told"));
}

#[test]
fn special_urgency_needs_agreement_before_and_its_reason() {
    let urgency = |on: Date, reason: &str| Urgency {
        agreement: Agreement {
            capacity: Capacity::ChairOfScrutiny,
            name: "Cllr P. Marsh".into(),
            on,
            reason: "The time to comment ends on 12 September.".into(),
            former_could_not: None,
        },
        reason: reason.into(),
    };
    let with = |urgency| Notices { urgency: Some(urgency), ..Notices::default() };
    let good = "The letter came two days before the meeting.";
    assert!(matches!(ways(date(2019, 9, 10), &with(urgency(date(2019, 9, 9), good))), Way::SpecialUrgency { .. }));
    assert!(matches!(ways(date(2019, 9, 10), &with(urgency(date(2019, 9, 11), good))), Way::None { .. }));
    assert!(matches!(ways(date(2019, 9, 10), &with(urgency(date(2019, 9, 9), "Urgent."))), Way::None { .. }));
}

#[test]
fn the_earliest_meeting_is_after_every_notice() {
    let calendar = Calendar::england();
    let settings = Settings::default();
    let of = |entry: &Entry, notices: &Notices, private| {
        earliest_meeting(entry, THRESHOLD, notices, private, date(2026, 4, 2), (&settings, calendar)).unwrap()
    };
    let published = |on| Notices { published: Some(on), ..Notices::default() };
    let (public, private) = (Entry { private: false, ..entry(date(2026, 5, 28)) }, entry(date(2026, 5, 28)));
    let not_key =
        Entry { key: Some(KeyTest { pounds: 0, significant_for_service: false, wards: 1, why: String::new() }), ..public.clone() };
    assert_eq!(of(&not_key, &Notices::default(), None).day, Some(date(2026, 4, 14)), "five clear working days over Easter");
    assert_eq!(of(&public, &published(date(2026, 4, 1)), None).day, Some(date(2026, 4, 30)));
    assert_eq!(of(&private, &published(date(2026, 4, 1)), None).day, None, "the notice of the private meeting is missing");
    assert_eq!(of(&private, &published(date(2026, 4, 1)), Some(date(2026, 4, 2))).day, Some(date(2026, 5, 1)));
    assert_eq!(of(&private, &Notices::default(), None).because.len(), 3);
}

#[test]
fn each_month_can_be_shown_again() {
    let mut history = History::default();
    let version = |on: Date, why: &str, entry| Published { on, by: "R. Clerk".into(), why: why.into(), entry };
    history.publish(version(date(2026, 2, 2), "", Some(entry(date(2026, 4, 14))))).unwrap();
    assert_eq!(history.publish(version(date(2026, 4, 1), "", None)).unwrap_err().field, "why");
    history.publish(version(date(2026, 4, 1), "Moved to wait for advice.", Some(entry(date(2026, 5, 12))))).unwrap();
    history.publish(version(date(2026, 6, 1), "No longer needed.", None)).unwrap();
    assert_eq!(history.in_month(2026, 1), None);
    assert_eq!(history.in_month(2026, 2), Some(Change::Added));
    assert_eq!(history.in_month(2026, 3), Some(Change::Kept));
    let moved = Some((When::On { day: date(2026, 4, 14) }, When::On { day: date(2026, 5, 12) }));
    assert_eq!(history.in_month(2026, 4), Some(Change::Changed { why: vec!["Moved to wait for advice.".into()], moved }));
    assert_eq!(history.in_month(2026, 6), Some(Change::Withdrawn { why: "No longer needed.".into() }));
    assert_eq!(history.in_month(2026, 7), None);
    assert_eq!(history.on(date(2026, 3, 31)).unwrap().when.first(), date(2026, 4, 14));
}

#[test]
fn a_day_brought_forward_needs_its_own_notice() {
    let mut history = History::default();
    let version = |on: Date, day| Published { on, by: "R. Clerk".into(), why: "Another day.".into(), entry: Some(entry(day)) };
    history.publish(version(date(2026, 2, 2), date(2026, 6, 9))).unwrap();
    assert_eq!(history.notice_given(), Some(date(2026, 2, 2)));
    history.publish(version(date(2026, 4, 1), date(2026, 5, 12))).unwrap();
    assert_eq!(history.notice_given(), Some(date(2026, 4, 1)));
    history.publish(version(date(2026, 4, 20), date(2026, 7, 7))).unwrap();
    assert_eq!(history.notice_given(), Some(date(2026, 2, 2)), "the first notice was for an earlier day than this");
}

proptest! {
    #[test]
    fn the_earliest_day_leaves_28_clear_days_and_the_day_before_does_not(offset in 0i32..4000) {
        let published = plus(date(2013, 1, 1), offset).unwrap();
        let notices = Notices { published: Some(published), ..Notices::default() };
        let first = earliest(&notices, &Settings::default(), Calendar::england()).unwrap().unwrap();
        prop_assert_eq!(clear_days_between(published, first, crate::calendar::DayKind::Calendar, Calendar::england()), 28);
        let (in_time, short) = (ways(first, &notices), ways(plus(first, -1).unwrap(), &notices));
        let (in_time, short) = (matches!(in_time, Way::InTime { .. }), matches!(short, Way::None { .. }));
        prop_assert!(in_time && short, "one day sooner is a day short");
    }
}

#[test]
fn a_day_that_no_version_announces_has_no_notice() {
    let mut history = History::default();
    let version = |on: Date, day| Published { on, by: "R. Clerk".into(), why: "Another day.".into(), entry: Some(entry(day)) };
    history.publish(version(date(2026, 2, 2), date(2026, 6, 9))).unwrap();
    assert_eq!(history.notice_for(date(2026, 6, 8)), None, "nothing was announced for a day before");
    assert_eq!(history.notice_for(date(2026, 6, 30)), Some(date(2026, 2, 2)), "a postponed decision keeps its notice");
    history.publish(Published { entry: None, ..version(date(2026, 3, 2), date(2026, 6, 9)) }).unwrap();
    assert_eq!(history.notice_for(date(2026, 6, 9)), None, "it was taken out");
}

#[test]
fn a_test_without_an_answer_needs_notice_as_a_key_decision_does() {
    let (settings, calendar) = (Settings::default(), Calendar::england());
    let history = History::default();
    let way_of = |key: Option<KeyTest>| {
        let entry = Entry { key, ..entry(date(2026, 5, 28)) };
        let standing = Standing { entry: &entry, history: &history, exception: None, urgency: None };
        standing.way_on(date(2026, 5, 28), THRESHOLD, (&settings, calendar)).unwrap().map(|w| (w.lawful(), w.words()))
    };
    let small = KeyTest { pounds: 10, significant_for_service: false, wards: 1, why: String::new() };
    assert_eq!(way_of(Some(small)), None, "it is not key");
    for key in [None, Some(KeyTest { pounds: 600_000, significant_for_service: false, wards: 0, why: String::new() })] {
        let (lawful, words) = way_of(key).expect("a way is asked");
        assert!(!lawful && words.contains("due by Wednesday 29 April 2026") && words.contains("regulation 10"), "{words}");
    }
}

#[test]
fn a_published_entry_is_not_changed_without_a_reason() {
    let why = |words: &str| Some(Why { words: words.into(), by: "R. Clerk".into(), on: date(2026, 4, 1) });
    let mut working = Working::new(entry(date(2026, 5, 28)));
    working.change(Entry { reference: "other".into(), ..entry(date(2026, 6, 9)) }, None, false).unwrap();
    assert_eq!((working.entry.reference.as_str(), working.since.len()), ("FP-2026-012", 0), "the reference stays");
    assert_eq!(working.change(entry(date(2026, 6, 9)), why("…"), true).unwrap_err().field, "why");
    working.change(entry(date(2026, 6, 9)), why("Advice is awaited."), true).unwrap();
    assert_eq!(working.take_out(why("").unwrap()).unwrap_err().field, "why");
    working.take_out(why("It is not needed.").unwrap()).unwrap();
    assert_eq!(working.reasons(), "Advice is awaited. It is not needed.");
}
