//! The fifth axis: who in the council watches over a recommendation, and why it went up or down.

use serde::{Deserialize, Serialize};

use crate::ombudsman::history::CannotAdd;
use crate::reader::Role;
use crate::wrong::reasons;

/// Who watches over it, from nobody to the head of paid service.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Supervision {
    /// Its owner alone.
    #[default]
    None,
    /// The link officer.
    LinkOfficer,
    /// The service director.
    Director,
    /// The monitoring officer.
    MonitoringOfficer,
    /// The chief executive.
    ChiefExecutive,
}

impl Supervision {
    /// Every level: its word and what a page calls it.
    pub const CHOICES: &[(&str, &str)] = &[
        ("none", "Its owner alone"),
        ("link_officer", "The link officer"),
        ("director", "The service director"),
        ("monitoring_officer", "The monitoring officer"),
        ("chief_executive", "The chief executive"),
    ];

    /// The level of a word.
    pub fn of_word(word: &str) -> Option<Supervision> {
        use Supervision::{ChiefExecutive, Director, LinkOfficer, MonitoringOfficer, None};
        let all = [None, LinkOfficer, Director, MonitoringOfficer, ChiefExecutive];
        Self::CHOICES.iter().position(|(w, _)| *w == word).map(|at| all[at])
    }

    /// The word in tables and JSON.
    pub fn word(self) -> &'static str {
        Self::CHOICES[self as usize].0
    }

    /// The role that watches; none where the owner alone does.
    pub fn role(self) -> Option<Role> {
        match self {
            Supervision::None => None,
            Supervision::LinkOfficer => Some(Role::LinkOfficer),
            Supervision::Director => Some(Role::ServiceDirector),
            Supervision::MonitoringOfficer => Some(Role::MonitoringOfficer),
            Supervision::ChiefExecutive => Some(Role::ChiefExecutive),
        }
    }

    /// What a page says.
    pub fn words(self) -> &'static str {
        match self {
            Supervision::None => "Its owner follows it up",
            Supervision::LinkOfficer => "The link officer watches over it",
            Supervision::Director => "The service director watches over it",
            Supervision::MonitoringOfficer => "The monitoring officer watches over it",
            Supervision::ChiefExecutive => "The chief executive watches over it",
        }
    }
}

/// Why the level moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cause {
    /// The Ombudsman made a report.
    Report,
    /// A second recommendation of the service is late.
    SecondLate,
    /// The same fault came again.
    RecurrentFault,
    /// Somebody may be at risk.
    Safeguarding,
    /// Nobody answered an update.
    Silence,
    /// A person decided so.
    Decided,
}

impl Cause {
    /// Every cause: its word and what a page calls it.
    pub const CHOICES: &[(&str, &str)] = &[
        ("report", "the Ombudsman made a report"),
        ("second_late", "a second recommendation of the service is late"),
        ("recurrent_fault", "the same fault came again"),
        ("safeguarding", "somebody may be at risk"),
        ("silence", "nobody answered an update"),
        ("decided", "a person decided so"),
    ];

    /// The cause of a word.
    pub fn of_word(word: &str) -> Option<Cause> {
        let all = [Cause::Report, Cause::SecondLate, Cause::RecurrentFault, Cause::Safeguarding, Cause::Silence, Cause::Decided];
        Self::CHOICES.iter().position(|(w, _)| *w == word).map(|at| all[at])
    }

    /// The word in tables and JSON.
    pub fn word(self) -> &'static str {
        Self::CHOICES[self as usize].0
    }

    /// What a page calls it.
    pub fn words(self) -> &'static str {
        Self::CHOICES[self as usize].1
    }
}

/// A move of the level.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Move {
    /// To which level.
    pub to: Supervision,
    /// What brought it.
    pub cause: Cause,
    /// Why, in words.
    pub why: String,
}

/// Why a move is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(tag = "cannot_move", rename_all = "snake_case")]
pub enum CannotMove {
    /// No reason.
    #[error("say why the level moves")]
    NoReason,
    /// It is there.
    #[error("it is at this level already")]
    SameLevel,
    /// The entry is refused.
    #[error(transparent)]
    Entry(#[from] CannotAdd),
}

impl Move {
    /// What bars a move from a level.
    pub fn check(&self, from: Supervision) -> Result<(), CannotMove> {
        if self.to == from {
            return Err(CannotMove::SameLevel);
        }
        if reasons(&self.why, 3) { Ok(()) } else { Err(CannotMove::NoReason) }
    }
}

/// The level that the facts propose. A person moves it; nothing moves by itself.
pub fn proposed(from_report: bool, late_in_service: usize, recurrent: bool, safeguarding: bool) -> Option<(Supervision, Cause)> {
    if safeguarding {
        Some((Supervision::ChiefExecutive, Cause::Safeguarding))
    } else if from_report {
        Some((Supervision::MonitoringOfficer, Cause::Report))
    } else if late_in_service >= 2 {
        Some((Supervision::MonitoringOfficer, Cause::SecondLate))
    } else if recurrent {
        Some((Supervision::Director, Cause::RecurrentFault))
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_late_one_proposes_the_monitoring_officer_and_a_move_needs_a_reason() {
        assert_eq!(proposed(false, 1, false, false), None);
        assert_eq!(proposed(false, 2, false, false), Some((Supervision::MonitoringOfficer, Cause::SecondLate)));
        let step = |why: &str| Move { to: Supervision::Director, cause: Cause::Decided, why: why.into() };
        assert_eq!(step("...").check(Supervision::None), Err(CannotMove::NoReason));
        assert_eq!(step("The owner is away").check(Supervision::Director), Err(CannotMove::SameLevel));
        assert_eq!(step("The owner is away").check(Supervision::ChiefExecutive), Ok(()));
        assert!(Supervision::MonitoringOfficer > Supervision::Director);
    }
}
