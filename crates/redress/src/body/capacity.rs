//! In what capacity somebody sits on a body.

use serde::{Deserialize, Serialize};

/// A capacity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Capacity {
    /// Presides.
    Chair,
    /// Presides where the chair does not.
    ViceChair,
    /// An ordinary member.
    Member,
    /// Takes an absent member's place.
    Substitute,
    /// No councillor, with a vote.
    CoOptedVoting,
    /// No councillor, and speaks only: Local Government Act 1972, section 102; Local Government and Housing Act 1989, section 13.
    CoOpted,
}

impl Capacity {
    /// Every capacity, in the order of lists.
    pub const ALL: [Capacity; 6] =
        [Capacity::Chair, Capacity::ViceChair, Capacity::Member, Capacity::Substitute, Capacity::CoOptedVoting, Capacity::CoOpted];

    /// The word in tables and JSON.
    pub fn word(self) -> &'static str {
        match self {
            Capacity::Chair => "chair",
            Capacity::ViceChair => "vice_chair",
            Capacity::Member => "member",
            Capacity::Substitute => "substitute",
            Capacity::CoOptedVoting => "co_opted_voting",
            Capacity::CoOpted => "co_opted",
        }
    }

    /// What a page calls it.
    pub fn words(self) -> &'static str {
        match self {
            Capacity::Chair => "Chair",
            Capacity::ViceChair => "Vice-chair",
            Capacity::Member => "Member",
            Capacity::Substitute => "Substitute",
            Capacity::CoOptedVoting => "Co-opted member with a vote",
            Capacity::CoOpted => "Co-opted member without a vote",
        }
    }

    /// The capacity of a word, if it is one.
    pub fn of_word(word: &str) -> Option<Capacity> {
        Capacity::ALL.into_iter().find(|c| c.word() == word)
    }

    /// Whether it carries a vote of its own; a substitute votes only in a member's place.
    pub fn votes(self) -> bool {
        !matches!(self, Capacity::Substitute | Capacity::CoOpted)
    }
}
