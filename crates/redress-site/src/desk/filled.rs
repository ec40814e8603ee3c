//! A form as it was filled in: from a browser or as JSON, each value kept as it was typed.

use axum::body::Bytes;
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use jiff::civil::{Date, DateTime};
use serde_json::Value;

use super::field::{Ask, Field};
use crate::failure::Failure;
use crate::pages::asked::Problem;

pub use crate::sign_in::sent::TOKEN;

/// What is written where a day is not known.
pub const UNKNOWN: &str = "not known";

/// The most characters of a text of several lines, and the most lines.
/// The largest amount of one field, in pence: more than a council was ever asked for, so it is a slip of the hand.
const MOST_PENCE: i64 = 10_000_000_000;
const MOST_CHARACTERS: usize = 100_000;
const MOST_LINES: usize = 2_000;
/// The most characters of any other answer.
const MOST_IN_A_LINE: usize = 2_000;

/// What the record computes or the Ombudsman says, and no form asks.
const FORGED: &[&str] = &["satisfied", "due_on", "original", "original_date", "original_due_date", "days_late", "view", "status"];

/// A file that was sent.
#[derive(Debug, Clone)]
pub struct Sent {
    /// Its name, without a folder.
    pub name: String,
    /// Its bytes.
    pub bytes: Bytes,
}

/// What was filled in.
#[derive(Debug, Clone, Default)]
pub struct Filled {
    values: Vec<(String, String)>,
    files: Vec<(String, Sent)>,
    /// It came as JSON, and the answer goes back so.
    pub json: bool,
}

impl Filled {
    /// What a program of the council's own fills in.
    pub fn of(values: Vec<(String, String)>, files: Vec<(String, Sent)>) -> Filled {
        Filled { values, files, json: false }
    }

    /// Reads a request: an ordinary form, a form with files, or a JSON object of strings, numbers, truths and lists of strings.
    pub async fn read(request: Request) -> Result<Filled, Failure> {
        let kind = request.headers().get(CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or("").to_ascii_lowercase();
        if kind.starts_with("multipart/form-data") {
            return Filled::of_parts(request).await;
        }
        let bytes = Bytes::from_request(request, &()).await.map_err(|_| Failure::Refused(StatusCode::PAYLOAD_TOO_LARGE))?;
        if kind.starts_with("application/json") {
            return Filled::of_json(&bytes);
        }
        if kind.starts_with("application/x-www-form-urlencoded") || bytes.is_empty() {
            let values = form_urlencoded::parse(&bytes).map(|(n, v)| (n.into_owned(), lines(&v))).collect();
            return Ok(Filled { values, ..Filled::default() });
        }
        Err(Failure::Refused(StatusCode::UNSUPPORTED_MEDIA_TYPE))
    }

    async fn of_parts(request: Request) -> Result<Filled, Failure> {
        let unread = |_| Failure::Refused(StatusCode::BAD_REQUEST);
        let mut parts = Multipart::from_request(request, &()).await.map_err(|_| Failure::Refused(StatusCode::BAD_REQUEST))?;
        let mut filled = Filled::default();
        while let Some(part) = parts.next_field().await.map_err(unread)? {
            let name = part.name().unwrap_or("").to_string();
            let file = part.file_name().map(|f| f.rsplit(['/', '\\']).next().unwrap_or("").replace(char::is_control, ""));
            let bytes = part.bytes().await.map_err(|_| Failure::Refused(StatusCode::PAYLOAD_TOO_LARGE))?;
            match file {
                // A browser sends an empty part for a file that was not chosen.
                Some(file) if file.is_empty() && bytes.is_empty() => {}
                Some(file) => filled.files.push((name, Sent { name: file, bytes })),
                None => filled.values.push((name, lines(&String::from_utf8_lossy(&bytes)))),
            }
        }
        Ok(filled)
    }

    fn of_json(bytes: &[u8]) -> Result<Filled, Failure> {
        let unread = Failure::Refused(StatusCode::BAD_REQUEST);
        let Ok(Value::Object(object)) = serde_json::from_slice(bytes) else { return Err(unread) };
        let mut filled = Filled { json: true, ..Filled::default() };
        for (name, value) in object {
            match value {
                Value::Array(several) => {
                    for one in several {
                        filled.values.push((name.clone(), plain(one).ok_or_else(|| unread.clone())?));
                    }
                }
                Value::Null => {}
                one => filled.values.push((name, plain(one).ok_or_else(|| unread.clone())?)),
            }
        }
        Ok(filled)
    }

    /// Everything that was filled in, as names and values.
    pub fn pairs(&self) -> Vec<(String, String)> {
        self.values.clone()
    }

    /// The first value of a name, without the white space around it; empty where there is none.
    pub fn get(&self, name: &str) -> &str {
        self.values.iter().find(|(n, _)| n == name).map_or("", |(_, v)| v.trim())
    }

    /// Every value of a name that is not blank.
    pub fn all(&self, name: &str) -> Vec<String> {
        self.values.iter().filter(|(n, v)| n == name && !v.trim().is_empty()).map(|(_, v)| v.trim().to_string()).collect()
    }

    /// The words of a field, where there are any.
    pub fn words(&self, name: &str) -> Option<String> {
        Some(self.get(name)).filter(|v| !v.is_empty()).map(str::to_string)
    }

    /// The day of a field, as people or machines write it.
    pub fn date(&self, name: &str) -> Option<Date> {
        date(self.get(name))
    }

    /// The day and time of a field: `2021-03-11T10:30`, or day and time with a blank between.
    pub fn moment(&self, name: &str) -> Option<DateTime> {
        moment(self.get(name))
    }

    /// The number of a field.
    pub fn number(&self, name: &str) -> Option<i64> {
        self.get(name).replace(',', "").parse().ok().filter(|n| *n >= 0)
    }

    /// The pence of a field: `£1,234.50` is 123450.
    pub fn pence(&self, name: &str) -> Option<i64> {
        pence(self.get(name))
    }

    /// Whether a value stands among those of a field.
    pub fn has(&self, name: &str, value: &str) -> bool {
        self.values.iter().any(|(n, v)| n == name && v.trim() == value)
    }

    /// The file of a field.
    pub fn file(&self, name: &str) -> Option<&Sent> {
        self.files.iter().find(|(n, _)| n == name).map(|(_, file)| file)
    }

    /// The fields that no form has and that would change what only the Ombudsman or the calendar says. A program that sends
    /// one is refused, and the journal says so; their values are not kept.
    pub fn forged(&self, fields: &[Field]) -> Vec<&str> {
        let unknown = |name: &&str| !fields.iter().any(|f| f.name == *name);
        let mut found: Vec<&str> = self.values.iter().map(|(n, _)| n.as_str()).filter(|n| FORGED.contains(n)).filter(unknown).collect();
        found.dedup();
        found
    }

    /// What is wrong with the answers, field by field; `offered` gives the choices that the record offers.
    pub fn problems(&self, fields: &[Field], offered: impl Fn(&str) -> Vec<(String, String)>) -> Vec<Problem> {
        let mut found: Vec<Problem> = fields.iter().filter_map(|field| self.problem(field, &offered)).collect();
        if self.json {
            let known = |name: &str| name == TOKEN || fields.iter().any(|f| f.name == name);
            for (name, value) in self.values.iter().filter(|(name, _)| !known(name)) {
                found.push(Problem { field: "", value: value.clone(), message: format!("There is no field “{name}”") });
            }
        }
        found
    }

    fn problem(&self, field: &Field, offered: &impl Fn(&str) -> Vec<(String, String)>) -> Option<Problem> {
        let value = self.get(field.name);
        let wrong = |message: String| Some(Problem { field: field.name, value: value.to_string(), message });
        // What a choice does not ask for is not looked at, whatever was typed there before the choice changed.
        if field.only_if.is_some_and(|(choice, value)| self.get(choice) != value) {
            return None;
        }
        let blank = if field.ask == Ask::File { self.file(field.name).is_none() } else { value.is_empty() };
        if blank {
            return match field.ask {
                _ if field.optional => None,
                // Nobody types it, so there is no place on the page that the words could lead to.
                Ask::Carried => Some(Problem { field: "", value: String::new(), message: missing(field) }),
                _ => wrong(missing(field)),
            };
        }
        if value.chars().any(|c| c == '\0') {
            return wrong(format!("{} holds a character that no text has", field.label));
        }
        if let Some(too) = too_long(field, value) {
            return wrong(too);
        }
        match field.ask {
            Ask::DateOrUnknown if self.date(field.name).is_none() && !value.eq_ignore_ascii_case(UNKNOWN) => {
                wrong(format!("{} must be a real date, such as 27 March 2025, or the words: not known", field.label))
            }
            Ask::Date if self.date(field.name).is_none() => {
                wrong(format!("{} must be a real date, such as 27 March 2025, 27/03/2025 or 2025-03-27", field.label))
            }
            Ask::Moment if self.moment(field.name).is_none() => {
                wrong(format!("{} must be a real date and time, such as 2025-03-27 14:30", field.label))
            }
            Ask::Number if self.number(field.name).is_none() => wrong(format!("{} must be a whole number, such as 12", field.label)),
            Ask::Money if self.pence(field.name).is_none() => {
                wrong(format!("{} must be an amount in pounds, such as 300 or 12.50", field.label))
            }
            Ask::Money if self.pence(field.name).is_some_and(|pence| pence > MOST_PENCE) => {
                wrong(format!("{} must be at most £100,000,000", field.label))
            }
            Ask::Email if !looks_like_email(value) => {
                wrong(format!("{} must be an e-mail address, such as name@council.example", field.label))
            }
            Ask::One(values) | Ask::Any(values) => {
                let unknown = self.all(field.name).into_iter().find(|v| !values.iter().any(|(known, _)| known == v));
                unknown.and_then(|_| wrong(format!("{}: choose from the list", field.label)))
            }
            Ask::OneOf | Ask::AnyOf => {
                let offered = offered(field.name);
                let unknown = self.all(field.name).into_iter().find(|v| !offered.iter().any(|(known, _)| known == v));
                unknown.and_then(|_| wrong(format!("{}: choose from the list", field.label)))
            }
            _ => None,
        }
    }
}

/// A browser ends each line of a text with two characters, whatever was typed; the record keeps the text as it was typed.
fn lines(sent: &str) -> String {
    sent.replace("\r\n", "\n")
}

/// What no field takes: more than a person reads. A whole paper is added as a paper.
fn too_long(field: &Field, value: &str) -> Option<String> {
    let (most, lines) = match field.ask {
        Ask::Text => (MOST_CHARACTERS, value.lines().count()),
        Ask::Carried | Ask::File => return None,
        _ => (MOST_IN_A_LINE, 1),
    };
    if lines > MOST_LINES {
        return Some(format!("{} has {lines} lines; the most is {MOST_LINES}. Shorten it, or add it as a paper", field.label));
    }
    let characters = value.chars().count();
    (characters > most)
        .then(|| format!("{} has {characters} characters; the most is {most}. Shorten it, or add it as a paper", field.label))
}

fn missing(field: &Field) -> String {
    match field.ask {
        Ask::One(_) | Ask::OneOf => format!("{}: choose one", field.label),
        Ask::Any(_) | Ask::AnyOf => format!("{}: choose at least one", field.label),
        Ask::File => format!("{}: choose a file", field.label),
        _ if !field.cite.is_empty() => format!("{}: this must be answered ({})", field.label, field.cite),
        _ => format!("{}: this must be answered", field.label),
    }
}

fn plain(value: Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(truth) => Some(if truth { "yes" } else { "" }.into()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

fn date(text: &str) -> Option<Date> {
    // A machine's date is ten characters; anything longer is something else.
    text.parse().ok().filter(|_| text.len() == 10).or_else(|| redress::day::read_slashed(text)).or_else(|| redress::day::read_long(text))
}

fn moment(text: &str) -> Option<DateTime> {
    let (day, time) = text.rsplit_once(['T', ' '])?;
    Some(date(day.trim())?.to_datetime(time.trim().parse().ok()?))
}

fn pence(text: &str) -> Option<i64> {
    let plain = text.trim().trim_start_matches('£').replace(',', "");
    let (pounds, pence) = plain.split_once('.').unwrap_or((&plain, ""));
    let digits = |t: &str| t.bytes().all(|b| b.is_ascii_digit());
    if pounds.is_empty() || !digits(pounds) || !digits(pence) || !matches!(pence.len(), 0 | 2) {
        return None;
    }
    let pence: i64 = if pence.is_empty() { 0 } else { pence.parse().ok()? };
    pounds.parse::<i64>().ok()?.checked_mul(100)?.checked_add(pence)
}

fn looks_like_email(text: &str) -> bool {
    text.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.len() > 2 && !host.contains('@'))
        && !text.contains(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIELDS: &[Field] = &[
        Field::new("title", "Title", Ask::Line),
        Field::new("on", "Date", Ask::Date),
        Field::new("sum", "Amount", Ask::Money).optional(),
        Field::new("kind", "Kind", Ask::One(&[("report", "Report"), ("letter", "Letter")])),
        Field::new("pages", "Pages", Ask::Number).only_if("kind", "report"),
    ];

    #[test]
    fn what_is_wrong_stands_beside_its_field() {
        let filled = Filled::of_json(br#"{"on": "31 June 2021", "sum": "12.5", "kind": "note", "other": 1}"#).expect("read");
        let found: Vec<_> = filled.problems(FIELDS, |_| Vec::new()).into_iter().map(|p| p.field).collect();
        assert_eq!(found, ["title", "on", "sum", "kind", ""]);
    }

    #[test]
    fn what_hangs_on_a_choice_is_asked_with_it_alone() {
        let found = |kind: &str| {
            let filled = Filled::of_json(format!(r#"{{"title": "A", "on": "2021-03-11", "kind": "{kind}"}}"#).as_bytes()).expect("read");
            filled.problems(FIELDS, |_| Vec::new()).into_iter().map(|p| p.field).collect::<Vec<_>>()
        };
        assert_eq!((found("report"), found("letter")), (vec!["pages"], vec![]));
    }

    #[test]
    fn amounts_days_and_moments_are_read_as_people_write_them() {
        assert_eq!([pence("£1,234.50"), pence("300"), pence("3.5"), pence("-1")], [Some(123_450), Some(30_000), None, None]);
        assert_eq!(moment("11 March 2021 10:30"), moment("2021-03-11T10:30"));
        assert!(moment("2021-03-11 10:30").is_some() && date("2021-03-11T10:30").is_none());
    }

    #[test]
    fn an_amount_has_a_most() {
        let found = |sum: &str| {
            let filled = Filled::of_json(format!(r#"{{"title": "A", "on": "2021-03-11", "kind": "letter", "sum": "{sum}"}}"#).as_bytes());
            filled.expect("read").problems(FIELDS, |_| Vec::new()).into_iter().map(|p| p.field).collect::<Vec<_>>()
        };
        assert_eq!((found("100,000,000"), found("100,000,000.01")), (vec![], vec!["sum"]));
    }

    #[test]
    fn json_that_is_no_plain_object_is_refused() {
        for body in [&b"[]"[..], b"{\"a\": {}}", b"{\"a\": [[1]]}", b"{"] {
            assert!(Filled::of_json(body).is_err());
        }
    }
}
