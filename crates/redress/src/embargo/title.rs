//! What a chosen title would give away of a case under embargo.

use crate::ombudsman::reference::{Reference, find_near};
use crate::slug::slug;

/// What a title tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tells {
    /// The Ombudsman's reference.
    Reference(Reference),
    /// A service of the council, by its name.
    Service(String),
    /// What the case is about.
    Subject(String),
}

impl Tells {
    /// A sentence for the officer who chose the title.
    pub fn words(&self) -> String {
        match self {
            Tells::Reference(reference) => format!("The title has the reference {reference}."),
            Tells::Service(service) => format!("The title names the service: {service}."),
            Tells::Subject(word) => format!("The title has a word that tells what the case is about: {word}."),
        }
    }
}

/// The Ombudsman's own name, whose words are those of services too.
const OMBUDSMAN: &str = "local-government-and-social-care-ombudsman";
/// Words in the names of services that tell none of them apart.
const OF_ANY_SERVICE: [&str; 14] =
    ["service", "services", "department", "directorate", "team", "council", "the", "and", "of", "for", "to", "with", "support", "report"];

/// Everything in a title that would give a case away: a reference in any spacing, a service or a telling word of its name, a
/// word of the subject.
pub fn title_tells(title: &str, references: &[Reference], services: &[&str], subject: &[&str]) -> Vec<Tells> {
    let mut tells = Vec::new();
    let digits = digits(title);
    for reference in references.iter().copied().filter(|r| digits.contains(&r.digits())).chain(find_near(title)) {
        let tell = Tells::Reference(reference);
        if !tells.contains(&tell) {
            tells.push(tell);
        }
    }
    let bare = slug(title).replace(OMBUDSMAN, "-");
    let words: Vec<&str> = bare.split('-').filter(|w| !w.is_empty()).collect();
    for service in services {
        let name = slug(service);
        let mut telling = name.split('-').filter(|w| w.len() > 2 && !OF_ANY_SERVICE.contains(w));
        if telling.any(|w| words.iter().any(|t| of_one_stem(t, w))) {
            tells.push(Tells::Service((*service).into()));
        }
    }
    for word in subject {
        let name = slug(word);
        let phrase: Vec<&str> = name.split('-').collect();
        let at = |start: &[&str]| start.iter().zip(&phrase).all(|(t, w)| of_one_stem(t, w));
        if words.windows(phrase.len()).any(at) {
            tells.push(Tells::Subject((*word).into()));
        }
    }
    tells
}

/// The digits of a title; only a letter parts them, so that no spacing hides a reference.
fn digits(title: &str) -> String {
    let letters_part = |c: char| if c.is_alphabetic() { Some(' ') } else { Some(c).filter(char::is_ascii_digit) };
    title.chars().filter_map(letters_part).collect()
}

/// `school`, `schools`, `schooling`; short words only as they are.
fn of_one_stem(in_title: &str, word: &str) -> bool {
    let stem = word.strip_suffix('s').filter(|s| s.len() > 3).unwrap_or(word);
    in_title == word || (stem.len() > 3 && in_title.starts_with(stem))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::embargo::safe_title;

    fn tells(title: &str) -> Vec<Tells> {
        let reference = "19 015 597".parse().unwrap();
        title_tells(title, &[reference], &["Adult Social Care", "Children’s Services"], &["school transport", "autism", "SEN"])
    }

    #[test]
    fn the_safe_title_tells_nothing() {
        assert_eq!(tells(&safe_title(date(2021, 1, 21))), []);
    }

    #[test]
    fn a_reference_is_found_in_any_spacing() {
        for title in [
            "Report 19 015 597",
            "Report 19015597",
            "Report 19-015-597",
            "Report 19/015/597",
            "19.015.597",
            "ref:19 0155 97",
            "2021 19 015 597",
        ] {
            assert!(matches!(tells(title).as_slice(), [Tells::Reference(_), ..]), "{title}");
        }
        assert_eq!(tells("Report of 1 March 2021, item 59"), []);
    }

    #[test]
    fn another_cases_reference_tells_too() {
        assert!(matches!(tells("Report 23 005 479").as_slice(), [Tells::Reference(_)]));
    }

    #[test]
    fn services_and_subjects_are_found_in_other_forms() {
        assert_eq!(tells("Report on adult care"), [Tells::Service("Adult Social Care".into())]);
        assert_eq!(tells("Childrens services: a report"), [Tells::Service("Children’s Services".into())]);
        assert_eq!(tells("Report on School Transportation"), [Tells::Subject("school transport".into())]);
        assert_eq!(tells("SEN report"), [Tells::Subject("SEN".into())]);
        assert_eq!(tells("Report to be sent"), []);
    }
}
