//! A finished report as the file that is kept with its hash: HTML with tagged headings and tables, readable on its own.

use maud::{DOCTYPE, Markup, html};
use redress::report::Text;
use redress_paper::docx::{Part, Words};
use redress_store::desk::work::paper::PaperVersion;

use crate::layout::report_text;

/// What stands around the text.
pub struct Facts<'a> {
    /// The council.
    pub authority: &'a str,
    /// The report's title, as the public may read it.
    pub title: &'a str,
    /// Names and values: meeting, author's post.
    pub facts: Vec<(&'static str, String)>,
    /// Posts that cleared it, with the day, and what each signed off.
    pub cleared: Vec<(String, String, String)>,
}

/// The file.
pub fn bytes(facts: &Facts<'_>, text: &Text) -> Vec<u8> {
    let page = html! {
        (DOCTYPE)
        html lang="en-GB" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (facts.title) " - " (facts.authority) }
                style { "body{font:1.1rem/1.5 sans-serif;max-width:45em;margin:2em auto;padding:0 1em}table{border-collapse:collapse}th,td{border:1px solid;padding:.3em .6em;text-align:left;vertical-align:top}" }
            }
            body {
                header { p { (facts.authority) } h1 { (facts.title) } }
                main { (around(facts)) (report_text::shown(text)) (cleared(facts)) }
            }
        }
    };
    page.into_string().into_bytes()
}

fn around(facts: &Facts<'_>) -> Markup {
    html! { dl { @for (name, value) in &facts.facts { dt { (name) } dd { (value) } } } }
}

fn cleared(facts: &Facts<'_>) -> Markup {
    html! {
        @if !facts.cleared.is_empty() {
            h2.govuk-heading-m { "Clearances" }
            table.govuk-table {
                thead.govuk-table__head { tr.govuk-table__row { @for head in ["Post", "Cleared on", "Sections signed off"] { th.govuk-table__header scope="col" { (head) } } } }
                tbody.govuk-table__body {
                    @for (post, on, signed) in &facts.cleared {
                        tr.govuk-table__row { th.govuk-table__header scope="row" { (post) } td.govuk-table__cell { (on) } td.govuk-table__cell { (signed) } }
                    }
                }
            }
        }
    }
}

/// The version of a paper that the file becomes.
pub fn version(name: &str, bytes: &[u8], account: i64) -> PaperVersion {
    PaperVersion {
        name: name.into(),
        media: "HTML".into(),
        bytes: i64::try_from(bytes.len()).unwrap_or(i64::MAX),
        looked: "{}".into(),
        added_by: account,
        ..PaperVersion::default()
    }
}

/// The words of a Word document as an officer would type them.
pub fn typed(words: &Words) -> String {
    let mut text = String::new();
    let mut in_list = false;
    for part in &words.parts {
        let item = matches!(part, Part::Item { .. });
        text.push_str(match (text.is_empty(), item && in_list) {
            (true, _) => "",
            (_, true) => "\n",
            _ => "\n\n",
        });
        in_list = item;
        match part {
            Part::Heading { level, words } => text.push_str(&format!("{} {words}", "#".repeat(usize::from(*level).clamp(1, 3)))),
            Part::Paragraph { number: Some(number), words } => text.push_str(&format!("{number} {words}")),
            Part::Paragraph { number: None, words } => {
                let special = words.starts_with(['#', '|', '\\']);
                text.push_str(&format!("{}{words}", if special { "\\" } else { "" }));
            }
            Part::Item { label, words } => text.push_str(&format!("{} {words}", label_of(label))),
            Part::Table { head, rows } => text.push_str(&table(*head, rows)),
        }
    }
    text
}

/// A label as typed text knows it: Word's `a.` is `a)`.
fn label_of(label: &str) -> String {
    match label.strip_suffix('.') {
        _ if label.is_empty() => "-".into(),
        Some(letters) if letters.chars().all(|c| c.is_ascii_lowercase()) => format!("{letters})"),
        _ => label.into(),
    }
}

fn table(head: bool, rows: &[Vec<String>]) -> String {
    let line = |cells: &Vec<String>| format!("| {} |", cells.iter().map(|c| c.replace('|', "\\|")).collect::<Vec<_>>().join(" | "));
    let mut lines: Vec<String> = rows.iter().map(line).collect();
    if let (true, Some(first)) = (head, rows.first()) {
        lines.insert(1, format!("|{}", "---|".repeat(first.len())));
    }
    lines.join("\n")
}
