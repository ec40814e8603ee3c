//! Figures of compliance: due, in time, late, pending, by the Ombudsman's year of the original date. No ranking is computed.
//!
//! Improvements and procedural recommendations are public one by one, so their figures and rows are exact. Personal remedies
//! have no public row; their figures hide small numbers. A recommendation that was carried forward counts once, in its own
//! case and year. One that came in a review of earlier cases was counted when its own paper came. One that the Ombudsman no longer asks for, or that has no date, is in no figure and is counted apart.

/// Rows with every date, as CSV.
mod rows;
/// Small numbers hidden.
mod small;

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::recommendation::Nature;

pub use rows::{CSV_HEAD, Row, csv, public_csv};
pub use small::{Cell, Shown, THRESHOLD, shown};

/// What each figure counts, for the page and the file.
pub const DEFINITIONS: &[(&str, &str)] = &[
    ("year", "The Ombudsman's year, 1 April to 31 March, in which the original due date lies; more time that was agreed changes nothing."),
    ("due", "Recommendations with an original due date in the year. It is the denominator of the others."),
    ("in_time", "Evidence that satisfied the Ombudsman went on or before the original date."),
    ("late", "It went after that date, or the date has passed and nothing that satisfies has gone."),
    ("pending", "The date has not passed, or evidence went in time and the Ombudsman has not answered."),
    (
        "origin",
        "A recommendation of origin review came to light in a review of earlier cases: it is in no figure, for it is not counted again.",
    ),
    ("left_out", "No date was given, or the Ombudsman no longer asks. Not in due."),
];

/// A year of the Ombudsman's: `2023-24` begins on 1 April 2023.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Year(pub i16);

impl Year {
    /// The year of a day.
    pub fn of(day: Date) -> Year {
        Year(if day.month() >= 4 { day.year() } else { day.year() - 1 })
    }

    /// `2023-24`.
    pub fn words(self) -> String {
        format!("{}-{:02}", self.0, (self.0 + 1).rem_euclid(100))
    }
}

/// The figures of a year.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figures {
    /// Due in the year.
    pub due: u32,
    /// In time.
    pub in_time: u32,
    /// Late.
    pub late: u32,
    /// Pending.
    pub pending: u32,
}

/// Which of the figures a row is in, beside `due`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Counted {
    /// In time.
    InTime,
    /// Late.
    Late,
    /// Pending.
    Pending,
}

impl Counted {
    /// Every one: its word and what a page calls it.
    pub const CHOICES: &[(&str, &str, Counted)] =
        &[("in_time", "In time", Counted::InTime), ("late", "Late", Counted::Late), ("pending", "Pending", Counted::Pending)];

    /// The one of a word.
    pub fn of_word(word: &str) -> Option<Counted> {
        Self::CHOICES.iter().find(|(w, _, _)| *w == word).map(|(_, _, counted)| *counted)
    }
}

impl Row {
    /// The year and the figure that it is in, as on a day; none where it is in no figure. Lists and figures both ask this.
    pub fn counted(&self, today: Date) -> Option<(Year, Counted)> {
        let (Some(due), None, false) = (self.due_on, self.no_longer_asked_on, self.from_review) else { return None };
        let counted = match self.accepted_evidence_on.or(self.unanswered_evidence_on) {
            Some(on) if on > due => Counted::Late,
            Some(_) if self.accepted_evidence_on.is_some() => Counted::InTime,
            Some(_) => Counted::Pending,
            None if today > due => Counted::Late,
            None => Counted::Pending,
        };
        Some((Year::of(due), counted))
    }
}

/// The figures by year, as on a day, of the natures asked for.
pub fn by_year(rows: &[Row], natures: &[Nature], today: Date) -> BTreeMap<Year, Figures> {
    let mut years: BTreeMap<Year, Figures> = BTreeMap::new();
    for (year, counted) in rows.iter().filter(|r| natures.contains(&r.nature)).filter_map(|r| r.counted(today)) {
        let figures = years.entry(year).or_default();
        figures.due += 1;
        match counted {
            Counted::InTime => figures.in_time += 1,
            Counted::Late => figures.late += 1,
            Counted::Pending => figures.pending += 1,
        }
    }
    years
}

/// The councils before this one whose cases the figures count, each with so many rows at least. A figure counts for the council
/// that must answer today, and says whose case it was.
pub fn predecessors(rows: &[Row], natures: &[Nature], today: Date, at_least: u32) -> Vec<String> {
    let mut found: BTreeMap<&str, u32> = BTreeMap::new();
    for row in rows.iter().filter(|r| natures.contains(&r.nature) && r.counted(today).is_some()) {
        if let Some(name) = &row.predecessor {
            *found.entry(name).or_default() += 1;
        }
    }
    found.into_iter().filter(|(_, n)| *n >= at_least).map(|(name, _)| name.to_string()).collect()
}

/// What a page says of such councils; none where there is none.
pub fn counted_here(predecessors: &[String]) -> Option<String> {
    let (last, others) = predecessors.split_last()?;
    let names = if others.is_empty() { last.clone() } else { format!("{} and {last}", others.join(", ")) };
    Some(format!("These figures count cases that were made against {names}, which this council replaced."))
}

/// How many are in no figure.
pub fn left_out(rows: &[Row], natures: &[Nature]) -> usize {
    let own = rows.iter().filter(|r| !r.from_review && natures.contains(&r.nature));
    own.filter(|r| r.due_on.is_none() || r.no_longer_asked_on.is_some()).count()
}

/// Outcomes by the year of the Ombudsman's letter, as the annual letter has them: a remedy of one year may be answered in the next.
pub fn outcomes_by_year(rows: &[Row]) -> BTreeMap<(Year, String), u32> {
    let mut years = BTreeMap::new();
    for (on, outcome) in rows.iter().filter(|r| !r.from_review).filter_map(|r| Some((r.outcome_on?, r.outcome.clone()?))) {
        *years.entry((Year::of(on), outcome)).or_default() += 1;
    }
    years
}

#[cfg(test)]
mod tests;
