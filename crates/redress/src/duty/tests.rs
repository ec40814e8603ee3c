//! The statute book proved: every example of every duty, and every field filled in.

use super::*;
use crate::calendar::Calendar;
use crate::counting::Rule;

#[test]
fn every_example_of_every_duty_holds() {
    for duty in all() {
        assert!(duty.examples.len() >= 3, "{}: give at least three examples", duty.key);
        for example in duty.examples {
            let settings = Settings::default();
            let answer = compute(duty, &example.inputs, &settings, Calendar::england());
            let answer = answer.unwrap_or_else(|why| panic!("{}: {why}: {}", duty.key, example.because));
            let expected = example.expected;
            let (due, other) = (&answer.due, answer.other.as_ref().and_then(|o| o.due.date));
            let same_reading = answer.other.as_ref().is_some_and(|o| o.only_if.is_some()) && expected.other.is_none();
            let other = if same_reading { None } else { other };
            assert_eq!((due.date, due.at, other), (expected.due, expected.due_at, expected.other), "{}: {}", duty.key, example.because);
            if expected.last_working_day.is_some() {
                assert_eq!(due.last_working_day, expected.last_working_day, "{}: {}", duty.key, example.because);
            }
            assert!(!due.steps.is_empty(), "{}: no steps for {:?}", duty.key, example.inputs);
            assert_eq!(due_date(duty, &example.inputs, &settings, Calendar::england()), due.date, "{}: the quick answer differs", duty.key);
        }
    }
}

#[test]
fn no_duty_lacks_a_field() {
    for duty in all() {
        let key = duty.key;
        let words = [key, duty.must, duty.cite, duty.deciding_words, duty.owed_by, duty.met_by.event, duty.met_by.proof, duty.breach];
        assert!(words.iter().all(|w| !w.trim().is_empty()), "{key}: an empty field");
        assert!(duty.url.starts_with("https://"), "{key}: no link");
        assert!(!duty.marks.is_empty() && duty.marks.iter().all(|m| !m.of.is_empty() && !m.source.is_empty()), "{key}: no mark");
        assert!(!duty.governance.is_empty() && !duty.recipients.is_empty() && !duty.versions.is_empty(), "{key}: an empty list");
        assert!(duty.versions.is_sorted_by_key(|v| v.in_force_from), "{key}: versions out of order");
        assert!(duty.versions.iter().all(|v| !v.by.is_empty() && !v.reading.is_empty()), "{key}: a version without words");
        assert!(
            duty.versions.iter().filter_map(|v| v.other).all(|o| !o.reading.is_empty() && !o.because.is_empty()),
            "{key}: a reading without words"
        );
        let lists = [duty.recipients, duty.contents, duty.exceptions, duty.notes];
        assert!(lists.iter().all(|l| l.iter().all(|w| !w.trim().is_empty())), "{key}: an empty line in a list");
        assert!(duty.suspends.is_none_or(|s| !s.is_empty()), "{key}: an empty word on what it suspends");
        assert!(!duty.must.ends_with('.'), "{key}: `must` is a sentence without a full stop");
        assert!(
            duty.examples.iter().all(|e| !e.because.is_empty() && !e.because.ends_with('.')),
            "{key}: `because` is the end of a sentence"
        );
        let open = |r: Rule| matches!(r, Rule::AsSoonAsPracticable | Rule::OnDemand);
        assert_eq!(
            duty.date_is == DateIs::NoDate,
            duty.versions.iter().all(|v| open(v.rule)),
            "{key}: a date where the law names none, or none where it does"
        );
    }
}

#[test]
fn every_key_is_one_duty() {
    let mut keys: Vec<&str> = all().map(|d| d.key).collect();
    let count = keys.len();
    keys.sort_unstable();
    keys.dedup();
    assert_eq!(keys.len(), count);
}

#[test]
fn a_misspelt_duty_is_answered_with_the_nearest() {
    assert_eq!(nearest("lgsco_report_consider_and_notfy").first(), Some(&"lgsco_report_consider_and_notify"));
    assert_eq!(nearest("LGSCO report public notice").first(), Some(&"lgsco_report_public_notice"));
    assert!(nearest("agree form").contains(&"lgsco_statement_agree_form"));
    assert!(nearest("zebra").is_empty());
    let refusal = find("lgsco_complaint_windw").expect_err("unknown");
    assert_eq!(refusal.to_string(), "no duty is called `lgsco_complaint_windw`; did you mean lgsco_complaint_window?");
}
