//! The two months, the answers, the figures.

use jiff::civil::date;
use proptest::prelude::*;

use super::*;

fn made(committee: &str, on: Date) -> Recommendation {
    Recommendation::made(committee, on, 1, "Publish waiting times each month.", "Cabinet").expect("made")
}

fn respond(answer: Answer, on: Date) -> Response {
    Response { answer, on, by: "Cabinet, minute 34".into(), evidence: None }
}

fn accepted() -> Answer {
    Answer::Accepted { action: "Publish them monthly".into(), owner: "Director of Homes".into(), by: Some(date(2026, 9, 1)) }
}

#[test]
fn two_months_begin_with_receipt_of_the_report_or_the_later_notice() {
    let mut made = made("Homes Scrutiny Committee", date(2026, 4, 9));
    let england = Calendar::england();
    assert_eq!(made.standing(date(2027, 1, 1), england), Standing::NoClock, "no notice in writing");
    made.received = Some(date(2026, 4, 1));
    made.notice = Some(date(2026, 4, 13));
    let by = date(2026, 6, 12);
    assert_eq!(made.answer_by(england), Some(by));
    assert_eq!(made.standing(by, england), Standing::Waiting { by });
    assert_eq!(made.standing(date(2026, 6, 13), england), Standing::Overdue { by });
    made.respond(respond(accepted(), date(2026, 6, 15))).unwrap();
    assert_eq!(made.standing(date(2026, 7, 1), england), Standing::AnsweredLate { on: date(2026, 6, 15), by });
}

#[test]
fn an_answer_gives_its_reasons_and_owner_and_a_later_one_keeps_the_first() {
    let mut made = made("Homes Scrutiny Committee", date(2026, 4, 9));
    let fields = |r: Result<(), Vec<Wrong>>| r.unwrap_err().into_iter().map(|w| w.field).collect::<Vec<_>>();
    assert_eq!(fields(made.respond(respond(Answer::Rejected { reasons: "No.".into() }, date(2026, 5, 1)))), ["reasons"]);
    let part = Answer::InPart { action: "".into(), owner: "".into(), by: None, not: "cost".into() };
    assert_eq!(fields(made.respond(respond(part, date(2026, 4, 8)))), ["on", "action", "owner", "not"]);
    made.respond(respond(Answer::Rejected { reasons: "The figures are in another report already.".into() }, date(2026, 5, 1))).unwrap();
    made.respond(respond(accepted(), date(2026, 6, 1))).unwrap();
    assert_eq!(made.responses().len(), 2);
    assert!(matches!(made.response().unwrap().answer, Answer::Accepted { .. }));
    assert_eq!(fields(made.respond(respond(accepted(), date(2026, 5, 20)))), ["on"]);
}

#[test]
fn a_later_receipt_cannot_make_an_answer_timely_and_lateness_is_counted() {
    let england = Calendar::england();
    let mut made = made("Homes Scrutiny Committee", date(2026, 4, 9));
    assert_eq!(made.owed(date(2026, 9, 1), england), None, "no clock");
    assert_eq!(made.receive(date(2026, 4, 8), Some(date(2026, 4, 1))).unwrap_err().len(), 2);
    made.receive(date(2026, 4, 13), Some(date(2026, 4, 13))).unwrap();
    let owed = made.owed(date(2026, 6, 20), england).unwrap();
    assert_eq!((owed.on, owed.late), (Some(date(2026, 6, 12)), 8));
    made.respond(respond(accepted(), date(2026, 6, 15))).unwrap();
    assert_eq!((made.days_late(date(2027, 1, 1), england), made.owed(date(2027, 1, 1), england)), (Some(3), None));
    assert_eq!(made.receive(date(2026, 6, 16), None).unwrap_err()[0].field, "received");
    let fits = |word: &str| Answered::of_word(word).unwrap().fits(&made, date(2026, 7, 1), england);
    assert!(fits("accepted") && fits("late") && !fits("overdue") && !fits("waiting"));
    assert!(Answered::CHOICES.iter().all(|(word, _)| Answered::of_word(word).is_some()));
}

proptest! {
    #[test]
    fn every_recommendation_is_counted_once(all in prop::collection::vec((0u8..3, 2023i16..2026, 0u8..5), 0..40)) {
        let today = date(2026, 6, 1);
        let recommendations: Vec<Recommendation> = all.iter().map(|(committee, year, what)| {
            let on = date(*year, 5, 1);
            let mut made = made(&format!("Committee {committee}"), on);
            made.received = Some(on);
            made.notice = Some(on);
            let answer = match what {
                0 => Some(accepted()),
                1 => Some(Answer::Rejected { reasons: "It would cost more than it saves.".into() }),
                2 => Some(Answer::InPart { action: "Try it first".into(), owner: "Director".into(), by: None, not: "not yet in every ward".into() }),
                _ => None,
            };
            if let Some(answer) = answer { made.respond(respond(answer, date(*year, 6, 1))).unwrap(); }
            made
        }).collect();
        let lines = tally(&recommendations, today, Calendar::england());
        prop_assert_eq!(lines.iter().map(|l| l.made as usize).sum::<usize>(), all.len());
        for line in &lines {
            prop_assert_eq!(line.made, line.accepted + line.in_part + line.rejected + line.waiting + line.overdue);
        }
    }
}
