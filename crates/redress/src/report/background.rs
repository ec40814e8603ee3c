//! The background papers that a report lists: Local Government Act 1972, section 100D.

use serde::Serialize;

use super::{Block, Is, Text, same_heading};

/// The heading of the list.
pub const HEADING: &str = "Background papers";

/// A paper that a report rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BackgroundPaper {
    /// What it is.
    pub title: String,
    /// Where it can be read, where the list says so.
    pub address: Option<String>,
}

/// What the list says; none where the report has no list or an empty one. An empty list was stated: *None*.
pub fn papers(text: &Text) -> Option<Vec<BackgroundPaper>> {
    let section = text.section(HEADING)?;
    let lines: Vec<&str> = section.blocks.iter().flat_map(lines).map(str::trim).filter(|l| !l.is_empty()).collect();
    if lines.is_empty() {
        return None;
    }
    Some(lines.into_iter().filter(|l| !states_none(l)).map(paper).collect())
}

fn lines(block: &Block) -> Vec<&str> {
    match &block.is {
        Is::Heading { .. } => Vec::new(),
        _ => block.texts(),
    }
}

fn states_none(line: &str) -> bool {
    ["none", "nil", "no background papers", "there are none", "there are no background papers"].iter().any(|w| same_heading(line, w))
}

fn paper(line: &str) -> BackgroundPaper {
    let at = ["https://", "http://"].iter().filter_map(|scheme| line.find(scheme)).min();
    let Some((title, rest)) = at.and_then(|at| line.split_at_checked(at)) else {
        return BackgroundPaper { title: line.into(), address: None };
    };
    let address = address_at_start(rest);
    let title = title.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '-' | '–' | '—' | ',' | '(')).to_string();
    BackgroundPaper { title: if title.is_empty() { address.into() } else { title }, address: Some(address.into()) }
}

/// The address that words begin with, without the full stop or bracket after it.
pub fn address_at_start(words: &str) -> &str {
    let end = words.find(|c: char| c.is_whitespace() || matches!(c, '"' | '<' | '>')).unwrap_or(words.len());
    words.get(..end).unwrap_or("").trim_end_matches(['.', ',', ';', ')'])
}
