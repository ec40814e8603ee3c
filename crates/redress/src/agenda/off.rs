//! An item that came off a published agenda: it stays there, with what became of it and why.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::day::long;

/// What became of the item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// It was taken off.
    TakenOff,
    /// It was put off to a later meeting.
    PutOff,
}

impl What {
    /// The word in tables and JSON.
    pub fn word(self) -> &'static str {
        match self {
            What::TakenOff => "taken_off",
            What::PutOff => "put_off",
        }
    }

    /// What happened, of a word.
    pub fn of_word(word: &str) -> Option<What> {
        [What::TakenOff, What::PutOff].into_iter().find(|w| w.word() == word)
    }
}

/// That an item came off the agenda.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Off {
    /// What became of it.
    pub what: What,
    /// On what day.
    pub on: Date,
    /// Why, as the public may read it.
    pub why: String,
    /// The key of the later meeting.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// The later meeting in words: `Cabinet, 4 May 2026`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to_words: Option<String>,
}

impl Off {
    /// A sentence.
    pub fn words(&self) -> String {
        let what = match (self.what, &self.to_words) {
            (What::PutOff, Some(to)) => format!("Put off to {to}"),
            (What::PutOff, None) => "Put off to a later meeting".into(),
            (What::TakenOff, _) => "Taken off the agenda".into(),
        };
        format!("{what} on {}: {}", long(self.on), self.why)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn it_says_where_the_item_went() {
        let off = |what, to: Option<&str>| Off {
            what,
            on: date(2026, 4, 8),
            why: "The survey is late".into(),
            to: None,
            to_words: to.map(str::to_string),
        };
        assert_eq!(off(What::TakenOff, None).words(), "Taken off the agenda on 8 April 2026: The survey is late");
        assert_eq!(
            off(What::PutOff, Some("Cabinet, 5 May 2026")).words(),
            "Put off to Cabinet, 5 May 2026 on 8 April 2026: The survey is late"
        );
    }
}
