//! Minutes of a short meeting with a public and a private item.

use jiff::civil::date;

use super::*;
use crate::resolution::Clause;
use crate::restriction::Paragraph;
use crate::vote::{Origin, Taken, Taking};
use crate::workspace::{Event, InterestKind, Log};

fn unanimous(origin: Origin) -> Taking {
    Taking { taken: Taken::Unanimous, casting: None, origin }
}

fn typed() -> Origin {
    Origin::Typed { by: "R. Clerk".into(), at: date(2025, 2, 26).at(18, 0, 0, 0) }
}

fn meeting(origin: &Origin, closed: bool) -> Record {
    let mut log = Log::default();
    let mut add = |what| log.append(1, "R. Clerk", date(2025, 2, 26).at(18, 0, 0, 0), what);
    for member in [1, 2, 3] {
        add(Event::Arrived { member });
    }
    add(Event::Opened);
    let clause = |text: &str| vec![Clause { label: Some("a)".into()), text: text.into(), children: vec![] }];
    for (item, text) in [("7", "The report is noted."), ("8", "The terms are agreed."), ("9", "The terms are kept.")] {
        add(Event::Called { item: item.into() });
        if item != "7" {
            add(Event::Departed { member: 2, why: crate::workspace::Why::Left });
            add(Event::Arrived { member: 2 });
            let nature = "Tenant of the land".to_string();
            add(Event::Declared { member: 3, item: item.into(), kind: InterestKind::Other, nature, dispensation: None });
            add(Event::Excluded { item: item.into(), paragraphs: BTreeSet::from([Paragraph::Business]), mover: 1, seconder: Some(2) });
        }
        let motion = add(Event::Moved { item: item.into(), words: format!("That {text}"), mover: 1, seconder: Some(2) });
        add(Event::Voted { on: motion, taking: unanimous(origin.clone()) });
        add(Event::Resolved { item: item.into(), clauses: clause(text) });
        let words = if item == "7" { "Members welcomed it." } else { "Members weighed the price." };
        let part = if item == "7" { Part::Discussion } else { Part::PrivateDiscussion };
        add(Event::Wrote { item: item.into(), part, words: words.into(), over: BTreeSet::new() });
    }
    if closed {
        add(Event::Closed);
    }
    Record::of(&log)
}

fn name(member: i64) -> String {
    ["Cllr Reed", "Cllr Stone", "Cllr Marsh"][usize::try_from(member - 1).unwrap()].into()
}

#[test]
fn what_applies_to_two_items_stands_once() {
    let built = build(&meeting(&typed(), true), Quorum(2), &name).unwrap();
    let of = |tells| built.passages.iter().filter(|p| p.tells == tells).map(|p| p.items.join(", ")).collect::<Vec<_>>();
    assert_eq!(of(Tells::Interest), ["8, 9"]);
    assert_eq!(of(Tells::Exclusion), ["8, 9"]);
    assert_eq!(of(Tells::Discussion), ["7", "8, 9"]);
    assert_eq!(of(Tells::Resolution), ["7", "8", "9"]);
    let moves: Vec<&str> = built.passages.iter().filter(|p| p.tells == Tells::Movement).map(|p| p.text.as_str()).collect();
    assert_eq!(moves, ["Cllr Stone left the room.", "Cllr Stone came in.", "Cllr Stone left the room.", "Cllr Stone came in."]);
    assert!(built.text().contains("Present: Cllr Reed, Cllr Stone, Cllr Marsh."));
    assert!(built.text().contains("7 Moved by Cllr Reed, seconded by Cllr Stone: That The report is noted. Carried: Unanimous."));
}

#[test]
fn the_public_minutes_and_an_extract_leave_out_what_was_private() {
    let built = build(&meeting(&typed(), true), Quorum(2), &name).unwrap();
    let public = built.public();
    assert!(!public.text().contains("price") && !public.text().contains("terms"), "{}", public.text());
    assert!(public.text().contains("Schedule 12A, paragraph 3"));
    assert_eq!(built.with_private_part(), BTreeSet::from(["8", "9"]));
    assert!(!built.extract(&["8"], false).text().contains("terms"));
    let extract = built.extract(&["8"], true).text();
    assert!(extract.contains("The terms are agreed.") && !extract.contains("kept") && !extract.contains("noted"), "{extract}");
}

#[test]
fn a_meeting_that_was_not_held_or_not_ended_has_no_minutes() {
    let wrong = build(&Record::default(), Quorum(2), &name).unwrap_err();
    assert!(wrong[0].message.starts_with("The meeting was not held"));
    assert!(build(&meeting(&typed(), false), Quorum(2), &name).unwrap_err()[0].message.contains("not ended"));
}

#[test]
fn a_derived_vote_and_a_lost_quorum_keep_the_minutes_back() {
    let derived = Origin::Derived { from: "the attendance".into() };
    let wrong = build(&meeting(&derived, true), Quorum(2), &name).unwrap_err();
    assert_eq!(wrong.len(), 3);
    assert!(wrong[0].message.contains("worked out from the attendance"));
    let wrong = build(&meeting(&typed(), true), Quorum(4), &name).unwrap_err();
    assert!(wrong.iter().all(|w| w.field == "quorum") && wrong.len() == 3);
}

#[test]
fn a_paragraph_that_applies_to_two_items_stands_beside_what_each_has_of_its_own() {
    let mut log = Log::default();
    let mut add = |what| log.append(1, "R. Clerk", date(2025, 2, 26).at(18, 0, 0, 0), what);
    for member in [1, 2] {
        add(Event::Arrived { member });
    }
    add(Event::Opened);
    for item in ["7", "8"] {
        add(Event::Called { item: item.into() });
        let words = format!("Report {item} was presented.\n\nBoth were discussed.\r\n");
        add(Event::Wrote { item: item.into(), part: Part::Discussion, words, over: BTreeSet::new() });
        add(Event::Resolved { item: item.into(), clauses: vec![Clause { label: None, text: "Noted.".into(), children: vec![] }] });
        add(Event::Wrote { item: item.into(), part: Part::OptionsRejected, words: "None".into(), over: BTreeSet::new() });
    }
    add(Event::Closed);
    let record = Record::of(&log);
    let built = build(&record, Quorum(2), &name).unwrap();
    let text = built.text();
    for line in [
        "7 Report 7 was presented.",
        "8 Report 8 was presented.",
        "7, 8 Both were discussed.",
        "7, 8 Options considered and rejected: None",
    ] {
        assert!(text.contains(line), "{line}: {text}");
    }
    // Under each item in the order in which it was written there, whichever item had it first.
    let texts = crate::minutes::texts::Texts::of(&built, &record, &[(18, "8".into())], &|_| false, &name);
    let public = &texts.item(18).unwrap().public;
    let places: Vec<Option<usize>> =
        ["Report 8 was presented.", "Both were discussed. (Minuted together with item 7.)", "Resolved: Noted.", "rejected: None"]
            .map(|w| public.find(w))
            .into();
    assert!(places.is_sorted() && places.iter().all(Option::is_some), "{public}");
}
