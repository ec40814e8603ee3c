//! An officers' report for each item: open, under an embargo, under one that was lifted.

use redress::report::kind::ReportKind;
use redress::report::{settle::settle, typed::read};
use redress_store::desk::Desk;
use redress_store::desk::journal::Act;
use redress_store::desk::work::report::{KeptReport, NewStop};

use super::records::State;

pub async fn make(desk: &Desk, act: &Act<'_>, author: i64, items: &[State]) -> Vec<State> {
    let usual = ReportKind::usual().into_iter().next().expect("a kind");
    let kind = desk.add_report_kind(&usual, act).await.expect("a store").expect("a free name");
    let mut reports = Vec::new();
    for state in items {
        let new = KeptReport { report_kind_id: kind, title: "A report".into(), author, ..KeptReport::default() };
        let to = NewStop { meeting: state.meeting, item: Some(state.item), submit_by: None };
        let report = desk.begin_officers_report(&new, to, act).await.expect("a report");
        let seen = KeptReport { id: report, revision: 1, ..new };
        desk.save_report(&seen, 1, &settle(None, read("# Words")), act).await.expect("a store").expect("a version");
        reports.push(State { report, ..state.clone() });
    }
    reports
}
