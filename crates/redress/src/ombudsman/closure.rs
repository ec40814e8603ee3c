//! A case is closed twice: by the Ombudsman, with a letter, and by the council, with a reason. Neither closes the other.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::letter::{From, Kind, Letter};
use crate::wrong::reasons;

/// How a case stands with the one and the other.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closure {
    by_ombudsman: Option<Closed>,
    by_council: Vec<ByCouncil>,
}

/// The Ombudsman closed it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closed {
    /// The day of the letter.
    pub on: Date,
    /// The letter.
    pub letter: String,
}

/// The council closed it, or opened it again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ByCouncil {
    /// Who.
    pub by: String,
    /// When.
    pub on: Date,
    /// Why.
    pub why: String,
    /// Whether it was opened again.
    pub reopened: bool,
}

/// Why a closure is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(tag = "cannot_close", rename_all = "snake_case")]
pub enum CannotClose {
    /// The council does not close the Ombudsman's file.
    #[error("only a letter of satisfaction from the Ombudsman closes the case on the Ombudsman's side")]
    NotTheOmbudsman,
    /// Something is still to be done here.
    #[error("{0} of the council's own actions or meetings are still open")]
    StillOpen(usize),
    /// Nobody, or no reason.
    #[error("say who closes it and why")]
    Missing,
    /// It is so already.
    #[error("it is so already")]
    Already,
}

impl Closure {
    /// The Ombudsman's closure, read from the letter. The first stands.
    pub fn ombudsman(&mut self, letter: &Letter) -> Result<(), CannotClose> {
        if letter.from() != From::Ombudsman || letter.kind() != Kind::Satisfaction {
            return Err(CannotClose::NotTheOmbudsman);
        }
        if self.by_ombudsman.is_some() {
            return Err(CannotClose::Already);
        }
        self.by_ombudsman = Some(Closed { on: letter.day(), letter: letter.key().into() });
        Ok(())
    }

    /// The council's own closure. Meetings still to come and actions still open keep it open.
    pub fn council(&mut self, by: &str, on: Date, why: &str, open: usize) -> Result<(), CannotClose> {
        if open > 0 {
            return Err(CannotClose::StillOpen(open));
        }
        self.add(by, on, why, false)
    }

    /// Opens the council's side again.
    pub fn reopen(&mut self, by: &str, on: Date, why: &str) -> Result<(), CannotClose> {
        self.add(by, on, why, true)
    }

    fn add(&mut self, by: &str, on: Date, why: &str, reopened: bool) -> Result<(), CannotClose> {
        if by.trim().is_empty() || !reasons(why, 3) {
            return Err(CannotClose::Missing);
        }
        if self.closed_by_council().is_some() != reopened {
            return Err(CannotClose::Already);
        }
        self.by_council.push(ByCouncil { by: by.into(), on, why: why.into(), reopened });
        Ok(())
    }

    /// The Ombudsman's closure.
    pub fn closed_by_ombudsman(&self) -> Option<&Closed> {
        self.by_ombudsman.as_ref()
    }

    /// The council's closure, if it stands.
    pub fn closed_by_council(&self) -> Option<&ByCouncil> {
        self.by_council.last().filter(|c| !c.reopened)
    }

    /// Everything that the council wrote down of it.
    pub fn history(&self) -> &[ByCouncil] {
        &self.by_council
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::ombudsman::letter::tests::letter;

    #[test]
    fn the_ombudsman_closes_before_scrutiny_has_met_and_the_councils_trail_stays_open() {
        let mut closure = Closure::default();
        let ours = letter(From::Council, Kind::Satisfaction, date(2021, 6, 20));
        assert_eq!(closure.ombudsman(&ours), Err(CannotClose::NotTheOmbudsman));
        closure.ombudsman(&letter(From::Ombudsman, Kind::Satisfaction, date(2021, 6, 21))).unwrap();
        assert_eq!(closure.closed_by_ombudsman().map(|c| c.on), Some(date(2021, 6, 21)));
        assert_eq!(closure.closed_by_council(), None);
        let on = date(2021, 7, 23);
        assert_eq!(closure.council("M. Officer", on, "Council has considered it", 1), Err(CannotClose::StillOpen(1)));
        closure.council("M. Officer", on, "Council has considered it", 0).unwrap();
        assert!(closure.closed_by_council().is_some());
        closure.reopen("M. Officer", on, "A member asked again").unwrap();
        assert_eq!(closure.closed_by_council(), None);
        assert_eq!(closure.history().len(), 2);
    }
}
