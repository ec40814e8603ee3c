//! The statute book against the law's own table of clocks: every clock is there, filled in, with the dates that the
//! research worked out by hand. The rows are data, so that a lawyer can read and add to them.

use jiff::civil::{Date, date};
use redress::calendar::{Calendar, DayKind};
use redress::counting::{self, Period};
use redress::duty::{self, Answer, DateIs, Inputs, Settings};

/// Every id of the table of all clocks; a row that names two clocks stands here with both.
const CLOCKS: &[&str] = &[
    "lgsco_report_public_notice",
    "lgsco_report_inspection_start",
    "lgsco_report_inspection_period",
    "lgsco_report_consider_and_notify",
    "lgsco_report_implement_and_confirm",
    "lgsco_further_report_public_notice",
    "lgsco_further_report_inspection_start",
    "lgsco_further_report_inspection_period",
    "lgsco_further_report_consider_and_notify",
    "lgsco_statement_agree_form",
    "lgsco_statement_first_edition",
    "lgsco_statement_second_edition",
    "lgsco_cost_reimburse",
    "lgsco_complaint_window",
    "lgsco_decision_publication",
    "mo_report_copies",
    "s5_authority_consider_21_days",
    "s5a_executive_consider_21_days",
    "s5_implementation_suspended",
    "s5a_implementation_suspended",
    "s5a_executive_response_report",
    "s5a_executive_response_send",
    "exec_private_notice_28",
    "exec_private_notice_5",
    "exec_meeting_notice",
    "exec_agenda_reports_available",
    "key_decision_publish_28",
    "key_decision_general_exception",
    "key_decision_special_urgency_notice",
    "exec_decision_record",
    "exec_member_documents_after",
    "exec_scrutiny_document_request",
    "exec_urgent_decisions_report",
    "exec_record_retention",
    "exec_background_retention",
    "council_meeting_public_notice",
    "council_summons",
    "council_agenda_reports_inspection",
    "council_extraordinary_meeting",
    "extraordinary_meeting_default",
    "minutes_inspection",
    "background_papers_inspection",
    "minutes_sign",
    "officer_decision_record",
    "officer_decision_retention",
    "officer_background_retention",
    "call_in",
    "scrutiny_report_response",
    "complaint_stage1_ack",
    "complaint_stage1_response",
    "complaint_stage2_ack",
    "complaint_stage2_response",
    "lgsco_pre_allocation_request",
    "lgsco_enquiry_response",
    "lgsco_draft_report_comments",
    "lgsco_draft_decision_comment",
    "lgsco_remedy_due",
    "lgsco_remedy_comply_and_evidence",
    "annual_letter",
    "annual_letter_report",
    "foi_request",
    "dp_complaint_ack",
];

/// A deadline or notice: the duty, the day of its event, the last day.
type Row = (&'static str, Date, Date);

/// Minimum notice of meetings in clear working days: the last day to publish.
const FIVE_CLEAR_WORKING_DAYS: &[(Date, Date)] = &[
    (date(2021, 3, 11), date(2021, 3, 3)),
    (date(2019, 10, 1), date(2019, 9, 23)),
    (date(2024, 2, 14), date(2024, 2, 6)),
    (date(2025, 2, 26), date(2025, 2, 18)),
    (date(2021, 5, 4), date(2021, 4, 23)),
    (date(2021, 7, 22), date(2021, 7, 14)),
];

/// The same meetings in clear calendar days.
const FIVE_CLEAR_CALENDAR_DAYS: &[(Date, Date)] = &[
    (date(2021, 3, 11), date(2021, 3, 5)),
    (date(2019, 10, 1), date(2019, 9, 25)),
    (date(2024, 2, 14), date(2024, 2, 8)),
    (date(2025, 2, 26), date(2025, 2, 20)),
    (date(2021, 5, 4), date(2021, 4, 28)),
    (date(2021, 7, 22), date(2021, 7, 16)),
];

/// The first notice of the same meetings in private, in clear calendar days.
const TWENTY_EIGHT_CLEAR_DAYS: &[(Date, Date)] = &[
    (date(2021, 3, 11), date(2021, 2, 10)),
    (date(2019, 10, 1), date(2019, 9, 2)),
    (date(2024, 2, 14), date(2024, 1, 16)),
    (date(2025, 2, 26), date(2025, 1, 28)),
    (date(2021, 5, 4), date(2021, 4, 5)),
    (date(2021, 7, 22), date(2021, 6, 23)),
];

/// The edges of three months beginning with a day, and other months and holidays.
const EDGES: &[Row] = &[
    ("lgsco_report_consider_and_notify", date(2025, 1, 7), date(2025, 4, 6)),
    ("lgsco_report_consider_and_notify", date(2025, 1, 22), date(2025, 4, 21)),
    ("lgsco_report_consider_and_notify", date(2024, 9, 26), date(2024, 12, 25)),
    ("lgsco_report_consider_and_notify", date(2024, 11, 30), date(2025, 2, 28)),
    ("lgsco_report_consider_and_notify", date(2023, 11, 30), date(2024, 2, 29)),
    ("lgsco_report_consider_and_notify", date(2023, 11, 29), date(2024, 2, 28)),
    ("lgsco_report_consider_and_notify", date(2020, 1, 14), date(2020, 4, 13)),
    ("lgsco_report_consider_and_notify", date(2021, 1, 21), date(2021, 4, 20)),
    ("lgsco_report_consider_and_notify", date(2019, 3, 14), date(2019, 6, 13)),
    ("call_in", date(2019, 10, 3), date(2019, 10, 10)),
    ("call_in", date(2025, 2, 28), date(2025, 3, 7)),
    ("call_in", date(2026, 4, 2), date(2026, 4, 13)),
    ("call_in", date(2026, 5, 21), date(2026, 5, 29)),
    ("council_summons", date(2027, 1, 6), date(2026, 12, 24)),
    ("council_summons", date(2026, 4, 9), date(2026, 3, 30)),
    ("council_summons", date(2026, 12, 10), date(2026, 12, 2)),
    ("council_meeting_public_notice", date(2026, 4, 14), date(2026, 4, 2)),
    ("extraordinary_meeting_default", date(2026, 3, 9), date(2026, 3, 16)),
    ("minutes_inspection", date(2026, 3, 26), date(2032, 3, 25)),
    ("background_papers_inspection", date(2026, 3, 26), date(2030, 3, 25)),
    ("scrutiny_report_response", date(2026, 4, 13), date(2026, 6, 12)),
    ("complaint_stage1_ack", date(2026, 4, 1), date(2026, 4, 10)),
    ("complaint_stage1_response", date(2026, 4, 10), date(2026, 4, 24)),
    ("complaint_stage2_ack", date(2026, 5, 20), date(2026, 5, 28)),
    ("complaint_stage2_response", date(2026, 5, 28), date(2026, 6, 25)),
    ("lgsco_enquiry_response", date(2026, 12, 7), date(2027, 1, 7)),
    ("lgsco_pre_allocation_request", date(2026, 12, 18), date(2027, 1, 6)),
    ("foi_request", date(2026, 3, 9), date(2026, 4, 9)),
    ("dp_complaint_ack", date(2026, 8, 1), date(2026, 8, 31)),
];

/// Where the last day is no working day: the day to work to.
const WORK_TO: &[Row] = &[
    ("lgsco_report_consider_and_notify", date(2025, 1, 7), date(2025, 4, 4)),
    ("lgsco_report_consider_and_notify", date(2025, 1, 22), date(2025, 4, 17)),
    ("lgsco_report_consider_and_notify", date(2024, 9, 26), date(2024, 12, 24)),
    ("lgsco_report_consider_and_notify", date(2020, 1, 14), date(2020, 4, 9)),
    ("dp_complaint_ack", date(2026, 8, 1), date(2026, 8, 28)),
];

/// Remedies that a decision sets in weeks or months of its date.
const REMEDIES: &[(Date, Period, Date)] = &[
    (date(2026, 1, 31), Period::Months(1), date(2026, 2, 28)),
    (date(2025, 1, 22), Period::Months(3), date(2025, 4, 22)),
    (date(2021, 1, 21), Period::Weeks(4), date(2021, 2, 18)),
    (date(2023, 3, 8), Period::Months(1), date(2023, 4, 8)),
    (date(2023, 3, 8), Period::Months(3), date(2023, 6, 8)),
];

fn answer(key: &str, inputs: &Inputs) -> Answer {
    let duty = duty::find(key).unwrap_or_else(|why| panic!("{why}"));
    duty::compute(duty, inputs, &Settings::default(), Calendar::england()).unwrap_or_else(|why| panic!("{key}: {why}"))
}

fn from(key: &str, day: Date) -> Answer {
    answer(key, &Inputs::from(day))
}

#[test]
fn every_clock_of_the_table_is_a_duty() {
    let missing: Vec<&str> = CLOCKS.iter().copied().filter(|key| duty::find(key).is_err()).collect();
    assert!(missing.is_empty(), "not in the statute book: {missing:?}");
}

#[test]
fn every_duty_has_three_examples_with_reasons() {
    for duty in duty::all() {
        assert!(duty.examples.len() >= 3, "{}: {} examples", duty.key, duty.examples.len());
        assert!(duty.examples.iter().all(|e| !e.because.trim().is_empty()), "{}: an example without a reason", duty.key);
    }
}

#[test]
fn every_duty_is_filled_in() {
    for duty in duty::all() {
        let words = [
            duty.key,
            duty.must,
            duty.cite,
            duty.url,
            duty.deciding_words,
            duty.owed_by,
            duty.met_by.event,
            duty.met_by.proof,
            duty.breach,
            duty.starts.words(),
        ];
        assert!(words.iter().all(|w| !w.trim().is_empty()), "{}: an empty field", duty.key);
        assert!(!duty.marks.is_empty(), "{}: no mark of verification", duty.key);
        assert!(!duty.recipients.is_empty() && !duty.governance.is_empty() && !duty.versions.is_empty(), "{}: an empty list", duty.key);
        assert!(duty.versions.iter().all(|v| !v.by.is_empty() && !v.rule.words().is_empty()), "{}: a version without words", duty.key);
    }
}

#[test]
fn notice_of_meetings_holds_in_both_readings() {
    for key in ["council_meeting_public_notice", "council_summons", "council_agenda_reports_inspection", "exec_private_notice_5"] {
        for ((meeting, working), (_, calendar)) in FIVE_CLEAR_WORKING_DAYS.iter().zip(FIVE_CLEAR_CALENDAR_DAYS) {
            let found = from(key, *meeting);
            let other = found.other.and_then(|o| o.due.date);
            assert_eq!((found.due.date, other, found.alarm), (Some(*working), Some(*calendar), Some(*working)), "{key}: {meeting}");
        }
    }
    for (meeting, publish) in TWENTY_EIGHT_CLEAR_DAYS {
        assert_eq!(from("exec_private_notice_28", *meeting).due.date, Some(*publish), "{meeting}");
    }
}

#[test]
fn the_edges_hold() {
    for (key, day, due) in EDGES {
        assert_eq!(from(key, *day).due.date, Some(*due), "{key} from {day}");
    }
    for (key, day, work_to) in WORK_TO {
        assert_eq!(from(key, *day).due.last_working_day, Some(*work_to), "{key} from {day}");
    }
}

#[test]
fn a_remedy_is_counted_as_its_decision_says() {
    for (decided, period, due) in REMEDIES {
        let inputs = Inputs { period: Some(*period), ..Inputs::from(*decided) };
        assert_eq!(answer("lgsco_remedy_due", &inputs).due.date, Some(*due), "{decided}");
    }
    let unknown = from("lgsco_remedy_due", date(2026, 3, 16)).due;
    assert!(unknown.date.is_none() && unknown.cannot_say.is_some(), "nothing is guessed");
}

#[test]
fn a_day_that_the_letter_names_comes_before_the_usual_time() {
    let draft = Inputs { stated: Some(date(2019, 9, 12)), ..Inputs::from(date(2019, 8, 14)) };
    let found = answer("lgsco_draft_report_comments", &draft);
    assert_eq!(found.due.date, Some(date(2019, 9, 12)));
    assert_eq!(found.due.steps[0].words, "The council's rules or the letter name the day: Thursday 12 September 2019.");
}

#[test]
fn an_answer_to_a_complaint_may_be_put_off_once_explained() {
    let further = |key: &str, from: Date, days: u16| {
        let first = answer(key, &Inputs::from(from)).due.date.unwrap();
        counting::days_after(first, days, DayKind::Working, Calendar::england())
    };
    assert_eq!(further("complaint_stage1_response", date(2026, 4, 10), 10), Some(date(2026, 5, 11)));
    assert_eq!(further("complaint_stage2_response", date(2026, 5, 28), 20), Some(date(2026, 7, 23)));
}

#[test]
fn three_clear_days_became_five_for_papers_in_2002_and_for_the_summons_in_2015() {
    for (key, last, first) in [
        ("council_agenda_reports_inspection", date(2002, 9, 30), date(2002, 10, 1)),
        ("council_meeting_public_notice", date(2002, 9, 30), date(2002, 10, 1)),
        ("council_summons", date(2015, 1, 29), date(2015, 1, 30)),
    ] {
        let clear = |meeting: Date| {
            let publish = from(key, meeting).due.date.unwrap();
            counting::clear_days_between(publish, meeting, DayKind::Working, Calendar::england())
        };
        assert_eq!((clear(last), clear(first)), (3, 5), "{key}");
    }
}

#[test]
fn section_243_moves_the_seventh_day_after_a_requisition() {
    let presented = date(2026, 3, 27);
    let found = from("extraordinary_meeting_default", presented).due;
    assert_eq!(found.date, Some(date(2026, 4, 8)), "not Good Friday, nor any day of the Easter break");
    assert!(found.steps.iter().any(|s| s.words.contains("section 243")), "the move is explained");
    let (chairman, members) =
        (from("council_extraordinary_meeting", date(2026, 12, 24)), from("extraordinary_meeting_default", date(2026, 12, 24)));
    assert!(chairman.due.date < members.due.date, "the chairman acts early and members wait long where Saturday is in doubt");
}

#[test]
fn complaints_before_their_law_are_refused() {
    for (key, day) in [
        ("complaint_stage1_ack", date(2026, 3, 31)),
        ("dp_complaint_ack", date(2026, 6, 18)),
        ("foi_request", date(2004, 12, 31)),
        ("council_summons", date(1974, 3, 31)),
    ] {
        let duty = duty::find(key).unwrap();
        let refused = duty::compute(duty, &Inputs::from(day), &Settings::default(), Calendar::england());
        assert!(matches!(refused, Err(duty::Refusal::BeforeTheLaw { .. })), "{key} on {day}");
    }
}

#[test]
fn what_is_kept_or_awaited_is_no_deadline() {
    for key in ["minutes_inspection", "background_papers_inspection", "extraordinary_meeting_default"] {
        assert_eq!(duty::find(key).unwrap().date_is, DateIs::EndOfPeriod, "{key}");
    }
    assert_eq!(duty::find("annual_letter").unwrap().date_is, DateIs::FirstDay);
}
