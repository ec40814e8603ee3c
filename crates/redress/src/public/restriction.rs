//! A restriction as the public sees it: ground, reason and dates; there is no field for a title or a content.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Listing, all_words};

/// A restriction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Restriction {
    /// Its number.
    pub number: u64,
    /// The ground: exempt with its paragraphs, or confidential with its limb.
    pub ground: String,
    /// The provision.
    pub section: String,
    /// Why, in the council's words for the public.
    pub reason: String,
    /// The day it was imposed.
    pub imposed_on: Date,
    /// The day it is to be looked at again; none once the paper was opened.
    pub review_on: Option<Date>,
    /// The days on which it was looked at again.
    pub reviewed_on: Vec<Date>,
    /// What was decided about opening the paper: how, and on which day.
    pub outcome: Option<String>,
    /// The day of that decision.
    pub decided_on: Option<Date>,
    /// How anybody can challenge it.
    pub challenge: String,
    /// The key of the item that the paper is before.
    pub item: Option<String>,
}

impl Restriction {
    /// `Restriction 4: exempt, paragraph 3`.
    pub fn title(&self) -> String {
        format!("Restriction {}: {}", self.number, self.ground)
    }

    pub(super) fn listing(&self) -> Listing {
        Listing {
            title: self.title(),
            on: Some(self.imposed_on),
            text: all_words([Some(self.reason.as_str()), self.outcome.as_deref()]),
            ..Listing::default()
        }
    }
}
