//! An action of a decision as the public sees it: what is to be done, by which post, by when, and how it stands. What officers
//! tell each other of it is not here.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Listing, all_words};
use crate::action::{Closed, Status};
use crate::counting::days_between;

/// More time that a body or a post gave.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MoreTime {
    /// When it was given.
    pub on: Date,
    /// Until when.
    pub to: Date,
    /// Who gave it.
    pub given_by: String,
    /// Why.
    pub why: String,
}

/// A note of how it goes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// When.
    pub on: Date,
    /// The words.
    pub words: String,
}

/// An action.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Action {
    /// `2025-02-26-executive-1`: day of the decision, body and number.
    pub key: String,
    /// The number.
    pub number: u32,
    /// The body that decided.
    pub body: String,
    /// Its address.
    pub body_slug: String,
    /// The key of the item.
    pub item: String,
    /// Where it comes from: `clause (d), as resolved`.
    pub origin: String,
    /// What is to be done.
    pub words: String,
    /// The post that does it.
    pub owner: String,
    /// Bodies that it reports to.
    pub reports_to: Vec<String>,
    /// The day of the decision.
    pub decided: Date,
    /// The date that the decision gave, which nothing changes.
    pub original: Option<Date>,
    /// More time, in order.
    pub more_time: Vec<MoreTime>,
    /// When the owner expects it, where that is another day than the one that counts.
    pub expected: Option<Date>,
    /// Notes that the public may read.
    pub notes: Vec<Note>,
    /// Its end.
    pub closed: Option<Closed>,
    /// What shows that it was done, or the decision that ended it.
    pub closed_words: Option<String>,
}

impl Action {
    /// `Action 1 of Executive, 26 February 2025`
    pub fn title(&self) -> String {
        format!("Action {} of {}, {}", self.number, self.body, crate::day::long(self.decided))
    }

    /// The action as it stood at the end of a day that is over: without what was published of later days. What the owner expected
    /// then is not known.
    #[must_use]
    pub fn as_of(&self, day: Date) -> Action {
        let closed = self.closed.filter(|c| c.on <= day);
        Action {
            more_time: self.more_time.iter().filter(|m| m.on <= day).cloned().collect(),
            notes: self.notes.iter().filter(|n| n.on <= day).cloned().collect(),
            expected: None,
            closed_words: self.closed_words.clone().filter(|_| closed.is_some()),
            closed,
            ..self.clone()
        }
    }

    /// The day that counts now.
    pub fn due(&self) -> Option<Date> {
        self.more_time.last().map(|m| m.to).or(self.original)
    }

    /// How it stands on a day.
    pub fn status(&self, today: Date) -> Status {
        Status::of(self.original, self.due(), self.closed, today)
    }

    /// Days past the original date, until it was done or until the day.
    pub fn days_late(&self, today: Date) -> Option<i32> {
        let until = match self.closed {
            Some(Closed { on, done: true }) => on,
            Some(_) => return None,
            None => today,
        };
        self.original.map(|original| days_between(original, until)).filter(|days| *days > 0)
    }

    pub(super) fn listing(&self) -> Listing {
        let notes = self.notes.iter().map(|n| Some(n.words.as_str()));
        let own = [Some(self.words.as_str()), Some(self.owner.as_str()), Some(self.origin.as_str()), self.closed_words.as_deref()];
        Listing {
            title: self.title(),
            on: Some(self.decided),
            body: Some(self.body_slug.clone()),
            parent: Some(self.item.clone()),
            position: self.number,
            text: all_words(own.into_iter().chain(notes)),
            ..Listing::default()
        }
    }
}
