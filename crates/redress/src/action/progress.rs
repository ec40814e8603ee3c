//! What happened to an action. Entries are added and never changed.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::day::long;
use crate::wrong::{Wrong, reasons};

/// How it goes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Goes {
    /// As planned.
    #[default]
    Going,
    /// Not as planned.
    Not,
}

impl Goes {
    /// The answers of a form.
    pub const CHOICES: &[(&str, &str)] = &[("going", "It goes as planned"), ("not", "It does not go as planned")];

    /// The answer of a word.
    pub fn of_word(word: &str) -> Option<Goes> {
        match word {
            "going" => Some(Goes::Going),
            "not" => Some(Goes::Not),
            _ => None,
        }
    }

    /// What a page says.
    pub fn words(self) -> &'static str {
        match self {
            Goes::Going => "It goes as planned",
            Goes::Not => "It does not go as planned",
        }
    }
}

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
        /// Whether it will be done in time, as the owner sees it.
        #[serde(default)]
        goes: Goes,
        /// When the owner expects it to be done. The original date stays beside it.
        #[serde(default)]
        expected: Option<Date>,
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
        /// The day on which it was done; the day of the entry where none is told.
        #[serde(default)]
        done_on: Option<Date>,
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
        if let Event::Done { done_on: Some(on), .. } = self.event
            && !(decided..=self.on).contains(&on)
        {
            return Err(Wrong::new("on", "The day is not before the decision and not still to come."));
        }
        let asks: &[(&str, &str, usize, &str)] = match &self.event {
            Event::Noted { words, .. } => &[("words", words, 2, "Write how it goes.")],
            Event::Extended { given_by, why, .. } => {
                &[("given_by", given_by, 1, "Say who gave more time."), ("why", why, 3, "Say why more time is needed.")]
            }
            Event::HandedOver { why, open, .. } => {
                &[("why", why, 2, "Say why it goes to another post."), ("open", open, 2, "Tell the new owner what is still to be done.")]
            }
            Event::Done { evidence, .. } => &[("evidence", evidence, 2, "Name what shows that it is done.")],
            Event::Stopped { decision } => &[("decision", decision, 1, "Name the decision that ends it.")],
            Event::Reopened { why } => &[("why", why, 3, "Say why it is open again.")],
        };
        match asks.iter().find(|(_, given, words, _)| !reasons(given, *words)) {
            Some((field, _, _, ask)) => Err(Wrong::new(field, *ask)),
            None => Ok(()),
        }
    }
}

impl Event {
    /// What a page says of it.
    pub fn words(&self) -> String {
        match self {
            Event::Noted { words, goes, expected, .. } => {
                let expected = expected.map(|day| format!(" Expected by {}.", long(day))).unwrap_or_default();
                format!("{}. {words}{expected}", goes.words())
            }
            Event::Extended { to, given_by, why } => format!("More time until {}, given by {given_by}. {why}", long(*to)),
            Event::HandedOver { to, why, open } => format!("Handed over to {to}. {why} Still to be done: {open}"),
            Event::Done { evidence, done_on } => {
                let on = done_on.map(|day| format!(" on {}", long(day))).unwrap_or_default();
                format!("Done{on}. What shows it: {evidence}")
            }
            Event::Stopped { decision } => format!("Ended without being done, by {decision}"),
            Event::Reopened { why } => format!("Opened again. {why}"),
        }
    }
}
