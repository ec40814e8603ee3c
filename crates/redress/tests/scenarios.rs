//! Whole stories on the rules alone, with the dates of the seeds: ladder A from a missed apology to satisfaction.

use std::collections::BTreeSet;

use jiff::civil::{Date, date};
use redress::calendar::Calendar;
use redress::ombudsman::axes::{Submission, Timeliness, words};
use redress::ombudsman::closure::Closure;
use redress::ombudsman::figures::{Figures, Row, Year, by_year, outcomes_by_year};
use redress::ombudsman::follow_up::{ReminderKind, To, reminders_due};
use redress::ombudsman::follows::ladder::{LadderA, ladder_a};
use redress::ombudsman::follows::{CarriedForward, CaseKey, Follows, Link, Relation};
use redress::ombudsman::history::Entry;
use redress::ombudsman::letter::{From, Kind, Letter, Logged};
use redress::ombudsman::outcome::{find, usual};
use redress::ombudsman::recommendation::{Asked, Nature, Original, Recommendation};
use redress::ombudsman::tracked::Tracked;

fn first() -> CaseKey {
    CaseKey::read("22 002 824").expect("a case")
}

fn second() -> CaseKey {
    CaseKey::read("23006024").expect("a case")
}

fn agreed(number: u32, nature: Nature, kind: &'static str, rule: &str) -> Tracked {
    let decided = date(2023, 3, 8);
    let asked = Asked {
        case: first(),
        number,
        nature,
        kinds: &[kind],
        text: "As agreed with the Ombudsman.",
        originals: Original::new("", rule, Some(decided), None).expect("a date").into_iter().collect(),
        of: None,
        beneficiary: (nature == Nature::Personal).then_some("Mr F"),
        money: None,
    };
    let recommendation = Recommendation::new(asked, &["apology", "payment", "training"]).expect("a recommendation");
    Tracked::begin(recommendation, 7, "L. Officer", decided).expect("begun")
}

fn theirs(key: &str, kind: Kind, on: Date, cases: Vec<CaseKey>) -> Letter {
    let logged = Logged { key, from: From::Ombudsman, kind, dated: Some(on), received: on, paper: "paper", cases, by: "L. Officer" };
    Letter::log(logged).expect("logged")
}

#[test]
fn a_missed_apology_becomes_a_new_case_and_is_satisfied_late_in_its_own_case() {
    let mut all = [
        agreed(1, Nature::Personal, "apology", "one_month"),
        agreed(2, Nature::Personal, "payment", "one_month"),
        agreed(3, Nature::ServiceImprovement, "training", "three_months"),
    ];
    // The first working day after Easter: two are overdue since 8 April, and the third is not due.
    let today = date(2023, 4, 11);
    let late: Vec<Timeliness> = all.iter().map(|t| t.timeliness(today)).collect();
    assert_eq!(late, [Timeliness::Overdue { days: 3 }, Timeliness::Overdue { days: 3 }, Timeliness::Due { days: 58 }]);
    let told: BTreeSet<To> = reminders_due(&all[0], &BTreeSet::new(), today, Calendar::england())
        .into_iter()
        .filter(|r| r.kind == ReminderKind::Overdue)
        .map(|r| r.to_role)
        .collect();
    assert_eq!(told, [To::Owner, To::LinkOfficer, To::Director, To::MonitoringOfficer].into());
    let mut follows = Follows::default();
    assert_eq!(ladder_a(&first(), true, &follows), LadderA::Missed);

    // The Ombudsman opens another case: it follows the first, and the recommendations are linked, not copied.
    let opening = theirs("L2", Kind::RemedyNotCarriedOut, date(2023, 7, 3), vec![first(), second()]);
    let (by, on) = ("L. Officer".to_string(), opening.received());
    let (later, earlier, relation) = (second(), first(), Relation::RemedyNotCarriedOut);
    follows.link(Link { later, earlier, relation, by: by.clone(), on, paper: Some(opening.paper().into()) }).expect("linked");
    for tracked in &all[..2] {
        let (recommendation, letter) = (tracked.asked().key(), opening.key().to_string());
        follows.carry(CarriedForward { recommendation, into: second(), by: by.clone(), on, letter });
    }
    assert_eq!(follows.chain(&second()), [first(), second()]);
    assert_eq!(ladder_a(&first(), true, &follows), LadderA::NewCase { case: second() });
    assert_eq!(all[0].timeliness(on), Timeliness::Overdue { days: 86 }, "the counter of days goes on in the old case");

    // Evidence goes with the reply; the Ombudsman writes on 23 April 2024.
    let list = usual();
    let satisfied = theirs("L5", Kind::Satisfaction, date(2024, 4, 23), vec![first(), second()]);
    for tracked in &mut all[..2] {
        let bundle = Submission { bundle: "ab".into(), channel: "portal".into() };
        tracked.send_evidence(Entry::new("L. Officer", date(2024, 2, 20), bundle)).expect("sent");
        let outcome = find(&list, "completed_late_and_satisfied").expect("an outcome");
        tracked.ombudsman_says(&satisfied, outcome, None, "L. Officer", satisfied.received()).expect("said");
        assert_eq!(tracked.timeliness(date(2026, 1, 1)), Timeliness::Late { days: 318 });
        assert!(words(tracked, date(2026, 1, 1)).ombudsman.ends_with("(letter of 23 April 2024)"));
    }
    let mut closure = Closure::default();
    closure.ombudsman(&satisfied).expect("closed");
    assert_eq!(closure.closed_by_ombudsman().map(|c| c.on), Some(date(2024, 4, 23)));
    assert!(closure.closed_by_council().is_none());

    // Lateness stays with the year of the original date; the outcome has the year of its letter.
    let rows: Vec<Row> = all.iter().map(Row::of).collect();
    let years = by_year(&rows, &[Nature::Personal], date(2024, 5, 1));
    assert_eq!(years[&Year(2023)], Figures { due: 2, late: 2, ..Figures::default() });
    assert_eq!(outcomes_by_year(&rows)[&(Year(2024), "completed_late_and_satisfied".to_string())], 2);
}
