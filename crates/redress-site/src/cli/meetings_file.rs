//! A file of meetings: a JSON list `[{"date", "body", "kind"}]`, or lines `date,body,kind`. Every fault names its line.

use redress::body::BodyKind;
use redress::duty::read_date;
use redress::plan::{ListedMeeting, MeetingKind};
use serde::{Deserialize, Deserializer, de::Error};

/// Reads a file's text.
pub fn read(text: &str) -> Result<Vec<ListedMeeting>, String> {
    let text = text.trim_start_matches('\u{feff}');
    if text.trim_start().starts_with(['[', '{']) { json(text) } else { lines(text) }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    #[serde(deserialize_with = "day")]
    date: jiff::civil::Date,
    body: String,
    #[serde(default, deserialize_with = "kind")]
    kind: Option<MeetingKind>,
    #[serde(default)]
    cancelled: bool,
}

fn day<'de, D: Deserializer<'de>>(from: D) -> Result<jiff::civil::Date, D::Error> {
    read_date(&String::deserialize(from)?).map_err(D::Error::custom)
}

fn kind<'de, D: Deserializer<'de>>(from: D) -> Result<Option<MeetingKind>, D::Error> {
    let Some(word) = Option::<String>::deserialize(from)? else { return Ok(None) };
    MeetingKind::read(&word).map(Some).ok_or_else(|| D::Error::custom(no_kind(&word)))
}

fn no_kind(word: &str) -> String {
    format!("`{word}` is no kind of meeting; write executive, council, scrutiny or committee")
}

/// The kind as written, or as the body's name tells it.
fn kind_of(kind: Option<MeetingKind>, body: &str) -> Result<MeetingKind, String> {
    kind.or_else(|| MeetingKind::of(BodyKind::of(body)))
        .ok_or_else(|| format!("`{body}` is one member deciding alone, not a meeting; leave it out or name its kind"))
}

fn json(text: &str) -> Result<Vec<ListedMeeting>, String> {
    // The reader's own words end with the line and the column.
    let entries: Vec<Entry> = serde_json::from_str(text).map_err(|e| e.to_string())?;
    let meeting = |(at, e): (usize, Entry)| {
        let kind = kind_of(e.kind, &e.body).map_err(|why| format!("meeting {} of the list: {why}", at + 1))?;
        Ok(ListedMeeting { date: e.date, body: e.body, kind, cancelled: e.cancelled })
    };
    entries.into_iter().enumerate().map(meeting).collect()
}

fn lines(text: &str) -> Result<Vec<ListedMeeting>, String> {
    let mut meetings = Vec::new();
    for (at, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let fields = fields(line);
        if meetings.is_empty() && fields.first().is_some_and(|f| f.eq_ignore_ascii_case("date")) {
            continue;
        }
        meetings.push(meeting(&fields).map_err(|why| format!("{why} (line {})", at + 1))?);
    }
    Ok(meetings)
}

fn meeting(fields: &[String]) -> Result<ListedMeeting, String> {
    let (date, body, kind, cancelled) = match fields {
        [date, body] => (date, body, "", ""),
        [date, body, kind] => (date, body, kind.as_str(), ""),
        [date, body, kind, cancelled] => (date, body, kind.as_str(), cancelled.as_str()),
        _ => return Err(format!("write date,body,kind; {} found", plural(fields.len()))),
    };
    let date = read_date(date).map_err(|e| e.to_string())?;
    if body.is_empty() {
        return Err("the body is missing".into());
    }
    let kind = if kind.is_empty() { None } else { Some(MeetingKind::read(kind).ok_or_else(|| no_kind(kind))?) };
    let cancelled = match cancelled.to_lowercase().as_str() {
        "" | "no" | "false" | "confirmed" => false,
        "yes" | "true" | "cancelled" => true,
        _ => return Err(format!("`{cancelled}` does not say whether the meeting was cancelled; write cancelled or nothing")),
    };
    Ok(ListedMeeting { date, kind: kind_of(kind, body)?, body: body.clone(), cancelled })
}

fn plural(n: usize) -> String {
    if n == 1 { "one value was".into() } else { format!("{n} values were") }
}

/// The values of a line; one in quotation marks may hold commas, and a doubled mark in it is one.
fn fields(line: &str) -> Vec<String> {
    let mut fields = vec![String::new()];
    let (mut quoted, mut letters) = (false, line.trim_end().chars().peekable());
    while let Some(letter) = letters.next() {
        match (letter, fields.last_mut()) {
            ('"', Some(field)) if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                field.push('"');
            }
            ('"', _) => quoted = !quoted,
            (',', _) if !quoted => fields.push(String::new()),
            (letter, Some(field)) => field.push(letter),
            (_, None) => {}
        }
    }
    fields.iter().map(|field| field.trim().to_string()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_are_read() {
        let json =
            read(r#"[{"date": "2026-04-14", "body": "Cabinet"}, {"date": "3 March 2026", "body": "X", "kind": "council"}]"#).unwrap();
        assert_eq!(json.iter().map(|m| m.kind).collect::<Vec<_>>(), [MeetingKind::Executive, MeetingKind::Council]);
        let csv = read("date,body,kind,cancelled\n\n2026-04-14,\"Children, Young People \"\"Select\"\"\",scrutiny,cancelled\n").unwrap();
        assert_eq!(csv[0].body, "Children, Young People \"Select\"");
        assert!(csv[0].cancelled);
        assert_eq!(read("").unwrap(), []);
    }

    #[test]
    fn a_fault_names_its_line() {
        let says = |text: &str, words: &str| {
            let why = read(text).unwrap_err();
            assert!(why.contains(words), "{why}");
        };
        says("date,body,kind\n2026-02-30,Cabinet,executive", "line 2");
        says("2026-04-14,Cabinet,jury", "`jury` is no kind of meeting");
        says("2026-04-14", "one value was found (line 1)");
        says("2026-04-14,,council", "the body is missing (line 1)");
        says("[\n {\"date\": \"2026-02-30\", \"body\": \"Cabinet\"}]", "line 2");
        says("[\n {\"date\": \"2026-02-03\",\n \"body\": \"Cabinet\", \"kind\": \"jury\"}]", "line 3");
        says("[{\"date\": \"2026-02-03\", \"body\": \"Cabinet Member for Roads\"}]", "meeting 1 of the list");
        says("{\"meetings\": []}", "line 1");
    }
}
