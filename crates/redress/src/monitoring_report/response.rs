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

impl Said<String> {
    /// Reads one action a line; the word `None` alone says that there is none.
    pub fn read(text: &str) -> Said<String> {
        let lines: Vec<&str> = text.lines().map(str::trim).filter(|l| !l.is_empty()).collect();
        match lines.as_slice() {
            [] => Said::NotYet,
            [one] if one.trim_end_matches('.').eq_ignore_ascii_case("none") => Said::StatedNone,
            all => Said::These { actions: all.iter().map(ToString::to_string).collect() },
        }
    }

    /// The same as somebody types it.
    pub fn typed(&self) -> String {
        match self {
            Said::NotYet => String::new(),
            Said::StatedNone => "None".into(),
            Said::These { actions } => actions.join("\n"),
        }
    }
}

impl Said<Proposed> {
    /// Reads one action a line with its day behind the last colon: `Train every officer: 20 December 2019`.
    pub fn read(text: &str) -> Said<Proposed> {
        match Said::<String>::read(text) {
            Said::NotYet => Said::NotYet,
            Said::StatedNone => Said::StatedNone,
            Said::These { actions } => Said::These { actions: actions.iter().map(|line| Proposed::read(line)).collect() },
        }
    }

    /// The same as somebody types it.
    pub fn typed(&self) -> String {
        let line = |a: &Proposed| a.when.map_or_else(|| a.what.clone(), |day| format!("{}: {}", a.what, crate::day::long(day)));
        match self {
            Said::NotYet => String::new(),
            Said::StatedNone => "None".into(),
            Said::These { actions } => actions.iter().map(line).collect::<Vec<_>>().join("\n"),
        }
    }
}

impl Proposed {
    fn read(line: &str) -> Proposed {
        let dated = line.rsplit_once(':').and_then(|(what, day)| Some((what.trim(), read_day(day)?)));
        match dated {
            Some((what, day)) => Proposed { what: what.into(), when: Some(day) },
            None => Proposed { what: line.into(), when: None },
        }
    }
}

fn read_day(text: &str) -> Option<Date> {
    let text = text.trim().trim_start_matches("by ");
    text.parse().ok().filter(|_| text.len() == 10).or_else(|| crate::day::read_long(text)).or_else(|| crate::day::read_slashed(text))
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
