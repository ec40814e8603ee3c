//! A decision: as published, as minuted, with its reasons, the options rejected and the interests declared.

use serde::{Deserialize, Serialize};

use crate::resolution::Clause;
use crate::stated::Stated;

/// What the record says besides its texts.
mod formal;
/// What a clerk types of it.
pub mod read;
/// The vote.
mod tally;

pub use formal::{Formal, Status, Task};
pub use tally::Tally;

/// A decision as the record gives it. `None` = the record has no such field; an empty text = a heading with nothing under it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// The decision as published, verbatim.
    pub text: String,
    /// Its clauses as a tree, with the labels they carry.
    pub clauses: Vec<Clause>,
    /// Reasons.
    pub reasons: Option<String>,
    /// Options considered and rejected.
    pub options_rejected: Option<String>,
    /// Interests and dispensations.
    pub interests: Option<String>,
    /// The resolution as the minutes give it, where they repeat it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_minuted: Option<Resolution>,
    /// The formal record; none where a source gives only the texts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub formal: Option<Box<Formal>>,
}

/// A resolution: words and clauses.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Resolution {
    /// The words, verbatim.
    pub text: String,
    /// Its clauses.
    pub clauses: Vec<Clause>,
}

impl Decision {
    /// How reasons, options rejected and interests stand, in that order.
    pub fn stated(&self) -> [Stated; 3] {
        [&self.reasons, &self.options_rejected, &self.interests].map(|f| Stated::of(f.as_deref()))
    }

    /// Labels of clauses whose published and minuted words are not the same, white space aside.
    pub fn clauses_that_differ(&self) -> Vec<String> {
        let Some(minuted) = &self.as_minuted else { return Vec::new() };
        self.clauses
            .iter()
            .filter_map(|published| {
                let label = published.label.clone()?;
                let other = minuted.clauses.iter().find(|c| c.label.as_deref() == Some(label.as_str()))?;
                (!same_words(&published.text, &other.text)).then_some(label)
            })
            .collect()
    }
}

fn same_words(a: &str, b: &str) -> bool {
    a.split_whitespace().eq(b.split_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clause_that_the_minutes_change_is_named() {
        let clause = |text: &str| Clause { label: Some("(d)".into()), text: text.into(), children: vec![] };
        let decision = Decision {
            clauses: vec![clause("report to scrutiny and the Board")],
            as_minuted: Some(Resolution { text: String::new(), clauses: vec![clause("report to the Board")] }),
            ..Decision::default()
        };
        assert_eq!(decision.clauses_that_differ(), ["(d)"]);
    }
}
