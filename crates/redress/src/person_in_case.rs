//! Words that may name a complainant, a child or their family. They are flagged for a person to read, never repeated.
//!
//! Office holders may be named; pseudonyms such as `Mr X` and `Ms E` are the Ombudsman's own. Where it is unsure, a
//! passage is flagged: a false alarm costs a look, a miss may cost a family its peace.

use std::ops::Range;

/// Why a passage was flagged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Sign {
    /// A courtesy title with a surname, and no office before or behind it.
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

const TITLES: [&str; 7] = ["Mr", "Mrs", "Ms", "Miss", "Master", "Mx", "Madam"];
const RELATIONS: [&str; 22] = [
    "complainant",
    "complainants",
    "Complainant",
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
    "grandmother",
    "grandfather",
    "brother",
    "sister",
    "wife",
    "husband",
    "widow",
    "resident",
    "tenant",
];
/// Words of an office; compared in small letters.
const OFFICES: [&str; 34] = [
    "councillor",
    "councillors",
    "cllr",
    "cllrs",
    "mayor",
    "chair",
    "chairman",
    "chairwoman",
    "vice-chair",
    "member",
    "members",
    "leader",
    "alderman",
    "alderwoman",
    "director",
    "officer",
    "officers",
    "manager",
    "head",
    "executive",
    "solicitor",
    "clerk",
    "secretary",
    "judge",
    "justice",
    "minister",
    "speaker",
    "president",
    "ombudsman",
    "auditor",
    "treasurer",
    "commissioner",
    "inspector",
    "adviser",
];
/// Words that stand inside the name of an office in small letters.
const INSIDE_OFFICES: [&str; 12] = ["of", "for", "and", "the", "a", "to", "interim", "acting", "deputy", "assistant", "senior", "service"];
/// Words of the case itself: near them `A and Mrs B` is no pair of office holders.
const OF_A_CASE: [&str; 4] = ["complain", "child", "family", "parent"];
/// Words with a capital that follow a relation and are no name.
const NOT_NAMES: [&str; 32] = [
    "Care",
    "Services",
    "Service",
    "Protection",
    "Social",
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
    "Cabinet",
    "Committee",
    "Panel",
    "Board",
    "Local",
    "Government",
    "Tax",
    "Benefit",
    "Centre",
    "School",
    "Safeguarding",
    "He",
    "She",
    "They",
    "It",
    "This",
    "Resolved",
];
/// Most words of an office's name between the office and the person.
const OFFICE_WORDS: usize = 8;
/// Bytes before a person within which the sentence is looked at.
const LOOK_BACK: usize = 240;

/// Passages that may name a person in a case, as byte ranges of the text.
pub fn find(text: &str) -> Vec<(Sign, Range<usize>)> {
    let mut found = Vec::new();
    for at in capitals(text) {
        let before = text[..at].trim_end_matches([' ', '.', ',', '(', '\u{a0}']);
        let start = word_start(before);
        let (word, between) = (&before[start..], &text[before.len()..at]);
        if !TITLES.contains(&word) && !RELATIONS.contains(&word) {
            continue;
        }
        let name = at..word_end(text, at);
        // A title is no name: what follows it is looked at with it.
        if !looks_like_name(&text[name.clone()]) || TITLES.contains(&&text[name.clone()]) {
            continue;
        }
        if TITLES.contains(&word) {
            let holds_office = names_office(&text[name.clone()]) || office_before(text, start) || office_behind(text, name.end);
            if !between.contains([',', '(']) && !holds_office {
                found.push((Sign::CourtesyTitle, start..name.end));
            }
        } else if !between.contains('.') && !begins_other_name(&text[name.clone()]) {
            found.push((Sign::Relation, start..name.end));
        }
    }
    found
}

/// Where words with a capital begin behind another word. Every sign ends with one, and few words have one.
fn capitals(text: &str) -> impl Iterator<Item = usize> {
    text.as_bytes().windows(2).enumerate().filter_map(|(at, pair)| {
        let may_begin = pair[1].is_ascii_uppercase() || pair[1] >= 0xc3;
        let begins = may_begin && matches!(pair[0], b' ' | b'.' | b'(' | 0xa0);
        // Behind a blank stands a whole character.
        let capital = begins && text.get(at + 1..).and_then(|t| t.chars().next()).is_some_and(char::is_uppercase);
        capital.then_some(at + 1)
    })
}

fn in_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '’' | '\'' | '-')
}

fn word_end(text: &str, at: usize) -> usize {
    text[at..].find(|c| !in_word(c)).map_or(text.len(), |length| at + length)
}

fn word_start(text: &str) -> usize {
    text.char_indices().rev().take_while(|(_, c)| in_word(*c)).last().map_or(text.len(), |(at, _)| at)
}

/// A capital followed by at least two small letters; single letters are pseudonyms.
fn looks_like_name(word: &str) -> bool {
    word.chars().filter(|c| c.is_lowercase()).nth(1).is_some()
}

fn begins_other_name(word: &str) -> bool {
    NOT_NAMES.contains(&word) || names_office(word)
}

fn names_office(word: &str) -> bool {
    OFFICES.iter().any(|o| o.eq_ignore_ascii_case(word))
}

/// Words that may stand in the name of an office between its first word and the person.
fn inside_office(word: &str) -> bool {
    word.starts_with(char::is_uppercase) || word == "&" || INSIDE_OFFICES.contains(&word)
}

/// `the Monitoring Officer, Mrs …`, `Director of Legal Services, Mr …`: nothing but an office's own words lies between.
fn office_before(text: &str, title: usize) -> bool {
    let sentence = &text[sentence_start(text, title)..title];
    for (back, word) in sentence.split_whitespace().rev().take(OFFICE_WORDS).enumerate() {
        let bare = word.trim_matches([',', '(', '–', '-']);
        if names_office(bare) {
            let of_family = bare == "member" && sentence.contains("family member");
            return !of_family;
        }
        // `Councillor A and Mrs B` are two office holders, but not where the sentence speaks of the case; `the officer
        // of Mrs B` is another person.
        let joins = match bare {
            "and" => OF_A_CASE.iter().any(|w| sentence.contains(w)),
            _ => INSIDE_OFFICES.contains(&bare),
        };
        if (back == 0 && joins) || !(bare.is_empty() || inside_office(bare)) {
            return false;
        }
    }
    false
}

/// `Mr …, Director of Legal Services`.
fn office_behind(text: &str, name: usize) -> bool {
    // Forenames may be followed by surnames.
    let mut rest = &text[name..];
    while let Some(next) = rest.strip_prefix(' ').filter(|r| r.starts_with(char::is_uppercase)) {
        rest = &next[word_end(next, 0)..];
    }
    let Some(rest) = rest.strip_prefix([',', ' ']).map(|r| r.trim_start_matches([' ', '('])) else { return false };
    for word in rest.split_whitespace().take(OFFICE_WORDS) {
        let bare = word.trim_matches([',', '(', ')', '.', ';', ':']);
        if names_office(bare) {
            return true;
        }
        if !inside_office(bare) || word.ends_with(['.', ';', ':']) {
            return false;
        }
    }
    false
}

/// Where the sentence begins, or how far back it is looked at.
fn sentence_start(text: &str, before: usize) -> usize {
    let from = text.floor_char_boundary(before.saturating_sub(LOOK_BACK));
    // The full stop of `Cllr.` and `Mr.` ends no sentence; an office in front of one is still in reach.
    let mut ends = text[from..before].rmatch_indices(['.', ';', '\n']).map(|(at, _)| from + at);
    ends.find(|at| !ends_short_form(&text[from..*at])).map_or(from, |at| at + 1)
}

fn ends_short_form(text: &str) -> bool {
    let word = &text[word_start(text)..];
    TITLES.contains(&word) || matches!(word, "Cllr" | "Cllrs" | "Dr" | "Rev")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn signs(text: &str) -> Vec<Sign> {
        find(text).into_iter().map(|(s, _)| s).collect()
    }

    #[test]
    fn names_in_a_case_are_flagged() {
        for (text, sign) in [
            ("the complaint of Mrs Example was upheld", Sign::CourtesyTitle),
            ("the complaint by Mr. Example was upheld", Sign::CourtesyTitle),
            ("The Director apologised to Mrs Example.", Sign::CourtesyTitle),
            ("The Chair met the family and Mr Example.", Sign::CourtesyTitle),
            ("a family member, Mrs Example, wrote", Sign::CourtesyTitle),
            ("Mrs Example, who wrote to the Director, was right", Sign::CourtesyTitle),
            ("the letter of the officer for Mrs Example", Sign::CourtesyTitle),
            ("the complainant, Mrs Example, said", Sign::CourtesyTitle),
            ("Mr Étoile complained", Sign::CourtesyTitle),
            ("her son Example was without a place", Sign::Relation),
            ("the complainant, Example Person, said", Sign::Relation),
            ("the mother (Example) said", Sign::Relation),
        ] {
            assert_eq!(signs(text), [sign], "{text}");
        }
        let text = "of Mrs Example";
        assert_eq!(&text[find(text)[0].1.clone()], "Mrs Example");
    }

    #[test]
    fn offices_and_pseudonyms_are_not() {
        for text in [
            "Councillor Mrs Example presented the report",
            "Councillor A Sample and Mrs Example were thanked",
            "the complaint of Mr X and Ms E",
            "a boy, with autism, being left",
            "the child in question",
            "Executive Director, Child Protection",
            "child Care Services",
            "Thank you, Mr Speaker, Madam Mayor and Mr Mayor.",
            "Mr Example, Director of Housing, replied to the complainant.",
            "Mr Alan Example, the Deputy Monitoring Officer, replied.",
            "the Monitoring Officer, Mrs Example, replied",
            "the Director of Children’s Services, Ms Example, replied",
        ] {
            assert!(signs(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn a_full_stop_ends_the_sentence_behind_a_relation() {
        assert!(signs("It harmed the child. Members asked why.").is_empty());
        assert!(signs("It harmed the complainant.Officers agreed.").is_empty());
    }
}
