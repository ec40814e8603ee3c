//! When two papers are one: reference, kind and date all equal. The same reference with another kind or date is another paper.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::PaperKind;
use crate::ombudsman::reference::Reference;
use crate::wrong::Wrong;

/// What tells papers apart. Any of it may be unknown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identity {
    /// Every reference that it names; a joint paper has several.
    pub references: Vec<Reference>,
    /// The kind.
    pub kind: PaperKind,
    /// The date that it carries.
    pub dated: Option<Date>,
}

/// How two papers compare.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Same {
    /// They are one.
    Duplicate,
    /// They may be: a reference or a date is unknown. A person must look.
    Perhaps,
    /// They are two.
    Different,
}

/// The four days of a paper; each may be unknown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Days {
    /// The date that it carries.
    pub dated: Option<Date>,
    /// The day it came.
    pub received: Option<Date>,
    /// The day on which the Ombudsman published it, or will.
    pub published: Option<Date>,
    /// The day that the paper itself names for an answer.
    pub answer_by: Option<Date>,
}

impl Identity {
    /// How it compares to another.
    pub fn compare(&self, other: &Identity) -> Same {
        if self.kind != other.kind {
            return Same::Different;
        }
        let unknown = self.references.is_empty() || other.references.is_empty();
        let shared = self.references.iter().any(|r| other.references.contains(r));
        match (unknown, shared, self.dated, other.dated) {
            (false, false, ..) => Same::Different,
            (_, _, Some(a), Some(b)) if a != b => Same::Different,
            (false, true, Some(_), Some(_)) => Same::Duplicate,
            _ => Same::Perhaps,
        }
    }
}

impl Days {
    /// What cannot be, field by field.
    pub fn check(&self) -> Vec<Wrong> {
        let mut wrong = Vec::new();
        let mut before = |field: &str, day: Option<Date>, first: Option<Date>, say: &str| {
            if let (Some(day), Some(first)) = (day, first)
                && day < first
            {
                wrong.push(Wrong::new(field, say));
            }
        };
        before("received", self.received, self.dated, "The paper cannot have come before the date that it carries.");
        before("published", self.published, self.dated, "The Ombudsman cannot have published it before the date that it carries.");
        before("answer_by", self.answer_by, self.received.or(self.dated), "The day for an answer is before the paper came.");
        wrong
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn paper(references: &[&str], kind: PaperKind, dated: Option<Date>) -> Identity {
        Identity { references: references.iter().map(|r| r.parse().unwrap()).collect(), kind, dated }
    }

    #[test]
    fn only_reference_kind_and_date_together_make_a_duplicate() {
        let day = Some(date(2025, 1, 7));
        let report = paper(&["24 003 239"], PaperKind::Report, day);
        assert_eq!(report.compare(&paper(&["24003239"], PaperKind::Report, day)), Same::Duplicate);
        assert_eq!(report.compare(&paper(&["24003239"], PaperKind::Statement, day)), Same::Different);
        assert_eq!(report.compare(&paper(&["24003239"], PaperKind::Report, Some(date(2025, 1, 22)))), Same::Different);
        assert_eq!(report.compare(&paper(&["23 017 883"], PaperKind::Report, day)), Same::Different);
        assert_eq!(report.compare(&paper(&["24003239"], PaperKind::Report, None)), Same::Perhaps);
        assert_eq!(report.compare(&paper(&[], PaperKind::Report, day)), Same::Perhaps);
        assert_eq!(report.compare(&paper(&["23 017 883", "24 003 239"], PaperKind::Report, day)), Same::Duplicate, "a joint paper");
    }

    #[test]
    fn unknown_days_are_no_error_and_impossible_ones_are() {
        assert!(Days::default().check().is_empty());
        let day = |d| Some(date(2025, 1, d));
        let days = Days { dated: day(7), received: day(6), published: day(5), answer_by: day(1) };
        let fields: Vec<String> = days.check().into_iter().map(|w| w.field).collect();
        assert_eq!(fields, ["received", "published", "answer_by"]);
    }
}
