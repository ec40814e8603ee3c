//! When a restriction stands, when it is overdue, and what bars it.

use jiff::civil::date;

use super::*;

fn restriction() -> Restriction {
    Restriction {
        ground: Ground::Confidential { limb: Limb::EnactmentOrCourt, why: "Order of the family court of 3 March 2026".into() },
        public_reason: "A court has forbidden disclosure.".into(),
        audience: Audience::nobody(),
        imposed_by: "A. Sample, monitoring officer".into(),
        imposed_on: date(2024, 2, 29),
        review_on: date(2025, 2, 28),
        late_review_reason: None,
        challenge: "Write to the monitoring officer.".into(),
        warnings: Vec::new(),
        reviews: Vec::new(),
        release: None,
    }
}

fn released(decision: ReleaseDecision) -> Restriction {
    let release =
        Release { decision, reason: "The Ombudsman published it.".into(), by: "A. Sample".into(), at: date(2024, 6, 3).at(9, 0, 0, 0) };
    Restriction { release: Some(release), ..restriction() }
}

fn fields(wrong: Vec<Wrong>) -> Vec<String> {
    wrong.into_iter().map(|w| w.field).collect()
}

#[test]
fn a_year_from_a_leap_day_ends_with_february() {
    assert!(restriction().check().is_empty());
    assert_eq!(fields(Restriction { review_on: date(2025, 3, 1), ..restriction() }.check()), ["review_on"]);
}

#[test]
fn a_later_review_needs_a_reason_and_an_earlier_day_is_never_one() {
    let later = Restriction { review_on: date(2026, 3, 1), ..restriction() };
    assert!(Restriction { late_review_reason: Some("The order runs until March 2026.".into()), ..later.clone() }.check().is_empty());
    assert_eq!(fields(Restriction { late_review_reason: Some("-".into()), ..later }.check()), ["review_on"]);
    let same_day =
        Restriction { review_on: date(2024, 2, 29), late_review_reason: Some("The order says so itself.".into()), ..restriction() };
    assert_eq!(fields(same_day.check()), ["review_on"]);
}

#[test]
fn the_public_is_told_why_and_whom_to_write_to() {
    let bare = Restriction { public_reason: "…".into(), challenge: " ".into(), imposed_by: String::new(), ..restriction() };
    assert_eq!(fields(bare.check()), ["public_reason", "challenge", "imposed_by"]);
}

#[test]
fn only_publishing_the_whole_paper_ends_it() {
    assert!(!restriction().stands_on(date(2024, 2, 28)));
    assert!(restriction().stands_on(date(2024, 2, 29)));
    let whole = released(ReleaseDecision::Publish);
    assert!(whole.stands_on(date(2024, 6, 2)));
    assert!(!whole.stands_on(date(2024, 6, 3)));
    for decision in
        [ReleaseDecision::PublishRedacted, ReleaseDecision::Link { address: "https://example.org/1".into() }, ReleaseDecision::Keep]
    {
        assert!(released(decision.clone()).stands_on(date(2030, 1, 1)), "{decision:?}");
    }
}

#[test]
fn a_review_moves_the_next_one() {
    let keep = |on, next_review_on| Review {
        on,
        by: "A. Sample".into(),
        outcome: ReviewOutcome::Keep { next_review_on },
        why: "The order still stands.".into(),
    };
    let mut record = restriction();
    assert!(!record.overdue_on(date(2025, 2, 28)), "the day itself is in time");
    assert!(record.overdue_on(date(2025, 3, 1)));
    let review = keep(date(2025, 3, 3), date(2026, 3, 3));
    assert!(review.check(&record).is_empty());
    record.reviews.push(review);
    assert_eq!(record.next_review(), Some(date(2026, 3, 3)));
    assert_eq!(fields(keep(date(2025, 3, 2), date(2025, 3, 2)).check(&record)), ["on", "next_review_on"]);
    record.reviews.push(Review { outcome: ReviewOutcome::Open, ..keep(date(2026, 1, 5), date(2026, 1, 5)) });
    assert_eq!(record.next_review(), None);
}

#[test]
fn a_restriction_goes_through_json() {
    let record = released(ReleaseDecision::Link { address: "https://example.org/1".into() });
    let json = serde_json::to_string(&record).unwrap();
    assert_eq!(serde_json::from_str::<Restriction>(&json).unwrap(), record);
}
