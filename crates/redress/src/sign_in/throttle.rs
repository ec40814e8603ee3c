//! How wrong tries slow down. Whoever guesses is held up by what they guess from; the right person, who comes from
//! elsewhere or with a browser that signed in before, is not.

use jiff::{SignedDuration, Timestamp};

/// Tries are remembered so long.
pub const REMEMBERED: SignedDuration = SignedDuration::from_hours(24);
/// A source guesses at many names within so long.
pub const SPRAY: SignedDuration = SignedDuration::from_mins(15);

/// Wrong tries that cost no wait.
const FREE: u32 = 3;
const FIRST_WAIT: SignedDuration = SignedDuration::from_secs(5);
const LONGEST_WAIT: SignedDuration = SignedDuration::from_mins(15);
/// Wrong tries from one source, at any names, before it waits; a council's whole office may be one source.
const SPRAYED: u32 = 60;
const SPRAY_WAIT: SignedDuration = SignedDuration::from_mins(1);
/// Wrong tries at one name from anywhere before every answer to it takes a moment longer.
const BESIEGED: u32 = 30;
const SLOWLY: SignedDuration = SignedDuration::from_secs(2);

/// What went wrong before, at one name and from one source.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Past {
    /// Wrong tries at this name from this source since the last right one.
    pub here: u32,
    /// The last of them.
    pub last_here: Option<Timestamp>,
    /// Wrong tries at any name from this source, lately.
    pub from_source: u32,
    /// The last of them.
    pub last_from_source: Option<Timestamp>,
    /// Wrong tries at this name from anywhere.
    pub at_name: u32,
    /// The source is a browser that signed in to this account before.
    pub known_device: bool,
}

/// What may happen now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The try counts, and its answer comes after so long.
    Try(SignedDuration),
    /// Not before then.
    Wait(Timestamp),
}

impl Past {
    /// Whether a try may be made now.
    pub fn verdict(&self, now: Timestamp) -> Verdict {
        let here = until(self.last_here, wait_after(self.here));
        let spray = if self.from_source >= SPRAYED && !self.known_device { SPRAY_WAIT } else { SignedDuration::ZERO };
        let until = here.max(until(self.last_from_source, spray));
        match until {
            Some(until) if until > now => Verdict::Wait(until),
            _ if self.at_name >= BESIEGED && !self.known_device => Verdict::Try(SLOWLY),
            _ => Verdict::Try(SignedDuration::ZERO),
        }
    }
}

fn until(last: Option<Timestamp>, wait: SignedDuration) -> Option<Timestamp> {
    last?.checked_add(wait).ok()
}

/// Five seconds after the fourth wrong try, then twice as long each time, up to a quarter of an hour.
fn wait_after(wrong: u32) -> SignedDuration {
    match wrong.saturating_sub(FREE) {
        0 => SignedDuration::ZERO,
        more => FIRST_WAIT.checked_mul(1 << (more - 1).min(16)).unwrap_or(LONGEST_WAIT).min(LONGEST_WAIT),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(1_600_000_000 + second).expect("a time")
    }

    fn here(wrong: u32) -> Past {
        Past { here: wrong, last_here: Some(at(0)), from_source: wrong, last_from_source: Some(at(0)), at_name: wrong, known_device: false }
    }

    #[test]
    fn three_slips_cost_nothing() {
        assert_eq!(here(3).verdict(at(0)), Verdict::Try(SignedDuration::ZERO));
    }

    #[test]
    fn the_wait_doubles_and_ends_at_a_quarter_of_an_hour() {
        for (wrong, wait) in [(4, 5), (5, 10), (6, 20), (11, 640), (12, 900), (40, 900), (4_000_000, 900)] {
            let past = Past { from_source: 0, ..here(wrong) };
            assert_eq!(past.verdict(at(0)), Verdict::Wait(at(wait)), "{wrong}");
            assert!(matches!(past.verdict(at(wait)), Verdict::Try(_)), "{wrong}");
        }
    }

    #[test]
    fn a_siege_from_elsewhere_only_slows_the_right_person_a_moment() {
        let past = Past { at_name: 100_000, ..Past::default() };
        assert_eq!(past.verdict(at(0)), Verdict::Try(SLOWLY));
        let known = Past { known_device: true, ..past };
        assert_eq!(known.verdict(at(0)), Verdict::Try(SignedDuration::ZERO));
    }

    #[test]
    fn a_source_that_tries_name_after_name_waits_a_minute_but_a_known_browser_there_does_not() {
        let past = Past { from_source: 60, last_from_source: Some(at(0)), ..Past::default() };
        assert_eq!(past.verdict(at(1)), Verdict::Wait(at(60)));
        assert!(matches!(Past { known_device: true, ..past }.verdict(at(1)), Verdict::Try(_)));
    }
}
