//! Windows, requests, outcomes, waivers.

use jiff::civil::{date, time};

use super::*;
use crate::private_meeting::{Agreement, Capacity};

fn england() -> &'static Calendar {
    Calendar::england()
}

fn window(published: Date) -> Window {
    Rules::default().window(published, england()).expect("a window")
}

fn request(at: DateTime) -> Request {
    let caller = Caller::Members { members: (1..=5).collect() };
    Request { caller, at, grounds: "The decision was taken without the views of parents.".into(), outcome: None }
}

#[test]
fn five_working_days_after_publication() {
    for (published, closes, act_from) in [
        (date(2019, 10, 3), date(2019, 10, 10), date(2019, 10, 11)),
        (date(2025, 2, 28), date(2025, 3, 7), date(2025, 3, 10)),
        (date(2026, 4, 2), date(2026, 4, 13), date(2026, 4, 14)),
    ] {
        let window = window(published);
        assert_eq!((window.closes, window.act_from), (closes, act_from));
    }
}

#[test]
fn another_constitution_counts_otherwise() {
    let rules = Rules { window: CallIn { days: 8, kind: DayKind::Calendar }, until: Some(time(12, 0, 0, 0)), ..Rules::default() };
    let window = rules.window(date(2019, 10, 3), england()).expect("a window");
    assert_eq!((window.closes, window.act_from), (date(2019, 10, 11), date(2019, 10, 12)));
    assert!(window.is_open(date(2019, 10, 11).at(12, 0, 0, 0)));
    assert!(!window.is_open(date(2019, 10, 11).at(12, 0, 1, 0)));
    assert!(!window.is_open(date(2019, 10, 2).at(9, 0, 0, 0)), "not before publication");
}

#[test]
fn a_request_needs_its_members_its_grounds_and_its_time() {
    let (window, rules) = (window(date(2019, 10, 3)), Rules::default());
    assert_eq!(request(date(2019, 10, 10).at(23, 59, 0, 0)).check(&window, &rules), []);
    let late = Request { grounds: "n/a".into(), caller: Caller::Chair { member: 1 }, ..request(date(2019, 10, 11).at(0, 0, 0, 0)) };
    let fields: Vec<String> = late.check(&window, &rules).into_iter().map(|w| w.field).collect();
    assert_eq!(fields, ["at", "members", "grounds"]);
}

#[test]
fn nothing_is_carried_out_before_the_window_ends_or_while_called_in() {
    let (w, rules) = (window(date(2019, 10, 3)), Rules::default());
    let stands = |requests: &[Request], today| implementation(Some(w), requests, None, &rules, today);
    assert_eq!(stands(&[], date(2019, 10, 10)), Implementation::HeldUntil { act_from: date(2019, 10, 11) });
    assert_eq!(stands(&[], date(2019, 10, 11)), Implementation::May { from: date(2019, 10, 11) });
    assert_eq!(implementation(None, &[], None, &rules, date(2019, 11, 1)), Implementation::NotPublished);
    let mut asked = request(date(2019, 10, 9).at(15, 0, 0, 0));
    assert_eq!(stands(&[asked.clone()], date(2019, 11, 1)), Implementation::CalledIn);
    assert!(held(&Implementation::CalledIn).is_some());
    assert_eq!(asked.meets_by(&rules, england()), Some(date(2019, 10, 23)));
    let back = |again| Outcome::SentBack { on: date(2019, 10, 22), why: "Ask the parents first.".into(), again };
    asked.outcome = Some(back(None));
    assert_eq!(asked.decides_by(&rules, england()), Some(date(2019, 11, 5)));
    assert_eq!(stands(&[asked.clone()], date(2019, 11, 1)), Implementation::SentBack);
    asked.outcome = Some(back(Some(Again { on: date(2019, 10, 29), confirmed: true, by: None })));
    assert_eq!(stands(&[asked.clone()], date(2019, 11, 1)), Implementation::May { from: date(2019, 10, 29) });
    let replaced = back(Some(Again { on: date(2019, 10, 29), confirmed: false, by: None }));
    assert_eq!(asked.check_outcome(&replaced)[0].field, "by");
    asked.outcome = Some(replaced);
    assert_eq!(stands(&[asked], date(2019, 11, 1)), Implementation::Replaced);
    let too_late = request(date(2019, 10, 14).at(9, 0, 0, 0));
    assert!(matches!(stands(&[too_late], date(2019, 10, 15)), Implementation::May { .. }), "a request out of time holds nothing");
}

#[test]
fn a_waiver_needs_agreement_before_the_decision() {
    let agreement = |on| Agreement {
        capacity: Capacity::ChairOfScrutiny,
        name: "Cllr P. Marsh".into(),
        on,
        reason: "The Ombudsman's time to reply ends first.".into(),
        former_could_not: None,
    };
    let waiver = |on| Waiver {
        decided: date(2019, 9, 10),
        reason: "The reply is due two days after the meeting.".into(),
        agreement: agreement(on),
        rule: "Part 4, rule 16".into(),
    };
    let rules = Rules::default();
    assert!(waiver(date(2019, 9, 9)).check().is_empty());
    let stands = |w: &Waiver| implementation(Some(window(date(2019, 9, 12))), &[], Some(w), &rules, date(2019, 9, 12));
    assert_eq!(stands(&waiver(date(2019, 9, 9))), Implementation::May { from: date(2019, 9, 10) });
    assert!(matches!(stands(&waiver(date(2019, 9, 11))), Implementation::HeldUntil { .. }), "later agreement heals nothing");
}
