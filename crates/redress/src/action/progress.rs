//! What happened to an action. Entries are added and never changed.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::wrong::{Wrong, reasons};

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum Event {
    /// A note of how it goes.
    Noted {
        /// The words.
        words: String,
        /// Whether the public can read them.
        public: bool,
    },
    /// More time was given. The original date stays.
    Extended {
        /// Until when.
        to: Date,
        /// Who gave it: the body or the post.
        given_by: String,
        /// Why.
        why: String,
    },
    /// Another post owns it.
    HandedOver {
        /// Which.
        to: String,
        /// Why.
        why: String,
        /// What is still to be done, for the new owner.
        open: String,
    },
    /// It was done.
    Done {
        /// What shows it.
        evidence: String,
    },
    /// A decision ended it without its being done.
    Stopped {
        /// The decision.
        decision: String,
    },
    /// It was found not to be done.
    Reopened {
        /// Why.
        why: String,
    },
}

/// An event with its person and day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// When.
    pub on: Date,
    /// Who recorded it, by name.
    pub by: String,
    /// What.
    #[serde(flatten)]
    pub event: Event,
}

impl Entry {
    pub(super) fn check(&self, decided: Date) -> Result<(), Wrong> {
        if self.by.trim().is_empty() {
            return Err(Wrong::new("by", "Say who records it."));
        }
        if self.on < decided {
            return Err(Wrong::new("on", "This is before the decision."));
        }
        let asks: &[(&str, &str, usize, &str)] = match &self.event {
            Event::Noted { words, .. } => &[("words", words, 2, "Write how it goes.")],
            Event::Extended { given_by, why, .. } => {
                &[("given_by", given_by, 1, "Say who gave more time."), ("why", why, 3, "Say why more time is needed.")]
            }
            Event::HandedOver { why, open, .. } => {
                &[("why", why, 2, "Say why it goes to another post."), ("open", open, 2, "Tell the new owner what is still to be done.")]
            }
            Event::Done { evidence } => &[("evidence", evidence, 2, "Name what shows that it is done.")],
            Event::Stopped { decision } => &[("decision", decision, 1, "Name the decision that ends it.")],
            Event::Reopened { why } => &[("why", why, 3, "Say why it is open again.")],
        };
        match asks.iter().find(|(_, given, words, _)| !reasons(given, *words)) {
            Some((field, _, _, ask)) => Err(Wrong::new(field, *ask)),
            None => Ok(()),
        }
    }
}
