//! A review of earlier cases: each member with what was found, and the declared total that must match before it is closed.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::follows::CaseKey;
use super::history::{CannotAdd, Entry, History};

/// What was found of the agreed actions of a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "finding", rename_all = "snake_case")]
pub enum Finding {
    /// They were done in time.
    Done,
    /// They were done late.
    DoneLate,
    /// They were not done.
    NotDone {
        /// What is done about it now.
        new_action: String,
    },
    /// Nothing shows that they were done.
    CannotBeShown {
        /// What is done about it now.
        new_action: String,
    },
}

/// A case under review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reviewed {
    /// The case; a placeholder while its reference is unknown.
    pub case: CaseKey,
    /// What was found, each finding with who, when and the evidence.
    pub findings: History<Finding>,
}

/// A review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    declared: usize,
    commissioned_by: String,
    commissioned_on: Date,
    members: Vec<Reviewed>,
    closed: Option<Entry<String>>,
}

/// The findings in numbers: they add up to the members that have one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// Done, in time or late.
    pub done: usize,
    /// Not done.
    pub not_done: usize,
    /// Cannot be shown.
    pub cannot_be_shown: usize,
    /// No finding yet.
    pub open: usize,
    /// All.
    pub of: usize,
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
    #[error("{0} cases have no finding yet")]
    StillOpen(usize),
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
    /// A review of so many cases, as the decision that commissions it says.
    pub fn commission(declared: usize, by: &str, on: Date) -> Review {
        Review { declared, commissioned_by: by.into(), commissioned_on: on, members: Vec::new(), closed: None }
    }

    /// Who commissioned it, and when.
    pub fn commissioned(&self) -> (&str, Date) {
        (&self.commissioned_by, self.commissioned_on)
    }

    /// The cases.
    pub fn members(&self) -> &[Reviewed] {
        &self.members
    }

    /// Takes a case in.
    pub fn take_in(&mut self, case: CaseKey) -> Result<(), CannotReview> {
        self.open()?;
        if self.members.iter().any(|m| m.case == case) {
            return Err(CannotReview::Already(case.to_string()));
        }
        self.members.push(Reviewed { case, findings: History::default() });
        Ok(())
    }

    /// Gives a placeholder its reference.
    pub fn name(&mut self, placeholder: &CaseKey, case: CaseKey) -> Result<(), CannotReview> {
        if self.members.iter().any(|m| m.case == case) {
            return Err(CannotReview::Already(case.to_string()));
        }
        self.member(placeholder)?.case = case;
        Ok(())
    }

    /// Writes down what was found.
    pub fn find(&mut self, case: &CaseKey, entry: Entry<Finding>) -> Result<(), CannotReview> {
        self.open()?;
        if let Finding::NotDone { new_action } | Finding::CannotBeShown { new_action } = &entry.value
            && new_action.trim().is_empty()
        {
            return Err(CannotReview::NoNewAction);
        }
        Ok(self.member(case)?.findings.add(entry)?)
    }

    /// Closes it, once every case has a finding and there are as many as were commissioned.
    pub fn close(&mut self, entry: Entry<String>) -> Result<(), CannotReview> {
        self.open()?;
        let summary = self.summary();
        if summary.of != self.declared {
            return Err(CannotReview::TotalDiffers { declared: self.declared, found: summary.of });
        }
        if summary.open > 0 {
            return Err(CannotReview::StillOpen(summary.open));
        }
        self.closed = Some(entry);
        Ok(())
    }

    /// The closure.
    pub fn closed(&self) -> Option<&Entry<String>> {
        self.closed.as_ref()
    }

    /// The findings in numbers.
    pub fn summary(&self) -> Summary {
        let mut summary = Summary { of: self.members.len(), ..Summary::default() };
        for member in &self.members {
            match member.findings.last().map(|e| &e.value) {
                None => summary.open += 1,
                Some(Finding::Done | Finding::DoneLate) => summary.done += 1,
                Some(Finding::NotDone { .. }) => summary.not_done += 1,
                Some(Finding::CannotBeShown { .. }) => summary.cannot_be_shown += 1,
            }
        }
        summary
    }

    fn open(&self) -> Result<(), CannotReview> {
        if self.closed.is_some() { Err(CannotReview::Closed) } else { Ok(()) }
    }

    fn member(&mut self, case: &CaseKey) -> Result<&mut Reviewed, CannotReview> {
        self.members.iter_mut().find(|m| m.case == *case).ok_or_else(|| CannotReview::NotInReview(case.to_string()))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn eight_earlier_cases_are_four_done_and_four_that_cannot_be_shown() {
        let key = |n: usize| CaseKey::Placeholder(format!("PREV-{n}"));
        let mut review = Review::commission(8, "The portfolio holder", date(2019, 10, 1));
        let close = || Entry::new("The Board", date(2020, 3, 2), "every case was looked at".to_string());
        for n in 1..=7 {
            review.take_in(key(n)).unwrap();
        }
        assert_eq!(review.close(close()), Err(CannotReview::TotalDiffers { declared: 8, found: 7 }));
        review.take_in(key(8)).unwrap();
        assert!(review.take_in(key(8)).is_err());
        let found = CaseKey::read("18 001 971").unwrap();
        review.name(&key(1), found.clone()).unwrap();
        assert!(review.name(&key(2), found.clone()).is_err());
        let entry = |finding| Entry::new("A. Auditor", date(2020, 2, 3), finding).shown_by("file 12");
        for n in 2..=8 {
            let new_action = "Write to the family again".into();
            let finding = if n <= 4 { Finding::Done } else { Finding::CannotBeShown { new_action } };
            review.find(&key(n), entry(finding)).unwrap();
        }
        assert_eq!(review.close(close()), Err(CannotReview::StillOpen(1)));
        assert_eq!(review.find(&found, entry(Finding::NotDone { new_action: " ".into() })), Err(CannotReview::NoNewAction));
        review.find(&found, entry(Finding::DoneLate)).unwrap();
        let summary = review.summary();
        assert_eq!((summary.done, summary.cannot_be_shown, summary.of), (4, 4, 8));
        review.close(close()).unwrap();
        assert_eq!(review.take_in(key(9)), Err(CannotReview::Closed));
    }
}
