//! Figures of remedies for a person, as they stand above the list of what is not for a person.

use maud::{Markup, html};
use redress::ombudsman::figures::{Cell, counted_here};
use redress::public::figures::{PersonalFigures, SMALL};

use crate::layout::scrolling;

/// The table with the words about small numbers. No figure opens a list: there is none.
pub fn table(figures: &PersonalFigures) -> Markup {
    html! {
        @if figures.years.is_empty() {
            p.govuk-body { "No remedy for a person had an original date." }
        } @else {
            (scrolling(
                "Remedies for a person, by year of the original date",
                html! {
                    table.govuk-table {
                        caption.govuk-table__caption.govuk-table__caption--m { "Remedies for a person, as of " (redress::day::long(figures.as_of)) }
                        thead.govuk-table__head {
                            tr.govuk-table__row { @for head in ["Year", "Due", "In time", "Late", "Pending"] { th.govuk-table__header scope="col" { (head) } } }
                        }
                        tbody.govuk-table__body {
                            @for of in &figures.years {
                                tr.govuk-table__row {
                                    th.govuk-table__header scope="row" { (of.year) }
                                    @for cell in [of.due, of.in_time, of.late, of.pending] { td.govuk-table__cell { (words(cell)) } }
                                }
                            }
                        }
                    }
                },
            ))
        }
        @if let Some(words) = counted_here(&figures.predecessors) { p.govuk-body { (words) } }
        p.govuk-body { (SMALL) }
    }
}

fn words(cell: Cell) -> String {
    match cell {
        Cell::Is(n) => n.to_string(),
        Cell::Hidden => "Hidden".into(),
    }
}
