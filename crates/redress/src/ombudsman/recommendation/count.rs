//! Actions that are counted: 20 of 44 letters.

use serde::{Deserialize, Serialize};

/// How many are done of how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "(u32, u32)", into = "(u32, u32)")]
pub struct Count {
    done: u32,
    of: u32,
}

/// More are done than there are, or there are none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, thiserror::Error)]
#[error("{done} of {of} cannot be: say how many there are, and no more done than that")]
pub struct NoCount {
    /// Done.
    pub done: u32,
    /// Of how many.
    pub of: u32,
}

impl Count {
    /// A count.
    pub fn new(done: u32, of: u32) -> Result<Count, NoCount> {
        if of == 0 || done > of { Err(NoCount { done, of }) } else { Ok(Count { done, of }) }
    }

    /// How many are done.
    pub fn done(self) -> u32 {
        self.done
    }

    /// How many there are.
    pub fn of(self) -> u32 {
        self.of
    }

    /// Whether none is left.
    pub fn complete(self) -> bool {
        self.done == self.of
    }

    /// `20 of 44`.
    pub fn words(self) -> String {
        format!("{} of {}", self.done, self.of)
    }
}

impl From<Count> for (u32, u32) {
    fn from(count: Count) -> (u32, u32) {
        (count.done, count.of)
    }
}

impl TryFrom<(u32, u32)> for Count {
    type Error = NoCount;

    fn try_from((done, of): (u32, u32)) -> Result<Count, NoCount> {
        Count::new(done, of)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_more_are_done_than_there_are() {
        assert_eq!(Count::new(20, 44).unwrap().words(), "20 of 44");
        assert!(Count::new(44, 44).unwrap().complete());
        assert_eq!(Count::new(45, 44), Err(NoCount { done: 45, of: 44 }));
        assert!(Count::new(0, 0).is_err());
    }
}
