//! Which part of what was taken down a person may read: an item under an embargo keeps its words to those inside it.

use redress::workspace::{Entry, EntryId, Event, Log, Record};

use super::Room;

impl Room {
    /// Whether somebody may read an entry. Striking out is as readable as what it strikes out.
    fn readable(&self, entry: &Entry) -> bool {
        match &entry.what {
            // That an item was called is the frame, like its number.
            Event::Called { .. } => true,
            Event::Struck { entry, .. } => self.log.get(*entry).is_some_and(|struck| self.readable(struck)),
            what => match self.record.item_of(what) {
                Some(_) => self.may_read(what),
                // What belongs to a motion or a question that was struck out is not found by the record.
                None => !refers(what) || self.reads_all(),
            },
        }
    }

    /// Whether there is an entry of this number that the person may read.
    pub(super) fn is_readable(&self, entry: EntryId) -> bool {
        self.log.get(entry).is_some_and(|e| self.readable(e))
    }

    /// The entries that this person may read, in order, and the numbers of the others.
    pub fn readable_entries(&self) -> (Vec<&Entry>, Vec<EntryId>) {
        let (read, kept): (Vec<&Entry>, Vec<&Entry>) = self.log.in_order().partition(|e| self.readable(e));
        (read, kept.into_iter().map(|e| e.id).collect())
    }

    /// What these entries come to.
    pub fn readable_record(&self) -> Record {
        let mut log = Log::default();
        for entry in self.readable_entries().0 {
            // One number never stands for two things within one log.
            let _ = log.receive(entry.clone());
        }
        Record::of_body(&log, &self.no_vote)
    }
}

fn refers(what: &Event) -> bool {
    matches!(what, Event::Amended { .. } | Event::Voted { .. } | Event::Answered { .. } | Event::Charged { .. })
}
