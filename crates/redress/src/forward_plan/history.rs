//! The forward plan as it stood: every entry in every version that was published, so that any month can be shown again.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Entry, When};
use crate::wrong::Wrong;

/// Something that was announced under a reference for a day or a period: an entry at the desk, or as the public reads it.
pub trait Announced {
    /// Its reference, which stays.
    fn reference(&self) -> &str;
    /// When it is to be decided.
    fn when(&self) -> When;
}

impl Announced for Entry {
    fn reference(&self) -> &str {
        &self.reference
    }

    fn when(&self) -> When {
        self.when
    }
}

/// A version of an entry as published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Published<E = Entry> {
    /// The day.
    pub on: Date,
    /// Who published it.
    pub by: String,
    /// What was changed and why; for the first version empty.
    pub why: String,
    /// The entry; none where it was taken out of the plan.
    pub entry: Option<E>,
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct History<E = Entry> {
    versions: Vec<Published<E>>,
}

impl<E> Default for History<E> {
    fn default() -> Self {
        History { versions: Vec::new() }
    }
}

impl<E: Announced> History<E> {
    /// Adds a version.
    pub fn publish(&mut self, version: Published<E>) -> Result<(), Wrong> {
        if let Some(last) = self.versions.last() {
            if version.on < last.on {
                return Err(Wrong::new("on", "A later version is published already."));
            }
            if !crate::wrong::reasons(&version.why, 2) {
                return Err(Wrong::new("why", "Say what changed and why. The plan shows it."));
            }
        } else if version.entry.is_none() {
            return Err(Wrong::new("entry", "There is nothing to take out of the plan."));
        }
        let reference = |v: &Published<E>| v.entry.as_ref().map(|e| e.reference().to_string());
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
        self.versions.first().map(|v| v.on)
    }

    /// Every version, the first first.
    pub fn versions(&self) -> &[Published<E>] {
        &self.versions
    }

    /// The version that stands.
    pub fn standing(&self) -> Option<&Published<E>> {
        self.versions.last()
    }

    /// The last words of the entry, whether or not it was taken out since.
    pub fn last_said(&self) -> Option<&E> {
        self.versions.iter().rev().find_map(|v| v.entry.as_ref())
    }

    /// The day on which the entry was first published for the day or period that it gives now: a day brought forward needs its
    /// own 28 clear days, a later day does not.
    pub fn notice_given(&self) -> Option<Date> {
        self.notice_for(self.versions.last()?.entry.as_ref()?.when().first())
    }

    /// The day on which notice of a decision on a day was first given; none where no version that stands since announces it
    /// for that day or an earlier one.
    pub fn notice_for(&self, day: Date) -> Option<Date> {
        let announced = |v: &&Published<E>| v.entry.as_ref().is_some_and(|e| e.when().first() <= day);
        let standing: Vec<_> = self.versions.iter().rev().take_while(announced).collect();
        standing.last().map(|v| v.on)
    }

    /// The entry as it stood at the end of a day; none before it was published or after it was taken out.
    pub fn on(&self, day: Date) -> Option<&E> {
        self.versions.iter().rev().find(|v| v.on <= day)?.entry.as_ref()
    }

    /// What became of it in a month; none where it was not in the plan then.
    pub fn in_month(&self, year: i16, month: i8) -> Option<Change> {
        let first = Date::new(year, month, 1).ok()?;
        let last = first.last_of_month();
        let before = self.versions.iter().rev().find(|v| v.on < first);
        let within: Vec<&Published<E>> = self.versions.iter().filter(|v| (first..=last).contains(&v.on)).collect();
        let was = before.and_then(|v| v.entry.as_ref());
        let now = within.last().map_or(was, |v| v.entry.as_ref());
        match (was, now) {
            (None, None) => None,
            (None, Some(_)) => Some(Change::Added),
            (Some(_), None) => Some(Change::Withdrawn { why: within.last().map_or_else(String::new, |v| v.why.clone()) }),
            (Some(_), Some(_)) if within.is_empty() => Some(Change::Kept),
            (Some(was), Some(now)) => {
                let moved = (was.when() != now.when()).then_some((was.when(), now.when()));
                Some(Change::Changed { why: within.iter().map(|v| v.why.clone()).collect(), moved })
            }
        }
    }
}
