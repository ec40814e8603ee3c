//! The record of a decision: of a body, of one member of the executive, of an officer. What the law asks for is filled in;
//! *none* is an answer, a blank is not. A record is never edited: another corrects, supersedes or rescinds it.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::stated::Stated;
use crate::wrong::{Wrong, reasons};

/// Whether it has effect on a day.
mod effect;
/// A record that changes another.
mod link;
/// Who decided, and under which law the record is made.
mod maker;
/// What is told of a decision besides its record.
mod told;

pub use effect::{Effect, Reserved};
pub use link::{CannotLink, Link, Links, Relation, Stands};
pub use maker::{Delegation, Maker, Regime};
pub use told::{Asked, End, TextsNote, Told};

/// A conflict of interest that somebody declared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conflict {
    /// Who declared it, by name.
    pub who: String,
    /// Its nature.
    pub nature: String,
    /// The dispensation; *none* where there is none. For the executive the head of paid service gives it.
    pub dispensation: String,
}

/// Conflicts of interest, or that there were none.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "conflicts", rename_all = "snake_case")]
pub enum Conflicts {
    /// Nobody has answered.
    #[default]
    Blank,
    /// There were none.
    StatedNone,
    /// These.
    Declared {
        /// One or more.
        list: Vec<Conflict>,
    },
}

/// Whether it was a key decision: SI 2012/2089, regulation 8.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "key", rename_all = "snake_case")]
pub enum Key {
    /// Nobody has answered.
    Blank,
    /// It was, by the notice of the forward plan.
    Yes {
        /// The entry of the forward plan.
        entry: String,
    },
    /// It was not.
    No,
    /// Only decisions of the executive can be.
    NotExecutive,
}

/// A record of a decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecisionRecord {
    /// Its reference.
    pub reference: String,
    /// Who decided.
    pub maker: Maker,
    /// The day of the decision.
    pub decided: Option<Date>,
    /// The decision.
    pub decision: String,
    /// The reasons.
    pub reasons: String,
    /// The options considered and rejected; *none* where there were none.
    pub options_rejected: String,
    /// Conflicts of interest.
    pub conflicts: Conflicts,
    /// Key or not.
    pub key: Key,
    /// The day from which it has effect, where that is not the day of the decision.
    pub effective_from: Option<Date>,
}

impl DecisionRecord {
    /// The law that the record is made under.
    pub fn regime(&self) -> Regime {
        self.maker.regime()
    }

    /// What keeps the record from being published.
    pub fn check(&self, today: Date) -> Vec<Wrong> {
        let cite = self.regime().cite();
        let mut wrong = self.maker.check();
        match self.decided {
            None => wrong.push(Wrong::new("decided", format!("Give the day of the decision ({cite})."))),
            Some(day) if day > today => {
                wrong.push(Wrong::new("decided", "This day is still to come. A record is made after the decision."))
            }
            Some(day) if self.effective_from.is_some_and(|from| from < day) => {
                wrong.push(Wrong::new("effective_from", "A decision has no effect before the day on which it is made."));
            }
            Some(_) => {}
        }
        if !reasons(&self.decision, 1) {
            wrong.push(Wrong::new("decision", format!("Write the decision ({cite}).")));
        }
        match Stated::of(Some(&self.reasons)) {
            Stated::Given if reasons(&self.reasons, 3) => {}
            _ => wrong.push(Wrong::new(
                "reasons",
                format!("Give the reasons in a sentence. A decision without reasons cannot be recorded ({cite})."),
            )),
        }
        if matches!(Stated::of(Some(&self.options_rejected)), Stated::Blank | Stated::NotApplicable) {
            wrong.push(Wrong::new("options_rejected", format!("Name the options that were rejected, or write none ({cite}).")));
        }
        wrong.extend(self.conflicts_wrong(cite));
        let executive = self.regime().is_executive();
        match &self.key {
            Key::Blank if executive => wrong.push(Wrong::new("key", "Say whether it was a key decision (SI 2012/2089, regulation 8).")),
            Key::NotExecutive if executive => wrong.push(Wrong::new("key", "This is a decision of the executive: say whether it was key.")),
            Key::Yes { .. } if !executive => wrong.push(Wrong::new("key", "Only a decision of the executive can be a key decision.")),
            Key::Yes { entry } if entry.trim().is_empty() => wrong.push(Wrong::new("entry", "Name the entry of the forward plan.")),
            _ => {}
        }
        wrong
    }

    fn conflicts_wrong(&self, cite: &str) -> Vec<Wrong> {
        let list = match &self.conflicts {
            Conflicts::Blank => {
                return vec![Wrong::new("conflicts", format!("Name who declared a conflict of interest, or say none ({cite})."))];
            }
            Conflicts::Declared { list } if list.is_empty() => {
                return vec![Wrong::new("conflicts", "Add the conflict that was declared, or say none.")];
            }
            Conflicts::StatedNone => return Vec::new(),
            Conflicts::Declared { list } => list,
        };
        let mut wrong = Vec::new();
        for conflict in list {
            if conflict.who.trim().is_empty() || !reasons(&conflict.nature, 2) {
                wrong.push(Wrong::new("conflicts", "Say who declared the conflict and what it is."));
            }
            if Stated::of(Some(&conflict.dispensation)) == Stated::Blank {
                let by = self.regime().dispensation_by();
                wrong.push(Wrong::new("dispensation", format!("Note the dispensation given by {by}, or write none.")));
            }
        }
        wrong
    }

    /// The day from which it has effect, apart from call-in and from records that change it.
    pub fn effective(&self) -> Option<Date> {
        self.effective_from.max(self.decided)
    }
}

#[cfg(test)]
mod tests;
