//! The entries of a meeting, and two logs made one: no entry is lost, and the order of joining does not matter.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

use super::Event;

/// The number of an entry: the clerk's account, and the clerk's own count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct EntryId {
    /// The account of the clerk.
    pub clerk: i64,
    /// 1 for the clerk's first entry.
    pub number: u32,
}

/// One thing that was taken down.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Its number.
    pub id: EntryId,
    /// When it happened, by the clerk's watch.
    pub at: DateTime,
    /// The clerk's name. In JSON it has a word of its own: a question has its asker.
    #[serde(rename = "taken_down_by")]
    pub by: String,
    /// What happened.
    #[serde(flatten)]
    pub what: Event,
}

/// Two different entries have one number: a device was copied, or a log was changed by hand.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("entry {} of clerk {} stands in both logs with different words; keep both logs and ask whoever looks after the system", .0.number, .0.clerk)]
pub struct TwoEntries(pub EntryId);

/// The entries of one meeting.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Vec<Entry>", into = "Vec<Entry>")]
pub struct Log {
    entries: BTreeMap<EntryId, Entry>,
}

impl TryFrom<Vec<Entry>> for Log {
    type Error = TwoEntries;

    fn try_from(entries: Vec<Entry>) -> Result<Log, TwoEntries> {
        let mut log = Log::default();
        for entry in entries {
            log.receive(entry)?;
        }
        Ok(log)
    }
}

impl From<Log> for Vec<Entry> {
    fn from(log: Log) -> Vec<Entry> {
        log.in_order().cloned().collect()
    }
}

impl Log {
    /// Adds what a clerk takes down, and gives its number. A watch that runs back does not put it before what the clerk saw:
    /// a vote stands after its motion whoever took down which.
    pub fn append(&mut self, clerk: i64, by: &str, now: DateTime, what: Event) -> EntryId {
        let number = self.count_of(clerk).saturating_add(1);
        let newest = self.entries.values().map(|e| (e.at, e.id)).max();
        let at = match newest {
            Some((last, id)) if last >= now && id.clerk != clerk => last.saturating_add(1.millisecond()),
            Some((last, _)) => last.max(now),
            None => now,
        };
        let id = EntryId { clerk, number };
        self.entries.insert(id, Entry { id, at, by: by.into(), what });
        id
    }

    /// The last number of a clerk; 0 before the first entry.
    pub fn count_of(&self, clerk: i64) -> u32 {
        let own = EntryId { clerk, number: 0 }..=EntryId { clerk, number: u32::MAX };
        self.entries.range(own).next_back().map_or(0, |(id, _)| id.number)
    }

    /// Puts an entry from elsewhere in; again does nothing.
    pub fn receive(&mut self, entry: Entry) -> Result<(), TwoEntries> {
        match self.entries.get(&entry.id) {
            Some(known) if *known != entry => Err(TwoEntries(entry.id)),
            Some(_) => Ok(()),
            None => {
                self.entries.insert(entry.id, entry);
                Ok(())
            }
        }
    }

    /// Joins another log. Refused as a whole where one number stands for two things.
    pub fn join(&mut self, other: &Log) -> Result<(), TwoEntries> {
        let mut joined = self.clone();
        for entry in other.entries.values() {
            joined.receive(entry.clone())?;
        }
        *self = joined;
        Ok(())
    }

    /// One entry.
    pub fn get(&self, id: EntryId) -> Option<&Entry> {
        self.entries.get(&id)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether nothing was taken down.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The entries as they happened; at one moment by clerk and count, so that every copy reads alike.
    pub fn in_order(&self) -> impl Iterator<Item = &Entry> {
        let mut entries: Vec<&Entry> = self.entries.values().collect();
        entries.sort_by_key(|e| (e.at, e.id));
        entries.into_iter()
    }
}
