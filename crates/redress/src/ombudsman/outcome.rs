//! What the Ombudsman says of a recommendation: an editable list, each word with its bearing and its source.

use serde::{Deserialize, Serialize};

use super::vocabulary::Term;

/// What an outcome means for the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bearing {
    /// The Ombudsman waits.
    Waits,
    /// What was sent does not do: evidence sent until then did not satisfy.
    NotSatisfied,
    /// The Ombudsman is satisfied.
    Satisfied,
    /// The Ombudsman no longer asks for it.
    NoLongerAsked,
}

/// An outcome of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// The word, what a page calls it, and where it comes from.
    #[serde(flatten)]
    pub term: Term,
    /// What it means.
    pub bearing: Bearing,
    /// Whether the action was carried out, where the outcome says so.
    pub complete: Option<bool>,
    /// The Ombudsman's own mark of in time or late, where the outcome bears one; it stands beside ours.
    pub late: Option<bool>,
}

const MANUAL: &str = "LGSCO Compliance Manual, part 4";
const LETTERS: &str = "letters of the Ombudsman";

/// The list that a new council starts with.
pub fn usual() -> Vec<Outcome> {
    let outcome = |term, bearing, complete, late| Outcome { term, bearing, complete, late };
    let (seen, memory) = (Term::seen, Term::from_memory);
    vec![
        outcome(seen("awaiting_evidence", "Awaiting evidence", MANUAL), Bearing::Waits, None, None),
        outcome(memory("evidence_received", "Evidence received", LETTERS), Bearing::Waits, None, None),
        outcome(memory("queried", "More evidence asked for", LETTERS), Bearing::NotSatisfied, None, None),
        outcome(memory("complete_and_satisfied", "Remedy complete and satisfied", MANUAL), Bearing::Satisfied, Some(true), Some(false)),
        outcome(
            memory("completed_late_and_satisfied", "Remedy completed late and satisfied", MANUAL),
            Bearing::Satisfied,
            Some(true),
            Some(true),
        ),
        outcome(memory("not_complete_but_satisfied", "Remedy not complete but satisfied", MANUAL), Bearing::Satisfied, Some(false), None),
        outcome(
            seen("not_complete_and_not_satisfied", "Remedy not complete and not satisfied", MANUAL),
            Bearing::NotSatisfied,
            Some(false),
            None,
        ),
        outcome(memory("withdrawn", "Recommendation withdrawn", LETTERS), Bearing::NoLongerAsked, None, None),
        outcome(memory("superseded", "Replaced by another recommendation", LETTERS), Bearing::NoLongerAsked, None, None),
    ]
}

/// The outcome of a word, if the list has it.
pub fn find<'a>(outcomes: &'a [Outcome], word: &str) -> Option<&'a Outcome> {
    outcomes.iter().find(|o| o.term.word == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_list_passes_its_own_check_and_says_what_rests_on_memory() {
        let list = usual();
        let terms: Vec<Term> = list.iter().map(|o| o.term.clone()).collect();
        assert!(crate::ombudsman::vocabulary::check(&terms, &["complete_and_satisfied"]).is_empty());
        assert!(!find(&list, "completed_late_and_satisfied").unwrap().term.seen);
        assert_eq!(find(&list, "done"), None);
    }
}
