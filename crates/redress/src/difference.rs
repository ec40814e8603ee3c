//! How two texts of one thing differ, word by word.

use serde::{Deserialize, Serialize};
use similar::{ChangeTag, TextDiff};

/// A run of words that both texts have, or only one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Run {
    /// In both.
    Same(String),
    /// Only in the first.
    Gone(String),
    /// Only in the second.
    New(String),
}

/// The runs of words from `before` to `after`, white space folded.
pub fn words(before: &str, after: &str) -> Vec<Run> {
    let a: Vec<&str> = before.split_whitespace().collect();
    let b: Vec<&str> = after.split_whitespace().collect();
    let mut runs: Vec<Run> = Vec::new();
    for change in TextDiff::from_slices(&a, &b).iter_all_changes() {
        let word = change.value();
        match (change.tag(), runs.last_mut()) {
            (ChangeTag::Equal, Some(Run::Same(run)))
            | (ChangeTag::Delete, Some(Run::Gone(run)))
            | (ChangeTag::Insert, Some(Run::New(run))) => {
                run.push(' ');
                run.push_str(word);
            }
            (ChangeTag::Equal, _) => runs.push(Run::Same(word.into())),
            (ChangeTag::Delete, _) => runs.push(Run::Gone(word.into())),
            (ChangeTag::Insert, _) => runs.push(Run::New(word.into())),
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changed_words_stand_apart() {
        assert_eq!(
            words("oversee reporting to the Board", "oversee reporting to Scrutiny and the Board"),
            [Run::Same("oversee reporting to".into()), Run::New("Scrutiny and".into()), Run::Same("the Board".into())]
        );
    }
}
