//! Lines of a list: the title as a link, then what is known of it.

use maud::{Markup, html};
use redress::day;
use redress_store::register::query::{Entry, Page};

use super::pagination;
use crate::pages::asked::Asked;

/// The lines, or what to do where there are none.
pub fn list(entries: &[Entry], none: Markup) -> Markup {
    html! {
        @if entries.is_empty() { p.govuk-body { (none) } }
        @else { ul.redress-entries { @for entry in entries { (line(entry)) } } }
    }
}

/// One line.
pub fn line(entry: &Entry) -> Markup {
    html! {
        li.redress-entry {
            p.redress-entry__title { a.govuk-link href=(entry.address) { (entry.title) } }
            @let facts = facts(entry);
            @if !facts.is_empty() { p.redress-entry__facts { (facts) } }
        }
    }
}

/// `14 February 2024, Cabinet, Education`, leaving out what the title already says.
pub fn facts(entry: &Entry) -> String {
    let day = entry.on.map(day::long);
    let facts = [day, entry.body_name.clone(), entry.service.clone()].into_iter().flatten();
    facts.filter(|fact| !entry.title.contains(fact.as_str())).collect::<Vec<_>>().join(", ")
}

/// A page of a list: how many there are, the lines, links to the other pages.
pub fn page(list_of: &Page<Entry>, asked: &Asked, path: &str, none: Markup) -> Markup {
    html! {
        @if list_of.total > 0 {
            p.govuk-body { (pagination::showing(list_of.page, list_of.per_page, list_of.entries.len(), list_of.total)) "." }
        }
        (list(&list_of.entries, none))
        (pagination::pages(list_of.page, list_of.pages(), |n| asked.address_with(path, "page", &n.to_string())))
    }
}
