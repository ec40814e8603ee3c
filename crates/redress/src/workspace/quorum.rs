//! How many must be there, and whether they are: at the start, at any item, at any moment of it.

use serde::{Deserialize, Serialize};

/// How many members must be in the room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quorum(pub u32);

/// Whether a quorum was there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(tag = "quorum", rename_all = "snake_case")]
pub enum Standing {
    /// There were enough.
    Kept {
        /// The fewest at any moment.
        fewest: u32,
    },
    /// There were too few.
    Lost {
        /// The fewest at any moment.
        fewest: u32,
        /// How many were needed.
        needed: u32,
    },
}

impl Quorum {
    /// The quorum of full council, one quarter of the whole number of members: Local Government Act 1972, Schedule 12, paragraph 6.
    pub fn of_council(whole_number: u32) -> Quorum {
        Quorum(whole_number.div_ceil(4))
    }

    /// The quorum of full council where more than a third are disqualified at once: paragraph 45 counts those who remain qualified.
    pub fn of_council_with_disqualified(whole_number: u32, disqualified: u32) -> Quorum {
        let third_exceeded = u64::from(disqualified) * 3 > u64::from(whole_number);
        Quorum::of_council(if third_exceeded { whole_number.saturating_sub(disqualified) } else { whole_number })
    }

    /// Whether so many are enough.
    pub fn standing(self, fewest: u32) -> Standing {
        if fewest >= self.0 { Standing::Kept { fewest } } else { Standing::Lost { fewest, needed: self.0 } }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quarter_is_rounded_up() {
        assert_eq!(Quorum::of_council(47), Quorum(12));
        assert_eq!(Quorum::of_council(48), Quorum(12));
        assert_eq!(Quorum::of_council_with_disqualified(48, 16), Quorum(12), "a third is not more than a third");
        assert_eq!(Quorum::of_council_with_disqualified(48, 17), Quorum(8));
        assert_eq!(Quorum(4).standing(3), Standing::Lost { fewest: 3, needed: 4 });
    }
}
