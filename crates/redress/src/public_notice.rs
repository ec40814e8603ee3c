//! The public notice of a report: Local Government Act 1974, section 30(4) to (5). Contents, newspapers as proof, inspection.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::calendar::Calendar;
use crate::counting::{Period, beginning_with, not_more_than_after, of_the_date};
use crate::day::long;
use crate::duty::{self, Inputs, Settings};
use crate::wrong::Wrong;

/// A notice as it is drafted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// What the report is called: `the report of the Ombudsman on case 24 003 239`.
    pub report: String,
    /// The offices at which it can be inspected, with their hours.
    pub offices: Vec<String>,
    /// That inspection costs nothing is said.
    pub says_free: bool,
    /// What a copy costs: a charge, or that there is none.
    pub copies: String,
    /// The day from which the three weeks begin.
    pub inspection_from: Option<Date>,
    /// A direction under section 30(7) switches the notice off.
    pub not_to_be_publicised: bool,
}

/// The notice in a newspaper, or in another way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appearance {
    /// Where: the newspaper, or the other way.
    pub place: String,
    /// Whether it is a newspaper.
    pub newspaper: bool,
    /// When.
    pub on: Date,
    /// What shows it: the page, a picture, an address.
    pub proof: String,
    /// Who wrote it down.
    pub by: String,
}

/// The three weeks, on both readings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inspection {
    /// The first day.
    pub from: Date,
    /// The last day, where the first is day one.
    pub until: Date,
    /// The last day to keep it open to be safe: the first day not counted.
    pub keep_until: Date,
}

/// The notice is due while the Ombudsman asks for confidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conflict {
    /// The day by which the Act wants the notice.
    pub due: Date,
    /// The day of publication; none while unknown.
    pub publication: Option<Date>,
    /// What can be done, in order.
    pub way_out: Vec<String>,
}

impl Notice {
    /// What is missing from the notice, and what is wrong with its dates. `first_given` is the planned or real first day.
    pub fn check(&self, first_given: Option<Date>) -> Vec<Wrong> {
        if self.not_to_be_publicised {
            return vec![Wrong::new("report", "The Ombudsman directed that this report is not to be publicised: give no notice.")];
        }
        let mut wrong = Vec::new();
        if self.report.trim().is_empty() {
            wrong.push(Wrong::new("report", "Say which report the notice is about."));
        }
        if self.offices.iter().all(|o| o.trim().is_empty()) {
            wrong.push(Wrong::new("offices", "Name at least one office of the council where the report can be inspected, with its hours."));
        }
        if !self.says_free {
            wrong.push(Wrong::new("says_free", "Say that inspection is free of charge."));
        }
        if self.copies.trim().is_empty() {
            wrong.push(Wrong::new("copies", "Say that copies are supplied on request, and for what charge."));
        }
        match (self.inspection_from, first_given) {
            (None, _) => wrong.push(Wrong::new("inspection_from", "Name the day from which the three weeks of inspection begin.")),
            (Some(from), Some(given)) => {
                if from < given {
                    wrong.push(Wrong::new("inspection_from", "Inspection cannot begin before the notice is given."));
                }
                if let Some(last) = not_more_than_after(given, Period::Weeks(1)).filter(|last| from > *last) {
                    let message = format!("Inspection must begin within a week of the first notice: by {}.", long(last));
                    wrong.push(Wrong::new("inspection_from", message));
                }
            }
            (Some(_), None) => {}
        }
        wrong
    }

    /// The words of the notice, a paragraph each, for the newspapers.
    pub fn text(&self, authority: &str) -> Vec<String> {
        let from = self.inspection_from.map_or_else(|| "a day to be named".into(), long);
        let offices: Vec<&str> = self.offices.iter().map(|o| o.trim()).filter(|o| !o.is_empty()).collect();
        let free = if self.says_free { ", free of charge" } else { "" };
        vec![
            format!("{authority} has received {}, made under section 30 of the Local Government Act 1974.", self.report.trim()),
            format!("Anybody can inspect it for three weeks from {from}{free}, at: {}.", offices.join("; ")),
            format!("Copies: {}.", self.copies.trim().trim_end_matches('.')),
        ]
    }

    /// The three weeks.
    pub fn inspection(&self) -> Option<Inspection> {
        let from = self.inspection_from?;
        Some(Inspection { from, until: beginning_with(from, Period::Weeks(3))?, keep_until: of_the_date(from, Period::Weeks(3))? })
    }
}

/// The day on which the notice was first given: in a newspaper, for nothing else is enough.
pub fn first_given(appearances: &[Appearance]) -> Option<Date> {
    appearances.iter().filter(|a| a.newspaper).map(|a| a.on).min()
}

/// What the proof lacks. The Act says *newspapers*: one paper is a warning in words, none bars.
pub fn proof_lacks(appearances: &[Appearance]) -> Vec<Wrong> {
    let mut wrong = Vec::new();
    let papers: std::collections::BTreeSet<&str> = appearances.iter().filter(|a| a.newspaper).map(|a| a.place.trim()).collect();
    match papers.len() {
        0 => wrong.push(Wrong::new("appearances", "The notice must appear in newspapers; a website alone is not enough.")),
        1 => wrong.push(Wrong::new("appearances", "The Act speaks of newspapers, more than one: add a second, or say why one is enough.")),
        _ => {}
    }
    for lacking in appearances.iter().filter(|a| a.proof.trim().is_empty()) {
        wrong.push(Wrong::new("proof", format!("Add the page or picture that shows the notice in {}.", lacking.place)));
    }
    wrong
}

/// Whether the duty to give notice runs into the Ombudsman's wish for confidence, and the way out.
pub fn conflict(
    received: Date,
    confidential: bool,
    publication: Option<Date>,
    settings: &Settings,
    calendar: &Calendar,
) -> Option<Conflict> {
    let due = duty::due_date(duty::find("lgsco_report_public_notice").ok()?, &Inputs::from(received), settings, calendar)?;
    if !confidential || publication.is_some_and(|p| p <= due) {
        return None;
    }
    let mut way_out = vec![
        format!("Ask the Ombudsman in writing on which day the report is published, and say that notice is due on {}.", long(due)),
        "Keep the answer with the case: it is why notice was given later.".into(),
    ];
    match publication {
        Some(day) => {
            way_out.push(format!("Book newspapers for {} or the next editions after it, and inspection within a week of them.", long(day)))
        }
        None => way_out.push("Book newspapers once the day is known; their last day for copy can be a week before.".into()),
    }
    way_out.push("If the Ombudsman gives no answer, the monitoring officer decides and writes down why.".into());
    Some(Conflict { due, publication, way_out })
}

#[cfg(test)]
mod tests;
