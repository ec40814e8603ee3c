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
    /// Takes over what another one tells, in order of time. What it was split into is not told twice.
    pub fn take_over(&mut self, other: Journey) {
        self.referrals.extend(other.referrals);
        self.referrals.sort_by_key(|r| r.on);
        self.said.extend(other.said);
        self.said.sort_by_key(|s| s.on);
        self.mentions.extend(other.mentions);
        self.mentions.sort_by_key(|m| m.date);
        self.from.extend(other.from);
    }

    /// What of it belongs to these items, by their keys.
    pub fn of_items(&self, keys: &[String]) -> Journey {
        let referrals = self.referrals.iter().filter(|r| keys.contains(&r.item)).cloned().collect();
        let said = self.said.iter().filter(|s| keys.iter().any(|key| at_meeting_of(s, key))).cloned().collect();
        Journey { referrals, said, ..Journey::default() }
    }

    /// Leaves out an item that is public no more: what its body said, and its end of referrals.
    pub fn leave_out(&mut self, key: &str) {
        self.referrals.retain(|r| r.item != key);
        for referral in &mut self.referrals {
            if matches!(&referral.received, Some(Received::TakenUp { item, .. }) if item == key) {
                referral.received = None;
            }
        }
        self.said.retain(|s| !at_meeting_of(s, key));
    }

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

/// Whether it was said at the meeting of an item: the key begins with day and body.
fn at_meeting_of(said: &BodySaid, key: &str) -> bool {
    let meeting = format!("{}-{}", said.on, crate::body::body_slug(&said.body));
    key.split_once('/').is_some_and(|(of, _)| of == meeting)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn journey() -> Journey {
        let referral = |item: &str, to: &str| Referral {
            from: "Cabinet".into(),
            item: item.into(),
            on: date(2021, 5, 4),
            to: to.into(),
            asked: "Comment on it.".into(),
            section: None,
            received: Some(Received::TakenUp { item: "2021-06-09-board/5".into(), on: date(2021, 6, 9) }),
        };
        let said = |body: &str, on| BodySaid { body: body.into(), on, said: "Noted.".into() };
        Journey {
            referrals: vec![referral("2021-05-04-cabinet/6", "Board"), referral("2021-05-04-cabinet/7", "Council")],
            said: vec![said("Cabinet", date(2021, 5, 4)), said("Board", date(2021, 6, 9))],
            ..Journey::default()
        }
    }

    #[test]
    fn an_item_that_is_withdrawn_leaves_no_word_behind() {
        let mut left = journey();
        left.leave_out("2021-06-09-board/5");
        assert_eq!((left.said.len(), left.said[0].body.as_str()), (1, "Cabinet"));
        assert!(left.referrals.iter().all(|r| r.received.is_none()));
        left.leave_out("2021-05-04-cabinet/6");
        assert_eq!((left.referrals.len(), left.said.len()), (1, 0));
    }

    #[test]
    fn a_part_takes_what_belongs_to_its_items_and_a_merged_issue_takes_all() {
        let whole = journey();
        let part = whole.of_items(&["2021-05-04-cabinet/7".into()]);
        assert_eq!((part.referrals.len(), part.said.len()), (1, 1));
        let mut other = whole.of_items(&["2021-06-09-board/5".into()]);
        other.take_over(part);
        assert_eq!(other.said.iter().map(|s| s.body.as_str()).collect::<Vec<_>>(), ["Cabinet", "Board"]);
    }
}
