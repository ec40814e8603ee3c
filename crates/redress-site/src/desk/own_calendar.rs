//! `/calendar/{secret}.ics`: the dates that a person may read today, for their calendar program. It holds keys, dates and
//! links; a wrong or revoked secret leads nowhere, and the address stands in no log and is kept nowhere.

use axum::extract::{Path, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::IntoResponse;
use icalendar::{Calendar, Component, Event, Property};
use jiff::Timestamp;
use jiff::civil::Date;
use redress::access::{Act, Subject, may};
use redress::ombudsman::follow_up::Sort;
use redress::reader::Reader;
use redress::sign_in::secret::Secret;

use super::owing::{self, Line};
use super::pages::calendar::is_clock;
use crate::desk::DeskSite;
use crate::failure::Failure;
use crate::pages::Answer;

/// The file.
pub async fn show(State(desk): State<DeskSite>, Path(file): Path<String>) -> Answer {
    let secret =
        file.strip_suffix(".ics").filter(|s| s.len() == 64 && s.bytes().all(|b| b.is_ascii_hexdigit())).ok_or(Failure::NotFound)?;
    let account = desk.desk.calendar_of(&Secret::new(secret)).await?.ok_or(Failure::NotFound)?;
    let now = desk.clock().now();
    let signed_in = desk.desk.signed_in(account, now.date()).await?.ok_or(Failure::NotFound)?;
    let reader = Reader::SignedIn(signed_in);
    let reads = |subject: &Subject| may(&reader, Act::ReadDesk, subject, now.datetime()).is_ok();
    let mut calendar = Calendar::new();
    calendar.name(&format!("Dates of {}", desk.site.authority()));
    for line in owing::everything(&desk.desk, now.datetime()).await?.iter().filter(|line| is_clock(line) && reads(&line.subject)) {
        if let Some(day) = line.owed.on {
            calendar.push(event(&desk.site.base, line, day, now.timestamp()));
        }
    }
    let headers = [(CONTENT_TYPE, "text/calendar; charset=utf-8"), (CACHE_CONTROL, "no-store")];
    Ok((headers, calendar.done().to_string()).into_response())
}

fn event(base: &str, line: &Line, day: Date, stamp: Timestamp) -> Event {
    let what = match &line.duty {
        Some(duty) => format!("{} #{}", line.address, duty.key),
        None => format!("{} #{day}", line.address),
    };
    let title = if line.owed.sort == Sort::Duty && !line.case.is_empty() {
        format!("{}, case {}", line.title, line.case)
    } else {
        format!("{} due", line.title)
    };
    let mut event = Event::new();
    event
        .uid(&format!("{base}{}", what.replace(' ', "")))
        .summary(&title)
        .append_property(Property::new("DTSTAMP", stamp.strftime("%Y%m%dT%H%M%SZ").to_string()))
        .append_property(Property::new("DTSTART", day.strftime("%Y%m%d").to_string()).add_parameter("VALUE", "DATE").done())
        .url(&format!("{base}{}", line.address));
    event.done()
}
