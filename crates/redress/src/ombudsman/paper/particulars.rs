//! What a paper says of itself beyond reference, kind and date: publication, the day for an answer, the outcome.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The outcome of an investigation, in the Ombudsman's words on the web.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Found {
    /// Fault was found.
    Upheld,
    /// Fault was found, and it was put right before.
    UpheldPutRight,
    /// No fault was found.
    NotUpheld,
    /// The Ombudsman did not investigate.
    Closed,
}

impl Found {
    /// Every outcome: its word and what a page calls it.
    pub const CHOICES: &[(&str, &str)] = &[
        ("upheld", "Upheld: fault was found"),
        ("upheld_put_right", "Upheld, already put right"),
        ("not_upheld", "Not upheld"),
        ("closed", "Closed after initial enquiries"),
    ];

    /// The outcome of a word.
    pub fn of_word(word: &str) -> Option<Found> {
        let all = [Found::Upheld, Found::UpheldPutRight, Found::NotUpheld, Found::Closed];
        Self::CHOICES.iter().position(|(w, _)| *w == word).map(|at| all[at])
    }

    /// What a page calls it.
    pub fn words(self) -> &'static str {
        Self::CHOICES[self as usize].1
    }

    /// Whether fault was found, so that the monitoring officer has to tell members.
    pub fn fault(self) -> bool {
        matches!(self, Found::Upheld | Found::UpheldPutRight)
    }
}

/// Particulars. What is not known or not said is none.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Particulars {
    /// The day on which the Ombudsman published it, or will.
    pub published: Option<Date>,
    /// The day that the paper itself names for an answer.
    pub answer_by: Option<Date>,
    /// What was found.
    pub found: Option<Found>,
    /// Why it is a report, in the Ombudsman's own criteria.
    pub criteria: Vec<String>,
    /// The members whom it names and criticises, who may not vote on it (Local Government Act 1974, section 31A(5)).
    pub criticised: Vec<String>,
}

/// Why the Ombudsman makes a report, as its guide lists it; scrutiny is advised to ask.
pub const CRITERIA: &[(&str, &str)] = &[
    ("recurrent", "Recurrent fault"),
    ("significant", "Significant fault, injustice or remedy"),
    ("not_carried_out", "What was agreed was not carried out"),
    ("volume", "Many complaints on one subject"),
    ("topical", "A topical issue"),
    ("systemic", "A systemic problem or a wider lesson"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fault_is_found_where_a_complaint_is_upheld_and_nowhere_else() {
        let fault: Vec<bool> = Found::CHOICES.iter().filter_map(|(word, _)| Found::of_word(word)).map(Found::fault).collect();
        assert_eq!(fault, [true, true, false, false]);
        assert_eq!(Found::of_word("unknown"), None);
    }
}
