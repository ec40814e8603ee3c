//! An issue as the public sees it. Its journey is composed from the items that belong to it.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::item::IssueLink;
use super::{Listing, all_words};
use crate::issue::Mention;
use crate::issue::comments::BodySaid;
use crate::issue::journey::{Received, Referral};
use crate::provenance::Source;

/// An issue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issue {
    /// Its number.
    pub number: u64,
    /// Its title.
    pub title: String,
    /// The service it concerns, where the council says.
    pub service: Option<String>,
    /// The source it was read from.
    pub source: Option<Source>,
    /// What the council published of its way, besides its items.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub journey: Option<Box<Journey>>,
}

/// The way of an issue, besides its items.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Journey {
    /// Referrals, by day, each with both ends. Items are named by their keys.
    #[serde(default)]
    pub referrals: Vec<Referral>,
    /// What bodies said of it, by day.
    #[serde(default)]
    pub said: Vec<BodySaid>,
    /// Meetings that considered it and have no item on record.
    #[serde(default)]
    pub mentions: Vec<Mention>,
    /// The issues that it was split into; it goes on in them.
    #[serde(default)]
    pub parts: Vec<IssueLink>,
    /// Why it was split, where it was.
    #[serde(default)]
    pub split_because: Option<String>,
    /// Issues that were merged into it, or that it was split from.
    #[serde(default)]
    pub from: Vec<Came>,
}

/// An issue that goes on in another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Came {
    /// The issue as it was.
    pub issue: IssueLink,
    /// The day.
    pub on: Date,
    /// Why.
    pub why: String,
}

impl Issue {
    pub(super) fn listing(&self) -> Listing {
        Listing {
            title: self.title.clone(),
            service: self.service.clone(),
            issue: Some(self.number),
            text: self.journey.as_deref().map(Journey::text).unwrap_or_default(),
            ..Listing::default()
        }
    }
}

impl Journey {
    /// Every word of it that the council wrote.
    pub fn words(&self) -> Vec<&str> {
        let mut all: Vec<&str> = Vec::new();
        for referral in &self.referrals {
            all.push(&referral.asked);
            if let Some(Received::Declined { why, .. }) = &referral.received {
                all.push(why);
            }
        }
        all.extend(self.said.iter().map(|s| s.said.as_str()));
        all.extend(self.mentions.iter().map(|m| m.quote.as_str()));
        all.extend(self.from.iter().map(|c| c.why.as_str()).chain(self.split_because.as_deref()));
        all
    }

    fn text(&self) -> String {
        all_words(self.words().into_iter().map(Some))
    }
}
