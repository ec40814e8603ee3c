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
    /// Its start or its place was changed; the day stayed.
    Changed,
    /// It began and was put off.
    Adjourned,
    /// What was adjourned to a day to be fixed got its day.
    Reconvened,
    /// It was called, and there was no quorum.
    Inquorate,
    /// It was held.
    Held,
}

impl Happened {
    /// Every one, in the order of a meeting's life.
    pub const ALL: [Happened; 8] = [
        Happened::Called,
        Happened::Changed,
        Happened::Cancelled,
        Happened::Moved,
        Happened::Inquorate,
        Happened::Adjourned,
        Happened::Reconvened,
        Happened::Held,
    ];

    /// The word in tables and JSON.
    pub fn word(self) -> &'static str {
        match self {
            Happened::Called => "called",
            Happened::Cancelled => "cancelled",
            Happened::Moved => "moved",
            Happened::Changed => "changed",
            Happened::Adjourned => "adjourned",
            Happened::Reconvened => "reconvened",
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
            Happened::Changed => "Start or place changed",
            Happened::Adjourned => "Adjourned",
            Happened::Reconvened => "Reconvened on another day",
            Happened::Inquorate => "No quorum",
            Happened::Held => "Held",
        }
    }

    /// What a word stands for.
    pub fn of_word(word: &str) -> Option<Happened> {
        Happened::ALL.into_iter().find(|h| h.word() == word)
    }
}
