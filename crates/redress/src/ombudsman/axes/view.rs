//! The second axis: what the Ombudsman says. Only a logged letter from the Ombudsman makes an entry.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::ombudsman::history::{CannotAdd, Entry, History};
use crate::ombudsman::letter::{From, Letter};
use crate::ombudsman::outcome::{Bearing, Outcome};

/// What a letter said. There is no way to make one without a letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct View {
    outcome: Outcome,
    letter: String,
    dated: Date,
    evidence_on: Option<Date>,
}

/// Why the Ombudsman's axis does not move.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(tag = "cannot_view", rename_all = "snake_case")]
pub enum CannotView {
    /// The council cannot be satisfied with itself.
    #[error("only a letter from the Ombudsman says what the Ombudsman thinks")]
    NotTheOmbudsman,
    /// The letter names other cases.
    #[error("the letter does not name case {0}")]
    OtherCase(String),
    /// Evidence cannot have come after the letter that speaks of it.
    #[error("the letter cannot speak of evidence that came after it")]
    EvidenceAfterTheLetter,
    /// The letter cannot be logged before it came.
    #[error("the letter came after the day given")]
    BeforeTheLetter,
    /// The entry is refused.
    #[error(transparent)]
    Entry(#[from] CannotAdd),
}

impl View {
    /// What the letter said.
    pub fn outcome(&self) -> &Outcome {
        &self.outcome
    }

    /// The key of the letter.
    pub fn letter(&self) -> &str {
        &self.letter
    }

    /// The day of the letter.
    pub fn dated(&self) -> Date {
        self.dated
    }

    /// The day on which, by the letter itself, satisfactory evidence came.
    pub fn evidence_on(&self) -> Option<Date> {
        self.evidence_on
    }

    /// Reads a letter of the Ombudsman's.
    pub(crate) fn read(letter: &Letter, outcome: &Outcome, evidence_on: Option<Date>) -> Result<View, CannotView> {
        if letter.from() != From::Ombudsman {
            return Err(CannotView::NotTheOmbudsman);
        }
        if evidence_on.is_some_and(|d| d > letter.day()) {
            return Err(CannotView::EvidenceAfterTheLetter);
        }
        Ok(View { outcome: outcome.clone(), letter: letter.key().into(), dated: letter.day(), evidence_on })
    }
}

/// Letters in the order of their dates; of two of one day, as they were logged.
pub(super) fn in_order(views: &History<View>) -> Vec<&Entry<View>> {
    let mut entries: Vec<&Entry<View>> = views.entries().iter().collect();
    entries.sort_by_key(|e| e.value.dated);
    entries
}

/// What the Ombudsman says now: the latest letter by its own date, whenever it was logged.
pub(crate) fn stands(views: &History<View>) -> Option<&View> {
    in_order(views).last().map(|e| &e.value)
}

/// Whether the Ombudsman is satisfied now.
pub(crate) fn satisfied(views: &History<View>) -> bool {
    stands(views).is_some_and(|v| v.outcome.bearing == Bearing::Satisfied)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::ombudsman::letter::{Kind, tests::letter};
    use crate::ombudsman::outcome::{find, usual};

    #[test]
    fn the_councils_own_letter_says_nothing_of_the_ombudsmans_view() {
        let list = usual();
        let satisfied = find(&list, "complete_and_satisfied").unwrap();
        for from in [From::Council, From::Other] {
            let view = View::read(&letter(from, Kind::Outcome, date(2024, 4, 23)), satisfied, None);
            assert_eq!(view, Err(CannotView::NotTheOmbudsman));
        }
        let theirs = letter(From::Ombudsman, Kind::Outcome, date(2024, 4, 23));
        assert_eq!(View::read(&theirs, satisfied, None).unwrap().dated(), date(2024, 4, 23));
        assert_eq!(View::read(&theirs, satisfied, Some(date(2024, 4, 24))), Err(CannotView::EvidenceAfterTheLetter));
    }
}
