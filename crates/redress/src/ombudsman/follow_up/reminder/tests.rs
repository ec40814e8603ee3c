//! Reminders on their days, and after days without the program.

use jiff::civil::date;

use super::*;
use crate::counting::days_between;
use crate::ombudsman::axes::Submission;
use crate::ombudsman::follow_up::{Outlook, Update};
use crate::ombudsman::history::Entry;
use crate::ombudsman::letter::{From, Kind, tests::letter};
use crate::ombudsman::tracked::tests::apology;

/// Runs the days that `runs` says, and gives every message with the day it went.
fn moved(tracked: &Tracked, from: Date, to: Date, runs: impl Fn(Date) -> bool) -> Vec<(Date, ReminderKind, To)> {
    let (mut sent, mut told) = (BTreeSet::new(), Vec::new());
    for today in (0..=days_between(from, to)).filter_map(|n| plus(from, n)).filter(|d| runs(*d)) {
        // Asking twice on a day, as two nodes do, finds the same keys.
        let due = reminders_due(tracked, &sent, today, Calendar::england());
        assert_eq!(due, reminders_due(tracked, &sent, today, Calendar::england()));
        for reminder in due {
            assert!(sent.insert(reminder.key.clone()), "told twice: {}", reminder.key);
            told.push((today, reminder.kind, reminder.to_role));
        }
    }
    told
}

#[test]
fn a_silent_owner_of_a_one_month_remedy_is_followed_up_to_the_chief_executive() {
    use ReminderKind::{EarlyWarning, LongOverdue, Opens14, Opens45, Overdue, Silence};
    let told = moved(&apology(), date(2023, 3, 8), date(2023, 12, 31), |_| true);
    let after_easter = date(2023, 4, 11);
    let expected = [
        (date(2023, 3, 8), Opens45, To::Owner),
        (date(2023, 3, 25), Opens14, To::Owner),
        (date(2023, 3, 25), Silence, To::Director),
        (date(2023, 4, 1), EarlyWarning, To::Owner),
        (date(2023, 4, 1), EarlyWarning, To::LinkOfficer),
        (date(2023, 4, 1), Silence, To::MonitoringOfficer),
        (after_easter, Overdue, To::Owner),
        (after_easter, Overdue, To::LinkOfficer),
        (after_easter, Overdue, To::Director),
        (after_easter, Overdue, To::MonitoringOfficer),
        (date(2023, 4, 22), LongOverdue, To::ChiefExecutive),
    ];
    assert_eq!(told, expected);
}

#[test]
fn whatever_days_the_program_was_down_nothing_goes_twice_and_no_escalation_is_lost() {
    let (from, to) = (date(2023, 3, 8), date(2023, 12, 31));
    for step in 1..40_i8 {
        let told = moved(&apology(), from, to, |d| days_between(from, d) % i32::from(step) == 0);
        let count = |kind| told.iter().filter(|(_, k, _)| *k == kind).count();
        assert_eq!((count(ReminderKind::Overdue), count(ReminderKind::LongOverdue)), (4, 1), "every {step} days");
    }
    // Down from the first day until the early warning: one message to the owner, and nobody is called silent.
    let told = moved(&apology(), date(2023, 4, 3), date(2023, 4, 8), |_| true);
    assert_eq!(
        told.iter().map(|t| (t.1, t.2)).collect::<Vec<_>>(),
        [(ReminderKind::EarlyWarning, To::Owner), (ReminderKind::EarlyWarning, To::LinkOfficer)]
    );
}

#[test]
fn an_owner_who_answers_is_not_called_silent_and_evidence_ends_it() {
    let mut tracked = apology();
    for day in [date(2023, 3, 20), date(2023, 3, 30)] {
        let update = Update { outlook: Outlook::WillBeMet, text: "The letter is with the director".into() };
        tracked.update(Entry::new("O. Owner", day, update)).unwrap();
    }
    let told = moved(&tracked, date(2023, 3, 8), date(2023, 4, 8), |_| true);
    assert!(told.iter().all(|(_, kind, _)| *kind != ReminderKind::Silence));
    let sent = Submission { bundle: "ab".into(), channel: "portal".into() };
    tracked.send_evidence(Entry::new("L. Officer", date(2023, 4, 6), sent)).unwrap();
    assert!(reminders_due(&tracked, &BTreeSet::new(), date(2023, 5, 1), Calendar::england()).is_empty());
}

#[test]
fn more_time_opens_updates_anew_and_the_passing_of_the_original_date_is_told_all_the_same() {
    let mut tracked = apology();
    tracked.ask_extension("L. Officer", date(2023, 4, 3), "The printer failed twice", date(2023, 6, 30)).unwrap();
    let theirs = letter(From::Ombudsman, Kind::Extension, date(2023, 4, 5));
    tracked.answer_extension(&theirs, Some(date(2023, 6, 30))).unwrap();
    let told = moved(&tracked, date(2023, 4, 5), date(2023, 7, 31), |_| true);
    let days = |kind| told.iter().filter(|t| t.1 == kind).map(|t| t.0).collect::<BTreeSet<_>>();
    assert_eq!(days(ReminderKind::Overdue), [date(2023, 4, 11), date(2023, 7, 3)].into());
    assert_eq!(days(ReminderKind::Opens45), [date(2023, 5, 16)].into());
    assert_eq!(days(ReminderKind::LongOverdue), [date(2023, 7, 14)].into());
}
