//! Words that point to a paragraph of the same report: *paragraphs 3.3 and 3.6 of the report*, *section 4 below*.
//!
//! A number after *paragraph* that names another thing after it, *of the constitution*, points nowhere here.

use std::collections::BTreeMap;
use std::ops::Range;

use serde::Serialize;

use super::{Block, Is, Number, Text};

/// A number in words that points to a paragraph or a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pointer {
    /// Where the number stands in the words, in bytes.
    pub at: Range<usize>,
    /// What it points to.
    pub to: Number,
}

/// A pointer that leads nowhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Broken {
    /// The paragraph that it stands in, where that is numbered.
    pub stands_in: Option<Number>,
    /// What it points to.
    pub to: Number,
    /// Whether there was such a paragraph once.
    pub once: bool,
}

impl Broken {
    /// The warning.
    pub fn words(&self) -> String {
        let what = if self.to.paragraph.is_some() { "paragraph" } else { "section" };
        let place = self.stands_in.as_ref().map_or("A table or list".to_string(), |n| format!("Paragraph {n}"));
        let why = if self.once { "was taken out" } else { "is not in this report" };
        format!("{place} points to {what} {}, which {why}. Write the number that is meant.", self.to)
    }
}

/// The pointers in words, in order.
pub fn pointers(words: &str) -> Vec<Pointer> {
    let mut found = Vec::new();
    let tokens = tokens(words);
    let mut at = 0;
    while let Some((_, word)) = tokens.get(at) {
        at += 1;
        let paragraphs = is_any(word, &["paragraph", "paragraphs", "para", "paras"]);
        if !paragraphs && !is_any(word, &["section", "sections"]) {
            continue;
        }
        let mut run = Vec::new();
        while let Some((range, token)) = tokens.get(at) {
            match Number::read(token).filter(|n| n.paragraph.is_some() == paragraphs) {
                Some(to) => run.push(Pointer { at: range.start..range.start + to.to_string().len(), to }),
                None if !run.is_empty() && is_any(token, &["and", "or", "to"]) => {}
                None => break,
            }
            at += 1;
        }
        let after: Vec<&str> = tokens.iter().skip(at).take(3).map(|(_, t)| *t).collect();
        if own(paragraphs, &after, words.get(run.last().map_or(0, |p| p.at.end)..).unwrap_or("")) {
            found.append(&mut run);
        }
    }
    found
}

/// Whether numbers with these words after them are of this report.
fn own(paragraphs: bool, after: &[&str], rest: &str) -> bool {
    // A full stop or a comma ends what the words after it could say of the number.
    if rest.starts_with(['.', ';', ',', ')']) {
        return paragraphs;
    }
    match after {
        ["of" | "in" | "to", "this" | "the", what, ..] => is_any(what, &["report"]),
        ["of" | "in", ..] => false,
        [what, ..] if is_any(what, &["above", "below"]) => true,
        _ => paragraphs,
    }
}

fn is_any(word: &str, of: &[&str]) -> bool {
    let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
    of.iter().any(|w| bare.eq_ignore_ascii_case(w))
}

/// The words with their places, without the brackets and commas around them.
fn tokens(words: &str) -> Vec<(Range<usize>, &str)> {
    let mut found = Vec::new();
    let mut start = None;
    for (at, letter) in words.char_indices().chain([(words.len(), ' ')]) {
        let part = letter.is_alphanumeric() || letter == '.';
        match (part, start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                start = None;
                found.extend(words.get(from..at).map(|w| (from..at, w)));
            }
            _ => {}
        }
    }
    found
}

/// The pointers that lead nowhere.
pub fn broken(text: &Text) -> Vec<Broken> {
    let mut found = Vec::new();
    for block in &text.blocks {
        for pointer in block.texts().into_iter().flat_map(pointers) {
            if !text.has(&pointer.to) {
                let once = text.given.contains(&pointer.to);
                found.push(Broken { stands_in: block.number().cloned(), to: pointer.to, once });
            }
        }
    }
    found
}

/// Turns the pointers of a block to the new numbers of what they point to.
pub(super) fn redirect(block: &mut Block, moved: &BTreeMap<&Number, Number>) {
    let turn = |words: &mut String| {
        for pointer in pointers(words).into_iter().rev() {
            if let Some(to) = moved.get(&pointer.to) {
                words.replace_range(pointer.at, &to.to_string());
            }
        }
    };
    match &mut block.is {
        Is::Heading { words, .. } | Is::Paragraph { words, .. } => turn(words),
        Is::List { items } => items.iter_mut().for_each(|i| turn(&mut i.words)),
        Is::Table { head, rows } => head.iter_mut().chain(rows.iter_mut().flatten()).for_each(turn),
    }
}
