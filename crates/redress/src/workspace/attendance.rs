//! Who was in the room during an item: at its start, who came, who went, and the fewest at any moment.

use std::collections::BTreeSet;

use serde::Serialize;

use super::{EntryId, Quorum, Standing};

/// The room during one item.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ItemAttendance {
    /// Who was there when the item was called.
    pub at_start: BTreeSet<i64>,
    /// Who came in during it, with the entries, in order.
    pub arrived: Vec<(EntryId, i64)>,
    /// Who went out during it, with the entries, in order.
    pub departed: Vec<(EntryId, i64)>,
    /// The fewest in the room at any moment.
    pub fewest: u32,
}

impl ItemAttendance {
    pub(super) fn starting(present: &BTreeSet<i64>) -> ItemAttendance {
        ItemAttendance { at_start: present.clone(), fewest: size(present), ..ItemAttendance::default() }
    }

    pub(super) fn arrive(&mut self, entry: EntryId, member: i64) {
        self.arrived.push((entry, member));
    }

    pub(super) fn depart(&mut self, entry: EntryId, member: i64, left: &BTreeSet<i64>) {
        self.departed.push((entry, member));
        self.fewest = self.fewest.min(size(left));
    }

    /// Whether a quorum was there throughout.
    pub fn quorum(&self, quorum: Quorum) -> Standing {
        quorum.standing(self.fewest)
    }

    /// Everybody who was there for some of it.
    pub fn anybody(&self) -> BTreeSet<i64> {
        self.at_start.iter().copied().chain(self.arrived.iter().map(|(_, m)| *m)).collect()
    }

    /// Who was there from its start to its end.
    pub fn throughout(&self) -> BTreeSet<i64> {
        self.at_start.iter().copied().filter(|m| !self.departed.iter().any(|(_, d)| d == m)).collect()
    }
}

pub(super) fn size(present: &BTreeSet<i64>) -> u32 {
    u32::try_from(present.len()).unwrap_or(u32::MAX)
}
