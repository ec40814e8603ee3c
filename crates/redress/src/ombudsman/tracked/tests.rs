//! A recommendation from the letter to the last word of the Ombudsman.

use jiff::civil::date;

use super::*;
use crate::ombudsman::axes::{Answer, Cause, Level, words};
use crate::ombudsman::follows::CaseKey;
use crate::ombudsman::letter::{From, Kind, tests::letter};
use crate::ombudsman::outcome::{find, usual};
use crate::ombudsman::recommendation::{Asked, Nature, Original};

pub(crate) fn remedy(number: u32, rule: &str, nature: Nature) -> Tracked {
    let decided = date(2023, 3, 8);
    let asked = Asked {
        case: CaseKey::read("22 002 824").unwrap(),
        number,
        nature,
        kinds: &["apology"],
        text: "Apologise to the person who complained.",
        originals: Original::new("", rule, Some(decided), None).unwrap().into_iter().collect(),
        of: None,
        beneficiary: Some("Mrs X"),
        money: None,
    };
    Tracked::begin(Recommendation::new(asked, &["apology"]).unwrap(), 7, "L. Officer", decided).unwrap()
}

/// Agreed on 8 March 2023 and due in a month.
pub(crate) fn apology() -> Tracked {
    remedy(1, "one_month", Nature::Personal)
}

fn says(tracked: &mut Tracked, outcome: &str, on: Date) -> Result<(), CannotView> {
    let list = usual();
    let letter = letter(From::Ombudsman, Kind::Outcome, on);
    tracked.ombudsman_says(&letter, find(&list, outcome).unwrap(), None, "L. Officer", on)
}

fn send(tracked: &mut Tracked, on: Date) {
    tracked.send_evidence(Entry::new("L. Officer", on, Submission { bundle: "ab".into(), channel: "portal".into() })).unwrap();
}

#[test]
fn a_missed_apology_is_late_from_its_original_date_until_evidence_satisfies() {
    let mut tracked = apology();
    assert_eq!(tracked.timeliness(date(2023, 4, 8)), Timeliness::Due { days: 0 });
    assert_eq!(tracked.timeliness(date(2023, 4, 11)), Timeliness::Overdue { days: 3 });
    tracked.claim(Entry::new("D. Director", date(2023, 4, 12), Claim::Done { on: date(2023, 4, 7), count: None })).unwrap();
    assert_eq!(tracked.timeliness(date(2023, 4, 12)), Timeliness::Overdue { days: 4 }, "a claim stops no clock");
    send(&mut tracked, date(2024, 2, 20));
    assert_eq!(tracked.timeliness(date(2024, 3, 1)), Timeliness::SentLate { days: 318 });
    says(&mut tracked, "completed_late_and_satisfied", date(2024, 4, 23)).unwrap();
    assert_eq!(tracked.timeliness(date(2026, 1, 1)), Timeliness::Late { days: 318 });
    assert!(tracked.satisfied());
}

#[test]
fn evidence_that_did_not_do_stops_no_clock() {
    let mut tracked = apology();
    send(&mut tracked, date(2023, 4, 6));
    assert_eq!(tracked.timeliness(date(2023, 4, 20)), Timeliness::SentInTime);
    says(&mut tracked, "queried", date(2023, 4, 25)).unwrap();
    assert_eq!(tracked.timeliness(date(2023, 4, 25)), Timeliness::Overdue { days: 17 });
    send(&mut tracked, date(2023, 5, 8));
    says(&mut tracked, "completed_late_and_satisfied", date(2023, 5, 20)).unwrap();
    assert_eq!(tracked.timeliness(date(2023, 6, 1)), Timeliness::Late { days: 30 });
    // A letter of an older date that turns up later takes nothing back.
    let list = usual();
    let old = letter(From::Ombudsman, Kind::Outcome, date(2023, 4, 25));
    tracked.ombudsman_says(&old, find(&list, "queried").unwrap(), None, "L. Officer", date(2023, 6, 2)).unwrap();
    assert!(tracked.satisfied());
}

#[test]
fn an_extension_never_touches_the_original_date() {
    let mut tracked = apology();
    let ask = |t: &mut Tracked, until| t.ask_extension("L. Officer", date(2023, 4, 3), "Two officers are ill", until);
    assert!(matches!(ask(&mut tracked, date(2023, 4, 8)), Err(CannotExtend::NotLater { .. })));
    ask(&mut tracked, date(2023, 5, 8)).unwrap();
    assert!(matches!(ask(&mut tracked, date(2023, 5, 9)), Err(CannotExtend::StillOpen(_))));
    let ours = letter(From::Council, Kind::Extension, date(2023, 4, 5));
    assert_eq!(tracked.answer_extension(&ours, Some(date(2023, 5, 8))), Err(CannotExtend::NotTheOmbudsman));
    let theirs = letter(From::Ombudsman, Kind::Extension, date(2023, 4, 5));
    tracked.answer_extension(&theirs, Some(date(2023, 5, 8))).unwrap();
    assert_eq!(tracked.expected(), Some(date(2023, 5, 8)));
    assert_eq!(tracked.asked().original(), Some(date(2023, 4, 8)));
    assert_eq!(tracked.timeliness(date(2023, 5, 8)), Timeliness::Overdue { days: 30 });
    assert!(words(&tracked, date(2023, 5, 8)).timeliness.ends_with("the Ombudsman now expects it by 8 May 2023"));
    assert!(tracked.extensions()[0].asked_in_time(date(2023, 4, 8)));
}

#[test]
fn the_letter_must_name_the_case_and_have_come() {
    let mut tracked = remedy(1, "one_month", Nature::Personal);
    let list = usual();
    let letter = letter(From::Ombudsman, Kind::Outcome, date(2023, 4, 23));
    let outcome = find(&list, "complete_and_satisfied").unwrap();
    let early = tracked.ombudsman_says(&letter, outcome, None, "L. Officer", date(2023, 4, 22));
    assert_eq!(early, Err(CannotView::BeforeTheLetter));
    let other = Recommendation::new(
        Asked {
            case: CaseKey::read("23 006 024").unwrap(),
            number: 1,
            nature: Nature::Procedural,
            kinds: &["apology"],
            text: "Consider the report.",
            originals: vec![],
            of: None,
            beneficiary: None,
            money: None,
        },
        &["apology"],
    );
    let mut other = Tracked::begin(other.unwrap(), 7, "L. Officer", date(2023, 4, 1)).unwrap();
    let refused = other.ombudsman_says(&letter, outcome, None, "L. Officer", date(2023, 4, 23));
    assert_eq!(refused, Err(CannotView::OtherCase("23 006 024".into())));
}

#[test]
fn five_questions_have_five_answers() {
    let mut tracked = apology();
    let response = Response { level: Level::Officers, answer: Answer::Accepted, reasons: String::new(), legal_advice: None };
    tracked.respond(Entry::new("D. Director", date(2023, 3, 9), response)).unwrap();
    let step = Move { to: Supervision::Director, cause: Cause::Silence, why: "No answer to two updates".into() };
    tracked.supervise(Entry::new("L. Officer", date(2023, 4, 1), step)).unwrap();
    tracked.claim(Entry::new("D. Director", date(2023, 4, 3), Claim::Done { on: date(2023, 4, 3), count: None })).unwrap();
    let words = words(&tracked, date(2023, 4, 11));
    assert_eq!(words.claim, "The council says that this was done on 3 April 2023");
    assert_eq!(words.ombudsman, "No letter from the Ombudsman about this yet");
    assert_eq!(words.timeliness, "Overdue by 3 days");
    assert_eq!(words.response, "Accepted by officers; members have not met on it, 9 March 2023");
    assert_eq!(words.supervision, "The service director watches over it");
}

#[test]
fn a_record_is_read_back_as_it_was() {
    let mut tracked = apology();
    send(&mut tracked, date(2023, 4, 6));
    says(&mut tracked, "complete_and_satisfied", date(2023, 4, 20)).unwrap();
    let text = serde_json::to_string(&tracked).unwrap();
    assert_eq!(serde_json::from_str::<Tracked>(&text).unwrap(), tracked);
    assert_eq!(tracked.timeliness(date(2023, 5, 1)), Timeliness::InTime);
}
