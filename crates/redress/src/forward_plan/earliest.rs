//! The earliest lawful meeting of the executive for an entry: after the agenda's five clear days, the notice of a key decision,
//! and the notice of a private meeting.

use jiff::civil::Date;
use serde::Serialize;

use super::way::{self, Notices};
use super::{Entry, Threshold};
use crate::calendar::Calendar;
use crate::day::with_weekday;
use crate::duty::si2012_2089::{reg5_2, reg7};
use crate::duty::{Refusal, Settings};

/// The earliest lawful day, and what it follows from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Earliest {
    /// The day; none while a notice is missing.
    pub day: Option<Date>,
    /// Each clock with its day, as sentences.
    pub because: Vec<String>,
}

/// The earliest lawful meeting for an entry, as things stand on a day. `private_notice` is the day of the first notice of a
/// private meeting. Agreement that something is urgent opens earlier days and is no part of this.
pub fn earliest_meeting(
    entry: &Entry,
    threshold: Threshold,
    notices: &Notices,
    private_notice: Option<Date>,
    today: Date,
    (settings, calendar): (&Settings, &Calendar),
) -> Result<Earliest, Refusal> {
    let mut days = Vec::new();
    let mut because = Vec::new();
    let mut add = |what: &str, day: Option<Date>, missing: &str| {
        because.push(day.map_or_else(|| missing.to_string(), |day| format!("{what}: from {}.", with_weekday(day))));
        days.push(day);
    };
    let agenda = way::first_after(&reg7::AGENDA_REPORTS, today, settings, calendar)?;
    add("The agenda, if it is published today", agenda, "No day can be counted for the agenda.");
    if entry.is_key(threshold) != Some(false) {
        let key = way::earliest(notices, settings, calendar)?;
        add("The notice of the key decision", key, "Publish the entry first: a key decision needs 28 clear days, or a way out.");
    }
    if entry.private {
        let private = match private_notice {
            Some(on) => way::first_after(&reg5_2::PRIVATE_NOTICE_28, on, settings, calendar)?,
            None => None,
        };
        add("The first notice of the private meeting", private, "Publish the first notice of the private meeting: it needs 28 clear days.");
    }
    let day = days.into_iter().collect::<Option<Vec<Date>>>().and_then(|days| days.into_iter().max());
    Ok(Earliest { day, because })
}
