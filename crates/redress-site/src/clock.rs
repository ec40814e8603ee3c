//! The one place that reads the clock. Everything else takes the day or the instant as an argument.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, Zoned};

/// The zone of every council in England.
pub const ZONE: &str = "Europe/London";

/// The clock that a site goes by. Only the demonstration and tests set it apart from the real one; a clone goes with it.
#[derive(Debug, Clone, Default)]
pub struct Clock {
    /// Seconds that it is ahead of the real time; less than zero behind.
    ahead: Arc<AtomicI64>,
}

impl Clock {
    /// A clock on which it is this day now, at the real time of day.
    pub fn on(day: Date) -> Clock {
        let clock = Clock::default();
        clock.set(day);
        clock
    }

    /// Sets the day, and keeps the time of day.
    pub fn set(&self, day: Date) {
        let real = now();
        let there = day.to_datetime(real.time()).to_zoned(london()).map_or(real.timestamp(), |at| at.timestamp());
        self.ahead.store(there.as_second() - real.timestamp().as_second(), Ordering::Relaxed);
    }

    /// Moves the clock on.
    pub fn move_on(&self, seconds: i64) {
        self.ahead.fetch_add(seconds, Ordering::Relaxed);
    }

    /// The instant, and the day it falls on in London.
    pub fn now(&self) -> Zoned {
        let ahead = SignedDuration::from_secs(self.ahead.load(Ordering::Relaxed));
        let real = now().timestamp();
        real.checked_add(ahead).unwrap_or(real).to_zoned(london())
    }

    /// Today in London.
    pub fn today(&self) -> Date {
        self.now().date()
    }
}

/// The real instant and the day it falls on in London.
#[expect(clippy::disallowed_methods, reason = "this is the place")]
pub fn now() -> Zoned {
    Timestamp::now().to_zoned(london())
}

/// The real day in London.
pub fn today() -> Date {
    now().date()
}

/// The day on which an instant falls in London.
pub fn day_of(at: Timestamp) -> Date {
    at.to_zoned(london()).date()
}

/// Day and time of an instant in London.
pub fn local(at: Timestamp) -> DateTime {
    at.to_zoned(london()).datetime()
}

/// The instant of a day and time in London.
pub fn instant(at: DateTime) -> Option<Timestamp> {
    at.to_zoned(london()).ok().map(|at| at.timestamp())
}

// The zone data is built in; UTC is at most an hour out.
fn london() -> TimeZone {
    TimeZone::get(ZONE).unwrap_or(TimeZone::UTC)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_set_to_a_day_shows_it_and_moves_on() {
        let clock = Clock::on(jiff::civil::date(2021, 1, 21));
        assert_eq!(clock.today(), jiff::civil::date(2021, 1, 21));
        clock.move_on(24 * 3600);
        assert_eq!(clock.today(), jiff::civil::date(2021, 1, 22));
    }
}
