//! Actions from clauses, their dates, their owners.

use jiff::civil::date;
use proptest::prelude::*;

use super::*;
use crate::resolution::Clause;

fn posts() -> Vec<String> {
    vec!["Director of Homes".into(), "Director of Schools".into()]
}

fn made(owner: &str, due: Option<Date>) -> Result<Action, Vec<Wrong>> {
    let origin = Origin::Clause { decision: "D 14".into(), clause: "(d)".into(), text: Which::Resolved };
    let bodies = ["Improvement Board".to_string()];
    Action::made(Asked { origin, words: "Report progress.", owner, reports_to: &bodies, decided: date(2019, 10, 1), due }, &posts())
}

fn entry(on: Date, event: Event) -> Entry {
    Entry { on, by: "A. Officer".into(), event }
}

fn extended(to: Date) -> Event {
    Event::Extended { to, given_by: "Cabinet".into(), why: "The system is not ready.".into() }
}

#[test]
fn the_clauses_that_govern_are_offered_with_their_posts_and_bodies() {
    let clause = |label: &str, text: &str| Clause { label: Some(label.into()), text: text.into(), children: vec![] };
    let texts = Texts {
        published: Some(vec![clause(
            "(d)",
            "asks the Director of Homes to report to the People Scrutiny Committee and the Improvement Board",
        )]),
        resolved: None,
        noted: None,
        minuted: Some(vec![clause("(d)", "asks the Director of Homes to report to the Improvement Board")]),
    };
    let bodies = ["People Scrutiny Committee".to_string(), "Improvement Board".into()];
    let offered = offered(&texts, &posts(), &bodies);
    assert_eq!((offered.len(), offered[0].text), (1, Which::Published));
    assert_eq!(offered[0].reports_to, bodies);
    assert_eq!(offered[0].posts, ["Director of Homes"]);
}

#[test]
fn a_post_that_does_not_exist_cannot_be_asked() {
    let wrong = made("Director of Buses", Some(date(2019, 9, 1))).unwrap_err();
    assert_eq!(wrong.iter().map(|w| w.field.as_str()).collect::<Vec<_>>(), ["owner", "due"]);
    assert!(wrong[0].message.starts_with("No post is called Director of Buses."));
}

#[test]
fn more_time_stands_beside_the_original_date() {
    let mut action = made("Director of Homes", Some(date(2019, 12, 31))).unwrap();
    assert_eq!(action.status(date(2020, 1, 1)), Status::Overdue { due: date(2019, 12, 31), past_original: 1 });
    assert_eq!(action.record(entry(date(2020, 1, 6), extended(date(2019, 12, 31))), &posts()).unwrap_err().field, "to");
    action.record(entry(date(2020, 1, 6), extended(date(2020, 3, 31))), &posts()).unwrap();
    assert_eq!(action.original(), Some(date(2019, 12, 31)));
    assert_eq!(action.status(date(2020, 1, 7)), Status::UnderWay { due: Some(date(2020, 3, 31)) });
    action.record(entry(date(2020, 2, 1), Event::Done { evidence: "Report of 1 February".into(), done_on: None }), &posts()).unwrap();
    assert_eq!(action.status(date(2020, 5, 1)), Status::Done { on: date(2020, 2, 1), past_original: Some(32) });
    let note = Event::Noted { words: "All is well.".into(), public: true, goes: Goes::Going, expected: None };
    assert_eq!(action.record(entry(date(2020, 2, 2), note), &posts()).unwrap_err().field, "event");
    action.record(entry(date(2020, 2, 3), Event::Reopened { why: "Two homes are missing.".into() }), &posts()).unwrap();
    assert!(matches!(action.status(date(2020, 2, 4)), Status::UnderWay { .. }));
}

#[test]
fn hand_over_names_what_is_open_and_a_stop_its_decision() {
    let mut action = made("Director of Homes", None).unwrap();
    let hand = |to: &str, open: &str| Event::HandedOver { to: to.into(), why: "The service moved.".into(), open: open.into() };
    let day = date(2019, 11, 1);
    assert_eq!(action.record(entry(day, hand("Director of Schools", "")), &posts()).unwrap_err().field, "open");
    assert_eq!(action.record(entry(day, hand("Director of Buses", "The last report.")), &posts()).unwrap_err().field, "owner");
    action.record(entry(day, hand("Director of Schools", "The last report.")), &posts()).unwrap();
    assert_eq!(action.owner(), "Director of Schools");
    assert_eq!(action.record(entry(day, Event::Stopped { decision: "".into() }), &posts()).unwrap_err().field, "decision");
    action.record(entry(day, Event::Stopped { decision: "D 20".into() }), &posts()).unwrap();
    assert_eq!(action.status(day), Status::Stopped { on: day });
}

proptest! {
    #[test]
    fn no_entry_changes_the_original_date_or_an_earlier_entry(moves in prop::collection::vec((0u8..6, 1i8..28), 0..30)) {
        let mut action = made("Director of Homes", Some(date(2019, 12, 31))).unwrap();
        for (what, day) in moves {
            let before = action.entries().to_vec();
            let event = match what {
                0 => Event::Noted { words: "It goes on.".into(), public: false, goes: Goes::Going, expected: None },
                1 => extended(date(2020, 1, day)),
                2 => Event::HandedOver { to: "Director of Schools".into(), why: "It moved.".into(), open: "The rest.".into() },
                3 => Event::Done { evidence: "The report".into(), done_on: None },
                4 => Event::Stopped { decision: "D 20".into() },
                _ => Event::Reopened { why: "It was not done.".into() },
            };
            let _ = action.record(entry(date(2019, 11, day), event), &posts());
            prop_assert_eq!(action.original(), Some(date(2019, 12, 31)));
            prop_assert_eq!(&action.entries()[..before.len()], &before[..]);
        }
    }
}

#[test]
fn what_the_owner_expects_changes_no_date_and_nothing_is_done_before_the_decision_has_effect() {
    let mut action = made("Director of Homes", Some(date(2019, 12, 31))).unwrap();
    let note = |on: Date, expected: Option<Date>| {
        entry(on, Event::Noted { words: "The system is late.".into(), public: false, goes: Goes::Not, expected })
    };
    assert_eq!(action.record(note(date(2019, 12, 1), Some(date(2019, 11, 30))), &posts()).unwrap_err().field, "expected");
    action.record(note(date(2019, 12, 1), Some(date(2020, 2, 1))), &posts()).unwrap();
    assert_eq!((action.expected(), action.due(), action.original()), (Some(date(2020, 2, 1)), action.original(), Some(date(2019, 12, 31))));
    assert_eq!(action.days_late(date(2020, 1, 2)), Some(2));
    action.record(entry(date(2020, 1, 6), extended(date(2020, 3, 31))), &posts()).unwrap();
    assert_eq!((action.days_late(date(2020, 1, 7)), action.expected()), (Some(7), None), "more time hides no lateness");
    let not_yet = Effect::NotYet { from: date(2019, 10, 10) };
    assert!(Action::may_be_done(Some(&not_yet)).unwrap_err().contains("10 October 2019"));
    assert!(Action::may_be_done(None).is_ok());
}
