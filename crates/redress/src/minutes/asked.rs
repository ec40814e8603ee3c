//! A change that the chair or a later meeting asks for: the words before and after, who asked, and what became of it.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::wrong::Wrong;

/// Who asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AskedBy {
    /// Whoever chaired the meeting.
    Chair,
    /// A meeting that is to confirm the minutes.
    Meeting,
}

/// A change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// The item's number at the desk.
    pub item: i64,
    /// Who asks.
    pub of: AskedBy,
    /// By name.
    pub by: String,
    /// When it was typed.
    pub on: Date,
    /// The public words then.
    pub before: String,
    /// The public words as they are asked for.
    pub after: String,
    /// Whether the words were taken over, or left: who settled it, and when.
    #[serde(default)]
    pub settled: Option<Settled>,
}

/// What the chair says beside the words. It may tell what was said, so it is read by whoever may read the minute.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comment {
    /// The item's number at the desk; none where it is about the whole.
    pub item: Option<i64>,
    /// By name.
    pub by: String,
    /// When it was typed.
    pub on: Date,
    /// The words.
    pub words: String,
}

/// What became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settled {
    /// The words were taken over.
    pub taken_over: bool,
    /// Who settled it.
    pub by: String,
    /// When.
    pub on: Date,
}

impl Asked {
    /// What is wrong with it.
    pub fn check(&self) -> Result<(), Wrong> {
        if self.after.trim().is_empty() {
            return Err(Wrong::new("words", "Write the words as they are to be."));
        }
        if self.before.split_whitespace().eq(self.after.split_whitespace()) {
            return Err(Wrong::new("words", "These are the words of the draft. Change them, or ask for nothing."));
        }
        Ok(())
    }

    /// Whether nobody has settled it.
    pub fn is_open(&self) -> bool {
        self.settled.is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_changes_something() {
        let asked = |after: &str| Asked {
            item: 1,
            of: AskedBy::Chair,
            by: "Cllr Reed".into(),
            on: jiff::civil::date(2025, 2, 27),
            before: "The plan was noted.".into(),
            after: after.into(),
            settled: None,
        };
        assert!(asked("The plan was agreed.").check().is_ok());
        assert!(asked(" The plan  was noted. ").check().is_err() && asked(" ").check().is_err());
    }
}
