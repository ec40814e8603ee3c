//! A paper of the Ombudsman's: its kind, and what follows by law from its publication; `starts` has what follows from receipt.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::calendar::Calendar;
use crate::day::long;
use crate::duty::{self, Inputs, Settings};

/// When two papers are one; what days cannot be.
pub mod identity;
/// What a paper says of itself besides.
pub mod particulars;
/// What a paper starts, with both readings.
pub mod starts;

/// What the Ombudsman sends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PaperKind {
    /// Questions about a complaint.
    Enquiry,
    /// A decision in draft, for comments.
    DraftDecision,
    /// A decision statement.
    Statement,
    /// A report in draft, confidential, for comments.
    DraftReport,
    /// A report under section 30 of the Local Government Act 1974.
    Report,
    /// A further report under section 31(2A) of the Act.
    FurtherReport,
    /// Any other letter.
    Letter,
}

impl PaperKind {
    /// Every kind: its word and what a page calls it.
    pub const CHOICES: &[(&str, &str)] = &[
        ("enquiry", "Enquiry"),
        ("draft_decision", "Draft decision"),
        ("statement", "Decision statement"),
        ("draft_report", "Draft report"),
        ("report", "Report under section 30"),
        ("further_report", "Further report"),
        ("letter", "Letter"),
    ];

    /// The kind of a word.
    pub fn of_word(word: &str) -> Option<PaperKind> {
        serde_json_word(word)
    }

    /// What a page calls it.
    pub fn words(self) -> &'static str {
        Self::CHOICES[self as usize].1
    }

    /// The word in tables and JSON.
    pub fn word(self) -> &'static str {
        Self::CHOICES[self as usize].0
    }
}

fn serde_json_word(word: &str) -> Option<PaperKind> {
    use PaperKind::{DraftDecision, DraftReport, Enquiry, FurtherReport, Letter, Report, Statement};
    let all = [Enquiry, DraftDecision, Statement, DraftReport, Report, FurtherReport, Letter];
    PaperKind::CHOICES.iter().position(|(w, _)| *w == word).map(|at| all[at])
}

/// A duty that an event starts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Follows {
    /// The key of the duty.
    pub duty: &'static str,
    /// The day that its clock runs from.
    pub from: Date,
    /// The day it is due.
    pub due: Date,
    /// Why.
    pub because: String,
}

/// Notice, its inspection, and how long that lasts, of a report and of a further report.
const NOTICE: [&str; 3] = ["lgsco_report_public_notice", "lgsco_report_inspection_start", "lgsco_report_inspection_period"];
const FURTHER_NOTICE: [&str; 3] =
    ["lgsco_further_report_public_notice", "lgsco_further_report_inspection_start", "lgsco_further_report_inspection_period"];

/// What follows when a report that was confidential has been published: notice and three weeks of inspection.
///
/// The Act counts the notice from receipt. Where the Ombudsman asked for confidence until publication that day was out
/// of reach, so the same period is counted from publication, and the reason says what the Act's own date was.
pub fn on_publication(kind: PaperKind, received: Date, published: Date, settings: &Settings, calendar: &Calendar) -> Vec<Follows> {
    let [notice, begins, ends] = match kind {
        PaperKind::Report => NOTICE,
        PaperKind::FurtherReport => FURTHER_NOTICE,
        _ => return Vec::new(),
    };
    let by_receipt = duty::find(notice).ok().and_then(|d| duty::due_date(d, &Inputs::from(received), settings, calendar));
    let because = match by_receipt {
        Some(due) if due < published => format!(
            "published on {}; counted from receipt the notice was due on {}, while the report was confidential",
            long(published),
            long(due)
        ),
        _ => format!("published on {}", long(published)),
    };
    let Some(notice) = follows(notice, Inputs::from(published), because, settings, calendar) else { return Vec::new() };
    let because = format!("if notice is first given on {}", long(notice.due));
    let begins = follows(begins, Inputs::from(notice.due), because, settings, calendar);
    let ends = begins.as_ref().and_then(|begins| {
        let because = format!("three weeks of inspection, if they begin on {}", long(begins.due));
        follows(ends, Inputs::from(begins.due), because, settings, calendar)
    });
    [Some(notice), begins, ends].into_iter().flatten().collect()
}

fn follows(key: &'static str, inputs: Inputs, because: String, settings: &Settings, calendar: &Calendar) -> Option<Follows> {
    let duty = duty::find(key).ok()?;
    let due = duty::due_date(duty, &inputs, settings, calendar)?;
    Some(Follows { duty: key, from: inputs.from?, due, because })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn publication_schedules_notice_and_inspection() {
        let (settings, calendar) = (Settings::default(), Calendar::england());
        let found = on_publication(PaperKind::Report, date(2021, 1, 21), date(2021, 3, 11), &settings, calendar);
        let days: Vec<_> = found.iter().map(|f| f.due).collect();
        assert_eq!(days, [date(2021, 3, 25), date(2021, 4, 1), date(2021, 4, 21)]);
        assert!(found[0].because.contains("4 February 2021"), "{}", found[0].because);
        let further = on_publication(PaperKind::FurtherReport, date(2021, 1, 21), date(2021, 3, 11), &settings, calendar);
        assert!(further.len() == 3 && further.iter().all(|f| f.duty.starts_with("lgsco_further_report")), "{further:?}");
        assert!(on_publication(PaperKind::Statement, date(2021, 1, 21), date(2021, 3, 11), &settings, calendar).is_empty());
    }
}
