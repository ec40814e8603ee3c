//! The first axis: what the council says it did. It says nothing about whether the Ombudsman agrees.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::day::long;
use crate::ombudsman::history::CannotAdd;
use crate::ombudsman::recommendation::Count;

/// What the council claims.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "claim", rename_all = "snake_case")]
pub enum Claim {
    /// Nothing was begun.
    NotStarted,
    /// Work goes on.
    InProgress {
        /// How many are done, where they are counted.
        count: Option<Count>,
    },
    /// The council says that it is done.
    Done {
        /// On which day.
        on: Date,
        /// All of them, where they are counted.
        count: Option<Count>,
    },
    /// The council says that it cannot be done.
    CannotBeDone {
        /// Why.
        why: String,
    },
}

/// Why a claim is refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(tag = "cannot_claim", rename_all = "snake_case")]
pub enum CannotClaim {
    /// It is not done while some are left.
    #[error("only {} are done: it is still in progress", .0.words())]
    NotAllDone(Count),
    /// The recommendation counts, and the claim does not.
    #[error("say how many of {0} are done")]
    NotCounted(u32),
    /// It counts something else.
    #[error("the recommendation counts {expected}, not {}", .given.of())]
    OtherTotal {
        /// The recommendation's total; none where nothing is counted.
        expected: u32,
        /// What was given.
        given: Count,
    },
    /// It would be done in the future.
    #[error("{} has not come yet", long(*.0))]
    InTheFuture(Date),
    /// No reason.
    #[error("say why it cannot be done")]
    NoReason,
    /// The entry is refused.
    #[error(transparent)]
    Entry(#[from] CannotAdd),
}

impl Claim {
    /// What would keep a claim out: `of` is what the recommendation counts, `today` the day of the claim.
    pub fn check(&self, of: Option<u32>, today: Date) -> Result<(), CannotClaim> {
        let (count, done) = match self {
            Claim::NotStarted => return Ok(()),
            Claim::CannotBeDone { why } if why.trim().is_empty() => return Err(CannotClaim::NoReason),
            Claim::CannotBeDone { .. } => return Ok(()),
            Claim::InProgress { count } => (count, false),
            Claim::Done { on, .. } if *on > today => return Err(CannotClaim::InTheFuture(*on)),
            Claim::Done { count, .. } => (count, true),
        };
        match (of, count) {
            (None, None) => Ok(()),
            (Some(of), None) => Err(CannotClaim::NotCounted(of)),
            (of, Some(count)) if of != Some(count.of()) => Err(CannotClaim::OtherTotal { expected: of.unwrap_or(0), given: *count }),
            (_, Some(count)) if done && !count.complete() => Err(CannotClaim::NotAllDone(*count)),
            _ => Ok(()),
        }
    }

    /// What a page says; always as the council's word.
    pub fn words(&self) -> String {
        match self {
            Claim::NotStarted => "The council has not started".into(),
            Claim::InProgress { count: None } => "The council says that work is in progress".into(),
            Claim::InProgress { count: Some(count) } => format!("The council says that {} are done", count.words()),
            Claim::Done { on, .. } => format!("The council says that this was done on {}", long(*on)),
            Claim::CannotBeDone { .. } => "The council says that this cannot be done".into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn twenty_of_forty_four_are_not_done() {
        let today = date(2023, 4, 3);
        let count = Count::new(20, 44).unwrap();
        let done = |count| Claim::Done { on: today, count };
        assert_eq!(done(Some(count)).check(Some(44), today), Err(CannotClaim::NotAllDone(count)));
        assert_eq!(Claim::InProgress { count: Some(count) }.check(Some(44), today), Ok(()));
        assert_eq!(done(None).check(Some(44), today), Err(CannotClaim::NotCounted(44)));
        assert_eq!(done(Some(Count::new(44, 44).unwrap())).check(Some(44), today), Ok(()));
        assert!(matches!(done(Some(count)).check(None, today), Err(CannotClaim::OtherTotal { .. })));
        assert_eq!(done(None).check(None, date(2023, 4, 2)), Err(CannotClaim::InTheFuture(today)));
    }
}
