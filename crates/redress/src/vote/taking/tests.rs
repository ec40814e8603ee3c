//! Votes that add up, and those that do not.

use std::collections::BTreeMap;

use jiff::civil::date;
use proptest::prelude::*;

use super::super::Bar;
use super::*;

fn typed() -> Origin {
    Origin::Typed { by: "R. Clerk".into(), at: date(2025, 2, 26).at(18, 40, 0, 0) }
}

fn room(present: std::ops::Range<i64>) -> Entitled {
    Entitled { present: present.collect(), barred: BTreeMap::new(), presiding: Some(0) }
}

fn counted(for_: u32, against: u32, abstained: u32) -> Taking {
    let figures = Figures { for_, against, abstained, did_not_vote: 0 };
    Taking { taken: Taken::Counted { figures, own: Vec::new() }, casting: None, origin: typed() }
}

#[test]
fn figures_that_exceed_or_miss_those_present_are_refused() {
    assert_eq!(counted(5, 2, 1).check(&room(0..8)), []);
    assert_eq!(
        counted(6, 2, 1).check(&room(0..8))[0].message,
        "The figures come to 9, and 8 could vote. Check the figures or the attendance."
    );
    assert_eq!(counted(5, 2, 0).check(&room(0..8))[0].field, "did_not_vote");
}

#[test]
fn who_is_criticised_counts_in_the_room_and_not_in_the_vote() {
    let room = room(0..8).without_criticised(&[3, 99]);
    assert_eq!((room.present.len(), room.voters().len()), (8, 7));
    assert_eq!(counted(5, 2, 1).check(&room)[0].field, "for");
    assert_eq!(counted(5, 2, 0).check(&room), []);
    let named = Taking { taken: Taken::Named { votes: (0..8).map(|m| (m, Side::For)).collect() }, casting: None, origin: typed() };
    let wrong = named.check(&room);
    assert_eq!(wrong.len(), 1);
    assert!(wrong[0].message.contains("section 31A(5)"), "{}", wrong[0].message);
}

#[test]
fn a_named_vote_names_each_once_and_leaves_nobody_out() {
    let named = |votes| Taking { taken: Taken::Named { votes }, casting: None, origin: typed() };
    let wrong = named(vec![(0, Side::For), (0, Side::Against)]).check(&room(0..2));
    assert_eq!(wrong.len(), 2, "one is there twice, and member 1 says nothing");
    assert_eq!(named(vec![(0, Side::For), (1, Side::DidNotVote)]).check(&room(0..2)), []);
    assert_eq!(named(vec![(0, Side::For)]).check_budget(), None);
    assert_eq!(counted(1, 1, 0).check_budget().expect("names are missing").field, "taken");
    assert!(named(vec![(0, Side::For), (1, Side::For), (7, Side::For)]).check(&room(0..2))[0].message.contains("not in the room"));
}

#[test]
fn a_casting_vote_is_for_whoever_presides_and_only_on_equality() {
    let cast = |by, for_, against| Taking { casting: Some(Casting { by, for_: true }), ..counted(for_, against, 0) };
    assert_eq!(cast(0, 4, 4).check(&room(0..8)), []);
    assert_eq!(cast(0, 4, 4).outcome(), Outcome::Carried);
    assert_eq!(counted(4, 4, 0).outcome(), Outcome::Lost);
    assert_eq!(cast(0, 5, 3).check(&room(0..8))[0].field, "casting");
    assert!(cast(1, 4, 4).check(&room(0..8))[0].message.contains("presides"));
    let mut barred = room(0..9);
    barred.barred.insert(0, Bar::Interest);
    assert!(cast(0, 4, 4).check(&barred)[0].message.contains("cannot vote"));
}

#[test]
fn unanimous_has_no_figures() {
    let taking = Taking { taken: Taken::Unanimous, casting: None, origin: typed() };
    assert_eq!(taking.check(&room(0..8)), []);
    let vote = taking.as_recorded().expect("the record");
    assert_eq!((vote.for_, vote.manner), (None, Manner::Unanimous));
    assert_eq!(taking.check(&Entitled::default())[0].field, "vote");
}

#[test]
fn a_vote_that_was_worked_out_is_not_the_record() {
    let derived = Taking { origin: Origin::Derived { from: "the attendance".into() }, ..counted(8, 0, 0) };
    assert_eq!(derived.as_recorded(), None);
    assert_eq!(derived.check(&room(0..8)).len(), 1);
}

#[test]
fn own_votes_fit_the_figures() {
    let figures = Figures { for_: 7, against: 1, ..Figures::default() };
    let with = |own: &[(i64, Side)]| Taking { taken: Taken::Counted { figures, own: own.to_vec() }, casting: None, origin: typed() };
    assert_eq!(with(&[(2, Side::Against)]).check(&room(0..8)), []);
    assert_eq!(with(&[(2, Side::Against), (3, Side::Against)]).check(&room(0..8))[0].field, "own");
}

proptest! {
    #[test]
    fn only_figures_that_add_up_pass(f in 0u32..12, a in 0u32..12, b in 0u32..12, present in 1i64..30, barred in prop::collection::btree_set(0i64..30, 0..6)) {
        let mut room = room(0..present);
        room.barred = barred.into_iter().map(|m| (m, Bar::NoVote)).collect();
        let voters = room.voters().len() as u32;
        let passes = counted(f, a, b).check(&room).is_empty();
        prop_assert_eq!(passes, f + a + b == voters && voters > 0);
    }
}
