//! A review as a report to a board tells it: a text, and a line for each case.

use jiff::civil::Date;
use serde::Serialize;

use super::Review;
use crate::day::long;
use crate::ombudsman::follows::CaseKey;

/// The head of the table.
pub const COLUMNS: [&str; 3] = ["Case", "Finding", "What is done now"];

/// A report of a review. It names office holders and cases, and no other person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Report {
    /// Paragraphs.
    pub text: Vec<String>,
    /// One line a case.
    pub table: Vec<[String; 3]>,
}

impl Review {
    /// The report as on a day, with a line for each case that may be named in it.
    pub fn report(&self, today: Date, named: impl Fn(&CaseKey) -> bool) -> Report {
        let commission = self.commissioned();
        let (by, on) = (listed(&commission.by), long(commission.on));
        let cases = if commission.declared == 1 { "1 earlier case" } else { &format!("{} earlier cases", commission.declared) };
        let mut text = vec![
            format!("On {on} {by} commissioned a review of {cases} of the Ombudsman's."),
            format!("On {}: {}.", long(today), self.summary().words()),
        ];
        let of = self.summary().of;
        if of != commission.declared {
            text.push(format!("{of} of {} cases are listed so far.", commission.declared));
        }
        if let Some(closed) = self.closed() {
            text.push(format!("The review was closed on {}: {}", long(closed.on), closed.value));
        }
        text.push("What was recommended in other cases is reported apart from this: it keeps its own dates and its own state.".into());
        let line = |member: &super::Reviewed| {
            let finding = member.finding().map(|e| &e.value);
            let key = if named(&member.case) { member.case.to_string() } else { "A case that cannot be named yet".into() };
            let action = match finding {
                _ if !named(&member.case) => "Cannot be told yet",
                None => "None yet",
                Some(finding) => finding.new_action().unwrap_or("Nothing more"),
            };
            let told = match finding {
                _ if !named(&member.case) => "Cannot be told yet".into(),
                None => "None yet".into(),
                Some(finding) => finding.words().to_string(),
            };
            [key, told, action.to_string()]
        };
        Report { text, table: self.members().map(line).collect() }
    }
}

/// `the portfolio holder, the clerk and the executive director`.
fn listed(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}
