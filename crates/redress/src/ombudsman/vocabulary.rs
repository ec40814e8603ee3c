//! A list of words that a council can edit. Each word carries its source, so that what rests on memory can be seen.

use serde::{Deserialize, Serialize};

use crate::wrong::Wrong;

/// A word of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// The word in tables and JSON; it is never used for another meaning.
    pub word: String,
    /// What a page calls it.
    pub words: String,
    /// Where it comes from.
    pub source: String,
    /// Whether the name was seen in the source, and does not rest on memory.
    pub seen: bool,
}

impl Term {
    /// A term whose name was seen in its source.
    pub fn seen(word: &str, words: &str, source: &str) -> Term {
        Term { word: word.into(), words: words.into(), source: source.into(), seen: true }
    }

    /// A term whose name rests on memory.
    pub fn from_memory(word: &str, words: &str, source: &str) -> Term {
        Term { seen: false, ..Term::seen(word, words, source) }
    }
}

/// What bars an edited list. A word that records use may not go: mark it as old in its words.
pub fn check(terms: &[Term], in_use: &[&str]) -> Vec<Wrong> {
    let mut wrong = Vec::new();
    for (at, term) in terms.iter().enumerate() {
        let plain = !term.word.is_empty() && term.word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
        if !plain {
            wrong.push(Wrong::new("word", format!("Write `{}` in small letters, figures and _.", term.word)));
        }
        if terms[..at].iter().any(|t| t.word == term.word) {
            wrong.push(Wrong::new("word", format!("`{}` is there twice.", term.word)));
        }
        if term.words.trim().is_empty() {
            wrong.push(Wrong::new("words", format!("Say what a page calls `{}`.", term.word)));
        }
        if term.source.trim().is_empty() {
            wrong.push(Wrong::new("source", format!("Say where `{}` comes from.", term.word)));
        }
    }
    for word in in_use.iter().filter(|w| !terms.iter().any(|t| t.word == **w)) {
        wrong.push(Wrong::new("word", format!("Records use `{word}`: it cannot be taken out.")));
    }
    wrong
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_has_a_source_is_there_once_and_stays_while_it_is_used() {
        let good = [Term::seen("apology", "Apology", "a manual")];
        assert!(check(&good, &["apology"]).is_empty());
        let bad = [Term::seen("apology", "Apology", " "), Term::seen("apology", "Sorry", "x"), Term::from_memory("To Pay", "", "x")];
        let fields: Vec<String> = check(&bad, &["training"]).into_iter().map(|w| w.field).collect();
        assert_eq!(fields, ["source", "word", "word", "words", "word"]);
    }
}
