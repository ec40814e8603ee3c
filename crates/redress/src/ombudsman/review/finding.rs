//! What a review found of the agreed actions of a case.

use serde::{Deserialize, Serialize};

/// What was found of the agreed actions of a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "finding", rename_all = "snake_case")]
pub enum Finding {
    /// They were done in time.
    Done,
    /// They were done late.
    DoneLate,
    /// They were not done.
    NotDone {
        /// What is done about it now.
        new_action: String,
    },
    /// Nothing shows that they were done.
    CannotBeShown {
        /// What is done about it now.
        new_action: String,
    },
}

impl Finding {
    /// Every finding: its word and what a page calls it.
    pub const CHOICES: &[(&str, &str)] =
        &[("done", "Done"), ("done_late", "Done late"), ("not_done", "Not done"), ("cannot_be_shown", "Cannot be shown")];

    /// The finding of a word, with what is done now where it was not done or cannot be shown.
    pub fn of_word(word: &str, new_action: &str) -> Option<Finding> {
        let new_action = new_action.trim().to_string();
        match word {
            "done" => Some(Finding::Done),
            "done_late" => Some(Finding::DoneLate),
            "not_done" => Some(Finding::NotDone { new_action }),
            "cannot_be_shown" => Some(Finding::CannotBeShown { new_action }),
            _ => None,
        }
    }

    /// What a page calls it.
    pub fn words(&self) -> &'static str {
        match self {
            Finding::Done => "Done",
            Finding::DoneLate => "Done late",
            Finding::NotDone { .. } => "Not done",
            Finding::CannotBeShown { .. } => "Cannot be shown",
        }
    }

    /// What is done about it now.
    pub fn new_action(&self) -> Option<&str> {
        match self {
            Finding::NotDone { new_action } | Finding::CannotBeShown { new_action } => Some(new_action),
            Finding::Done | Finding::DoneLate => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_a_finding_with_words_of_its_own() {
        for (word, words) in Finding::CHOICES {
            assert_eq!(Finding::of_word(word, " Do it ").map(|f| f.words()), Some(*words));
        }
        assert_eq!(Finding::of_word("not_done", " Do it ").and_then(|f| f.new_action().map(str::to_string)), Some("Do it".into()));
        assert_eq!(Finding::of_word("perhaps", ""), None);
    }
}
