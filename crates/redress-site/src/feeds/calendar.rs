//! The calendar of meetings, from a year before this month on; of one body with `?body=`.

use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use icalendar::{Calendar, Component, Event, EventLike, EventStatus, Property};
use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use redress::meeting::MeetingStatus;
use redress::public::meeting::Meeting;
use redress::public::publication::Publication;
use redress::public::{Kind, Record, address};
use redress_store::register::query::{Order, Query};

use crate::clock;
use crate::failure::Failure;
use crate::pages::Answer;
use crate::pages::asked::Asked;
use crate::site::Site;

/// `/calendar.ics`
pub async fn show(State(site): State<Site>, asked: Asked) -> Answer {
    let since = redress::day::a_year_before(site.clock.today());
    let mut calendar = Calendar::new();
    calendar.name(&format!("Meetings of {}", site.authority()));
    for (meeting, publication) in meetings(&site, asked.words("body"), since).await? {
        calendar.extend(event(&site.base, &meeting, &publication));
    }
    Ok(([(CONTENT_TYPE, "text/calendar; charset=utf-8")], folded(&calendar.done().to_string())).into_response())
}

/// The lines folded at 75 octets (RFC 5545, 3.1). The library leaves a last part of 75 behind its space, which is 76.
fn folded(calendar: &str) -> String {
    let mut lines = String::with_capacity(calendar.len());
    for line in calendar.replace("\r\n ", "").split_terminator("\r\n") {
        let mut octets = 0;
        for letter in line.chars() {
            if octets + letter.len_utf8() > 75 {
                lines.push_str("\r\n ");
                octets = 1;
            }
            lines.push(letter);
            octets += letter.len_utf8();
        }
        lines.push_str("\r\n");
    }
    lines
}

async fn meetings(site: &Site, body: Option<String>, since: Date) -> Result<Vec<(Meeting, Publication)>, Failure> {
    let mut query = Query { body, from: Some(since), order: Order::Oldest, per_page: 500, ..Query::of(Kind::Meeting) };
    let mut found = Vec::new();
    loop {
        let page = site.register.list(&query).await?;
        for entry in &page.entries {
            if let (publication, Record::Meeting(meeting)) = site.standing(Kind::Meeting, &entry.key).await? {
                found.push((meeting, publication));
            }
        }
        if query.page >= page.pages() {
            return Ok(found);
        }
        query.page += 1;
    }
}

/// A meeting as an event, on the whole day where no start is on record.
fn event(base: &str, meeting: &Meeting, publication: &Publication) -> Option<Event> {
    let date = meeting.date?;
    let page = format!("{base}{}", address(Kind::Meeting, &meeting.key));
    let mut event = Event::new();
    event
        .uid(&page)
        .summary(meeting.body.as_deref().unwrap_or("Meeting"))
        .append_property(Property::new("DTSTAMP", utc(publication.published_at)))
        // A calendar program takes a change only from a higher number.
        .append_property(Property::new("SEQUENCE", publication.version.saturating_sub(1).to_string()))
        .append_property(start(date, meeting.start))
        .status(match meeting.status {
            MeetingStatus::Confirmed => EventStatus::Confirmed,
            MeetingStatus::Provisional => EventStatus::Tentative,
            MeetingStatus::Cancelled | MeetingStatus::Postponed => EventStatus::Cancelled,
        })
        .url(&page);
    if let Some(place) = &meeting.location {
        event.location(place);
    }
    if let Some(outcome) = &meeting.outcome {
        let to = outcome.to.as_deref().map(|to| format!("\n{base}{}", address(Kind::Meeting, to))).unwrap_or_default();
        event.description(&format!("{}. {}{to}", outcome.words(), outcome.why));
    }
    Some(event.done())
}

fn start(date: Date, time: Option<Time>) -> Property {
    let zone = TimeZone::get(clock::ZONE).unwrap_or(TimeZone::UTC);
    let instant = time.and_then(|time| date.to_datetime(time).to_zoned(zone).ok());
    match instant {
        Some(zoned) => Property::new("DTSTART", utc(zoned.timestamp())),
        None => Property::new("DTSTART", date.strftime("%Y%m%d").to_string()).add_parameter("VALUE", "DATE").done(),
    }
}

fn utc(at: Timestamp) -> String {
    at.strftime("%Y%m%dT%H%M%SZ").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_is_longer_than_75_octets_and_none_loses_a_letter() {
        for length in 60..320 {
            let written = format!("SUMMARY:{}\r\n", "é".repeat(length / 2) + &"x".repeat(length % 7));
            let lines = folded(&written);
            assert!(lines.split("\r\n").all(|line| line.len() <= 75), "{lines}");
            assert_eq!(lines.replace("\r\n ", ""), written);
        }
    }

    #[test]
    fn summer_time_is_an_hour_before_utc() {
        let shown = |date, time| start(date, time).value().to_string();
        let ten = jiff::civil::time(10, 0, 0, 0);
        assert_eq!(shown(jiff::civil::date(2026, 7, 1), Some(ten)), "20260701T090000Z");
        assert_eq!(shown(jiff::civil::date(2026, 2, 4), Some(ten)), "20260204T100000Z");
        assert_eq!(shown(jiff::civil::date(2026, 2, 4), None), "20260204");
    }
}
