//! How the owner says that it goes, who owned it, and who was told what and when.

use maud::{Markup, html};
use redress::ombudsman::tracked::Tracked;
use redress_store::desk::account::post::Post;
use redress_store::desk::work::reminder::Told;

use crate::desk::pages::at;

/// Updates, hand-overs, and the record of what was told to whom.
pub fn body(tracked: &Tracked, posts: &[Post], told: &[Told]) -> Markup {
    let title = |id: i64| posts.iter().find(|p| p.id == id).map_or("a post that is gone", |p| p.title.as_str());
    html! {
        @if !tracked.updates().entries().is_empty() {
            h2.govuk-heading-m { "How it goes" }
            ul.redress-entries {
                @for entry in tracked.updates().entries() {
                    li.redress-entry {
                        p.redress-entry__title { (entry.value.outlook.words()) ": " (entry.value.text) }
                        p.redress-entry__facts { (redress::day::long(entry.on)) ", " (entry.by) }
                    }
                }
            }
        }
        @if tracked.owners().entries().len() > 1 {
            h2.govuk-heading-m { "Who owned it" }
            ul.redress-entries {
                @for entry in tracked.owners().entries() {
                    li.redress-entry {
                        p.redress-entry__title {
                            @if let Some(from) = entry.value.from { "From " (title(from)) " to " }
                            (title(entry.value.to)) ": " (entry.value.why)
                        }
                        p.redress-entry__facts { (redress::day::long(entry.on)) ", " (entry.by) }
                    }
                }
            }
        }
        @if !told.is_empty() {
            h2.govuk-heading-m { "Who was told" }
            (crate::layout::scrolling("Who was told what, and when", told_table(told)))
        }
    }
}

fn told_table(told: &[Told]) -> Markup {
    html! {
        table.govuk-table {
            thead.govuk-table__head {
                tr.govuk-table__row {
                    th.govuk-table__header scope="col" { "When" }
                    th.govuk-table__header scope="col" { "Who" }
                    th.govuk-table__header scope="col" { "What" }
                }
            }
            tbody.govuk-table__body {
                @for one in told {
                    tr.govuk-table__row {
                        td.govuk-table__cell { (at(&one.sent_at)) }
                        td.govuk-table__cell { (one.full_name) ", " (office(one)) }
                        td.govuk-table__cell { (what(&one.kind)) ": " (crate::desk::pages::day(&one.about_on)) }
                    }
                }
            }
        }
    }
}

fn office(told: &Told) -> String {
    let words = |word: &str| redress::reader::Role::of_word(word).map_or("owner", |r| r.words()).to_lowercase();
    match &told.instead_role {
        Some(instead) => format!("{}, since nobody could be told as {}", words(instead), words(&told.to_role)),
        None => words(&told.to_role),
    }
}

fn what(kind: &str) -> &'static str {
    match kind {
        "opens_45" => "Asked how it goes, 45 days before",
        "opens_14" => "Asked how it goes, 14 days before",
        "early_warning" => "Early warning, a week before",
        "silence" => "The owner had not said how it goes",
        "overdue" => "The day had passed and no evidence was sent",
        _ => "Two weeks had passed and no evidence was sent",
    }
}
