//! What each kind of paper starts, on the days of the scenarios.

use jiff::civil::{Date, date};

use super::*;
use crate::deadline::{Deadline, Event, Record};

fn facts(kind: PaperKind, dated: Date, received: Date) -> Facts {
    let days = Days { dated: Some(dated), received: Some(received), ..Days::default() };
    Facts { kind, days, confidential: false, not_to_be_publicised: false, fault: true }
}

fn of(facts: &Facts) -> Starts {
    starts(facts, &Settings::default(), Calendar::england()).unwrap()
}

#[test]
fn a_statement_starts_none_of_section_30() {
    let starts = of(&facts(PaperKind::Statement, date(2026, 4, 15), date(2026, 4, 15)));
    assert_eq!(starts.not_started.len(), 5);
    assert_eq!(starts.clock("lgsco_report_consider_and_notify"), None);
    assert_eq!(starts.clock("lgsco_decision_publication").and_then(|a| a.due.date), Some(date(2026, 5, 27)));
    assert!(starts.clock("mo_report_copies").is_some_and(|a| a.due.date.is_none()));
    assert!(starts.told.contains(&Role::MonitoringOfficer));
}

#[test]
fn two_joint_reports_have_two_last_days_and_a_bank_holiday_moves_neither() {
    for (came, last, working, late) in
        [(date(2025, 1, 7), date(2025, 4, 6), date(2025, 4, 4), 16), (date(2025, 1, 22), date(2025, 4, 21), date(2025, 4, 17), 1)]
    {
        let starts = of(&facts(PaperKind::Report, came, came));
        let clock = starts.clock("lgsco_report_consider_and_notify").unwrap();
        assert_eq!((clock.due.date, clock.due.last_working_day, clock.alarm), (Some(last), Some(working), Some(last)));
        let mut deadline = Deadline::waiting(duty::find(clock.duty).unwrap());
        let record = |on, event| Record { on, by: "L. Officer".into(), event };
        deadline.record(record(came, Event::Started { due: Some(last) })).unwrap();
        let replied = date(2025, 4, 22);
        deadline.record(record(replied, Event::Met { proof: "the reply".into() })).unwrap();
        assert_eq!(deadline.standing(replied).days_late, late);
    }
}

#[test]
fn alarms_go_by_the_earlier_reading_and_both_are_shown() {
    let starts = of(&facts(PaperKind::Report, date(2026, 3, 3), date(2026, 3, 5)));
    let clock = starts.clock("lgsco_report_consider_and_notify").unwrap();
    assert_eq!(clock.due.date, Some(date(2026, 6, 4)));
    assert_eq!(clock.other.as_ref().and_then(|o| o.due.date), Some(date(2026, 6, 2)));
    assert_eq!(clock.alarm, Some(date(2026, 6, 2)));
    let confirm = starts.clock("lgsco_report_implement_and_confirm").unwrap();
    assert_eq!((confirm.due.date, confirm.alarm), (Some(date(2026, 9, 3)), Some(date(2026, 9, 3))));
}

#[test]
fn a_further_report_starts_its_own_set() {
    let starts = of(&facts(PaperKind::FurtherReport, date(2020, 1, 14), date(2020, 1, 14)));
    let day = |key| starts.clock(key).and_then(|a| a.due.date);
    assert_eq!(day("lgsco_further_report_public_notice"), Some(date(2020, 1, 28)));
    assert_eq!(day("lgsco_further_report_consider_and_notify"), Some(date(2020, 4, 13)));
    let clock = starts.clock("lgsco_further_report_consider_and_notify").unwrap();
    assert_eq!(clock.due.last_working_day, Some(date(2020, 4, 9)));
    assert!(starts.started.iter().all(|s| !s.duty.starts_with("lgsco_report_")));
}

#[test]
fn a_direction_switches_notice_and_inspection_off_and_the_three_months_run_on() {
    let report = Facts { not_to_be_publicised: true, ..facts(PaperKind::Report, date(2026, 3, 3), date(2026, 3, 3)) };
    let starts = of(&report);
    assert_eq!(starts.clock("lgsco_report_public_notice"), None);
    assert_eq!(starts.not_started.len(), 3);
    assert_eq!(starts.clock("lgsco_report_consider_and_notify").and_then(|a| a.due.date), Some(date(2026, 6, 2)));
}

#[test]
fn an_unknown_day_of_receipt_is_said_and_not_guessed() {
    let mut report = facts(PaperKind::Report, date(2026, 3, 3), date(2026, 3, 3));
    report.days.received = None;
    let starts = of(&report);
    let clock = starts.clock("lgsco_report_consider_and_notify").unwrap();
    assert!(clock.due.date.is_none() && clock.due.cannot_say.is_some());
    assert_eq!(clock.alarm, Some(date(2026, 6, 2)), "the report's own date is known, and is the safe one");
}

#[test]
fn an_enquiry_goes_by_the_day_that_it_names() {
    let mut enquiry = facts(PaperKind::Enquiry, date(2026, 12, 7), date(2026, 12, 7));
    assert_eq!(of(&enquiry).clock("lgsco_enquiry_response").and_then(|a| a.due.date), Some(date(2027, 1, 7)));
    enquiry.days.answer_by = Some(date(2026, 12, 18));
    assert_eq!(of(&enquiry).clock("lgsco_enquiry_response").and_then(|a| a.due.date), Some(date(2026, 12, 18)));
}
