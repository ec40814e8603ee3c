//! Who was in the room when a vote was taken, and who of them could vote.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::ombudsman::guards::may_vote;

/// Why somebody who attends does not vote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bar {
    /// Named and criticised in the Ombudsman's report: Local Government Act 1974, section 31A(5).
    Criticised,
    /// Has an interest in the item and no dispensation.
    Interest,
    /// Co-opted without a vote, or not a member of the body.
    NoVote,
}

impl Bar {
    /// The end of *cannot vote: …*.
    pub fn words(&self) -> &'static str {
        match self {
            Bar::Criticised => "named and criticised in the report (Local Government Act 1974, section 31A(5))",
            Bar::Interest => "declared an interest and has no dispensation",
            Bar::NoVote => "has no vote in this body",
        }
    }
}

/// The room at the moment of a vote. Members by their number in the record of members.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entitled {
    /// Who is in the room.
    pub present: BTreeSet<i64>,
    /// Who of them cannot vote, and why.
    pub barred: BTreeMap<i64, Bar>,
    /// Who presides.
    pub presiding: Option<i64>,
}

impl Entitled {
    /// The same room where some are named and criticised in the report under consideration.
    #[must_use]
    pub fn without_criticised(mut self, criticised: &[i64]) -> Entitled {
        let named = self.present.iter().copied().filter(|m| may_vote(*m, criticised).is_err());
        self.barred.extend(named.map(|m| (m, Bar::Criticised)).collect::<Vec<_>>());
        self
    }

    /// Whether a person can vote.
    pub fn can_vote(&self, member: i64) -> bool {
        self.present.contains(&member) && !self.barred.contains_key(&member)
    }

    /// How many count for the quorum: who is barred from one item does, who has no vote at all does not.
    pub fn counted(&self) -> u32 {
        let counts = self.present.iter().filter(|m| self.barred.get(m) != Some(&Bar::NoVote)).count();
        u32::try_from(counts).unwrap_or(u32::MAX)
    }

    /// Everybody who can vote.
    pub fn voters(&self) -> BTreeSet<i64> {
        self.present.iter().copied().filter(|m| self.can_vote(*m)).collect()
    }

    /// Why a person cannot vote; none where the person can.
    pub fn why_not(&self, member: i64) -> Option<&'static str> {
        match self.barred.get(&member) {
            Some(bar) => Some(bar.words()),
            None if !self.present.contains(&member) => Some("not in the room when the vote was taken"),
            None => None,
        }
    }
}
