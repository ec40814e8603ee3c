//! The executive's report in answer, with its three parts: Local Government and Housing Act 1989, section 5A(8).

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::wrong::{Wrong, reasons};

/// Actions, or the plain statement that there are none. Blank is neither.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "said", rename_all = "snake_case")]
pub enum Said<T> {
    /// Nothing was entered.
    #[default]
    NotYet,
    /// There is none.
    StatedNone,
    /// These.
    These {
        /// Each.
        actions: Vec<T>,
    },
}

/// An action to come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposed {
    /// What.
    pub what: String,
    /// When; the Act asks for it.
    pub when: Option<Date>,
}

/// The executive's report.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExecutiveResponse {
    /// (a) What it has done.
    pub taken: Said<String>,
    /// (b) What it proposes to do, and when.
    pub proposed: Said<Proposed>,
    /// (c) Why it acts so, or does nothing.
    pub reasons: String,
    /// The minute that adopts it.
    pub minute: Option<String>,
}

impl ExecutiveResponse {
    /// What is missing. None of the three may be left empty.
    pub fn check(&self, concluded: Option<Date>) -> Vec<Wrong> {
        let mut wrong = Vec::new();
        match &self.taken {
            Said::NotYet => wrong.push(Wrong::new("taken", "Say what action the executive has taken, or that it has taken none.")),
            Said::These { actions } if actions.is_empty() || actions.iter().any(|a| a.trim().is_empty()) => {
                wrong.push(Wrong::new("taken", "Describe each action that was taken."));
            }
            _ => {}
        }
        match &self.proposed {
            Said::NotYet => wrong.push(Wrong::new("proposed", "Say what action the executive proposes to take, or that it proposes none.")),
            Said::These { actions } => {
                if actions.is_empty() || actions.iter().any(|a| a.what.trim().is_empty()) {
                    wrong.push(Wrong::new("proposed", "Describe each action that is proposed."));
                }
                if actions.iter().any(|a| a.when.is_none()) {
                    wrong.push(Wrong::new("when", "Say when each proposed action will be taken."));
                }
            }
            Said::StatedNone => {}
        }
        if !reasons(&self.reasons, 4) {
            wrong.push(Wrong::new("reasons", "Say why the executive acts so, or why it does nothing."));
        }
        if concluded.is_none() {
            wrong.push(Wrong::new("concluded", "The executive has not concluded its consideration: the report follows it."));
        }
        if self.minute.as_deref().is_none_or(|m| m.trim().is_empty()) {
            wrong.push(Wrong::new("minute", "Name the minute by which the executive adopts the report."));
        }
        wrong
    }
}
