//! A request to call a decision in, and what came of it.

use std::collections::BTreeSet;

use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};

use super::{Rules, Window};
use crate::calendar::{Calendar, DayKind};
use crate::counting::days_after;
use crate::day::{clock, with_weekday};
use crate::wrong::{Wrong, reasons};

/// Who asks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "caller", rename_all = "snake_case")]
pub enum Caller {
    /// Members together.
    Members {
        /// Their numbers.
        members: BTreeSet<i64>,
    },
    /// The chair of the scrutiny committee.
    Chair {
        /// The number.
        member: i64,
    },
}

/// The decision as taken again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Again {
    /// When.
    pub on: Date,
    /// Whether it stayed as it was.
    pub confirmed: bool,
    /// The decision that replaces it, where it did not.
    pub by: Option<String>,
}

/// What came of a request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum Outcome {
    /// Those who asked took it back.
    Withdrawn {
        /// When.
        on: Date,
        /// Why.
        why: String,
    },
    /// It was no call-in: the monitoring officer found that the rules were not kept.
    NotValid {
        /// When that was found.
        on: Date,
        /// Why.
        why: String,
    },
    /// Scrutiny had no objection.
    NotPursued {
        /// When the committee met.
        on: Date,
        /// What it said.
        why: String,
    },
    /// It went back to whoever decided.
    SentBack {
        /// When the committee met.
        on: Date,
        /// What it asks to be looked at.
        why: String,
        /// The decision as taken again.
        again: Option<Again>,
    },
    /// It went to full council.
    ToCouncil {
        /// When the committee met.
        on: Date,
        /// Why.
        why: String,
        /// The decision as taken again.
        again: Option<Again>,
    },
}

/// A request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// Who asks.
    #[serde(flatten)]
    pub caller: Caller,
    /// When the notice arrived.
    pub at: DateTime,
    /// The grounds.
    pub grounds: String,
    /// What came of it.
    #[serde(default)]
    pub outcome: Option<Outcome>,
}

impl Outcome {
    /// What a page says of it.
    pub fn words(&self) -> &'static str {
        match self {
            Outcome::NotValid { .. } => "not a valid call-in",
            Outcome::Withdrawn { .. } => "withdrawn by those who asked",
            Outcome::NotPursued { .. } => "scrutiny upheld the decision",
            Outcome::SentBack { .. } => "sent back to whoever decided",
            Outcome::ToCouncil { .. } => "sent to full council",
        }
    }

    /// The day and the words of it.
    pub fn said(&self) -> (Date, &str) {
        match self {
            Outcome::NotValid { on, why }
            | Outcome::Withdrawn { on, why }
            | Outcome::NotPursued { on, why }
            | Outcome::SentBack { on, why, .. }
            | Outcome::ToCouncil { on, why, .. } => (*on, why),
        }
    }

    /// The decision as taken again; none where it was not, or need not be.
    pub fn again(&self) -> Option<&Again> {
        match self {
            Outcome::SentBack { again, .. } | Outcome::ToCouncil { again, .. } => again.as_ref(),
            _ => None,
        }
    }

    /// Whether the decision is still to be taken again.
    pub fn waits(&self) -> bool {
        matches!(self, Outcome::SentBack { again: None, .. } | Outcome::ToCouncil { again: None, .. })
    }
}

impl Request {
    /// What keeps it from being a call-in.
    pub fn check(&self, window: &Window, rules: &Rules) -> Vec<Wrong> {
        let mut wrong = Vec::new();
        if !window.is_open(self.at) {
            let hour = window.until.map_or_else(String::new, |t| format!(" at {}", clock(t)));
            let from = with_weekday(window.published);
            wrong.push(Wrong::new("at", format!("The time for call-in ran from {from} to {}{hour}.", with_weekday(window.closes))));
        }
        match &self.caller {
            Caller::Members { members } if members.len() < usize::from(rules.members) => {
                wrong.push(Wrong::new("members", format!("{} asked, and the constitution asks for {}.", members.len(), rules.members)));
            }
            Caller::Chair { .. } if !rules.chair_alone => {
                wrong.push(Wrong::new("members", format!("The chair cannot ask alone here: {} members must.", rules.members)));
            }
            Caller::Members { .. } | Caller::Chair { .. } => {}
        }
        if rules.grounds && !reasons(&self.grounds, 5) {
            wrong.push(Wrong::new("grounds", "Give the grounds in a sentence: which principle of decision-making was not kept, and how."));
        }
        wrong
    }

    /// What bars an outcome.
    pub fn check_outcome(&self, outcome: &Outcome) -> Vec<Wrong> {
        let (on, why, again) = match outcome {
            Outcome::NotValid { on, why } | Outcome::Withdrawn { on, why } | Outcome::NotPursued { on, why } => (*on, why, None),
            Outcome::SentBack { on, why, again } | Outcome::ToCouncil { on, why, again } => (*on, why, again.as_ref()),
        };
        let mut wrong = Vec::new();
        if on < self.at.date() {
            wrong.push(Wrong::new("on", "This is before the request arrived. Check the day."));
        }
        if !reasons(why, 3) {
            wrong.push(Wrong::new("why", "Say what the committee asks or found, in a sentence."));
        }
        if let Some(again) = again {
            if again.on < on {
                wrong.push(Wrong::new("again", "It was taken again before it was sent back. Check the days."));
            }
            if !again.confirmed && again.by.as_deref().is_none_or(|b| b.trim().is_empty()) {
                wrong.push(Wrong::new("by", "Name the decision that replaces it."));
            }
        }
        wrong
    }

    /// The last day for scrutiny to meet on it.
    pub fn meets_by(&self, rules: &Rules, calendar: &Calendar) -> Option<Date> {
        days_after(self.at.date(), rules.meets_within?, DayKind::Working, calendar)
    }

    /// The last day to take the decision again, once it was sent back.
    pub fn decides_by(&self, rules: &Rules, calendar: &Calendar) -> Option<Date> {
        match &self.outcome {
            Some(Outcome::SentBack { on, again: None, .. }) => days_after(*on, rules.decided_within?, DayKind::Working, calendar),
            _ => None,
        }
    }
}
