//! What is wrong with a question is said with a code and its field; what is not known is a value.

use super::*;
use jiff::civil::date;

fn question(from: &str) -> Question {
    Question { duty: "lgsco_report_consider_and_notify".into(), from: from.into(), ..Question::default() }
}

fn wrong(question: &Question) -> Vec<(&'static str, Option<&'static str>)> {
    question.answer(Calendar::england()).expect_err("refused").iter().map(|w| (w.code, w.field)).collect()
}

#[test]
fn every_fault_has_its_code_and_its_field() {
    assert_eq!(wrong(&question("2026-02-30")), [("impossible_date", Some("from"))]);
    assert_eq!(wrong(&question("")), [("missing", Some("from"))]);
    assert_eq!(wrong(&question("1973-12-31")), [("outside_years", Some("from"))]);
    assert_eq!(wrong(&question("2101-01-01")), [("outside_years", Some("from"))]);
    assert_eq!(wrong(&question("1975-06-01")), [("before_the_law", Some("from"))]);
    let unknown = Question { duty: "lgsco_report_consider_and_notfy".into(), ..question("2026-03-03") };
    assert_eq!(wrong(&unknown), [("unknown_duty", Some("duty"))]);
    let early = Question { meeting: "2026-03-01".into(), ..question("2026-03-03") };
    assert_eq!(wrong(&early), [("meeting_before_receipt", Some("meeting"))]);
    let later = Question { report_date: "2026-03-04".into(), ..question("2026-03-03") };
    assert_eq!(wrong(&later), [("received_before_report", Some("report_date"))]);
    let set = Question { settings: vec!["clear_days".into()], ..question("2026-03-03") };
    assert_eq!(wrong(&set), [("unknown_setting", Some("authority_setting"))]);
    let several = Question { period: "soon".into(), as_known_on: "x".into(), ..question("yesterday") };
    assert_eq!(wrong(&several).len(), 3);
}

#[test]
fn an_unknown_date_is_answered() {
    let answer = question("unknown").answer(Calendar::england()).expect("an answer");
    assert_eq!(answer.first.due, None);
    assert!(answer.first.cannot_say.is_some());
}

#[test]
fn a_setting_is_named_by_its_place_or_by_a_word_of_its_reading() {
    for reading in ["second", "date of the report"] {
        let settings = vec![format!("receipt-or-report-date={reading}")];
        let answer = Question { report_date: "2026-03-01".into(), settings, ..question("2026-03-03") }
            .answer(Calendar::england())
            .expect("an answer");
        assert_eq!(answer.first.due, Some(date(2026, 5, 31)), "{reading}");
        assert_eq!(answer.other_reading.and_then(|o| o.side.due), Some(date(2026, 6, 2)), "{reading}");
    }
}

#[test]
fn a_duty_is_asked_for_no_more_than_its_rules_take() {
    let needs = Needs::of(duty::find("lgsco_report_consider_and_notify").expect("a duty"));
    assert_eq!(needs, Needs { from: true, report_date: true, holidays: true, ..Needs::default() });
}

#[test]
fn the_name_of_every_choice_is_a_setting() {
    for choice in Choice::ALL {
        assert_eq!(setting(&format!("{}=first", words::choice(choice)), None), Ok((choice, Pick::First)));
    }
}
