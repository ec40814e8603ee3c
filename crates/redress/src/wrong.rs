//! What a check says of a form: what is wrong with a field, and what a person was warned of.

use serde::{Deserialize, Serialize};

/// A field that cannot stay as it is. It bars.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wrong {
    /// The name of the field: `public_interest`.
    pub field: String,
    /// What is wrong and what to do, as a sentence.
    pub message: String,
}

impl Wrong {
    /// A field and a sentence.
    pub fn new(field: &str, message: impl Into<String>) -> Wrong {
        Wrong { field: field.into(), message: message.into() }
    }
}

/// What a person was told before answering. It never bars, and is stored with the answer in the words that were shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Warning {
    /// Its word: `ombudsman_is_no_department`.
    pub code: String,
    /// The sentence that was shown.
    pub message: String,
    /// The provision that it rests on.
    pub section: String,
}

impl Warning {
    /// A warning in its words.
    pub fn new(code: &str, message: &str, section: &str) -> Warning {
        Warning { code: code.into(), message: message.into(), section: section.into() }
    }
}

/// Whether a text can be reasoning: at least so many different words. A row of dots and `n/a n/a n/a` are none.
pub fn reasons(text: &str, different_words: usize) -> bool {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|w| w.chars().any(char::is_alphabetic));
    words.map(str::to_lowercase).collect::<std::collections::BTreeSet<_>>().len() >= different_words
}

#[cfg(test)]
mod tests {
    use super::reasons;

    #[test]
    fn filling_is_no_reasoning() {
        assert!(!reasons("n/a n/a n/a n/a n/a n/a", 4));
        assert!(!reasons("………………………………", 1));
        assert!(!reasons("1 2 3 4 5 6 7 8", 1));
        assert!(reasons("The terms are still open.", 5));
    }
}
