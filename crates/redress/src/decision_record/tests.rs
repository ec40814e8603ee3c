//! What a record must say, and what later records make of it.

use jiff::civil::date;
use proptest::prelude::*;

use super::*;

fn body(executive: bool) -> Maker {
    Maker::Body { body: "Cabinet".into(), executive, meeting: "2019-10-01-cabinet".into() }
}

fn full(maker: Maker) -> DecisionRecord {
    let key = if maker.regime().is_executive() { Key::No } else { Key::NotExecutive };
    DecisionRecord {
        reference: "D 14".into(),
        maker,
        decided: Some(date(2019, 10, 1)),
        decision: "The ten recommendations are accepted.".into(),
        reasons: "The faults are found and the remedies are fair.".into(),
        options_rejected: "None.".into(),
        conflicts: Conflicts::StatedNone,
        key,
        effective_from: None,
    }
}

fn fields(record: &DecisionRecord) -> Vec<String> {
    record.check(date(2019, 10, 2)).into_iter().map(|w| w.field).collect()
}

#[test]
fn stated_none_is_an_answer_and_blank_is_not() {
    for maker in [
        body(true),
        body(false),
        Maker::Member { name: "Cllr A. Reed".into(), office: "Cabinet member for homes".into(), authority: "Part 3, 2.1".into() },
        Maker::ExecutiveOfficer { post: "Director of Homes".into(), authority: "Scheme, 12".into() },
        Maker::CouncilOfficer { post: "Director of Homes".into(), delegation: Delegation::Rights { authorisation: "Scheme, 30".into() } },
    ] {
        let record = full(maker);
        assert_eq!(fields(&record), [""; 0], "{:?}", record.regime());
        let blank = DecisionRecord {
            decided: None,
            decision: " ".into(),
            reasons: "None".into(),
            options_rejected: "".into(),
            conflicts: Conflicts::Blank,
            ..record
        };
        assert_eq!(fields(&blank), ["decided", "decision", "reasons", "options_rejected", "conflicts"], "{:?}", blank.regime());
        assert!(blank.check(date(2019, 10, 2))[2].message.contains(blank.regime().cite()));
    }
}

#[test]
fn every_regime_with_a_duty_names_one_of_the_statute_book() {
    for regime in [Regime::ExecutiveMeeting, Regime::ExecutiveMember, Regime::ExecutiveOfficer, Regime::Council, Regime::CouncilOfficer] {
        assert!(regime.duty().is_none_or(|key| crate::duty::find(key).is_ok()), "{regime:?}");
    }
}

#[test]
fn a_conflict_needs_its_person_and_the_dispensation_of_the_head_of_paid_service() {
    let mut record = full(body(true));
    let conflict = Conflict { who: "Cllr B. Stone".into(), nature: "Parent at the school".into(), dispensation: "".into() };
    record.conflicts = Conflicts::Declared { list: vec![conflict] };
    let wrong = record.check(date(2019, 10, 2));
    assert_eq!(wrong[0].message, "Note the dispensation given by the head of paid service, or write none.");
    if let Conflicts::Declared { list } = &mut record.conflicts {
        list[0].dispensation = "none".into();
    }
    assert_eq!(fields(&record), [""; 0]);
    record.conflicts = Conflicts::Declared { list: vec![] };
    assert_eq!(fields(&record), ["conflicts"]);
}

#[test]
fn key_is_asked_of_the_executive_only() {
    let with = |maker, key| DecisionRecord { key, ..full(maker) };
    assert_eq!(fields(&with(body(true), Key::Blank)), ["key"]);
    assert_eq!(fields(&with(body(false), Key::Yes { entry: "FP 3".into() })), ["key"]);
    assert_eq!(fields(&with(body(true), Key::Yes { entry: " ".into() })), ["entry"]);
}

#[test]
fn no_record_of_what_is_still_to_come() {
    let record = full(body(true));
    assert_eq!(record.check(date(2019, 9, 30))[0].field, "decided");
    let early = DecisionRecord { effective_from: Some(date(2019, 9, 1)), ..record };
    assert_eq!(fields(&early), ["effective_from"]);
    assert_eq!(early.effective(), Some(date(2019, 10, 1)));
}

fn link(later: u8, relation: Relation, earlier: u8) -> Link {
    Link {
        later: format!("D {later}"),
        relation,
        earlier: format!("D {earlier}"),
        on: date(2020, 1, 7),
        by: "R. Clerk".into(),
        why: "The date was wrong.".into(),
    }
}

#[test]
fn a_record_is_changed_by_a_later_one_and_stays() {
    let mut links = Links::default();
    links.add(link(2, Relation::Corrects, 1)).unwrap();
    links.add(link(3, Relation::Supersedes, 2)).unwrap();
    assert_eq!(links.add(link(4, Relation::Rescinds, 1)).unwrap_err().to_string(), "D 1 was corrected by D 2 already; link to D 2");
    assert_eq!(links.add(link(1, Relation::Corrects, 3)), Err(CannotLink::Ring("D 1".into())));
    assert_eq!(links.add(link(5, Relation::Corrects, 5)), Err(CannotLink::Itself));
    let Stands::Changed { by, now, .. } = links.stands("D 1", date(2020, 2, 1)) else { panic!("it is corrected") };
    assert_eq!((by.as_str(), now.as_deref()), ("D 2", Some("D 3")));
    assert_eq!(links.stands("D 1", date(2020, 1, 6)), Stands::AsRecorded, "not yet");
    links.add(link(6, Relation::Rescinds, 3)).unwrap();
    assert!(matches!(links.stands("D 1", date(2020, 2, 1)), Stands::Changed { now: None, .. }));
    assert_eq!(links.changes("D 3").count(), 1);
}

#[test]
fn a_decision_waits_for_its_day_for_call_in_and_for_the_council() {
    use crate::call_in::Implementation;
    let record = DecisionRecord { effective_from: Some(date(2019, 11, 1)), ..full(body(true)) };
    let held = Implementation::HeldUntil { act_from: date(2019, 10, 11) };
    let may = Implementation::May { from: date(2019, 10, 11) };
    let on = |call_in: &Implementation, day| record.effect(&Stands::AsRecorded, None, call_in, day).unwrap();
    assert!(on(&held, date(2019, 10, 10)).bars().unwrap().message.contains("Friday 11 October 2019"));
    assert_eq!(on(&may, date(2019, 10, 31)), Effect::NotYet { from: date(2019, 11, 1) });
    assert_eq!(on(&may, date(2019, 11, 1)), Effect::InEffect { since: date(2019, 11, 1) });
    let reserved = |minute: Option<&str>| Reserved {
        why: "section 31A(1A) reserves a refusal at a further report to it".into(),
        minute: minute.map(Into::into),
        on: minute.map(|_| date(2019, 11, 2)),
        otherwise: false,
    };
    let with = |minute| record.effect(&Stands::AsRecorded, Some(&reserved(minute)), &may, date(2019, 11, 2)).unwrap();
    assert!(with(None).bars().unwrap().message.starts_with("This is a proposal: the council decides"));
    assert_eq!(with(Some("Council, minute 77")), Effect::InEffect { since: date(2019, 11, 2) }, "from the council's day");
    let otherwise = Reserved { otherwise: true, ..reserved(Some("Council, minute 77")) };
    let came = record.effect(&Stands::AsRecorded, Some(&otherwise), &may, date(2019, 11, 2)).unwrap();
    assert!(came.bars().unwrap().message.contains("decided otherwise. Read its minute: Council, minute 77"));
    let changed = |relation| Stands::Changed { relation, by: "D 20".into(), on: date(2019, 11, 2), now: None };
    let after = |relation| record.effect(&changed(relation), None, &may, date(2019, 11, 2)).unwrap();
    assert!(after(Relation::Rescinds).bars().is_some());
    assert_eq!(after(Relation::Corrects).bars(), None);
}

#[test]
fn an_officers_decision_is_called_in_only_where_it_is_key() {
    let officer = full(Maker::ExecutiveOfficer { post: "Director of Homes".into(), authority: "Scheme, 12".into() });
    assert!(!officer.can_be_called_in());
    assert!(DecisionRecord { key: Key::Yes { entry: "FP 3".into() }, ..officer }.can_be_called_in());
    assert!(!full(body(false)).can_be_called_in());
}

proptest! {
    #[test]
    fn whatever_is_linked_has_an_end(pairs in prop::collection::vec((0u8..6, 0u8..6), 0..30)) {
        let mut links = Links::default();
        for (later, earlier) in pairs {
            let _ = links.add(link(later, Relation::Supersedes, earlier));
        }
        for n in 0..6 {
            if let Stands::Changed { now, .. } = links.stands(&format!("D {n}"), date(2021, 1, 1)) {
                prop_assert_eq!(links.stands(&now.unwrap(), date(2021, 1, 1)), Stands::AsRecorded);
            }
        }
    }
}
