//! The Ombudsman's references: two digits, three, three. `22011825`, `22 011 825` and `22-011-825` are one.
//!
//! A date written `25 01 07` has another shape and is never one; eight bare digits count only where the text speaks of
//! the Ombudsman.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A reference, checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Reference {
    year: u8,
    serial: u32,
}

/// The text is not two, three and three digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an Ombudsman's reference: it has eight digits, as in 23 006 024")]
pub struct NotAReference;

impl Reference {
    /// `23-006-024`, as it stands in addresses.
    pub fn slug(self) -> String {
        format!("{:02}-{:03}-{:03}", self.year, self.serial / 1000, self.serial % 1000)
    }

    /// `23006024`, as one word for search.
    pub fn digits(self) -> String {
        format!("{:02}{:06}", self.year, self.serial)
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02} {:03} {:03}", self.year, self.serial / 1000, self.serial % 1000)
    }
}

impl FromStr for Reference {
    type Err = NotAReference;

    fn from_str(text: &str) -> Result<Self, NotAReference> {
        let text = text.trim();
        let found = at_start(text).filter(|(_, len)| *len == text.len());
        found.map(|(reference, _)| reference).ok_or(NotAReference)
    }
}

impl Serialize for Reference {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Reference {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from)?.parse().map_err(serde::de::Error::custom)
    }
}

/// Whether a text speaks of the Ombudsman, by any of the names in use.
pub fn speaks_of_ombudsman(text: &str) -> bool {
    text.split(|c: char| !c.is_alphanumeric())
        .any(|w| w.eq_ignore_ascii_case("ombudsman") || matches!(w, "LGO" | "LGSCO" | "LGSCO’s" | "SPSO"))
        || text.to_lowercase().contains("ombudsman")
}

/// The references in a text, each once, in their order; none where it does not speak of the Ombudsman.
pub fn find(text: &str) -> Vec<Reference> {
    if speaks_of_ombudsman(text) { find_near(text) } else { Vec::new() }
}

/// The references in a text whose surroundings already speak of the Ombudsman.
pub fn find_near(text: &str) -> Vec<Reference> {
    let mut found = Vec::new();
    let mut at = 0;
    let mut before = None::<char>;
    while let Some(c) = text[at..].chars().next() {
        let free = before.is_none_or(|b| !b.is_alphanumeric() && !matches!(b, '£' | '.' | ',' | '+'));
        if c.is_ascii_digit()
            && free
            && let Some((reference, len)) = at_start(&text[at..])
        {
            if !found.contains(&reference) {
                found.push(reference);
            }
            at += len;
            before = Some('0');
            continue;
        }
        before = Some(c);
        at += c.len_utf8();
    }
    found
}

/// A reference at the very start, and its length in bytes. What follows must not go on with digits.
fn at_start(text: &str) -> Option<(Reference, usize)> {
    let mut digits = String::with_capacity(8);
    let mut gap = None::<char>;
    let mut end = 0;
    for (at, c) in text.char_indices() {
        if c.is_ascii_digit() {
            if digits.len() == 8 {
                return None;
            }
            digits.push(c);
            end = at + 1;
        } else if digits.len() == 8 {
            break;
        } else if matches!(c, ' ' | '-' | '\u{a0}' | '‑' | '–') && matches!(digits.len(), 2 | 5) {
            let expected = if digits.len() == 5 { Some(gap?) } else { None };
            if expected.is_some_and(|g| g != c) || !text[at + c.len_utf8()..].starts_with(|n: char| n.is_ascii_digit()) {
                return None;
            }
            gap = Some(c);
        } else {
            return None;
        }
        // A gap after two digits must come again after five.
        if digits.len() == 6 && gap.is_some() && !text[..at].ends_with([' ', '-', '\u{a0}', '‑', '–']) {
            return None;
        }
    }
    if digits.len() != 8 {
        return None;
    }
    let after = text[end..].chars().next();
    let runs_on = after.is_some_and(char::is_alphanumeric)
        || (matches!(after, Some(' ' | '-' | '.' | ',')) && gap.is_some() && text[end + 1..].starts_with(|c: char| c.is_ascii_digit()));
    if runs_on {
        return None;
    }
    Some((Reference { year: digits[..2].parse().ok()?, serial: digits[2..].parse().ok()? }, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printed(text: &str) -> Vec<String> {
        find(text).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn three_spellings_are_one_reference() {
        let spellings: Vec<Reference> =
            ["22011825", "22 011 825", "22-011-825", "22\u{a0}011\u{a0}825"].iter().map(|s| s.parse().expect("a reference")).collect();
        assert!(spellings.windows(2).all(|w| w[0] == w[1]));
        assert_eq!(spellings[0].to_string(), "22 011 825");
        assert_eq!(spellings[0].slug(), "22-011-825");
    }

    #[test]
    fn several_in_one_title_are_found_in_order() {
        assert_eq!(
            printed("Report of the Ombudsman (21 011 785 / 23 005 479 / 22 011 825) PDF 381 KB"),
            ["21 011 785", "23 005 479", "22 011 825"]
        );
        assert_eq!(printed("Ombudsman: 21 011 785/23 005 479"), ["21 011 785", "23 005 479"]);
    }

    #[test]
    fn dates_sums_and_telephones_are_not_references() {
        for text in [
            "Ombudsman Case - 25 01 07 Final Report",
            "Ombudsman £12 345 678",
            "Ombudsman 2022 011 825",
            "Ombudsman 22 011-825",
            "Ombudsman 22011 825",
            "Ombudsman 123456789",
            "call 22 011 825 about the bins",
            "Ombudsman 22 011 825 1",
        ] {
            assert!(printed(text).is_empty(), "{text}: {:?}", printed(text));
        }
    }
}
