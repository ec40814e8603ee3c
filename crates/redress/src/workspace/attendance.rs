//! Who was in the room during an item: at its start, who came, who went, and the fewest at any moment.

use std::collections::BTreeSet;

use serde::Serialize;

use super::{EntryId, Quorum, Standing};

/// Somebody came in or went out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Movement {
    /// The entry.
    pub entry: EntryId,
    /// Who.
    pub member: i64,
    /// Came in, or else went out.
    pub came: bool,
}

/// The room during one item.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ItemAttendance {
    /// Who was there when the item was called.
    pub at_start: BTreeSet<i64>,
    /// Who came in and went out during it, in order.
    pub movements: Vec<Movement>,
    /// The fewest in the room at any moment.
    pub fewest: u32,
}

impl ItemAttendance {
    pub(super) fn starting(present: &BTreeSet<i64>) -> ItemAttendance {
        ItemAttendance { at_start: present.clone(), fewest: size(present), ..ItemAttendance::default() }
    }

    pub(super) fn arrive(&mut self, entry: EntryId, member: i64) {
        self.movements.push(Movement { entry, member, came: true });
    }

    pub(super) fn depart(&mut self, entry: EntryId, member: i64, left: &BTreeSet<i64>) {
        self.movements.push(Movement { entry, member, came: false });
        self.fewest = self.fewest.min(size(left));
    }

    /// Whether a quorum was there throughout.
    pub fn quorum(&self, quorum: Quorum) -> Standing {
        quorum.standing(self.fewest)
    }

    /// Who came in during it.
    pub fn arrived(&self) -> impl Iterator<Item = i64> {
        self.movements.iter().filter(|m| m.came).map(|m| m.member)
    }

    /// Who went out during it.
    pub fn departed(&self) -> impl Iterator<Item = i64> {
        self.movements.iter().filter(|m| !m.came).map(|m| m.member)
    }

    /// Everybody who was there for some of it.
    pub fn anybody(&self) -> BTreeSet<i64> {
        self.at_start.iter().copied().chain(self.arrived()).collect()
    }

    /// Who was there from its start to its end.
    pub fn throughout(&self) -> BTreeSet<i64> {
        self.at_start.iter().copied().filter(|m| !self.departed().any(|d| d == *m)).collect()
    }
}

pub(super) fn size(present: &BTreeSet<i64>) -> u32 {
    u32::try_from(present.len()).unwrap_or(u32::MAX)
}
