//! An entry of the forward plan, and what regulation 9(1) asks it to say.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{KeyTest, Threshold};
use crate::day::{long, with_weekday};
use crate::wrong::{Wrong, reasons};

/// Who is to decide.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "decider", rename_all = "snake_case")]
pub enum Decider {
    /// A body; its members are listed.
    Body {
        /// Its name.
        body: String,
        /// The names of its members.
        members: Vec<String>,
    },
    /// One person.
    Person {
        /// The name.
        name: String,
        /// The title.
        title: String,
    },
}

impl Decider {
    /// Who decides, in a few words.
    pub fn words(&self) -> String {
        match self {
            Decider::Body { body, .. } => body.clone(),
            Decider::Person { name, title } => format!("{name}, {title}"),
        }
    }
}

/// When it is to be decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "when", rename_all = "snake_case")]
pub enum When {
    /// On a day.
    On {
        /// The day.
        day: Date,
    },
    /// Within a period.
    Between {
        /// Its first day.
        from: Date,
        /// Its last day.
        to: Date,
    },
}

impl When {
    /// The first day on which it may be decided: the day that notices are counted back from.
    pub fn first(self) -> Date {
        match self {
            When::On { day } => day,
            When::Between { from, .. } => from,
        }
    }

    /// The last day on which it may be decided.
    pub fn last(self) -> Date {
        match self {
            When::On { day } => day,
            When::Between { to, .. } => to,
        }
    }

    /// As a page says it: `on Thursday 28 May 2026`, `between 1 May 2026 and 31 May 2026`.
    pub fn words(self) -> String {
        match self {
            When::On { day } => format!("on {}", with_weekday(day)),
            When::Between { from, to } => format!("between {} and {}", long(from), long(to)),
        }
    }

    /// Whether a decision on a day is the one that was announced.
    pub fn covers(self, day: Date) -> bool {
        match self {
            When::On { day: announced } => day == announced,
            When::Between { from, to } => (from..=to).contains(&day),
        }
    }
}

/// An entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Its reference, which stays.
    pub reference: String,
    /// Its title on lists.
    pub title: String,
    /// The matter: what is to be decided.
    pub matter: String,
    /// Whether it is key, once answered.
    pub key: Option<KeyTest>,
    /// Who is to decide.
    pub decider: Decider,
    /// When.
    pub when: When,
    /// Whether it is to be taken in private.
    pub private: bool,
    /// Why it is to be taken in private, for the public to read.
    pub private_reason: String,
    /// The member of the executive responsible.
    pub member: String,
    /// The officer to ask, with a way to reach the office.
    pub officer: String,
    /// Who is consulted.
    pub consultees: Vec<String>,
    /// How they are consulted.
    pub how_consulted: String,
    /// The documents that go to the decision maker; *none* is an answer, an empty list is not.
    pub documents: Vec<String>,
    /// From where copies can be had.
    pub copies_from: String,
    /// How to ask for details of documents submitted later.
    pub later_documents: String,
    /// The overview and scrutiny committee that it belongs to.
    pub scrutiny: String,
    /// The wards or divisions that it concerns.
    pub wards: Vec<String>,
    /// The service that it concerns.
    pub service: Option<String>,
}

impl Entry {
    /// Whether it is key; none before the test is answered.
    pub fn is_key(&self, threshold: Threshold) -> Option<bool> {
        self.key.as_ref().map(|test| test.is_key(threshold))
    }

    /// What keeps the entry from being published.
    pub fn check(&self, threshold: Threshold) -> Vec<Wrong> {
        let mut wrong = Vec::new();
        match &self.key {
            None => wrong.push(Wrong::new("key", "Answer the test of a key decision: regulation 8.")),
            Some(test) => wrong.extend(test.check(threshold).map(|w| Wrong::new("key_why", w.message))),
        }
        if !reasons(&self.title, 1) {
            wrong.push(Wrong::new("title", "Give it a title."));
        }
        if !reasons(&self.matter, 2) {
            wrong.push(Wrong::new("matter", "Say what is to be decided: regulation 9(1)(b)."));
        }
        match &self.decider {
            Decider::Body { members, .. } if members.iter().all(|m| m.trim().is_empty()) => {
                wrong.push(Wrong::new("members", "List the members of the body: regulation 9(1)(c)."));
            }
            Decider::Person { name, title } if name.trim().is_empty() || title.trim().is_empty() => {
                wrong.push(Wrong::new("person_title", "Give the name and the title of who decides: regulation 9(1)(c)."));
            }
            Decider::Body { .. } | Decider::Person { .. } => {}
        }
        if let When::Between { from, to } = self.when
            && to < from
        {
            wrong.push(Wrong::new("to", "The period ends before it begins."));
        }
        if self.private && !reasons(&self.private_reason, 5) {
            wrong.push(Wrong::new("private_reason", "Give the reasons for meeting in private, for the public to read: regulation 5(3)."));
        }
        if self.documents.iter().all(|d| d.trim().is_empty()) {
            wrong.push(Wrong::new("documents", "List the documents that go to the decision maker, or write none: regulation 9(1)(e)."));
        }
        for (field, given, ask) in [
            ("copies_from", &self.copies_from, "Give the address from which copies can be had: regulation 9(1)(f)."),
            ("later_documents", &self.later_documents, "Say how to ask for later documents: regulation 9(1)(g) and (h)."),
            ("member", &self.member, "Name the responsible member."),
            ("officer", &self.officer, "Give the officer to ask."),
        ] {
            if given.trim().is_empty() {
                wrong.push(Wrong::new(field, ask));
            }
        }
        wrong
    }
}
