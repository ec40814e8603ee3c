//! The one place that reads the clock. Everything else takes the day or the instant as an argument.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

/// The zone of every council in England.
pub const ZONE: &str = "Europe/London";

/// The instant and the day it falls on in London.
#[expect(clippy::disallowed_methods, reason = "this is the place")]
pub fn now() -> Zoned {
    Timestamp::now().to_zoned(london())
}

/// Today in London.
pub fn today() -> Date {
    now().date()
}

/// The day on which an instant falls in London.
pub fn day_of(at: Timestamp) -> Date {
    at.to_zoned(london()).date()
}

// The zone data is built in; UTC is at most an hour out.
fn london() -> TimeZone {
    TimeZone::get(ZONE).unwrap_or(TimeZone::UTC)
}
