//! The forward plan as it stood: every entry in every version that was published, so that any month can be shown again.

use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};

use super::{Entry, When};
use crate::wrong::Wrong;

/// A version of an entry as published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Published {
    /// When.
    pub at: DateTime,
    /// Who published it.
    pub by: String,
    /// What was changed and why; for the first version empty.
    pub why: String,
    /// The entry; none where it was taken out of the plan.
    pub entry: Option<Entry>,
}

/// What became of an entry in a month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "change", rename_all = "snake_case")]
pub enum Change {
    /// It is new.
    Added,
    /// It is as at the end of the month before.
    Kept,
    /// It was changed.
    Changed {
        /// The reasons given, in order.
        why: Vec<String>,
        /// The day before and after, where that moved.
        moved: Option<(When, When)>,
    },
    /// It was taken out.
    Withdrawn {
        /// The reason given.
        why: String,
    },
}

/// The versions of one entry. Versions are added and never taken out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct History {
    versions: Vec<Published>,
}

impl History {
    /// Adds a version.
    pub fn publish(&mut self, version: Published) -> Result<(), Wrong> {
        if let Some(last) = self.versions.last() {
            if version.at < last.at {
                return Err(Wrong::new("at", "A later version is published already."));
            }
            if !crate::wrong::reasons(&version.why, 2) {
                return Err(Wrong::new("why", "Say what changed and why. The plan shows it."));
            }
        } else if version.entry.is_none() {
            return Err(Wrong::new("entry", "There is nothing to take out of the plan."));
        }
        let reference = |v: &Published| v.entry.as_ref().map(|e| e.reference.clone());
        let known = self.versions.iter().find_map(reference);
        if let (Some(known), Some(new)) = (known, reference(&version))
            && known != new
        {
            return Err(Wrong::new("reference", format!("The reference of an entry stays: {known}.")));
        }
        self.versions.push(version);
        Ok(())
    }

    /// The day on which it was first published.
    pub fn first_published(&self) -> Option<Date> {
        self.versions.first().map(|v| v.at.date())
    }

    /// The day on which the entry was first published for the day or period that it gives now: a day brought forward needs its
    /// own 28 clear days, a later day does not.
    pub fn notice_given(&self) -> Option<Date> {
        let now = self.versions.last()?.entry.as_ref()?.when.first();
        let in_time = |v: &&Published| v.entry.as_ref().is_some_and(|e| e.when.first() <= now);
        let tail = self.versions.iter().rev().take_while(in_time);
        tail.last().map(|v| v.at.date())
    }

    /// The entry as it stood at the end of a day; none before it was published or after it was taken out.
    pub fn on(&self, day: Date) -> Option<&Entry> {
        self.versions.iter().rev().find(|v| v.at.date() <= day)?.entry.as_ref()
    }

    /// What became of it in a month; none where it was not in the plan then.
    pub fn in_month(&self, year: i16, month: i8) -> Option<Change> {
        let first = Date::new(year, month, 1).ok()?;
        let last = first.last_of_month();
        let before = self.versions.iter().rev().find(|v| v.at.date() < first);
        let within: Vec<&Published> = self.versions.iter().filter(|v| (first..=last).contains(&v.at.date())).collect();
        let was = before.and_then(|v| v.entry.as_ref());
        let now = within.last().map_or(was, |v| v.entry.as_ref());
        match (was, now) {
            (None, None) => None,
            (None, Some(_)) => Some(Change::Added),
            (Some(_), None) => Some(Change::Withdrawn { why: within.last().map_or_else(String::new, |v| v.why.clone()) }),
            (Some(_), Some(_)) if within.is_empty() => Some(Change::Kept),
            (Some(was), Some(now)) => {
                let moved = (was.when != now.when).then_some((was.when, now.when));
                Some(Change::Changed { why: within.iter().map(|v| v.why.clone()).collect(), moved })
            }
        }
    }
}
