//! What happened to a meeting, each with its person, day and reason.

use serde::{Deserialize, Serialize};

/// Something that happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Happened {
    /// It was called: summons or notice went out.
    Called,
    /// It was called off.
    Cancelled,
    /// It was put to another day.
    Moved,
    /// It began and was put off.
    Adjourned,
    /// It was called, and there was no quorum.
    Inquorate,
    /// It was held.
    Held,
}

impl Happened {
    /// Every one, in the order of a meeting's life.
    pub const ALL: [Happened; 6] =
        [Happened::Called, Happened::Cancelled, Happened::Moved, Happened::Adjourned, Happened::Inquorate, Happened::Held];

    /// The word in tables and JSON.
    pub fn word(self) -> &'static str {
        match self {
            Happened::Called => "called",
            Happened::Cancelled => "cancelled",
            Happened::Moved => "moved",
            Happened::Adjourned => "adjourned",
            Happened::Inquorate => "inquorate",
            Happened::Held => "held",
        }
    }

    /// What a page calls it.
    pub fn words(self) -> &'static str {
        match self {
            Happened::Called => "Called",
            Happened::Cancelled => "Cancelled",
            Happened::Moved => "Moved to another day",
            Happened::Adjourned => "Adjourned",
            Happened::Inquorate => "No quorum",
            Happened::Held => "Held",
        }
    }

    /// What a word stands for.
    pub fn of_word(word: &str) -> Option<Happened> {
        Happened::ALL.into_iter().find(|h| h.word() == word)
    }
}
