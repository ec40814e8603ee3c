//! A document that the program drafts, as a page shows it and as the file that is kept with its hash.

use maud::{DOCTYPE, Markup, html};
use redress::monitoring_report::draft::{Document, Part};
use redress_store::desk::work::paper::{PaperVersion, WorkingPaper};

/// The parts of a document under a page's own title.
pub fn shown(document: &Document) -> Markup {
    html! {
        @for part in &document.parts {
            @match part {
                Part::Heading(text) => h3.govuk-heading-s { (text) },
                Part::Paragraph(text) => { @for line in text.lines() { p.govuk-body { (line) } } },
                Part::List(items) => ul.govuk-list.govuk-list--bullet { @for item in items { li { (item) } } },
                Part::Link { words, address } => p.govuk-body { a.govuk-link href=(address) { (words) } ": " (address) },
            }
        }
    }
}

/// The whole document as a file of its own.
pub fn file(document: &Document, authority: &str) -> Vec<u8> {
    let page = html! {
        (DOCTYPE)
        html lang="en-GB" {
            head { meta charset="utf-8"; title { (document.title) } }
            body {
                p { (authority) }
                h1 { (document.title) }
                @for part in &document.parts {
                    @match part {
                        Part::Heading(text) => h2 { (text) },
                        Part::Paragraph(text) => { @for line in text.lines() { p { (line) } } },
                        Part::List(items) => ul { @for item in items { li { (item) } } },
                        Part::Link { words, address } => p { a href=(address) { (words) } ": " (address) },
                    }
                }
            }
        }
    };
    page.into_string().into_bytes()
}

/// The paper and version that a document becomes.
pub fn paper(document: &Document, bytes: &[u8], name: &str, ombudsman_paper: Option<i64>, account: i64) -> (WorkingPaper, PaperVersion) {
    let paper =
        WorkingPaper { ombudsman_paper_id: ombudsman_paper, title: document.title.clone(), author: account, ..WorkingPaper::default() };
    let version = PaperVersion {
        name: name.into(),
        media: "HTML".into(),
        bytes: i64::try_from(bytes.len()).unwrap_or(i64::MAX),
        looked: "{}".into(),
        added_by: account,
        ..PaperVersion::default()
    };
    (paper, version)
}
