//! Visits to the members' room: opening a page again within the hour is the same visit, so that what is new does not vanish
//! while somebody reads it.

use jiff::{SignedDuration, Timestamp};

/// Opening the room again within so long belongs to the same visit.
pub const SAME: SignedDuration = SignedDuration::from_mins(60);

/// Whether opening the room now goes on with a visit that was seen last at a moment.
pub fn goes_on(seen: Timestamp, now: Timestamp) -> bool {
    now.duration_since(seen) < SAME
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn within_the_hour_it_is_the_same_visit() {
        let seen: Timestamp = "2026-04-01T09:00:00Z".parse().expect("a moment");
        let at = |text: &str| text.parse::<Timestamp>().expect("a moment");
        assert!(goes_on(seen, at("2026-04-01T09:59:59Z")));
        assert!(!goes_on(seen, at("2026-04-01T10:00:00Z")));
    }
}
