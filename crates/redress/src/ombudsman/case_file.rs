//! The council's own file on a case: what it is about, who complained, what was found, and how it was closed on either side.

use serde::{Deserialize, Serialize};

use super::closure::Closure;
use super::recommendation::declared::Declared;
use crate::wrong::Wrong;

/// Who complained, in the Ombudsman's words. There is no place for a name.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "complainant", rename_all = "snake_case")]
pub enum Complainant {
    /// Not recorded.
    #[default]
    NotRecorded,
    /// `Mr X`.
    Pseudonym {
        /// The pseudonym.
        word: String,
    },
    /// Nobody: the Ombudsman extended an investigation to others (Local Government Act 1974, section 26D).
    Nobody,
    /// Several people.
    Group {
        /// How many.
        of: u32,
    },
}

impl Complainant {
    /// Reads `Mr X`, `none`, `group of 12`; a text that may be a real name is refused.
    pub fn read(text: &str) -> Result<Complainant, Wrong> {
        let text = text.trim();
        let wrong = |message: &str| Err(Wrong::new("complainant", message));
        if text.is_empty() {
            return Ok(Complainant::NotRecorded);
        }
        if text.eq_ignore_ascii_case("none") {
            return Ok(Complainant::Nobody);
        }
        if let Some(of) = text.to_ascii_lowercase().strip_prefix("group of ") {
            return match of.trim().parse() {
                Ok(of) if of > 1 => Ok(Complainant::Group { of }),
                _ => wrong("A group has a number of people, such as: group of 12"),
            };
        }
        if !crate::person_in_case::find(&format!("of {text}")).is_empty() {
            return wrong("This looks like a real name. Use the Ombudsman's own word, such as Mr X");
        }
        Ok(Complainant::Pseudonym { word: text.into() })
    }

    /// What a page for officers says.
    pub fn words(&self) -> String {
        match self {
            Complainant::NotRecorded => "Not recorded".into(),
            Complainant::Pseudonym { word } => word.clone(),
            Complainant::Nobody => "None: the Ombudsman extended the investigation".into(),
            Complainant::Group { of } => format!("A group of {of}"),
        }
    }
}

/// How members are told of a finding of fault: the Ombudsman accepts what is in proportion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MembersTold {
    /// In a periodic report.
    Periodic,
    /// In a report of its own.
    Individual,
    /// In a report under section 5 or 5A of the Local Government and Housing Act 1989.
    Statutory,
}

impl MembersTold {
    /// Every way: its word and what a page calls it.
    pub const CHOICES: &[(&str, &str)] = &[
        ("periodic", "In a periodic report"),
        ("individual", "In a report of its own"),
        ("statutory", "In a report under section 5 or 5A of the Local Government and Housing Act 1989"),
    ];

    /// The word in tables and JSON.
    pub fn word(self) -> &'static str {
        Self::CHOICES[self as usize].0
    }

    /// The way of a word.
    pub fn of_word(word: &str) -> Option<MembersTold> {
        [MembersTold::Periodic, MembersTold::Individual, MembersTold::Statutory].into_iter().find(|m| m.word() == word)
    }
}

/// The file. What is not recorded yet is empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CaseFile {
    /// What it is about, for officers.
    pub subject: String,
    /// The services.
    pub services: Vec<String>,
    /// Who complained.
    pub complainant: Complainant,
    /// The authority that it was made against, where this one took its place.
    pub predecessor: Option<String>,
    /// What was found, in the Ombudsman's words.
    pub findings: Vec<String>,
    /// Whom it hurt and how, in the Ombudsman's words; never published from here.
    pub injustices: Vec<String>,
    /// Totals that its papers declare.
    pub declared: Vec<Declared>,
    /// How members are told.
    pub members_told: Option<MembersTold>,
    /// What the council learned.
    pub learning: Vec<String>,
    /// Closed by the Ombudsman, closed by the council.
    pub closure: Closure,
    /// It came to the council in a review of earlier cases, so no year counts it again.
    pub from_review: bool,
}

impl CaseFile {
    /// How it came to the council: `paper`, or `review` where a review of earlier cases found it.
    pub fn origin(&self) -> &'static str {
        if self.from_review { "review" } else { "paper" }
    }

    /// A file that was opened without words, with those of the first paper that has some. Where it came from stays, and so does
    /// what was done to it.
    #[must_use]
    pub fn worded(&self, paper: &CaseFile) -> CaseFile {
        CaseFile {
            from_review: self.from_review,
            closure: self.closure.clone(),
            predecessor: paper.predecessor.clone().or_else(|| self.predecessor.clone()),
            ..paper.clone()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_paper_words_a_file_and_leaves_where_it_came_from() {
        let opened = CaseFile { from_review: true, predecessor: Some("Old Thornmere".into()), ..CaseFile::default() };
        let worded = opened.worded(&CaseFile { subject: "Transport".into(), ..CaseFile::default() });
        assert_eq!(
            (worded.subject.as_str(), worded.from_review, worded.predecessor.as_deref()),
            ("Transport", true, Some("Old Thornmere"))
        );
    }

    #[test]
    fn a_complainant_is_a_letter_nobody_or_a_group_and_never_a_name() {
        assert_eq!(Complainant::read("Mr X"), Ok(Complainant::Pseudonym { word: "Mr X".into() }));
        assert_eq!(Complainant::read("None"), Ok(Complainant::Nobody));
        assert_eq!(Complainant::read("group of 12"), Ok(Complainant::Group { of: 12 }));
        assert!(Complainant::read("group of one").is_err());
        assert!(Complainant::read("Mrs Joan Harbottle").is_err());
        assert_eq!(serde_json::from_str::<CaseFile>("{}").ok(), Some(CaseFile::default()));
    }
}
