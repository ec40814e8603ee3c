//! The result of a vote as the record gives it, and whether its figures add up.

use serde::{Deserialize, Serialize};

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
