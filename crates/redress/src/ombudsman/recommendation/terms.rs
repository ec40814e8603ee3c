//! What the Ombudsman asked for: the words, the dates, the nature. It is written once and not changed.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Money, Nature, Original};
use crate::ombudsman::follows::CaseKey;
use crate::wrong::Wrong;

/// A recommendation as the Ombudsman's paper has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recommendation {
    case: CaseKey,
    number: u32,
    nature: Nature,
    kinds: Vec<String>,
    text: String,
    originals: Vec<Original>,
    of: Option<u32>,
    beneficiary: Option<String>,
    /// The money; officers only.
    pub money: Option<Money>,
}

/// What is typed of a recommendation.
#[derive(Debug, Clone)]
pub struct Asked<'a> {
    /// The case.
    pub case: CaseKey,
    /// Its number in the paper, from 1.
    pub number: u32,
    /// For whom it is.
    pub nature: Nature,
    /// Words of the list of kinds.
    pub kinds: &'a [&'a str],
    /// The Ombudsman's own words.
    pub text: &'a str,
    /// Each date that the paper gives.
    pub originals: Vec<Original>,
    /// How many letters, reviews or people, where they are counted.
    pub of: Option<u32>,
    /// The Ombudsman's letter for whom it is for: `Mrs X`.
    pub beneficiary: Option<&'a str>,
    /// The money.
    pub money: Option<Money>,
}

/// The longest text of one recommendation, in characters.
pub const LONGEST: usize = 20_000;

impl Recommendation {
    /// Writes a recommendation down, or says what is wrong with each field.
    pub fn new(asked: Asked<'_>, kinds: &[&str]) -> Result<Recommendation, Vec<Wrong>> {
        let mut wrong = Vec::new();
        if asked.number == 0 {
            wrong.push(Wrong::new("number", "Number recommendations from 1, as the paper does."));
        }
        if asked.text.trim().is_empty() {
            wrong.push(Wrong::new("words", "Enter the words of the recommendation exactly as the Ombudsman wrote them."));
        }
        let long = asked.text.chars().count();
        if long > LONGEST {
            wrong.push(Wrong::new("words", format!("The text has {long} characters; a recommendation has at most {LONGEST}.")));
        }
        if asked.kinds.is_empty() {
            wrong.push(Wrong::new("kinds", "Choose at least one kind of remedy."));
        }
        for kind in asked.kinds.iter().filter(|k| !kinds.contains(k)) {
            wrong.push(Wrong::new("kinds", format!("`{kind}` is no kind of the list.")));
        }
        if asked.of == Some(0) {
            wrong.push(Wrong::new("of", "Say how many there are, or leave it empty where nothing is counted."));
        }
        if asked.nature == Nature::Personal && asked.beneficiary.is_none_or(|b| b.trim().is_empty()) {
            wrong.push(Wrong::new("beneficiary", "Say for whom it is, by the Ombudsman's own letter: Mrs X."));
        }
        // The pseudonym is the Ombudsman's: two small letters in a row are a name.
        if asked.beneficiary.is_some_and(|b| !crate::person_in_case::find(&format!("of {b}")).is_empty()) {
            wrong.push(Wrong::new("beneficiary", "Use the Ombudsman's pseudonym, not the person's name."));
        }
        if !wrong.is_empty() {
            return Err(wrong);
        }
        let mut originals = asked.originals;
        originals.sort();
        Ok(Recommendation {
            case: asked.case,
            number: asked.number,
            nature: asked.nature,
            kinds: asked.kinds.iter().map(|k| (*k).into()).collect(),
            text: asked.text.into(),
            originals,
            of: asked.of,
            beneficiary: asked.beneficiary.map(Into::into),
            money: asked.money,
        })
    }

    /// The case.
    pub fn case(&self) -> &CaseKey {
        &self.case
    }

    /// Its number in the paper.
    pub fn number(&self) -> u32 {
        self.number
    }

    /// The same under the reference that its case has now.
    pub(in crate::ombudsman) fn in_case(self, case: CaseKey) -> Recommendation {
        Recommendation { case, ..self }
    }

    /// `23 006 024/3`: the same for good once the case has its reference.
    pub fn key(&self) -> String {
        format!("{}/{}", self.case, self.number)
    }

    /// For whom it is.
    pub fn nature(&self) -> Nature {
        self.nature
    }

    /// The kinds of remedy.
    pub fn kinds(&self) -> &[String] {
        &self.kinds
    }

    /// The Ombudsman's own words.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Every original date, the earliest first.
    pub fn originals(&self) -> &[Original] {
        &self.originals
    }

    /// The original date of the whole: the last of them, on which the Ombudsman checks.
    pub fn original(&self) -> Option<Date> {
        self.originals.last().map(Original::on)
    }

    /// How many are counted.
    pub fn of(&self) -> Option<u32> {
        self.of
    }

    /// For whom it is, by the Ombudsman's letter.
    pub fn beneficiary(&self) -> Option<&str> {
        self.beneficiary.as_deref()
    }
}
