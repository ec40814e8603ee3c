//! A letter about a case, as it was logged. What the Ombudsman thinks of a recommendation is read from one, and from nothing else.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::follows::CaseKey;
use crate::wrong::Wrong;

/// Who wrote it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum From {
    /// The Ombudsman.
    Ombudsman,
    /// The council.
    Council,
    /// Anybody else.
    Other,
}

/// What it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A covering letter of a paper.
    Covering,
    /// It asks for evidence, or chases it.
    Chaser,
    /// It answers a request for more time.
    Extension,
    /// It says what the Ombudsman thinks of a remedy.
    Outcome,
    /// It says that the Ombudsman is satisfied and the case closed.
    Satisfaction,
    /// It opens a new case because agreed action was not carried out.
    RemedyNotCarriedOut,
    /// What the council says on a draft.
    Comments,
    /// The council's reply under section 31(2) of the Local Government Act 1974.
    Reply,
    /// The council's confirmation under section 31(2A)(c).
    Confirmation,
    /// Any other.
    Other,
}

impl From {
    /// Everybody who writes: the word, and what a page calls it.
    pub const CHOICES: &[(&str, &str)] = &[("ombudsman", "The Ombudsman"), ("council", "The council"), ("other", "Somebody else")];

    /// Who is meant by a word.
    pub fn of_word(word: &str) -> Option<From> {
        let all = [From::Ombudsman, From::Council, From::Other];
        Self::CHOICES.iter().position(|(w, _)| *w == word).map(|at| all[at])
    }
}

impl Kind {
    /// Every kind: its word and what a page calls it.
    pub const CHOICES: &[(&str, &str)] = &[
        ("covering", "Covering letter of a paper"),
        ("chaser", "It asks for evidence, or chases it"),
        ("extension", "It answers a request for more time"),
        ("outcome", "It says what the Ombudsman thinks of a remedy"),
        ("satisfaction", "The Ombudsman is satisfied and the case is closed"),
        ("remedy_not_carried_out", "It opens a new case: failure to carry out an agreed remedy"),
        ("comments", "The council's comments on a draft"),
        ("reply", "The council's reply under section 31(2)"),
        ("confirmation", "The council's confirmation that the action was taken"),
        ("other", "Anything else"),
    ];

    /// The kind of a word.
    pub fn of_word(word: &str) -> Option<Kind> {
        use Kind::{Chaser, Comments, Confirmation, Covering, Extension, Other, Outcome, RemedyNotCarriedOut, Reply, Satisfaction};
        let all = [Covering, Chaser, Extension, Outcome, Satisfaction, RemedyNotCarriedOut, Comments, Reply, Confirmation, Other];
        Self::CHOICES.iter().position(|(w, _)| *w == word).map(|at| all[at])
    }
}

/// A logged letter. Its fields do not change: a mistake is put right by logging it anew and saying so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    key: String,
    from: From,
    kind: Kind,
    dated: Option<Date>,
    received: Date,
    paper: String,
    cases: Vec<CaseKey>,
    logged_by: String,
}

/// What is typed of a letter.
#[derive(Debug, Clone)]
pub struct Logged<'a> {
    /// Its key in the record.
    pub key: &'a str,
    /// Who wrote it.
    pub from: From,
    /// What it is about.
    pub kind: Kind,
    /// The date that it carries; none where it carries none.
    pub dated: Option<Date>,
    /// The day it came, or went.
    pub received: Date,
    /// The paper: its number or hash.
    pub paper: &'a str,
    /// The cases that it names.
    pub cases: Vec<CaseKey>,
    /// Who logs it.
    pub by: &'a str,
}

impl Letter {
    /// Logs a letter, or says what is wrong with each field.
    pub fn log(logged: Logged<'_>) -> Result<Letter, Vec<Wrong>> {
        let mut wrong = Vec::new();
        for (field, text, say) in [
            ("key", logged.key, "Give the letter a number."),
            ("paper", logged.paper, "Add the letter itself: it proves what it says."),
            ("by", logged.by, "Say who logs it."),
        ] {
            if text.trim().is_empty() {
                wrong.push(Wrong::new(field, say));
            }
        }
        if logged.dated.is_some_and(|d| d > logged.received) {
            wrong.push(Wrong::new("dated", "A letter cannot come before the date that it carries."));
        }
        if logged.cases.is_empty() {
            wrong.push(Wrong::new("cases", "Say which case the letter is about."));
        }
        if !wrong.is_empty() {
            return Err(wrong);
        }
        let Logged { key, from, kind, dated, received, paper, cases, by } = logged;
        Ok(Letter { key: key.into(), from, kind, dated, received, paper: paper.into(), cases, logged_by: by.into() })
    }

    /// Its key.
    pub fn key(&self) -> &str {
        &self.key
    }

    /// Who wrote it.
    pub fn from(&self) -> From {
        self.from
    }

    /// What it is about.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// The date that it carries.
    pub fn dated(&self) -> Option<Date> {
        self.dated
    }

    /// The day it came, or went.
    pub fn received(&self) -> Date {
        self.received
    }

    /// The day that counts: its date, or the day it came where it carries none.
    pub fn day(&self) -> Date {
        self.dated.unwrap_or(self.received)
    }

    /// The paper.
    pub fn paper(&self) -> &str {
        &self.paper
    }

    /// The cases that it names.
    pub fn cases(&self) -> &[CaseKey] {
        &self.cases
    }

    /// Who logged it.
    pub fn logged_by(&self) -> &str {
        &self.logged_by
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use jiff::civil::date;

    use super::*;

    pub(crate) fn letter(from: From, kind: Kind, on: Date) -> Letter {
        let cases = vec![CaseKey::read("22 002 824").unwrap()];
        Letter::log(Logged { key: "L1", from, kind, dated: Some(on), received: on, paper: "paper 9", cases, by: "L. Officer" }).unwrap()
    }

    #[test]
    fn a_letter_has_a_paper_a_case_and_somebody_who_logged_it() {
        let bad = Logged {
            key: "",
            from: From::Ombudsman,
            kind: Kind::Outcome,
            dated: Some(date(2024, 4, 24)),
            received: date(2024, 4, 23),
            paper: " ",
            cases: vec![],
            by: "",
        };
        let fields: Vec<String> = Letter::log(bad).unwrap_err().into_iter().map(|w| w.field).collect();
        assert_eq!(fields, ["key", "paper", "by", "dated", "cases"]);
        assert_eq!(letter(From::Ombudsman, Kind::Outcome, date(2024, 4, 23)).day(), date(2024, 4, 23));
    }
}
