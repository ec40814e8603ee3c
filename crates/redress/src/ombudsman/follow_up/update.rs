//! An update: will it be done by the day? It is never changed; a second one stands beside the first.

use serde::{Deserialize, Serialize};

use crate::ombudsman::history::CannotAdd;
use crate::wrong::reasons;

/// What the owner expects.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outlook {
    /// It will be done by the day.
    WillBeMet,
    /// It may not be.
    AtRisk,
    /// It will not be: the Ombudsman is to be told before the day.
    WillNotBeMet,
    /// It is done, and the evidence is to be sent.
    Done,
}

impl Outlook {
    /// What a page says.
    pub fn words(self) -> &'static str {
        match self {
            Outlook::WillBeMet => "Will be done by the day",
            Outlook::AtRisk => "May not be done by the day",
            Outlook::WillNotBeMet => "Will not be done by the day: tell the Ombudsman before it",
            Outlook::Done => "Done: send the evidence",
        }
    }
}

/// An update.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Update {
    /// What the owner expects.
    pub outlook: Outlook,
    /// How it goes, in the owner's words.
    pub text: String,
}

/// What bars an update.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(tag = "cannot_update", rename_all = "snake_case")]
pub enum CannotUpdate {
    /// It says nothing.
    #[error("say how it goes, in a few words")]
    SaysNothing,
    /// The entry is refused.
    #[error(transparent)]
    Entry(#[from] CannotAdd),
}

impl Update {
    /// What bars it.
    pub fn check(&self) -> Result<(), CannotUpdate> {
        if reasons(&self.text, 3) { Ok(()) } else { Err(CannotUpdate::SaysNothing) }
    }
}
