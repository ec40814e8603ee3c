//! What was asked of a page: the query of its address, each value kept as it was typed.
//!
//! A value that cannot be read becomes a problem beside its field; the list is shown without it.

use std::convert::Infallible;
use std::fmt::Write;

use axum::extract::{FromRequestParts, Query};
use axum::http::request::Parts;
use jiff::civil::Date;
use serde::Serialize;

/// The query, as names and values; the first of a name counts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked(Vec<(String, String)>);

/// What is wrong with a value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// The field.
    pub field: &'static str,
    /// The value as it was typed.
    pub value: String,
    /// What is wrong and what to do.
    pub message: String,
}

impl<S: Send + Sync> FromRequestParts<S> for Asked {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Asked, Infallible> {
        let pairs = Query::try_from_uri(&parts.uri).map(|Query(pairs)| pairs);
        Ok(Asked(pairs.unwrap_or_default()))
    }
}

impl Asked {
    /// From names and values.
    pub fn of(pairs: &[(&str, &str)]) -> Asked {
        Asked(pairs.iter().map(|(name, value)| ((*name).to_string(), (*value).to_string())).collect())
    }

    /// The value of a name without the white space around it; empty where it was not asked.
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(n, _)| n == name).map_or("", |(_, value)| value.trim())
    }

    /// Every name and value.
    pub fn pairs(&self) -> Vec<(String, String)> {
        self.0.clone()
    }

    /// Whether a name stands in the query, with a value or without one.
    pub fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(n, _)| n == name)
    }

    /// The value of a name, where there is one. The letter case of the name does not matter.
    pub fn any_case(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(n, v)| n.eq_ignore_ascii_case(name) && !v.trim().is_empty()).map(|(_, value)| value.trim())
    }

    /// The words of a field, where there are any.
    pub fn words(&self, name: &str) -> Option<String> {
        Some(self.get(name)).filter(|v| !v.is_empty()).map(str::to_string)
    }

    /// A year of four digits.
    pub fn year(&self, name: &'static str, problems: &mut Vec<Problem>) -> Option<i16> {
        let fits = |value: &str| value.len() == 4 && value.bytes().all(|b| b.is_ascii_digit());
        self.read(name, problems, "Year must be four digits, such as 2024", |v| v.parse().ok().filter(|_| fits(v)))
    }

    /// A date as people write it, or as machines do.
    pub fn date(&self, name: &'static str, problems: &mut Vec<Problem>) -> Option<Date> {
        let words = "Date must be a real date, such as 27 March 2025, 27/03/2025 or 2025-03-27";
        self.read(name, problems, words, |v| {
            v.parse().ok().or_else(|| redress::day::read_slashed(v)).or_else(|| redress::day::read_long(v))
        })
    }

    /// The page of a list; the first for a number that is none.
    pub fn page(&self) -> u32 {
        self.get("page").parse().ok().filter(|p| (1..=100_000).contains(p)).unwrap_or(1)
    }

    /// A value that `reading` understands, or a problem in words.
    pub fn read<T>(
        &self,
        name: &'static str,
        problems: &mut Vec<Problem>,
        message: &str,
        reading: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let value = self.get(name);
        if value.is_empty() {
            return None;
        }
        let read = reading(value);
        if read.is_none() {
            problems.push(Problem { field: name, value: value.into(), message: message.into() });
        }
        read
    }

    /// The address of a page with this query, one value set or, with an empty value, left out.
    pub fn address_with(&self, path: &str, name: &str, value: &str) -> String {
        let kept = self.0.iter().filter(|(n, v)| n != name && !v.trim().is_empty() && (n != "page" || name == "page"));
        let set = (!value.is_empty()).then_some((name, value));
        address_of(path, kept.map(|(n, v)| (n.as_str(), v.as_str())).chain(set))
    }

    /// The address of a page with this query: values of the names that it knows, in their order.
    pub fn address(&self, path: &str, known: &[&str]) -> String {
        let kept = known.iter().map(|name| (*name, self.get(name))).filter(|(_, value)| !value.is_empty());
        address_of(path, kept)
    }
}

/// A path with a query.
pub fn address_of<'a>(path: &str, query: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let mut address = path.to_string();
    for (at, (name, value)) in query.enumerate() {
        address.push(if at == 0 { '?' } else { '&' });
        address.push_str(&encode(name));
        address.push('=');
        address.push_str(&encode(value));
    }
    address
}

/// Percent-encodes all but letters, digits and `-._~`.
fn encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => out.push(char::from(byte)),
            // Writing to a string cannot fail.
            _ => _ = write!(out, "%{byte:02X}"),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bad_value_is_a_problem_and_stays() {
        let asked = Asked::of(&[("year", "20x4"), ("from", "31 June 2024")]);
        let mut problems = Vec::new();
        assert_eq!(asked.year("year", &mut problems), None);
        assert_eq!(asked.date("from", &mut problems), None);
        let kept: Vec<_> = problems.iter().map(|p| (p.field, p.value.as_str())).collect();
        assert_eq!(kept, [("year", "20x4"), ("from", "31 June 2024")]);
    }

    #[test]
    fn dates_are_read_as_people_and_machines_write_them() {
        let day = jiff::civil::date(2025, 3, 27);
        for written in ["2025-03-27", "27/03/2025", "27 March 2025", " 27 mar 2025 "] {
            let mut problems = Vec::new();
            assert_eq!(Asked::of(&[("from", written)]).date("from", &mut problems), Some(day), "{written}");
        }
    }

    #[test]
    fn addresses_keep_the_other_filters_and_start_at_the_first_page() {
        let asked = Asked::of(&[("body", "cabinet"), ("title", "a & b"), ("page", "3")]);
        assert_eq!(asked.address_with("/meetings", "body", ""), "/meetings?title=a%20%26%20b");
        assert_eq!(asked.address_with("/meetings", "page", "4"), "/meetings?body=cabinet&title=a%20%26%20b&page=4");
    }
}
