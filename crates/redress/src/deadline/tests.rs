//! The state machine: worked cases, and what no path can do.

use jiff::civil::date;
use proptest::prelude::*;

use super::*;
use crate::calendar::Calendar;
use crate::counting::plus;
use crate::duty::{Inputs, Settings, due_date, find};

fn started(key: &str, from: Date) -> Deadline {
    let duty = find(key).expect("known");
    let due = due_date(duty, &Inputs::from(from), &Settings::default(), Calendar::england());
    let mut deadline = Deadline::waiting(duty);
    deadline.record(record(from, Event::Started { due })).expect("starts");
    deadline
}

fn record(on: Date, event: Event) -> Record {
    Record { on, by: "link officer".into(), event }
}

fn met(on: Date) -> Record {
    record(on, Event::Met { proof: "letter".into() })
}

fn extended(on: Date, to: Date) -> Record {
    record(on, Event::Extended { to, agreed_by: "the Ombudsman".into(), letter: "letter of that day".into() })
}

#[test]
fn a_reply_after_easter_monday_is_a_day_late_unless_the_ombudsman_agreed_longer() {
    let mut replied = started("lgsco_report_consider_and_notify", date(2025, 1, 22));
    let mut agreed = replied.clone();
    replied.record(met(date(2025, 4, 22))).expect("recorded");
    let standing = replied.standing(date(2025, 6, 1));
    assert_eq!((standing.state, standing.days_late), (State::MetLate { on: date(2025, 4, 22) }, 1));

    agreed.record(extended(date(2025, 4, 1), date(2025, 5, 30))).expect("recorded");
    assert!(matches!(agreed.standing(date(2025, 5, 1)).state, State::Extended { to, .. } if to == date(2025, 5, 30)));
    agreed.record(met(date(2025, 4, 22))).expect("recorded");
    let standing = agreed.standing(date(2025, 6, 1));
    assert_eq!(standing.state, State::Met { on: date(2025, 4, 22) });
    assert_eq!((standing.original, standing.days_past_original), (Some(date(2025, 4, 21)), 1), "the first date stays");
}

#[test]
fn a_reply_in_february_is_in_time_with_days_in_hand() {
    let mut deadline = started("lgsco_report_consider_and_notify", date(2025, 1, 7));
    assert_eq!(deadline.standing(date(2025, 2, 28)).days_left, Some(37));
    assert_eq!(deadline.standing(date(2025, 4, 22)).days_late, 16);
    deadline.record(met(date(2025, 2, 28))).expect("recorded");
    assert_eq!(deadline.standing(date(2026, 1, 1)).state, State::Met { on: date(2025, 2, 28) });
}

#[test]
fn a_direction_of_the_ombudsman_switches_the_notice_off() {
    let mut deadline = started("lgsco_report_public_notice", date(2026, 3, 3));
    let direction = Event::NotApplicable { reason: "direction under section 30(7)".into() };
    deadline.record(record(date(2026, 3, 10), direction)).expect("recorded");
    assert!(matches!(deadline.standing(date(2026, 5, 1)).state, State::NotApplicable { .. }));
    assert_eq!(deadline.record(met(date(2026, 3, 12))), Err(CannotRecord::NotApplicable));
    deadline.record(record(date(2026, 3, 12), Event::Reopened { reason: "direction withdrawn".into() })).expect("recorded");
    assert_eq!(deadline.standing(date(2026, 3, 20)).state, State::Missed);
}

#[test]
fn what_cannot_be_is_refused() {
    let duty = find("lgsco_report_public_notice").expect("known");
    assert_eq!(Deadline::waiting(duty).record(met(date(2026, 3, 3))), Err(CannotRecord::NotStarted));
    assert_eq!(Deadline::waiting(duty).standing(date(2026, 3, 3)).state, State::NotStarted);
    let mut deadline = started("lgsco_report_public_notice", date(2026, 3, 3));
    assert_eq!(deadline.record(extended(date(2026, 3, 4), date(2026, 4, 1))), Err(CannotRecord::NoExtension));
    assert_eq!(deadline.record(record(date(2026, 3, 4), Event::Started { due: None })), Err(CannotRecord::AlreadyStarted));
    assert_eq!(deadline.record(met(date(2026, 3, 1))), Err(CannotRecord::TooEarly { on: date(2026, 3, 1), earliest: date(2026, 3, 3) }));
    assert_eq!(deadline.record(record(date(2026, 3, 4), Event::Met { proof: " ".into() })), Err(CannotRecord::Missing("what proves it")));
    let mut deadline = started("lgsco_report_consider_and_notify", date(2026, 3, 3));
    let shorter = deadline.record(extended(date(2026, 3, 4), date(2026, 6, 2)));
    assert_eq!(shorter, Err(CannotRecord::NotLonger { to: date(2026, 6, 2), stands: date(2026, 6, 2) }));
    let mut deadline = started("lgsco_statement_first_edition", date(2026, 3, 3));
    assert_eq!(deadline.standing(date(2026, 3, 13)).age, 10, "no date, but an age");
    assert_eq!(deadline.standing(date(2026, 3, 13)).state, State::Running);
    assert_eq!(deadline.record(extended(date(2026, 3, 4), date(2026, 6, 2))), Err(CannotRecord::NoExtension));
}

#[test]
fn inspection_is_not_done_before_it_has_lasted_and_is_never_late() {
    let mut deadline = started("lgsco_report_inspection_period", date(2026, 3, 19));
    assert_eq!(deadline.record(met(date(2026, 4, 7))), Err(CannotRecord::TooEarly { on: date(2026, 4, 7), earliest: date(2026, 4, 8) }));
    assert_eq!(deadline.standing(date(2026, 4, 20)).state, State::Running);
    deadline.record(met(date(2026, 4, 9))).expect("recorded");
    assert_eq!(deadline.standing(date(2026, 4, 20)).state, State::Met { on: date(2026, 4, 9) });
}

#[test]
fn a_deadline_is_kept_as_it_was_recorded() {
    let deadline = started("lgsco_report_consider_and_notify", date(2026, 3, 3));
    let text = serde_json::to_string(&deadline).expect("written");
    assert_eq!(serde_json::from_str::<Deadline>(&text).expect("read"), deadline);
}

/// A path: each step waits some days and then tries something.
fn path() -> impl Strategy<Value = Vec<(u8, i32, i32)>> {
    prop::collection::vec((0..5_u8, 0..60_i32, 1..120_i32), 0..14)
}

fn attempt(which: u8, on: Date, length: i32) -> Record {
    match which {
        0 => record(on, Event::Started { due: plus(on, length) }),
        1 => extended(on, plus(on, length).unwrap_or(on)),
        2 => met(on),
        3 => record(on, Event::NotApplicable { reason: "direction".into() }),
        _ => record(on, Event::Reopened { reason: "found otherwise".into() }),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(4_000) })]

    #[test]
    fn no_path_changes_the_first_date_and_lateness_never_shrinks(steps in path(), lengthens in 0..3_u8) {
        let mut deadline = started("lgsco_report_consider_and_notify", date(2026, 3, 3));
        deadline.extension = [Lengthens::Never, Lengthens::Allowance, Lengthens::Period][usize::from(lengthens)];
        let original = deadline.original();
        let mut day = date(2026, 3, 3);
        let mut past = 0;
        for (which, wait, length) in steps {
            day = plus(day, wait).unwrap_or(day);
            let before = deadline.standing(day);
            prop_assert!(before.days_past_original >= past, "time passed and lateness shrank");
            let tried = deadline.record(attempt(which, day, length));
            let after = deadline.standing(day);
            prop_assert_eq!(deadline.original(), original);
            prop_assert_eq!(after.original, original);
            prop_assert!(after.days_past_original >= before.days_past_original, "a record made lateness shrink");
            let was_late = before.days_late > 0 && matches!(before.state, State::Missed | State::MetLate { .. });
            if was_late && after.days_late < before.days_late {
                let by_law = which == 1 && lengthens == 2;
                prop_assert!(by_law || which == 3, "only a longer period by law, or a duty that never applied, ends lateness");
            }
            if tried.is_err() {
                prop_assert_eq!(&before, &after);
            }
            past = after.days_past_original;
        }
    }
}
