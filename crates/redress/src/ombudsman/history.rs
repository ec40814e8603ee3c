//! An append-only history: who said what, on which day, by which paper. Nothing in it is changed or taken out.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Something that somebody said or did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry<T> {
    /// Who.
    pub by: String,
    /// The day on which it was said or done here.
    pub on: Date,
    /// The paper or letter that shows it; none where there is none.
    pub paper: Option<String>,
    /// What.
    pub value: T,
}

impl<T> Entry<T> {
    /// An entry without a paper.
    pub fn new(by: &str, on: Date, value: T) -> Entry<T> {
        Entry { by: by.into(), on, paper: None, value }
    }

    /// The same, with the paper that shows it.
    #[must_use]
    pub fn shown_by(self, paper: &str) -> Entry<T> {
        Entry { paper: Some(paper.into()), ..self }
    }
}

/// Why an entry is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(tag = "cannot_add", rename_all = "snake_case")]
pub enum CannotAdd {
    /// It names nobody.
    #[error("say who did it")]
    Nobody,
    /// It would stand before what is there.
    #[error("{on} is before {last}, the day of the entry before it")]
    BeforeTheLast {
        /// The day given.
        on: Date,
        /// The day of the last entry.
        last: Date,
    },
}

/// Entries, oldest first by the day on which each was said or done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct History<T>(Vec<Entry<T>>);

impl<T> Default for History<T> {
    fn default() -> Self {
        History(Vec::new())
    }
}

impl<T> History<T> {
    /// Every entry, oldest first.
    pub fn entries(&self) -> &[Entry<T>] {
        &self.0
    }

    /// What stands now.
    pub fn last(&self) -> Option<&Entry<T>> {
        self.0.last()
    }

    /// What stood at the end of a day.
    pub fn on(&self, day: Date) -> Option<&Entry<T>> {
        self.0.iter().rev().find(|e| e.on <= day)
    }

    /// What would keep an entry out.
    pub fn check(&self, by: &str, on: Date) -> Result<(), CannotAdd> {
        if by.trim().is_empty() {
            return Err(CannotAdd::Nobody);
        }
        match self.0.last() {
            Some(last) if on < last.on => Err(CannotAdd::BeforeTheLast { on, last: last.on }),
            _ => Ok(()),
        }
    }

    /// Puts an entry where its day belongs, after those of the same day. For what is written down when its paper comes to hand:
    /// the minute of one meeting may come after that of a later one.
    pub(crate) fn insert(&mut self, entry: Entry<T>) -> Result<(), CannotAdd> {
        if entry.by.trim().is_empty() {
            return Err(CannotAdd::Nobody);
        }
        let at = self.0.partition_point(|e| e.on <= entry.on);
        self.0.insert(at, entry);
        Ok(())
    }

    /// Adds an entry behind the others. The acts of the case are the only callers.
    pub(crate) fn add(&mut self, entry: Entry<T>) -> Result<(), CannotAdd> {
        self.check(&entry.by, entry.on)?;
        self.0.push(entry);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn entries_stand_in_the_order_of_their_days_and_name_somebody() {
        let mut history = History::default();
        history.add(Entry::new("A. Sample", date(2023, 4, 3), 1)).unwrap();
        history.add(Entry::new("A. Sample", date(2023, 4, 3), 2).shown_by("letter 7")).unwrap();
        assert_eq!(history.add(Entry::new(" ", date(2023, 4, 4), 3)), Err(CannotAdd::Nobody));
        let early = history.add(Entry::new("A. Sample", date(2023, 4, 2), 3));
        assert_eq!(early, Err(CannotAdd::BeforeTheLast { on: date(2023, 4, 2), last: date(2023, 4, 3) }));
        assert_eq!(history.last().map(|e| e.value), Some(2));
        assert_eq!(history.on(date(2023, 4, 2)), None);
    }

    #[test]
    fn what_comes_to_hand_late_stands_where_its_day_belongs() {
        let mut history = History::default();
        for (day, value) in [(4, 1), (2, 2), (4, 3), (3, 4)] {
            history.insert(Entry::new("A. Sample", date(2023, 4, day), value)).unwrap();
        }
        assert_eq!(history.entries().iter().map(|e| e.value).collect::<Vec<_>>(), [2, 4, 1, 3]);
        assert_eq!(history.insert(Entry::new("", date(2023, 4, 5), 5)), Err(CannotAdd::Nobody));
    }
}
