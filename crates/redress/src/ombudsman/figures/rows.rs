//! One row a recommendation with every date from which the figures follow. A personal remedy has no public row.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::ombudsman::axes::Clock;
use crate::ombudsman::case_file::CaseFile;
use crate::ombudsman::recommendation::Nature;
use crate::ombudsman::tracked::Tracked;

/// A row. It holds no words of the recommendation and no person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// The case.
    pub case: String,
    /// The number in the paper.
    pub number: u32,
    /// For whom it is.
    pub nature: Nature,
    /// The original due date.
    pub due_on: Option<Date>,
    /// The date that the Ombudsman expects since more time was agreed.
    pub expected_on: Option<Date>,
    /// The day of the first evidence, satisfactory or not.
    pub first_evidence_on: Option<Date>,
    /// The day of evidence that the Ombudsman has not answered.
    pub unanswered_evidence_on: Option<Date>,
    /// The day of the first satisfactory evidence.
    pub accepted_evidence_on: Option<Date>,
    /// What the Ombudsman last said.
    pub outcome: Option<String>,
    /// The day of that letter.
    pub outcome_on: Option<Date>,
    /// Since when the Ombudsman no longer asks.
    pub no_longer_asked_on: Option<Date>,
    /// Its case came in a review of earlier cases: an earlier year counted it, so none counts it again.
    pub from_review: bool,
    /// The council that the case was made against, where this one replaced it: the figures are this council's all the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub predecessor: Option<String>,
}

/// The head of the CSV.
pub const CSV_HEAD: &str = "case,number,nature,due_on,expected_on,first_evidence_on,unanswered_evidence_on,accepted_evidence_on,outcome,outcome_on,no_longer_asked_on,origin";

impl Row {
    /// The row of a recommendation.
    pub fn of(tracked: &Tracked) -> Row {
        let mut row = Row {
            case: tracked.asked().case().to_string(),
            number: tracked.asked().number(),
            nature: tracked.asked().nature(),
            due_on: tracked.asked().original(),
            expected_on: tracked.expected(),
            first_evidence_on: tracked.sent().entries().first().map(|e| e.on),
            unanswered_evidence_on: None,
            accepted_evidence_on: None,
            outcome: tracked.view().map(|v| v.outcome().term.word.clone()),
            outcome_on: tracked.view().map(crate::ombudsman::axes::View::dated),
            no_longer_asked_on: None,
            from_review: false,
            predecessor: None,
        };
        match tracked.clock() {
            Clock::Running => {}
            Clock::Sent { on } => row.unanswered_evidence_on = Some(on),
            Clock::Accepted { on } => row.accepted_evidence_on = Some(on),
            Clock::NoLongerAsked { on } => row.no_longer_asked_on = Some(on),
        }
        row
    }

    /// The row of a recommendation in the file of its case.
    pub fn in_file(tracked: &Tracked, file: &CaseFile) -> Row {
        Row { from_review: file.from_review, predecessor: file.predecessor.clone(), ..Row::of(tracked) }
    }

    fn line(&self) -> String {
        let nature = match self.nature {
            Nature::Personal => "personal",
            Nature::ServiceImprovement => "service_improvement",
            Nature::Procedural => "procedural",
        };
        let day = |d: Option<Date>| d.map(|d| d.to_string()).unwrap_or_default();
        // Cases and words of the list hold no comma and no quotation mark. A council may add words to its list: none of them
        // may be taken for a formula.
        let cells = [
            self.case.clone(),
            self.number.to_string(),
            nature.into(),
            day(self.due_on),
            day(self.expected_on),
            day(self.first_evidence_on),
            day(self.unanswered_evidence_on),
            day(self.accepted_evidence_on),
            self.outcome.clone().unwrap_or_default(),
            day(self.outcome_on),
            day(self.no_longer_asked_on),
            if self.from_review { "review" } else { "paper" }.into(),
        ];
        cells.map(|cell| guarded(&cell)).join(",")
    }
}

/// A cell that no spreadsheet takes for a formula or for two cells.
fn guarded(cell: &str) -> String {
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let cell = if formula { format!("'{cell}") } else { cell.to_string() };
    if cell.contains(['"', ',', '\n', '\r']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell }
}

/// Every row, for officers.
pub fn csv(rows: &[Row]) -> String {
    lines(rows.iter())
}

/// The rows that the public gets: no personal remedy is among them.
pub fn public_csv(rows: &[Row]) -> String {
    lines(rows.iter().filter(|r| r.nature != Nature::Personal))
}

fn lines<'a>(rows: impl Iterator<Item = &'a Row>) -> String {
    let mut text = String::from(CSV_HEAD);
    for row in rows {
        text.push_str("\r\n");
        text.push_str(&row.line());
    }
    text.push_str("\r\n");
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula_or_two_cells() {
        assert_eq!(guarded("=1+1"), "'=1+1");
        assert_eq!(guarded("@now, \"x\""), "\"'@now, \"\"x\"\"\"");
        assert_eq!(guarded("2024-04-08"), "2024-04-08");
    }
}
