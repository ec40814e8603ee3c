//! The result of a vote as the record gives it, and whether its figures add up.

use serde::{Deserialize, Serialize};

/// Who was in the room, and who of them could vote.
mod entitled;
/// Where a vote was learnt, and whether that is the record.
mod origin;
/// A vote as the clerk takes it down.
mod taking;

pub use entitled::{Bar, Entitled};
pub use origin::Origin;
pub use taking::{Casting, Figures, Outcome, Side, Taken, Taking};

/// A vote. The words are kept; figures only where the record has them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Vote {
    /// The words that give the result.
    pub text: String,
    /// How it was taken.
    pub manner: Manner,
    /// Votes for.
    #[serde(rename = "for", default, skip_serializing_if = "Option::is_none")]
    pub for_: Option<u32>,
    /// Votes against.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub against: Option<u32>,
    /// Abstentions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub abstained: Option<u32>,
}

/// How a vote was taken, as far as the words tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Manner {
    /// Nobody against.
    Unanimous,
    /// Counted.
    Counted,
    /// Carried, without figures.
    Carried,
    /// Lost, without figures.
    Lost,
}
