//! A meeting taken down by one clerk and by two.

use std::collections::BTreeSet;

use jiff::civil::{DateTime, date};
use proptest::prelude::*;

use super::*;
use crate::resolution::Clause;
use crate::vote::{Figures, Origin, Taken, Taking};

fn at(minute: i8) -> DateTime {
    date(2025, 2, 26).at(18, minute, 0, 0)
}

fn hands(for_: u32, against: u32) -> Taking {
    let figures = Figures { for_, against, ..Figures::default() };
    Taking {
        taken: Taken::Counted { figures, own: Vec::new() },
        casting: None,
        origin: Origin::Typed { by: "R. Clerk".into(), at: at(30) },
    }
}

/// Six members, item 7 called.
fn meeting() -> Log {
    let mut log = Log::default();
    for member in 1..=6 {
        log.append(1, "R. Clerk", at(0), Event::Arrived { member });
    }
    for what in [Event::Presided { member: 1 }, Event::Opened, Event::Called { item: "7".into() }] {
        log.append(1, "R. Clerk", at(1), what);
    }
    log
}

fn try_add(log: &mut Log, what: Event) -> Result<EntryId, Vec<crate::wrong::Wrong>> {
    let wrong = check(&Record::of(log), Quorum(4), &what);
    if wrong.is_empty() { Ok(log.append(1, "R. Clerk", at(10), what)) } else { Err(wrong) }
}

fn motion(words: &str) -> Event {
    Event::Moved { item: "7".into(), words: words.into(), mover: 1, seconder: Some(2) }
}

#[test]
fn who_leaves_for_an_interest_is_out_of_the_vote_and_returns() {
    let mut log = meeting();
    let leave = Event::Departed { member: 3, why: Why::Interest };
    assert_eq!(try_add(&mut log, leave.clone()).unwrap_err()[0].field, "why", "the interest comes first");
    let declared = Event::Declared {
        member: 3,
        item: "7".into(),
        kind: InterestKind::Pecuniary,
        nature: "Owns a transport firm".into(),
        dispensation: None,
    };
    try_add(&mut log, declared).unwrap();
    let by_three = Event::Moved { item: "7".into(), words: "That it wait.".into(), mover: 3, seconder: Some(2) };
    assert_eq!(try_add(&mut log, by_three).unwrap_err()[0].field, "mover");
    try_add(&mut log, leave).unwrap();
    let moved = try_add(&mut log, motion("That the policy be kept.")).unwrap();
    assert_eq!(try_add(&mut log, Event::Voted { on: moved, taking: hands(6, 0) }).unwrap_err()[0].field, "for");
    try_add(&mut log, Event::Voted { on: moved, taking: hands(4, 1) }).unwrap();
    try_add(&mut log, Event::Arrived { member: 3 }).unwrap();
    let record = Record::of(&log);
    let room = &record.attendance["7"];
    assert_eq!((room.fewest, room.departed().count(), room.arrived().count()), (5, 1, 1));
    assert!(!room.throughout().contains(&3) && room.anybody().contains(&3));
    assert!(record.motions[0].carried());
    assert_eq!(record.entitled("7").why_not(3), Some("declared an interest and has no dispensation"));
    assert_eq!(record.entitled("8").why_not(3), None, "the interest is in item 7 only");
}

#[test]
fn nothing_is_decided_without_a_quorum() {
    let mut log = meeting();
    for member in [4, 5, 6] {
        try_add(&mut log, Event::Departed { member, why: Why::Left }).unwrap();
    }
    let wrong = try_add(&mut log, motion("That it be noted.")).unwrap_err();
    assert_eq!(wrong[0].message, "3 are in the room, and 4 make a quorum. Nothing can be decided until more return.");
    assert_eq!(Record::of(&log).attendance["7"].quorum(Quorum(4)), Standing::Lost { fewest: 3, needed: 4 });
}

#[test]
fn who_leaves_after_the_decision_takes_nothing_from_it() {
    let mut log = meeting();
    let moved = try_add(&mut log, motion("That it be noted.")).unwrap();
    try_add(&mut log, Event::Voted { on: moved, taking: hands(6, 0) }).unwrap();
    for member in [4, 5, 6] {
        try_add(&mut log, Event::Departed { member, why: Why::Left }).unwrap();
    }
    assert_eq!(problems(&Record::of(&log), Quorum(4)), []);
    // Another clerk took down that three had left before the vote.
    let mut other = Log::default();
    for member in [4, 5, 6] {
        other.append(2, "S. Clerk", at(9), Event::Departed { member, why: Why::Left });
    }
    log.join(&other).unwrap();
    let fields: Vec<String> = problems(&Record::of(&log), Quorum(4)).into_iter().map(|w| w.field).collect();
    assert_eq!(fields, ["for", "quorum"], "six votes of three members, and no quorum");
}

#[test]
fn an_amendment_keeps_the_words_before_and_after() {
    let mut log = meeting();
    let moved = try_add(&mut log, motion("Accept recommendations 1 and 2.")).unwrap();
    let amend = |before: &str, after: &str| Event::Amended {
        motion: moved,
        before: before.into(),
        after: after.into(),
        mover: 4,
        seconder: Some(5),
    };
    assert_eq!(try_add(&mut log, amend("Accept.", "Refuse.")).unwrap_err()[0].field, "before");
    let first = try_add(&mut log, amend("Accept recommendations 1 and 2.", "Accept 1 and 2, and review each quarter.")).unwrap();
    assert_eq!(try_add(&mut log, Event::Voted { on: moved, taking: hands(6, 0) }).unwrap_err()[0].field, "on", "the amendment first");
    try_add(&mut log, Event::Voted { on: first, taking: hands(5, 1) }).unwrap();
    try_add(&mut log, Event::Voted { on: moved, taking: hands(6, 0) }).unwrap();
    assert_eq!(try_add(&mut log, Event::Voted { on: moved, taking: hands(6, 0) }).unwrap_err()[0].field, "on", "voted twice");
    let record = Record::of(&log);
    assert_eq!(record.motions[0].words(), "Accept 1 and 2, and review each quarter.");
    assert_eq!(record.motions[0].amendments[0].before.as_deref(), Some("Accept recommendations 1 and 2."));
}

#[test]
fn an_item_is_decided_once_and_a_mistake_is_struck_out_in_sight() {
    let mut log = meeting();
    let resolved = |text: &str| Event::Resolved {
        item: "7".into(),
        clauses: vec![Clause { label: Some("a)".into()), text: text.into(), children: vec![] }],
    };
    let first = try_add(&mut log, resolved("Noted.")).unwrap();
    assert!(try_add(&mut log, resolved("Agreed.")).unwrap_err()[0].message.contains("decided already"));
    assert_eq!(try_add(&mut log, Event::Struck { entry: first, why: "".into() }).unwrap_err()[0].field, "why");
    try_add(&mut log, Event::Struck { entry: first, why: "It was item 8".into() }).unwrap();
    try_add(&mut log, resolved("Agreed.")).unwrap();
    let record = Record::of(&log);
    assert_eq!(record.resolution("7").unwrap()[0].text, "Agreed.");
    assert!(log.get(first).is_some() && record.is_struck(first));
}

#[test]
fn the_public_are_excluded_by_a_paragraph_and_nothing_happens_out_of_session() {
    let mut log = meeting();
    let exclude = |paragraphs| Event::Excluded { item: "7".into(), paragraphs, mover: 1, seconder: Some(2) };
    assert_eq!(try_add(&mut log, exclude(BTreeSet::new())).unwrap_err()[0].field, "paragraphs");
    try_add(&mut log, exclude(BTreeSet::from([crate::restriction::Paragraph::Individual]))).unwrap();
    assert!(Record::of(&log).private_now);
    try_add(&mut log, Event::Readmitted).unwrap();
    try_add(&mut log, Event::Adjourned { to: Some(date(2025, 3, 5)), why: "The fire alarm went".into() }).unwrap();
    assert!(try_add(&mut log, motion("x y")).unwrap_err()[0].message.contains("adjourned"));
    try_add(&mut log, Event::Resumed).unwrap();
    try_add(&mut log, Event::Closed).unwrap();
    assert!(try_add(&mut log, Event::Called { item: "8".into() }).unwrap_err()[0].message.contains("ended"));
}

#[test]
fn two_texts_written_at_once_both_stand_until_one_is_made_of_them() {
    let wrote = |words: &str, over: &[EntryId]| Event::Wrote {
        item: "7".into(),
        part: Part::Discussion,
        words: words.into(),
        over: over.iter().copied().collect(),
    };
    let mut a = meeting();
    let base = a.append(1, "R. Clerk", at(11), wrote("Members asked.", &[]));
    let mut b = a.clone();
    a.append(1, "R. Clerk", at(12), wrote("Members asked about cost.", &[base]));
    b.append(2, "S. Clerk", at(12), wrote("Members asked about time.", &[base]));
    a.join(&b).unwrap();
    let record = Record::of(&a);
    let text = record.text("7", Part::Discussion).unwrap();
    assert_eq!(text.stand.iter().map(|v| v.by.as_str()).collect::<Vec<_>>(), ["R. Clerk", "S. Clerk"]);
    assert_eq!(problems(&record, Quorum(4)).len(), 1);
    let seen: Vec<EntryId> = text.seen().into_iter().collect();
    a.append(2, "S. Clerk", at(13), wrote("Members asked about cost and time.", &seen));
    let record = Record::of(&a);
    assert_eq!(record.text("7", Part::Discussion).unwrap().settled(), Some("Members asked about cost and time."));
    assert_eq!(problems(&record, Quorum(4)), []);
}

#[test]
fn who_asked_and_who_took_it_down_are_told_apart_in_json() {
    let mut log = meeting();
    let asked = log.append(1, "R. Clerk", at(10), Event::Asked { item: "7".into(), by: "Mr Orme".into(), words: "Why?".into() });
    let day = date(2025, 5, 1);
    log.append(1, "R. Clerk", at(11), Event::Charged { resolution: asked, clause: "a".into(), post: "Clerk".into(), by: Some(day) });
    let kept: Log = serde_json::from_str(&serde_json::to_string(&log).unwrap()).unwrap();
    assert_eq!(kept, log);
}

#[test]
fn a_vote_by_a_clerk_whose_watch_is_slow_stands_after_its_motion() {
    let mut log = meeting();
    let moved = log.append(2, "S. Clerk", at(20), motion("That it be noted."));
    log.append(1, "R. Clerk", at(5), Event::Voted { on: moved, taking: hands(6, 0) });
    assert!(Record::of(&log).motions[0].carried());
    assert_eq!((log.count_of(1), log.count_of(2), log.count_of(3)), (10, 1, 0));
}

#[test]
fn one_number_for_two_things_is_refused_and_changes_nothing() {
    let (mut a, mut b) = (meeting(), meeting());
    a.append(1, "R. Clerk", at(20), Event::Readmitted);
    b.append(1, "R. Clerk", at(20), Event::Closed);
    let before = a.clone();
    assert_eq!(a.join(&b), Err(TwoEntries(EntryId { clerk: 1, number: 10 })));
    assert_eq!(a, before);
}

#[test]
fn a_stored_log_with_one_number_twice_is_refused() {
    let log = meeting();
    let mut stored: Vec<serde_json::Value> = serde_json::from_str(&serde_json::to_string(&log).unwrap()).unwrap();
    assert!(serde_json::from_value::<Log>(stored.clone().into()).is_ok_and(|same| same == log));
    let mut other = stored[0].clone();
    other["member"] = 99.into();
    stored.push(other);
    assert!(serde_json::from_value::<Log>(stored.into()).unwrap_err().to_string().contains("stands in both logs"));
}

fn any_event() -> impl Strategy<Value = Event> {
    let over = prop::collection::btree_set((1i64..3, 1u32..12).prop_map(|(clerk, number)| EntryId { clerk, number }), 0..3);
    let item = prop::sample::select(vec!["7".to_string(), "8".into()]);
    prop_oneof![
        (0i64..8).prop_map(|member| Event::Arrived { member }),
        (0i64..8).prop_map(|member| Event::Departed { member, why: Why::Left }),
        item.clone().prop_map(|item| Event::Called { item }),
        (item.clone(), "[a-z]{1,6}", over).prop_map(|(item, words, over)| Event::Wrote { item, part: Part::Discussion, words, over }),
        (item.clone(), 0i64..8).prop_map(|(item, mover)| Event::Moved { item, words: "x".into(), mover, seconder: None }),
        (1i64..3, 1u32..12).prop_map(|(clerk, number)| Event::Voted { on: EntryId { clerk, number }, taking: hands(1, 0) }),
        (1i64..3, 1u32..12).prop_map(|(clerk, number)| Event::Struck { entry: EntryId { clerk, number }, why: "mistake made".into() }),
        item.prop_map(|item| Event::Resolved { item, clauses: vec![] }),
    ]
}

proptest! {
    #[test]
    fn any_order_of_arrival_gives_one_record_and_loses_nothing(
        mine in prop::collection::vec((any_event(), 0i8..60), 0..12),
        theirs in prop::collection::vec((any_event(), 0i8..60), 0..12),
        shuffle in any::<prop::sample::Index>(),
        turns in prop::collection::vec(any::<bool>(), 24),
    ) {
        let (mut a, mut b) = (Log::default(), Log::default());
        for (what, minute) in &mine { a.append(1, "A", at(*minute), what.clone()); }
        for (what, minute) in &theirs { b.append(2, "B", at(*minute), what.clone()); }
        let (mut ab, mut ba) = (a.clone(), b.clone());
        ab.join(&b).unwrap();
        ba.join(&a).unwrap();
        prop_assert_eq!(&ab, &ba);
        prop_assert_eq!(ab.len(), mine.len() + theirs.len());
        // One entry at a time, in any interleaving, some of them twice.
        let (mut left, mut right) = (a.in_order().peekable(), b.in_order().peekable());
        let mut one_by_one = Log::default();
        for turn in turns.iter().chain(std::iter::repeat_n(&true, 24)).chain(std::iter::repeat_n(&false, 24)) {
            let next = if *turn { left.next() } else { right.next() };
            if let Some(entry) = next {
                one_by_one.receive(entry.clone()).unwrap();
                one_by_one.receive(entry.clone()).unwrap();
            }
        }
        let mut reversed: Vec<Entry> = ab.clone().into();
        let length = reversed.len().max(1);
        let by = shuffle.index(length).min(reversed.len());
        reversed.rotate_left(by);
        reversed.reverse();
        prop_assert_eq!(Record::of(&one_by_one), Record::of(&ab));
        prop_assert_eq!(Record::of(&Log::try_from(reversed).unwrap()), Record::of(&ab));
        // The record of what a clerk wrote stands, or was replaced or struck out by an entry that says so.
        let record = Record::of(&ab);
        let stand: BTreeSet<EntryId> = record.texts.values().flatten().flat_map(|t| t.seen()).collect();
        for entry in ab.in_order() {
            if let Event::Wrote { .. } = entry.what {
                let gone = ab.in_order().any(|e| match &e.what {
                    Event::Wrote { over, .. } => over.contains(&entry.id),
                    Event::Struck { entry: struck, .. } => *struck == entry.id,
                    _ => false,
                });
                prop_assert!(stand.contains(&entry.id) || gone);
            }
        }
        let kept: Log = serde_json::from_str(&serde_json::to_string(&ab).unwrap()).unwrap();
        prop_assert_eq!(kept, ab);
        prop_assert!(serde_json::to_value(&record).is_ok());
    }
}
