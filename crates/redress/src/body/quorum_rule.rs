//! How a body's quorum is found.

use serde::{Deserialize, Serialize};

use crate::workspace::Quorum;

/// The rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "rule", content = "number", rename_all = "snake_case")]
pub enum QuorumRule {
    /// Nobody has said.
    NotSet,
    /// So many.
    Number(u32),
    /// A quarter of the whole number of members: Local Government Act 1972, Schedule 12, paragraph 6.
    QuarterOfCouncil,
}

impl QuorumRule {
    /// How many must be there, of so many members.
    pub fn of(self, whole_number: u32) -> Option<Quorum> {
        match self {
            QuorumRule::NotSet => None,
            QuorumRule::Number(number) => Some(Quorum(number)),
            QuorumRule::QuarterOfCouncil => (whole_number > 0).then(|| Quorum::of_council(whole_number)),
        }
    }

    /// What a page says of it, of so many members.
    pub fn words(self, whole_number: u32) -> Option<String> {
        match (self, self.of(whole_number)) {
            (QuorumRule::NotSet, _) => None,
            (QuorumRule::Number(number), _) => Some(format!("{number} members")),
            (QuorumRule::QuarterOfCouncil, Some(quorum)) => {
                Some(format!("{} members, a quarter of {whole_number} (Local Government Act 1972, Schedule 12, paragraph 6)", quorum.0))
            }
            (QuorumRule::QuarterOfCouncil, None) => {
                Some("A quarter of all members (Local Government Act 1972, Schedule 12, paragraph 6)".into())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quarter_needs_members_to_be_counted() {
        assert_eq!(QuorumRule::QuarterOfCouncil.of(47), Some(Quorum(12)));
        assert_eq!(QuorumRule::QuarterOfCouncil.of(0), None);
        assert_eq!(QuorumRule::Number(3).of(0), Some(Quorum(3)));
        assert_eq!(QuorumRule::NotSet.words(40), None);
        assert!(QuorumRule::QuarterOfCouncil.words(47).is_some_and(|w| w.starts_with("12 members")));
    }
}
