//! A review of earlier cases: each member with what was found, and the declared total that must match before it is closed.

use serde::{Deserialize, Serialize};

use super::follows::CaseKey;
use super::history::{CannotAdd, Entry, History};

/// What commissioned it.
mod commission;
/// What was found.
mod finding;
/// The report to a board.
mod report;
/// The findings in numbers and words.
mod summary;

pub use commission::{Commission, MOST};
pub use finding::Finding;
pub use report::{COLUMNS, Report};
pub use summary::Summary;

/// A case under review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reviewed {
    /// The case; a placeholder while its reference is unknown.
    pub case: CaseKey,
    /// What was found, each finding with who, when and the evidence.
    pub findings: History<Finding>,
    /// That it does not belong here after all, and why. It stays on record and is counted no more.
    pub left_out: Option<Entry<String>>,
}

impl Reviewed {
    /// What stands as the finding.
    pub fn finding(&self) -> Option<&Entry<Finding>> {
        self.findings.last()
    }
}

/// A review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    commission: Commission,
    members: Vec<Reviewed>,
    closed: Option<Entry<String>>,
}

/// Why an act on a review is refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(tag = "cannot_review", rename_all = "snake_case")]
pub enum CannotReview {
    /// The decision that commissioned it speaks of another number.
    #[error("the review was commissioned for {declared} cases, and {found} are listed")]
    TotalDiffers {
        /// As commissioned.
        declared: usize,
        /// As listed.
        found: usize,
    },
    /// Findings are lacking.
    #[error("cases without a finding: {0}")]
    StillOpen(usize),
    /// What was found of it stays in the numbers.
    #[error("{0} has a finding, so it stays in the review")]
    HasFinding(String),
    /// It is there.
    #[error("{0} is in the review already")]
    Already(String),
    /// It is not there.
    #[error("{0} is not in the review")]
    NotInReview(String),
    /// What was not done needs an action.
    #[error("say what is done now")]
    NoNewAction,
    /// The review is closed.
    #[error("the review is closed")]
    Closed,
    /// The entry is refused.
    #[error(transparent)]
    Entry(#[from] CannotAdd),
}

impl Review {
    /// A review as it is commissioned, without a case yet.
    pub fn commission(commission: Commission) -> Review {
        Review { commission, members: Vec::new(), closed: None }
    }

    /// A review as it was kept.
    pub fn kept(commission: Commission, members: Vec<Reviewed>, closed: Option<Entry<String>>) -> Review {
        Review { commission, members, closed }
    }

    /// What commissioned it.
    pub fn commissioned(&self) -> &Commission {
        &self.commission
    }

    /// Every case that was ever taken in, in that order.
    pub fn all(&self) -> &[Reviewed] {
        &self.members
    }

    /// The cases under review.
    pub fn members(&self) -> impl Iterator<Item = &Reviewed> {
        self.members.iter().filter(|m| m.left_out.is_none())
    }

    /// Takes a case in.
    pub fn take_in(&mut self, case: CaseKey) -> Result<(), CannotReview> {
        self.open()?;
        match self.members.iter_mut().find(|m| m.case == case) {
            None => self.members.push(Reviewed { case, findings: History::default(), left_out: None }),
            Some(known) if known.left_out.is_some() => known.left_out = None,
            Some(_) => return Err(CannotReview::Already(case.to_string())),
        }
        Ok(())
    }

    /// Leaves a case out that does not belong here: a placeholder for a case that is on record under its reference, say.
    pub fn leave_out(&mut self, case: &CaseKey, entry: Entry<String>) -> Result<(), CannotReview> {
        self.open()?;
        let member = self.member(case)?;
        // What was found of a case is not made to vanish from the numbers.
        if !member.findings.entries().is_empty() {
            return Err(CannotReview::HasFinding(case.to_string()));
        }
        member.left_out = Some(entry);
        Ok(())
    }

    /// Writes down what was found.
    pub fn find(&mut self, case: &CaseKey, entry: Entry<Finding>) -> Result<(), CannotReview> {
        self.open()?;
        if entry.value.new_action().is_some_and(|action| action.trim().is_empty()) {
            return Err(CannotReview::NoNewAction);
        }
        Ok(self.member(case)?.findings.add(entry)?)
    }

    /// Closes it, once every case has a finding and there are as many as were commissioned.
    pub fn close(&mut self, entry: Entry<String>) -> Result<(), CannotReview> {
        self.may_close()?;
        self.closed = Some(entry);
        Ok(())
    }

    /// What stands in the way of closing it.
    pub fn may_close(&self) -> Result<(), CannotReview> {
        self.open()?;
        let (summary, declared) = (self.summary(), self.commission.declared);
        match () {
            () if summary.of != declared => Err(CannotReview::TotalDiffers { declared, found: summary.of }),
            () if summary.open > 0 => Err(CannotReview::StillOpen(summary.open)),
            () => Ok(()),
        }
    }

    /// The closure.
    pub fn closed(&self) -> Option<&Entry<String>> {
        self.closed.as_ref()
    }

    /// The findings in numbers.
    pub fn summary(&self) -> Summary {
        Summary::of(self.members().map(|m| m.finding().map(|e| &e.value)))
    }

    fn open(&self) -> Result<(), CannotReview> {
        if self.closed.is_some() { Err(CannotReview::Closed) } else { Ok(()) }
    }

    fn member(&mut self, case: &CaseKey) -> Result<&mut Reviewed, CannotReview> {
        self.members.iter_mut().find(|m| m.case == *case && m.left_out.is_none()).ok_or_else(|| CannotReview::NotInReview(case.to_string()))
    }
}

#[cfg(test)]
mod tests;
