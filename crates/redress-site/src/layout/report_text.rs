//! The text of an officers' report: tagged headings, numbered paragraphs that links lead to, tables with the scope of their heads.

use maud::{Markup, html};
use redress::report::background::address_at_start;
use redress::report::pointer::pointers;
use redress::report::{Block, Is, Item, Text};

/// The blocks, under a title of level 1. Each number is an anchor: `#p3.3`.
pub fn shown(text: &Text) -> Markup {
    html! { @for block in &text.blocks { (one(text, block)) } }
}

fn one(text: &Text, block: &Block) -> Markup {
    match &block.is {
        Is::Heading { level: 1, number, words } => html! {
            h2.govuk-heading-m id=[number.as_ref().map(|n| n.anchor())] { @if let Some(number) = number { (number) " " } (words) }
        },
        Is::Heading { level: 2, words, .. } => html! { h3.govuk-heading-s { (words) } },
        Is::Heading { words, .. } => html! { h4.govuk-heading-s { (words) } },
        Is::Paragraph { number, words } => html! {
            p.govuk-body id=[number.as_ref().map(|n| n.anchor())] { @if let Some(number) = number { (number) " " } (linked(text, words)) }
        },
        Is::List { items } => list(text, items),
        Is::Table { head, rows } => super::scrolling("Table", table(text, head, rows)),
    }
}

fn list(text: &Text, items: &[Item]) -> Markup {
    let plain = items.iter().all(|i| i.label.is_empty());
    html! {
        ul class={ "govuk-list" @if plain { " govuk-list--bullet" } } {
            @for item in items { li { @if !item.label.is_empty() { (item.label) " " } (linked(text, &item.words)) } }
        }
    }
}

fn table(text: &Text, head: &[String], rows: &[Vec<String>]) -> Markup {
    html! {
        table.govuk-table {
            @if !head.is_empty() {
                thead.govuk-table__head { tr.govuk-table__row { @for cell in head { th.govuk-table__header scope="col" { (linked(text, cell)) } } } }
            }
            tbody.govuk-table__body {
                @for row in rows { tr.govuk-table__row { @for cell in row { td.govuk-table__cell { (linked(text, cell)) } } } }
            }
        }
    }
}

/// Words with what they point to: paragraphs of the report that are there, and addresses.
fn linked(text: &Text, words: &str) -> Markup {
    let mut links: Vec<(std::ops::Range<usize>, String)> =
        pointers(words).into_iter().filter(|p| text.has(&p.to)).map(|p| (p.at, format!("#{}", p.to.anchor()))).collect();
    for scheme in ["https://", "http://"] {
        for (at, _) in words.match_indices(scheme) {
            let address = address_at_start(words.get(at..).unwrap_or(""));
            if address.len() > scheme.len() {
                links.push((at..at + address.len(), address.to_string()));
            }
        }
    }
    links.sort_by_key(|(at, _)| at.start);
    let mut from = 0;
    let mut parts: Vec<Markup> = Vec::new();
    for (at, to) in links {
        if at.start < from {
            continue;
        }
        let (before, inside) = (words.get(from..at.start).unwrap_or(""), words.get(at.clone()).unwrap_or(""));
        parts.push(html! { (before) a.govuk-link href=(to) { (inside) } });
        from = at.end;
    }
    html! { @for part in &parts { (part) } (words.get(from..).unwrap_or("")) }
}

#[cfg(test)]
mod tests {
    use redress::report::settle::settle;
    use redress::report::typed::read;

    #[test]
    fn pointers_and_addresses_are_links_and_nothing_else_is_markup() {
        let text = settle(None, read("# One\n\nSee paragraphs 1.1 and 9.9, <b> and https://a.example/b?c=1&d.\n\n| A |\n|---|\n| 1 |"));
        let html = super::shown(&text).into_string();
        assert!(html.contains(r##"<h2 class="govuk-heading-m" id="s1">1 One</h2>"##), "{html}");
        assert!(
            html.contains(r##"id="p1.1">1.1 See paragraphs <a class="govuk-link" href="#p1.1">1.1</a> and 9.9, &lt;b&gt; and "##),
            "{html}"
        );
        assert!(html.contains(r#"href="https://a.example/b?c=1&amp;d">"#), "{html}");
        assert!(html.contains(r#"<th class="govuk-table__header" scope="col">A</th>"#), "{html}");
    }
}
