//! Answers and refusals.

use jiff::civil::date;

use super::*;
use crate::duty::find;

const REPLY: &str = "lgsco_report_consider_and_notify";

fn answer(key: &str, inputs: Inputs, settings: Settings) -> Result<Answer, Refusal> {
    compute(find(key).expect("known"), &inputs, &settings, Calendar::england())
}

#[test]
fn both_readings_are_shown_and_alarms_go_by_the_earlier() {
    let inputs = Inputs { report_dated: Some(date(2026, 3, 3)), ..Inputs::from(date(2026, 3, 5)) };
    let by_receipt = answer(REPLY, inputs, Settings::default()).expect("an answer");
    let by_report = answer(REPLY, inputs, Settings::default().with(Choice::ReceiptOrReportDate, Pick::Second)).expect("an answer");
    assert_eq!((by_receipt.due.date, by_receipt.alarm), (Some(date(2026, 6, 4)), Some(date(2026, 6, 2))));
    assert_eq!((by_report.due.date, by_report.alarm), (Some(date(2026, 6, 2)), Some(date(2026, 6, 2))));
    assert_eq!(by_report.other.expect("a second").due.date, Some(date(2026, 6, 4)), "the other stays visible");
    assert_eq!(
        due_date(
            find(REPLY).expect("known"),
            &inputs,
            &Settings::default().with(Choice::ReceiptOrReportDate, Pick::Second),
            Calendar::england()
        ),
        Some(date(2026, 6, 2))
    );
}

#[test]
fn an_unknown_date_is_a_value_and_never_a_guess() {
    let unknown = answer(REPLY, Inputs::NOTHING, Settings::default()).expect("an answer");
    assert_eq!(unknown.due.date, None);
    assert_eq!(unknown.due.cannot_say.as_deref(), Some("it is not known when the council receives the Ombudsman's report"));
    let no_report_date = answer(REPLY, Inputs::from(date(2026, 3, 3)), Settings::default()).expect("an answer");
    let other = no_report_date.other.expect("a second reading");
    assert_eq!(other.due.cannot_say.as_deref(), Some("the date that the report carries is not known"));
    assert_eq!(no_report_date.alarm, Some(date(2026, 6, 2)));
}

#[test]
fn what_cannot_be_is_refused_with_its_reason() {
    let refusal = |inputs| answer(REPLY, inputs, Settings::default()).expect_err("refused").to_string();
    assert_eq!(refusal(Inputs::from(date(1973, 12, 31))), "31 December 1973 is outside 1974 to 2100");
    assert_eq!(refusal(Inputs::from(date(2101, 1, 1))), "1 January 2101 is outside 1974 to 2100");
    assert!(refusal(Inputs::from(date(1985, 1, 1))).starts_with("1 January 1985 is before 1 April 1991"));
    let meeting = Inputs { meeting: Some(date(2026, 3, 2)), ..Inputs::from(date(2026, 3, 3)) };
    assert_eq!(refusal(meeting), "the meeting on 2 March 2026 is before 3 March 2026, when the clock starts");
    let report = Inputs { report_dated: Some(date(2026, 3, 4)), ..Inputs::from(date(2026, 3, 3)) };
    assert_eq!(refusal(report), "the report is dated 4 March 2026, after the day it was received, 3 March 2026");
    assert_eq!(read_date("2026-02-30"), Err(Refusal::ImpossibleDate { text: "2026-02-30".into() }));
    assert_eq!(read_date(" 3 March 2026 "), Ok(date(2026, 3, 3)));
    assert_eq!(read_date("2026-03-03"), Ok(date(2026, 3, 3)));
    assert!(read_date("").is_err() && read_date("2026-03-03T10:00").is_err());
}

#[test]
fn a_refusal_is_data_for_programs() {
    let refusal = find("lgsco_report_publik_notice").expect_err("unknown");
    let json = serde_json::to_value(&refusal).expect("written");
    assert_eq!(json["refusal"], "unknown_duty");
    assert_eq!(json["nearest"][0], "lgsco_report_public_notice");
}

#[test]
fn the_working_says_how_the_date_came_about() {
    let answer = answer(REPLY, Inputs::from(date(2026, 3, 3)), Settings::default()).expect("an answer");
    let words: Vec<&str> = answer.due.steps.iter().map(|s| s.words.as_str()).collect();
    assert_eq!(
        words,
        [
            "3 March 2026 is day one: the period begins with it.",
            "Three months on, the corresponding date is 3 June 2026.",
            "The period ends the day before: 2 June 2026.",
        ]
    );
}

#[test]
fn an_answer_beyond_the_table_is_provisional_and_an_old_one_can_be_explained() {
    let notice = "lgsco_report_public_notice";
    let late = answer(notice, Inputs::from(date(2035, 12, 18)), Settings::default()).expect("an answer");
    assert!(late.provisional.is_some_and(|why| why.contains("2035")));
    assert_eq!(answer(notice, Inputs::from(date(2026, 3, 3)), Settings::default()).expect("an answer").provisional, None);

    // Nobody knew of the State Funeral on the Wednesday before it was announced.
    let inputs = Inputs::from(date(2022, 9, 5));
    let duty = find(notice).expect("known");
    let working = |calendar: &Calendar| compute(duty, &inputs, &Settings::default(), calendar).expect("an answer").due.last_working_day;
    assert_eq!(working(&Calendar::as_known_on(date(2022, 9, 7))), Some(date(2022, 9, 19)));
    assert_eq!(working(Calendar::england()), Some(date(2022, 9, 16)));
}
