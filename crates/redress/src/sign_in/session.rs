//! How long a session lasts: so long without a request, and so long in all.

use jiff::{SignedDuration, Timestamp};

/// The limits of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Without a request.
    pub idle: SignedDuration,
    /// In all, however busy.
    pub whole: SignedDuration,
    /// Between the password and the code of the second factor.
    pub code: SignedDuration,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits { idle: SignedDuration::from_mins(30), whole: SignedDuration::from_hours(12), code: SignedDuration::from_mins(10) }
    }
}

/// When a session began and was last used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Times {
    /// The sign-in.
    pub began: Timestamp,
    /// The last request.
    pub seen: Timestamp,
    /// It waits for the code of the second factor.
    pub awaits_code: bool,
}

/// Why a session is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Over {
    /// Nothing was asked for too long.
    Idle,
    /// It lasted as long as one may.
    Whole,
}

impl Limits {
    /// Whether a session is over by now, and why.
    pub fn over(&self, times: Times, now: Timestamp) -> Option<Over> {
        let whole = if times.awaits_code { self.code } else { self.whole };
        if now.duration_since(times.began) >= whole {
            Some(Over::Whole)
        } else if now.duration_since(times.seen) >= self.idle {
            Some(Over::Idle)
        } else {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn over(began: i64, seen: i64, awaits_code: bool, now: i64) -> Option<Over> {
        let at = |minutes: i64| Timestamp::from_second(1_600_000_000 + minutes * 60).expect("a time");
        Limits::default().over(Times { began: at(began), seen: at(seen), awaits_code }, at(now))
    }

    #[test]
    fn half_an_hour_without_a_request_ends_a_session() {
        assert_eq!(over(0, 100, false, 129), None);
        assert_eq!(over(0, 100, false, 130), Some(Over::Idle));
    }

    #[test]
    fn twelve_hours_end_the_busiest_session() {
        assert_eq!(over(0, 719, false, 719), None);
        assert_eq!(over(0, 719, false, 720), Some(Over::Whole));
    }

    #[test]
    fn the_code_must_follow_the_password_within_ten_minutes() {
        assert_eq!(over(0, 0, true, 9), None);
        assert_eq!(over(0, 9, true, 10), Some(Over::Whole));
    }
}
