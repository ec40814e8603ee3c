//! Lines that name a meeting: `Meeting: 14/02/2024 - Cabinet (Item 128)` and
//! `Meeting of Cabinet, Wednesday, 26th February, 2025 10.00 am (Item 17.)`.

use jiff::civil::{Date, Time};
use redress::agenda::shown_number;
use redress::day::{read_clock, read_long, read_slashed};
use redress::meeting::MeetingRef;

/// What such a line tells.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Named {
    /// The meeting.
    pub meeting: MeetingRef,
    /// The item's number as displayed.
    pub number: Option<String>,
    /// The council, where the line begins with it.
    pub authority: Option<String>,
    /// Words of the body's name that tell of the meeting's fate: `CANCELLED`, `Moved from 3 May`.
    pub notes: Vec<String>,
}

/// Reads the line of an issue page, `Meeting: dd/mm/yyyy - Body (Item n)`.
pub fn on_issue_page(line: &str) -> Option<Named> {
    let rest = line.strip_prefix("Meeting:")?.trim_start();
    let (date, rest) = rest.split_once(" - ").or_else(|| rest.split_once('-'))?;
    let date = read_slashed(date)?;
    let (body, number) = item_number(rest)?;
    let mut named = from_names(body);
    named.meeting.date = Some(date);
    named.number = number;
    (named.meeting.body.is_some()).then_some(named)
}

/// Whether a line begins as one on an issue page does, readable or not.
pub fn begins_one(line: &str) -> bool {
    line.strip_prefix("Meeting:").is_some_and(|rest| rest.trim_start().starts_with(|c: char| c.is_ascii_digit()))
}

/// Reads the line of an agenda item's page, `Meeting of A, B, Weekday, date time (Item n.)`.
pub fn on_item_page(line: &str) -> Option<Named> {
    let rest = line.trim_start_matches(['-', '•', '·', ' ']).strip_prefix("Meeting of ")?;
    let (rest, number) = item_number(rest).unwrap_or((rest, None));
    let mut named = with_day(rest)?;
    named.number = number;
    Some(named)
}

/// Reads `Body - Weekday, 26th February, 2025 10.00 am`, the second heading of a meeting's page.
pub fn as_heading(line: &str) -> Option<Named> {
    let at = line.rmatch_indices(" - ").map(|(at, _)| at).find(|at| weekday_at_start(&line[at + 3..]))?;
    with_day(&format!("{}, {}", &line[..at], &line[at + 3..]))
}

/// Names, then weekday, date and time.
fn with_day(text: &str) -> Option<Named> {
    let at = text.match_indices(", ").map(|(at, _)| at).find(|at| weekday_at_start(&text[at + 2..]))?;
    let (names, day) = (&text[..at], &text[at + 2..]);
    let (_, day) = day.split_once([',', ' '])?;
    let (date, start) = date_and_time(day.trim())?;
    let mut named = from_names(names);
    named.meeting.date = Some(date);
    named.meeting.start = start;
    Some(named)
}

fn date_and_time(text: &str) -> Option<(Date, Option<Time>)> {
    if let Some(date) = read_long(text) {
        return Some((date, None));
    }
    let mut ends = text.match_indices(' ').map(|(at, _)| at);
    ends.find_map(|at| Some((read_long(&text[..at])?, Some(read_clock(&text[at..])?))))
}

fn weekday_at_start(text: &str) -> bool {
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"].iter().any(|day| text.starts_with(day))
}

/// Splits off `(Item 9.)`; the last one counts, for a body's name may hold brackets.
fn item_number(text: &str) -> Option<(&str, Option<String>)> {
    let at = text.rfind("(Item")?;
    let inner = text[at + 5..].trim_end().strip_suffix(')')?;
    let number = inner.trim();
    // A number of a form not met before is still what the page shows.
    let shown = shown_number(number).unwrap_or_else(|| number.trim_end_matches('.'));
    Some((text[..at].trim_end(), (!shown.is_empty()).then(|| shown.to_string())))
}

/// Sorts the names before a date: the council, the sort of meeting, the body.
fn from_names(text: &str) -> Named {
    let mut named = Named::default();
    let mut body: Vec<&str> = Vec::new();
    let names: Vec<&str> = text.split(", ").map(str::trim).filter(|n| !n.is_empty()).collect();
    for (at, name) in names.iter().enumerate() {
        if let Some(kind) = kind(name) {
            named.meeting.kind = Some(kind);
        } else if is_fate(name) {
            named.notes.push((*name).to_string());
        } else if at == 0 && names.len() > 1 && is_council(name) {
            named.authority = Some((*name).to_string());
        } else if body.last() != Some(name) {
            body.push(name);
        }
    }
    if body.is_empty() {
        body.extend(named.authority.is_none().then_some(text.trim()).filter(|t| !t.is_empty()));
    }
    named.meeting.body = (!body.is_empty()).then(|| body.join(", "));
    named
}

/// `Extraordinary Meeting` is `extraordinary`.
fn kind(name: &str) -> Option<String> {
    let sort = name.strip_suffix(" Meeting").or_else(|| name.strip_suffix(" meeting"))?;
    let known = ["Extraordinary", "Special", "Ordinary", "Annual", "Budget", "Emergency", "Additional", "Urgent"];
    known.iter().find(|k| k.eq_ignore_ascii_case(sort)).map(|k| k.to_lowercase())
}

fn is_fate(name: &str) -> bool {
    let upper = name.to_ascii_uppercase();
    ["CANCELLED", "POSTPONED", "MOVED FROM", "MOVED TO", "RESCHEDULED", "PROVISIONAL"].iter().any(|fate| upper.starts_with(fate))
}

/// `Anyshire Council` names a council; `Full Council` is a body.
fn is_council(name: &str) -> bool {
    let bodies = ["Council", "Full Council", "County Council", "City Council", "Borough Council", "District Council", "Town Council"];
    name.ends_with(" Council") && !bodies.contains(&name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, time};

    #[test]
    fn the_last_item_bracket_is_the_number() {
        let named = on_issue_page("Meeting: 03/05/2022 - Area Board (North) (Item 9.)").expect("a meeting");
        assert_eq!(named.meeting.body.as_deref(), Some("Area Board (North)"));
        assert_eq!((named.meeting.date, named.number.as_deref()), (Some(date(2022, 5, 3)), Some("9")));
        for (line, number) in [("48/20", "48/20"), ("4a", "4a"), ("177.", "177")] {
            let line = format!("Meeting: 03/05/2022 - Cabinet (Item {line})");
            assert_eq!(on_issue_page(&line).and_then(|n| n.number).as_deref(), Some(number));
        }
        assert_eq!(on_issue_page("Meeting: 31/02/2022 - Cabinet (Item 9)"), None);
    }

    #[test]
    fn the_council_the_sort_and_the_body_are_told_apart() {
        let line = "- Meeting of Anyshire Council, Special Meeting, Cabinet, Monday, 3rd March, 2025 2.00 pm (Item 4.)";
        let named = on_item_page(line).expect("a meeting");
        assert_eq!(named.authority.as_deref(), Some("Anyshire Council"));
        assert_eq!(named.meeting.kind.as_deref(), Some("special"));
        assert_eq!(named.meeting.body.as_deref(), Some("Cabinet"));
        assert_eq!((named.meeting.date, named.meeting.start), (Some(date(2025, 3, 3)), Some(time(14, 0, 0, 0))));
        assert_eq!(named.number.as_deref(), Some("4"));
    }

    #[test]
    fn a_body_may_hold_commas_and_a_heading_its_fate() {
        let named = as_heading("CANCELLED, Homes, Health and Care Panel - Tuesday 4th March 2025 6.30 pm").expect("a meeting");
        assert_eq!(named.meeting.body.as_deref(), Some("Homes, Health and Care Panel"));
        assert_eq!(named.notes, ["CANCELLED"]);
    }
}
