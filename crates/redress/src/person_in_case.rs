//! Words that may name a complainant, a child or their family. They are flagged for a person to read, never repeated.
//!
//! Office holders may be named; pseudonyms such as `Mr X` and `Ms E` are the Ombudsman's own.

use std::ops::Range;

/// Why a passage was flagged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Sign {
    /// A courtesy title with a surname, and no office before it.
    CourtesyTitle,
    /// A family word or *complainant* with a name after it.
    Relation,
}

impl Sign {
    /// Words for a problem; they never hold the name.
    pub fn words(self) -> &'static str {
        match self {
            Sign::CourtesyTitle => "a courtesy title with a surname and no office",
            Sign::Relation => "a word for a complainant, child or relative with a name after it",
        }
    }
}

const TITLES: [&str; 6] = ["Mr", "Mrs", "Ms", "Miss", "Master", "Mx"];
const RELATIONS: [&str; 15] = [
    "complainant",
    "complainants",
    "son",
    "daughter",
    "child",
    "boy",
    "girl",
    "mother",
    "father",
    "pupil",
    "grandson",
    "granddaughter",
    "wife",
    "husband",
    "resident",
];
const OFFICES: [&str; 19] = [
    "councillor",
    "councillors",
    "cllr",
    "cllrs",
    "mayor",
    "chair",
    "chairman",
    "member",
    "leader",
    "alderman",
    "alderwoman",
    "director",
    "officer",
    "by",
    "and",
    "secretary",
    "judge",
    "justice",
    "minister",
];

/// Passages that may name a person in a case, as byte ranges of the text.
pub fn find(text: &str) -> Vec<(Sign, Range<usize>)> {
    let words: Vec<(usize, &str)> = words_of(text);
    let mut found = Vec::new();
    for (i, (at, word)) in words.iter().enumerate() {
        let Some((next_at, next)) = words.get(i + 1) else { break };
        // A name follows its title with nothing but a blank or a full stop between.
        let between = text[at + word.len()..*next_at].trim_matches([' ', '.', '\u{a0}']);
        let gap_ok = between.is_empty() || (between == "," && RELATIONS.contains(&lower(word).as_str()));
        if !gap_ok || !looks_like_name(next) {
            continue;
        }
        let before = i.checked_sub(1).map(|b| lower(words[b].1));
        let end = next_at + next.len();
        if TITLES.contains(word) {
            let office = before.is_some_and(|b| OFFICES.contains(&b.as_str()));
            if !office {
                found.push((Sign::CourtesyTitle, *at..end));
            }
        } else if RELATIONS.contains(word) && !starts_an_office(next) {
            found.push((Sign::Relation, *at..end));
        }
    }
    found
}

fn lower(word: &str) -> String {
    word.to_lowercase()
}

fn words_of(text: &str) -> Vec<(usize, &str)> {
    let mut out = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices() {
        let inside = c.is_alphanumeric() || matches!(c, '’' | '\'' | '-');
        match (inside, start) {
            (true, None) => start = Some(at),
            (false, Some(s)) => {
                out.push((s, &text[s..at]));
                start = None;
            }
            _ => {}
        }
    }
    if let Some(s) = start {
        out.push((s, &text[s..]));
    }
    out
}

/// A capital followed by at least two small letters; single letters are pseudonyms.
fn looks_like_name(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(char::is_uppercase) && word.chars().filter(|c| c.is_lowercase()).count() >= 2
}

fn starts_an_office(word: &str) -> bool {
    const NOT_NAMES: [&str; 16] = [
        "Care",
        "Services",
        "Protection",
        "Social",
        "Officer",
        "Officers",
        "Support",
        "Association",
        "Parking",
        "The",
        "And",
        "Education",
        "Health",
        "Poverty",
        "In",
        "Council",
    ];
    NOT_NAMES.contains(&word) || OFFICES.contains(&lower(word).as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn signs(text: &str) -> Vec<Sign> {
        find(text).into_iter().map(|(s, _)| s).collect()
    }

    #[test]
    fn names_in_a_case_are_flagged() {
        assert_eq!(signs("the complaint of Mrs Example was upheld"), [Sign::CourtesyTitle]);
        assert_eq!(signs("her son Example was without a place"), [Sign::Relation]);
        assert_eq!(signs("the complainant, Example Person, said"), [Sign::Relation]);
    }

    #[test]
    fn offices_and_pseudonyms_are_not() {
        for text in [
            "Councillor Mrs Example presented the report",
            "the complaint of Mr X and Ms E",
            "a boy, with autism, being left",
            "the child in question",
            "Executive Director, Child Protection",
            "child Care Services",
        ] {
            assert!(signs(text).is_empty(), "{text}");
        }
    }
}
