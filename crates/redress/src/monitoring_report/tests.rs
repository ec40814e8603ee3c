//! Reports that lack what the Act asks, and those that have it.

use jiff::civil::date;

use super::response::{ExecutiveResponse, Proposed, Said};
use super::suspension::{Standing, Suspension};
use super::*;
use crate::calendar::Calendar;
use crate::duty::{Choice, Pick, Settings};
use crate::ombudsman::recommendation::Nature;
use crate::ombudsman::tracked::tests::remedy;

fn matter(investigated: bool) -> Matter {
    let case = CaseKey::read("22 002 824").unwrap();
    let words = "The council did not arrange the education that it owed.".into();
    Matter {
        what: What::Omission,
        words,
        limb: Limb::Maladministration { case, investigated },
        wider: None,
        decision: Some("https://ombudsman.example/22-002-824".into()),
    }
}

fn whole() -> MonitoringReport {
    let consulted = |office| Consulted { office, name: "A. Sample".into(), on: Some(date(2019, 9, 18)), not_practicable: None };
    MonitoringReport {
        section: Section::FiveA,
        manner: Manner::Individual,
        matters: vec![matter(true)],
        facts: "The facts are those of the Ombudsman.".into(),
        law: "The Education Act 1996, section 19.".into(),
        options: "To accept, or to refuse with reasons.".into(),
        consulted: vec![consulted(Office::HeadOfPaidService), consulted(Office::ChiefFinanceOfficer)],
        suspends: Some(Suspends::Nothing { because: "It was an omission, now over.".into() }),
        apart: vec![],
        signed: Some(Signed { by: "M. Officer".into(), on: date(2019, 9, 20), deputy_because: None, papers: vec![] }),
    }
}

fn fields(report: &MonitoringReport) -> Vec<String> {
    report.check(&Settings::default()).into_iter().map(|w| w.field).collect()
}

#[test]
fn each_part_of_a_report_is_asked_for() {
    assert!(fields(&whole()).is_empty());
    let empty = MonitoringReport {
        matters: vec![],
        facts: String::new(),
        law: "n/a".into(),
        options: String::new(),
        consulted: vec![],
        suspends: None,
        signed: Some(Signed { by: "D. Deputy".into(), on: date(2019, 9, 20), deputy_because: Some(" ".into()), papers: vec![] }),
        ..whole()
    };
    let expected = ["matters", "facts", "law", "options", "head_of_paid_service", "chief_finance_officer", "suspends", "deputy_because"];
    assert_eq!(fields(&empty), expected);
}

#[test]
fn section_5a_needs_an_investigation_and_section_5_goes_by_the_setting() {
    let without = |section| MonitoringReport { section, matters: vec![matter(false)], ..whole() };
    assert_eq!(fields(&without(Section::FiveA)), ["investigated"]);
    assert_eq!(fields(&without(Section::Five)), ["investigated"]);
    let second = Settings::default().with(Choice::SectionFiveInvestigation, Pick::Second);
    assert!(without(Section::Five).check(&second).is_empty());
    assert_eq!(without(Section::FiveA).check(&second).len(), 1);
    assert_eq!(without(Section::Five).warnings()[0].code, "section_5_without_investigation");
}

#[test]
fn a_case_with_wider_implications_is_not_hidden_in_a_periodic_report() {
    let wider = Matter { wider: Some("Other children were without a place".into()), ..matter(true) };
    let manner = Manner::Periodic { from: date(2019, 4, 1), to: date(2019, 9, 30) };
    let periodic = MonitoringReport { manner, matters: vec![matter(true), wider], ..whole() };
    assert_eq!(fields(&periodic), ["matters"]);
    let unlinked = MonitoringReport { matters: vec![Matter { decision: None, ..matter(true) }], ..periodic.clone() };
    assert_eq!(fields(&unlinked), ["decisions"]);
    assert_eq!(periodic.warnings()[0].code, "periodic_is_practice");
}

#[test]
fn copies_of_23_september_are_considered_by_14_october_and_hold_until_2_october() {
    let (settings, calendar) = (Settings::default(), Calendar::england());
    let open = Suspension { section: Section::FiveA, first_sent: date(2019, 9, 23), concluded: None };
    assert_eq!(open.consider_by(&settings, calendar), Some(date(2019, 10, 14)));
    assert_eq!(open.standing(date(2019, 11, 1), &settings, calendar), Standing::UntilConsidered, "21 days over, and no end");
    let done = Suspension { concluded: Some(date(2019, 10, 1)), ..open };
    assert_eq!(done.standing(date(2019, 10, 2), &settings, calendar), Standing::Until { day: date(2019, 10, 2) });
    assert!(!done.lets(date(2019, 10, 2), &settings, calendar));
    assert!(done.lets(date(2019, 10, 3), &settings, calendar));
    let easter = Suspension { concluded: Some(date(2026, 4, 2)), ..open };
    assert_eq!(easter.standing(date(2026, 4, 3), &settings, calendar), Standing::Until { day: date(2026, 4, 7) });
}

#[test]
fn none_of_the_three_parts_of_the_executives_answer_is_left_empty() {
    let fields = |r: &ExecutiveResponse, concluded| r.check(concluded).into_iter().map(|w| w.field).collect::<Vec<_>>();
    assert_eq!(fields(&ExecutiveResponse::default(), None), ["taken", "proposed", "reasons", "concluded", "minute"]);
    let mut whole = ExecutiveResponse {
        taken: Said::StatedNone,
        proposed: Said::These { actions: vec![Proposed { what: "Train every officer of the panel".into(), when: None }] },
        reasons: "The panel did not know the guidance.".into(),
        minute: Some("minute 59".into()),
    };
    let concluded = Some(date(2019, 10, 1));
    assert_eq!(fields(&whole, concluded), ["when"]);
    let actions = vec![Proposed { what: "Train every officer of the panel".into(), when: Some(date(2019, 12, 20)) }];
    whole.proposed = Said::These { actions };
    assert!(fields(&whole, concluded).is_empty());
    let text = draft::response(&whole, "case 18 016 599", &crate::ombudsman::consideration::Considered::default()).text();
    assert!(text.contains("The executive has taken no action.") && text.contains("by 20 December 2019"), "{text}");
}

#[test]
fn a_draft_holds_no_word_of_a_personal_remedy() {
    let (personal, public) = (remedy(1, "one_month", Nature::Personal), remedy(2, "three_months", Nature::ServiceImprovement));
    let document = draft::report(&whole(), &[&personal, &public], date(2023, 5, 8));
    let text = document.text();
    assert!(text.contains("Remedies for the person: 1, of which 1 late."), "{text}");
    assert_eq!(text.matches("Apologise to the person").count(), 1, "the words of the improvement alone");
    assert!(!text.contains("Mrs X"));
    assert!(document.title.contains("section 5A"));
}

#[test]
fn the_executives_actions_are_read_a_line_each_with_their_day() {
    let taken = Said::<String>::read("Apologised to the family\n\nPaid the remedy");
    assert_eq!(taken, Said::These { actions: vec!["Apologised to the family".into(), "Paid the remedy".into()] });
    assert_eq!((Said::<String>::read(" none. "), Said::<String>::read(" ")), (Said::StatedNone, Said::NotYet));
    let proposed = Said::<Proposed>::read("Train the panel: 20 December 2019\nReview eight cases: all of them");
    let Said::These { actions } = &proposed else { panic!("actions") };
    assert_eq!(actions[0], Proposed { what: "Train the panel".into(), when: Some(date(2019, 12, 20)) });
    assert_eq!(actions[1].when, None);
    assert_eq!(Said::<Proposed>::read(&proposed.typed()), proposed);
}

#[test]
fn a_periodic_draft_links_each_case_and_lists_the_wider_ones_apart() {
    let apart = vec![Apart { case: CaseKey::read("22 009 999").unwrap(), reason: "Other children were without a place".into() }];
    let manner = Manner::Periodic { from: date(2019, 4, 1), to: date(2019, 9, 30) };
    let text = draft::report(&MonitoringReport { manner, apart, ..whole() }, &[], date(2019, 10, 1)).text();
    assert!(text.contains("The Ombudsman's decision in case 22 002 824: https://ombudsman.example/22-002-824"), "{text}");
    assert!(text.contains("Case 22 009 999: Other children were without a place"), "{text}");
}
