//! Dates counted back, turns, returns, expiry.

use jiff::civil::date;
use proptest::prelude::*;

use super::*;

fn path() -> Path {
    let stage = |posts: &[&str], working_days| Stage { posts: posts.iter().map(|p| (*p).into()).collect(), working_days };
    Path {
        stages: vec![stage(&["Legal", "Finance"], 3), stage(&["Monitoring officer"], 2), stage(&["Chief executive"], 2)],
        margin: 1,
        holds_for: Some(Period::Days(28)),
    }
}

fn clearing() -> Clearing {
    Clearing::begin(path(), date(2026, 4, 2)).unwrap()
}

fn event(on: Date, event: Event) -> Taken {
    Taken { on, by: "A. Officer".into(), event }
}

fn submitted(version: u32, substance: bool) -> Event {
    Event::Submitted { version, substance }
}

fn cleared(post: &str, version: u32) -> Event {
    Event::Cleared { post: post.into(), version, comment: String::new() }
}

fn returned(post: &str, version: u32, reason: &str) -> Event {
    Event::Returned { post: post.into(), version, reason: reason.into() }
}

#[test]
fn days_are_counted_back_from_the_agenda_over_easter() {
    let england = Calendar::england();
    assert_eq!(path().due(date(2026, 4, 2), england).unwrap(), [date(2026, 3, 26), date(2026, 3, 30), date(2026, 4, 1)]);
    assert_eq!(path().submit_by(date(2026, 4, 2), england), Some(date(2026, 3, 23)));
    assert_eq!(path().due(date(2026, 4, 8), england).unwrap(), [date(2026, 3, 30), date(2026, 4, 1), date(2026, 4, 7)]);
}

#[test]
fn one_stage_reads_at_once_and_the_next_waits() {
    let mut c = clearing();
    let day = date(2026, 3, 24);
    assert_eq!(c.take(event(day, cleared("Legal", 1))).unwrap_err().field, "version");
    c.take(event(day, submitted(1, true))).unwrap();
    assert_eq!(c.standing("Finance", day), Some(Standing::Reading));
    assert_eq!(c.standing("Monitoring officer", day), Some(Standing::NotYet { waits_for: vec!["Legal".into(), "Finance".into()] }));
    assert_eq!(c.take(event(day, cleared("Monitoring officer", 1))).unwrap_err().field, "post");
    assert_eq!(c.take(event(day, cleared("Housing", 1))).unwrap_err().field, "post");
    c.take(event(day, cleared("Finance", 1))).unwrap();
    assert_eq!(c.take(event(day, cleared("Finance", 1))).unwrap_err().field, "post");
    c.take(event(day, cleared("Legal", 1))).unwrap();
    c.take(event(day, cleared("Monitoring officer", 1))).unwrap();
    assert_eq!(c.may_publish(day).unwrap_err().message, "The report is not cleared by Chief executive.");
    c.take(event(day, cleared("Chief executive", 1))).unwrap();
    assert_eq!(c.may_publish(date(2026, 4, 2)), Ok(()));
    assert_eq!(c.standing("Legal", date(2026, 4, 22)), Some(Standing::Expired { until: date(2026, 4, 21) }));
    assert!(c.may_publish(date(2026, 4, 22)).is_err(), "the clearances held for 28 days");
}

#[test]
fn a_return_gives_its_reason_and_is_kept() {
    let mut c = clearing();
    let day = date(2026, 3, 24);
    c.take(event(day, submitted(1, true))).unwrap();
    c.take(event(day, cleared("Finance", 1))).unwrap();
    assert_eq!(c.take(event(day, returned("Legal", 1, "No"))).unwrap_err().field, "reason");
    c.take(event(day, returned("Legal", 1, "Add the power for the payment."))).unwrap();
    assert!(matches!(c.standing("Finance", day), Some(Standing::Returned { .. })));
    assert_eq!(c.take(event(day, submitted(1, false))).unwrap_err().field, "version");
    c.take(event(day, submitted(2, false))).unwrap();
    assert!(matches!(c.standing("Finance", day), Some(Standing::Cleared { version: 1, .. })), "a word was corrected");
    assert_eq!(c.standing("Legal", day), Some(Standing::Reading));
    assert_eq!(c.take(event(day, cleared("Legal", 1))).unwrap_err().field, "version");
    c.take(event(day, submitted(3, true))).unwrap();
    assert_eq!(c.standing("Finance", day), Some(Standing::Reading), "what was cleared has changed");
    assert!(c.taken().iter().any(|t| matches!(&t.event, Event::Returned { .. })));
}

#[test]
fn a_post_once_and_no_empty_stage() {
    let mut twice = path();
    twice.stages[2].posts = vec!["Legal".into()];
    twice.stages[1].posts.clear();
    assert_eq!(Clearing::begin(twice, date(2026, 4, 2)).unwrap_err().len(), 2);
}

#[test]
fn who_is_late_is_said() {
    let mut c = clearing();
    c.take(event(date(2026, 3, 24), submitted(1, true))).unwrap();
    let late: Vec<(String, bool)> = c.waits(date(2026, 3, 27), Calendar::england()).into_iter().map(|w| (w.post, w.late)).collect();
    let of = |post: &str, late| (post.to_string(), late);
    assert_eq!(late, [of("Legal", true), of("Finance", true), of("Monitoring officer", false), of("Chief executive", false)]);
}

proptest! {
    #[test]
    fn nothing_is_published_that_a_post_has_not_cleared(moves in prop::collection::vec((0usize..4, 0u8..4), 0..30)) {
        let posts = ["Legal", "Finance", "Monitoring officer", "Chief executive"];
        let mut c = clearing();
        let day = date(2026, 3, 24);
        for (post, what) in moves {
            let version = c.version().unwrap_or(0);
            let what = match what {
                0 => submitted(version + 1, post == 0),
                1 => returned(posts[post], version, "It needs another look."),
                _ => cleared(posts[post], version),
            };
            let _ = c.take(event(day, what));
        }
        if c.may_publish(day).is_ok() {
            for post in posts {
                let clear = matches!(c.standing(post, day), Some(Standing::Cleared { .. }));
                prop_assert!(clear);
            }
        }
    }
}
