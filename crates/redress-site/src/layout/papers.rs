//! Papers: the link says the title, the type and the size.

use maud::{Markup, html};
use redress::paper::{Paper, size_words};
use redress::public::item::ItemPaper;
use redress::slug::slug;

/// `Report of the Monitoring Officer (PDF, 283 KB)`.
pub fn words(paper: &Paper) -> String {
    let facts: Vec<String> = paper.media.iter().cloned().chain(paper.size_bytes.map(size_words)).collect();
    if facts.is_empty() { paper.title.clone() } else { format!("{} ({})", paper.title, facts.join(", ")) }
}

/// The address of a paper's page.
pub fn address(number: u64, paper: &Paper) -> String {
    format!("/documents/{number}/{}", slug(&paper.title))
}

/// The papers of an item.
pub fn list(papers: &[ItemPaper]) -> Markup {
    html! {
        ul.govuk-list.govuk-list--spaced {
            @for paper in papers { (line(&paper.paper, Some(address(paper.number, &paper.paper)))) }
        }
    }
}

/// Papers that have no page of their own.
pub fn plain(papers: &[Paper]) -> Markup {
    html! { ul.govuk-list.govuk-list--spaced { @for paper in papers { (line(paper, web_address(paper).map(str::to_string))) } } }
}

/// Where the source says the file is, if that is a web address.
pub fn web_address(paper: &Paper) -> Option<&str> {
    paper.address.as_deref().filter(|a| a.starts_with("https://") || a.starts_with("http://"))
}

fn line(paper: &Paper, address: Option<String>) -> Markup {
    html! {
        li {
            @match address {
                Some(address) => a.govuk-link href=(address) { (words(paper)) },
                None => (words(paper)),
            }
            @if paper.restricted { " " (super::tag("Restricted", "grey")) " The title is public; the file is not." }
            @if let Some(opened) = &paper.opened { span.redress-meta { " " (opened.how) " on " (redress::day::long(opened.on)) ": " (opened.why) } }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_link_says_title_type_and_size() {
        let paper = Paper { title: "Report".into(), media: Some("PDF".into()), size_bytes: Some(283 * 1024), ..Paper::default() };
        assert_eq!(words(&paper), "Report (PDF, 283 KB)");
        assert_eq!(words(&Paper { title: "Report".into(), ..Paper::default() }), "Report");
    }

    #[test]
    fn only_web_addresses_become_links() {
        let paper = Paper { title: "x".into(), address: Some("javascript:alert(1)".into()), ..Paper::default() };
        assert!(!plain(&[paper]).into_string().contains("href"));
    }
}
