//! Numbers of sections and paragraphs: `3`, `3.3`, and `3.3A` for what was put in between.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A number, as printed: a section's, or a paragraph's with that of its section.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Number {
    /// The section.
    pub section: Mark,
    /// The paragraph in it; none for the section itself.
    pub paragraph: Option<Mark>,
}

/// One part of a number: `3`, `3A`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Mark {
    n: u32,
    letters: String,
}

impl Mark {
    /// A mark without letters.
    pub fn plain(n: u32) -> Mark {
        Mark { n, letters: String::new() }
    }

    /// The number without letters.
    pub fn n(&self) -> u32 {
        self.n
    }

    /// Whether it has letters: it was put in between.
    pub fn between(&self) -> bool {
        !self.letters.is_empty()
    }

    /// Reads `3`, `3A`, `3AB`: at most three digits, so that a year is none.
    pub fn read(text: &str) -> Option<Mark> {
        let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let (n, letters) = text.split_at(digits);
        let fits = (1..=3).contains(&digits) && letters.len() <= 4 && letters.chars().all(|c| c.is_ascii_uppercase());
        fits.then(|| Some(Mark { n: n.parse().ok()?, letters: letters.into() })).flatten()
    }

    /// A free mark after one, and before another where there is one.
    pub fn free(before: Option<&Mark>, after: Option<&Mark>, taken: impl Fn(&Mark) -> bool) -> Mark {
        let Some(_) = after else {
            let first = before.map_or(1, |b| b.n.saturating_add(1));
            return (first..).map(Mark::plain).find(|m| !taken(m)).unwrap_or(Mark::plain(first));
        };
        let start = before.cloned().unwrap_or(Mark::plain(0));
        let with = |letters: String| Mark { n: start.n, letters };
        let deeper = ('A'..='Z').map(|c| with(format!("{}{c}", start.letters)));
        let beside = std::iter::successors(following(&start.letters), |letters| following(letters)).map(with);
        // Between 3.3 and 3.3A comes 3.3ZA, as in Acts.
        let ahead = ('A'..='Z').map(|c| with(format!("{}Z{c}", start.letters)));
        let next = after.filter(|a| a.n == start.n);
        let mut all: Vec<Mark> = match next {
            Some(_) if start.letters.is_empty() => ahead.collect(),
            Some(_) => deeper.collect(),
            None => beside.chain(deeper).chain(ahead).collect(),
        };
        all.extend(('A'..='Z').flat_map(|a| ('A'..='Z').map(move |b| format!("Z{a}{b}"))).map(|l| Mark { n: start.n, letters: l }));
        all.into_iter().find(|m| !taken(m)).unwrap_or(start)
    }
}

/// The letters after these: `A` after none, `B` after `A`.
fn following(letters: &str) -> Option<String> {
    let Some(last) = letters.chars().next_back() else { return Some("A".into()) };
    let head = letters.strip_suffix(last)?;
    let next = char::from_u32(u32::from(last) + 1).filter(char::is_ascii_uppercase)?;
    Some(format!("{head}{next}"))
}

impl Number {
    /// A section's.
    pub fn of_section(section: Mark) -> Number {
        Number { section, paragraph: None }
    }

    /// A paragraph's.
    pub fn of_paragraph(section: Mark, paragraph: Mark) -> Number {
        Number { section, paragraph: Some(paragraph) }
    }

    /// Reads `3`, `3.3A`; a full stop after it is none of it.
    pub fn read(text: &str) -> Option<Number> {
        let text = text.strip_suffix('.').unwrap_or(text);
        match text.split_once('.') {
            None => Mark::read(text).map(Number::of_section),
            Some((section, paragraph)) => Some(Number::of_paragraph(Mark::read(section)?, Mark::read(paragraph)?)),
        }
    }

    /// What an address points at: `p3.3A`, `s3`.
    pub fn anchor(&self) -> String {
        format!("{}{self}", if self.paragraph.is_some() { 'p' } else { 's' })
    }
}

impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.n, self.letters)
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.paragraph {
            Some(paragraph) => write!(f, "{}.{paragraph}", self.section),
            None => write!(f, "{}", self.section),
        }
    }
}

impl TryFrom<String> for Number {
    type Error = String;

    fn try_from(text: String) -> Result<Number, String> {
        Number::read(&text).ok_or_else(|| format!("{text} is no number of a paragraph"))
    }
}

impl From<Number> for String {
    fn from(number: Number) -> String {
        number.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(text: &str) -> Mark {
        Mark::read(text).unwrap()
    }

    fn free(before: &str, after: Option<&str>, taken: &[&str]) -> String {
        Mark::free(Some(&mark(before)), after.map(mark).as_ref(), |m| taken.contains(&m.to_string().as_str())).to_string()
    }

    #[test]
    fn numbers_are_read_as_printed() {
        for text in ["3", "3.3", "3.3A", "12A.4ZB"] {
            assert_eq!(Number::read(text).unwrap().to_string(), text);
        }
        assert_eq!(Number::read("3.3.").unwrap().anchor(), "p3.3");
        for text in ["", "A", "3.", ".3", "2021", "3.3.3", "3.3a", "3-3", "£3"] {
            assert!(Number::read(text).is_none() || text == "3.", "{text}");
        }
    }

    #[test]
    fn what_comes_between_gets_a_letter_and_no_number_comes_back() {
        assert_eq!(free("3", None, &[]), "4");
        assert_eq!(free("3", None, &["4"]), "5", "a paragraph that is gone keeps its number");
        assert_eq!(free("3", Some("4"), &["3", "4"]), "3A");
        assert_eq!(free("3", Some("4"), &["3", "4", "3A"]), "3B", "the letter of one that is gone stays free of others");
        assert_eq!(free("3A", Some("4"), &["3A"]), "3B");
        assert_eq!(free("3", Some("3A"), &["3A"]), "3ZA");
        assert_eq!(free("3A", Some("3B"), &["3A", "3B"]), "3AA");
        assert_eq!(Mark::free(None, Some(&mark("1")), |_| false).to_string(), "0A");
    }
}
