//! Quarterly reviews over a calendar of meetings.

use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::*;

fn review(cycle: Cycle) -> Recurrence {
    Recurrence::set(
        "The review of the action plan",
        "Executive",
        ("minute 61", date(2025, 2, 26)),
        cycle,
        "Director of Children's Services",
    )
    .expect("set")
}

fn three_months() -> Cycle {
    Cycle::Every { interval: Period::Months(3) }
}

fn listed(days: &[Date]) -> Vec<Listed> {
    days.iter().map(|on| Listed { on: *on, takes: Takes::Items }).collect()
}

#[test]
fn no_day_drifts_and_each_is_counted_from_the_decision() {
    let from_the_31st = Recurrence { decided: date(2025, 1, 31), ..review(Cycle::Every { interval: Period::Months(1) }) };
    assert_eq!(from_the_31st.due(date(2025, 5, 1)), [date(2025, 2, 28), date(2025, 3, 31), date(2025, 4, 30)]);
    assert_eq!(review(Cycle::Quarter).due(date(2025, 12, 31)), [date(2025, 4, 1), date(2025, 7, 1), date(2025, 10, 1)]);
    assert_eq!(review(Cycle::Named { days: vec![date(2025, 10, 30)] }).due(date(2026, 1, 1)), [date(2025, 10, 30)]);
}

#[test]
fn a_meeting_that_passed_without_it_is_not_the_end_of_it() {
    let meetings = listed(&[date(2025, 6, 4), date(2025, 7, 2)]);
    let mut review = review(three_months());
    let slots = review.slots(date(2025, 6, 30), &meetings, date(2025, 6, 10));
    assert_eq!(slots[0].placed, Placed::NotTaken { meeting: date(2025, 6, 4), next: Some(date(2025, 7, 2)) });
    assert!(slots[0].alert("The review").unwrap().contains("was not taken"));
    assert_eq!(review.consider(date(2025, 5, 26), date(2025, 7, 2), " ").unwrap_err().field, "minute");
    assert_eq!(review.consider(date(2025, 5, 27), date(2025, 7, 2), "minute 90").unwrap_err().field, "due");
    review.consider(date(2025, 5, 26), date(2025, 7, 2), "minute 90").unwrap();
    let slots = review.slots(date(2025, 6, 30), &meetings, date(2025, 8, 1));
    assert_eq!(slots[0].placed, Placed::Considered { on: date(2025, 7, 2), minute: "minute 90".into(), late: 28 });
    assert_eq!(review.consider(date(2025, 5, 26), date(2025, 7, 2), "minute 90").unwrap_err().field, "due");
}

#[test]
fn what_was_put_to_a_later_meeting_stands_there_and_is_late() {
    let meetings = listed(&[date(2025, 6, 4), date(2025, 7, 2)]);
    let put = [(date(2025, 5, 26), date(2025, 7, 2))];
    for (today, why) in [(date(2025, 6, 1), Takes::Items), (date(2025, 6, 5), Takes::Passed)] {
        let slots = review(three_months()).slots_put(date(2025, 6, 30), &meetings, &put, today);
        assert_eq!(slots[0].placed, Placed::Moved { from: date(2025, 6, 4), why, to: date(2025, 7, 2), late: 28 });
    }
    let slots = review(three_months()).slots_put(date(2025, 6, 30), &meetings, &put, date(2025, 7, 3));
    assert_eq!(slots[0].placed, Placed::NotTaken { meeting: date(2025, 7, 2), next: None });
}

#[test]
fn it_ends_by_a_decision_and_by_nothing_else() {
    let mut review = review(three_months());
    assert_eq!(review.end(" ", date(2025, 9, 3)).unwrap_err().field, "decision");
    assert_eq!(review.due(date(2026, 2, 26)).len(), 4);
    review.end("minute 104", date(2025, 9, 3)).unwrap();
    assert_eq!(review.due(date(2026, 2, 26)), [date(2025, 5, 26), date(2025, 8, 26)], "what fell due before stays");
    assert!(review.end("minute 105", date(2025, 9, 3)).is_err());
}

#[test]
fn what_cannot_come_back_is_refused() {
    let set = |cycle| Recurrence::set("Review", "Executive", ("minute 61", date(2025, 2, 26)), cycle, "Director");
    assert_eq!(set(Cycle::Every { interval: Period::Months(0) }).unwrap_err().field, "interval");
    assert_eq!(set(Cycle::Named { days: vec![] }).unwrap_err().field, "days");
    assert_eq!(set(Cycle::Named { days: vec![date(2025, 2, 26)] }).unwrap_err().field, "days");
    assert_eq!(Recurrence::set("Review", "Executive", ("", date(2025, 2, 26)), Cycle::Quarter, "x").unwrap_err().field, "decision");
}

#[test]
fn a_review_without_any_meeting_says_so() {
    let slots = review(three_months()).slots(date(2025, 5, 26), &[], date(2025, 3, 1));
    assert_eq!(slots[0].placed, Placed::NoMeeting { was: None, why: None });
    let cancelled = [Listed { on: date(2025, 6, 4), takes: Takes::Cancelled }];
    let slots = review(three_months()).slots(date(2025, 5, 26), &cancelled, date(2025, 3, 1));
    assert_eq!(slots[0].placed, Placed::NoMeeting { was: Some(date(2025, 6, 4)), why: Some(Takes::Cancelled) });
    assert!(slots[0].alert("The review").is_some());
}

const ALL: [Takes; 5] = [Takes::Items, Takes::NoMore, Takes::Cancelled, Takes::Moved, Takes::Inquorate];

#[test]
fn an_agenda_that_takes_no_more_sends_it_to_the_next_meeting_in_sight() {
    let (june, july) = (date(2025, 6, 4), date(2025, 7, 2));
    let meetings = [Listed { on: june, takes: Takes::NoMore }, Listed { on: july, takes: Takes::Items }];
    let review = review(three_months());
    let at = |today: Date, meetings: &[Listed], put: &[(Date, Date)]| review.slots_put(date(2025, 6, 30), meetings, put, today).remove(0);
    let slot = at(date(2025, 5, 30), &meetings, &[]);
    assert_eq!(slot.placed, Placed::Moved { from: june, why: Takes::NoMore, to: july, late: 28 });
    assert_eq!(
        slot.alert("The review").unwrap(),
        "The review moves from the meeting of Wednesday 4 June 2025, which takes no more items on its agenda, to Wednesday 2 July 2025, 28 days later."
    );
    // What stands on its agenda already stays there.
    let put = [(date(2025, 5, 26), june)];
    assert_eq!(at(date(2025, 5, 30), &meetings, &put).placed, Placed::At { meeting: june, after: 9 });
    // None is left: somebody is told, with what is wrong with the one that is listed.
    let slot = at(date(2025, 5, 30), &meetings[..1], &[]);
    assert_eq!(slot.placed, Placed::NoMeeting { was: Some(june), why: Some(Takes::NoMore) });
    assert!(slot.words().contains("takes no more items on its agenda"), "{}", slot.words());
}

#[test]
fn what_became_of_a_meeting_is_said_as_it_was() {
    let meeting = |takes: Takes| takes.meeting(date(2025, 12, 3));
    assert_eq!(meeting(Takes::Cancelled), "the cancelled meeting of Wednesday 3 December 2025");
    assert_eq!(meeting(Takes::Inquorate), "the meeting of Wednesday 3 December 2025, which had no quorum,");
    assert_eq!(meeting(Takes::Moved), "the meeting of Wednesday 3 December 2025, which was moved to another day,");
    assert!(ALL.iter().filter(|t| t.off()).count() == 3 && !Takes::Passed.off());
}

#[test]
fn what_was_not_taken_is_put_again_after_a_week_or_on_the_last_day_for_the_next_agenda() {
    let meetings = listed(&[date(2025, 6, 4), date(2025, 7, 2)]);
    let slot = review(three_months()).slots(date(2025, 6, 30), &meetings, date(2025, 6, 5)).remove(0);
    assert_eq!(slot.again_from(None), Some(date(2025, 6, 11)));
    assert_eq!(slot.again_from(Some(date(2025, 6, 24))), Some(date(2025, 6, 11)));
    assert_eq!(slot.again_from(Some(date(2025, 6, 9))), Some(date(2025, 6, 9)));
    assert_eq!(slot.again_from(Some(date(2025, 6, 3))), Some(date(2025, 6, 5)), "never before the meeting is over");
    let slot = review(three_months()).slots(date(2025, 6, 30), &meetings, date(2025, 6, 4)).remove(0);
    assert_eq!(slot.again_from(None), None);
}

#[test]
fn another_post_takes_the_report_over_and_the_first_stays_on_record() {
    let mut review = review(three_months());
    let on = date(2025, 4, 1);
    assert_eq!(review.hand_over("Director of Children's Services", "The post ends.", "Tobias Wren", on).unwrap_err().field, "to");
    assert_eq!(review.hand_over("Director of Schools", " ", "Tobias Wren", on).unwrap_err().field, "why");
    review.hand_over("Director of Schools", "The service moved.", "Tobias Wren", on).unwrap();
    assert_eq!(review.owner, "Director of Schools");
    assert_eq!(review.handed_over[0].from, "Director of Children's Services");
    review.end("minute 104", date(2025, 9, 3)).unwrap();
    assert!(review.hand_over("Director of Homes", "The service moved.", "Tobias Wren", on).is_err());
}

proptest! {
    #[test]
    fn no_review_is_dropped_silently(
        days in prop::collection::vec((0i32..800, prop::sample::select(ALL.to_vec())), 0..30),
        months in 1u16..7,
        today in 0i32..800,
        done in prop::collection::vec(any::<prop::sample::Index>(), 0..4),
    ) {
        let start = date(2025, 2, 26);
        let meetings: Vec<Listed> = days.iter().map(|(d, takes)| Listed { on: plus(start, *d).unwrap(), takes: *takes }).collect();
        let mut review = review(Cycle::Every { interval: Period::Months(months) });
        let until = plus(start, 700).unwrap();
        let due = review.due(until);
        for index in done {
            let day = due[index.index(due.len())];
            let _ = review.consider(day, day, "minute");
        }
        let slots = review.slots(until, &meetings, plus(start, today).unwrap());
        prop_assert_eq!(slots.iter().map(|s| s.due).collect::<Vec<_>>(), due);
        for slot in &slots {
            // Each is considered, or is put to a meeting that stands, or somebody is told that it is not.
            let known = matches!(slot.placed, Placed::Considered { .. });
            let stands = slot.meeting().is_some_and(|day| meetings.iter().any(|m| m.on == day && m.takes == Takes::Items));
            prop_assert!(known || stands || slot.alert("It").is_some(), "{:?}", slot);
            if let Placed::Moved { from, to, .. } = slot.placed {
                prop_assert!(from < to && slot.alert("It").is_some());
            }
        }
    }
}
