//! Tables of delegated and officer decisions: a title with a link, dates, call-in.

use redress::day::read_slashed;
use redress::draft::{DecisionDraft, Reading};

use crate::ledger::Ledger;
use crate::moderngov::{foreign_id, people};
use crate::page::Page;

/// What a column holds, by its heading.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Column {
    Title,
    Date,
    Effective,
    CallIn,
    Other,
}

/// Reads the page.
pub fn read(page: &Page, ledger: &mut Ledger, reading: &mut Reading) {
    let mut columns: Vec<(Column, String)> = Vec::new();
    let mut row = None;
    for at in 0..page.lines.len() {
        let line = page.lines[at];
        let text = page.words(at);
        if line.tag == "caption" || matches!(text, "Decisions" | "Decisions published" | "Officer decisions" | "Delegated decisions") {
            ledger.place(at);
        } else if line.tag == "th" {
            columns.push((column(text), text.into()));
            ledger.place(at);
        } else if line.tag == "td" && line.cell > 0 {
            if row != Some(line.row) {
                row = Some(line.row);
                reading.decisions.push(DecisionDraft { by_officer: true, ..DecisionDraft::default() });
            }
            let index = reading.decisions.len().saturating_sub(1);
            let kind = columns.get(line.cell as usize - 1).map_or((Column::Other, ""), |(c, name)| (*c, name));
            if let Some(draft) = reading.decisions.last_mut() {
                cell(page, at, kind, draft);
                ledger.place(at);
            }
            people::flag(text, line.number, index, reading);
        }
    }
    let strangers = reading.decisions.iter().filter(|d| d.foreign_id.is_none()).count();
    if strangers > 0 {
        let rows = if strangers == 1 { "1 row leads".into() } else { format!("{strangers} rows lead") };
        reading.doubt("not_a_decision", 0, format!("{rows} to no decision's page; what is listed there may be an issue or a plan entry"));
    }
}

fn column(heading: &str) -> Column {
    match heading.to_ascii_lowercase().as_str() {
        "title" | "decision" => Column::Title,
        "date" | "published" | "date published" | "date of decision" => Column::Date,
        "effective from" => Column::Effective,
        "call-ins" | "call-in" | "call ins" => Column::CallIn,
        _ => Column::Other,
    }
}

fn cell(page: &Page, at: usize, (column, name): (Column, &str), draft: &mut DecisionDraft) {
    let text = page.words(at);
    for (_, address) in page.links_of(at) {
        draft.foreign_id = foreign_id::of_decision(address).or(draft.foreign_id.take());
        draft.issue_foreign_id = foreign_id::of_issue(address).or(draft.issue_foreign_id.take());
    }
    let day = read_slashed(text);
    match column {
        Column::Title if draft.title.is_empty() => draft.title = text.into(),
        Column::Date if day.is_some() && draft.published_on.is_none() => draft.published_on = day,
        Column::Effective if day.is_some() && draft.effective_from.is_none() => draft.effective_from = day,
        Column::CallIn if draft.call_in.is_none() => draft.call_in = Some(text.into()),
        _ => draft.other.push((name.into(), text.into())),
    }
}
