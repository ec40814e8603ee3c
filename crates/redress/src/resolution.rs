//! A resolution's clauses as a tree, with the labels that the record prints.
//!
//! Depth follows the *kind* of marker, never indentation: pages lose it.

use serde::{Deserialize, Serialize};

/// One decision in three texts, compared.
pub mod texts;
/// A resolution as a clerk types it.
mod typed;

pub use typed::read_clauses;

/// One clause, with those under it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clause {
    /// The label as printed: `(a)`, `1.`, `i)`; none for a clause without one.
    pub label: Option<String>,
    /// The words, verbatim.
    pub text: String,
    /// Clauses under it.
    #[serde(default)]
    pub children: Vec<Clause>,
}

/// The sort of a label: its characters and its punctuation.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Marker {
    open: bool,
    close: char,
    counts: Counts,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Counts {
    Number,
    Letter,
    Roman,
    Bullet,
    /// `(Option A)`.
    Option,
}

/// Splits a label from the front of a paragraph: `(a)  That…` gives `("(a)", "That…")`.
pub fn split_label(paragraph: &str) -> Option<(&str, &str)> {
    let text = paragraph.trim();
    if let Some(rest) = text.strip_prefix(['·', '•']) {
        let at = text.len() - rest.len();
        return Some((&text[..at], rest.trim_start()));
    }
    let end = label_end(text)?;
    let rest = text[end..].trim_start_matches(':').trim_start();
    (!rest.is_empty()).then(|| (&text[..end], rest))
}

fn label_end(text: &str) -> Option<usize> {
    let open = text.starts_with('(');
    let inner = if open { &text[1..] } else { text };
    let from = usize::from(open);
    if open && inner.to_lowercase().starts_with("option ") {
        let close = inner.find(')')?;
        return (close <= 12).then_some(from + close + 1);
    }
    let len = inner.find(|c: char| !c.is_ascii_alphanumeric())?;
    let word = &inner[..len];
    let close = inner[len..].chars().next()?;
    let numbered = !word.is_empty() && word.len() <= 3 && word.bytes().all(|b| b.is_ascii_digit());
    let lettered = word.len() == 1 && word.bytes().all(|b| b.is_ascii_alphabetic());
    let roman = word.len() <= 5 && !word.is_empty() && word.bytes().all(|b| b"ivxIVX".contains(&b));
    let fits = match close {
        ')' => numbered || lettered || roman,
        // `8.1` is a paragraph number of the minutes and `A. Smith` is a name.
        '.' if !open => {
            let after = inner[len + 1..].chars().next();
            (numbered && after.is_none_or(|c| !c.is_ascii_digit()))
                || ((roman || lettered) && word.bytes().all(|b| b.is_ascii_lowercase()) && after.is_none_or(char::is_whitespace))
        }
        _ => false,
    };
    fits.then(|| from + len + 1)
}

fn marker(label: &str, previous: Option<&Clause>) -> Marker {
    let open = label.starts_with('(');
    let close = label.chars().next_back().unwrap_or(' ');
    let word = label.trim_matches(['(', ')', '.']).to_lowercase();
    let counts = if matches!(close, '·' | '•') {
        Counts::Bullet
    } else if word.starts_with("option") {
        Counts::Option
    } else if word.bytes().all(|b| b.is_ascii_digit()) {
        Counts::Number
    } else if word.bytes().all(|b| b"ivx".contains(&b)) && !follows_letter(&word, previous) {
        Counts::Roman
    } else {
        Counts::Letter
    };
    Marker { open, close, counts }
}

/// `(i)` after `(h)` is the letter, and `(v)` after `(u)`; after anything else it is Roman.
fn follows_letter(word: &str, previous: Option<&Clause>) -> bool {
    let before = previous.and_then(|c| c.label.as_deref()).map(|l| l.trim_matches(['(', ')', '.']).to_lowercase());
    match (before.as_deref().map(str::as_bytes), word.as_bytes()) {
        (Some([b]), [w]) => *b + 1 == *w,
        _ => false,
    }
}

/// Builds the tree from labelled and plain paragraphs in their order. Plain ones stand at the top with no label.
pub fn tree<'a>(paragraphs: impl IntoIterator<Item = (Option<&'a str>, &'a str)>) -> Vec<Clause> {
    let mut top: Vec<Clause> = Vec::new();
    let mut open: Vec<Marker> = Vec::new();
    for (label, text) in paragraphs {
        let clause = Clause { label: label.map(Into::into), text: text.into(), children: Vec::new() };
        let Some(label) = label else {
            open.clear();
            top.push(clause);
            continue;
        };
        let mark = marker(label, last(&top, open.len()));
        match open.iter().position(|m| *m == mark) {
            Some(depth) => open.truncate(depth + 1),
            None => open.push(mark),
        }
        level(&mut top, open.len() - 1).push(clause);
    }
    top
}

fn last(top: &[Clause], depth: usize) -> Option<&Clause> {
    let mut found = top.last();
    for _ in 1..depth {
        found = found.and_then(|c| c.children.last()).or(found);
    }
    found
}

fn level(top: &mut Vec<Clause>, depth: usize) -> &mut Vec<Clause> {
    if depth == 0 || top.is_empty() {
        return top;
    }
    let end = top.len() - 1;
    level(&mut top[end].children, depth - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_split_and_names_are_not() {
        assert_eq!(split_label("(a)          That it be noted"), Some(("(a)", "That it be noted")));
        assert_eq!(split_label("a)    The Council noted"), Some(("a)", "The Council noted")));
        assert_eq!(split_label("1. Accept"), Some(("1.", "Accept")));
        assert_eq!(split_label("1.To accept"), Some(("1.", "To accept")));
        assert_eq!(split_label("(Option A): That"), Some(("(Option A)", "That")));
        assert_eq!(split_label("·        Member involvement"), Some(("·", "Member involvement")));
        assert_eq!(split_label("8.1 The committee"), None);
        assert_eq!(split_label("A. Smith presented"), None);
        assert_eq!(split_label("(23 006 024)"), None);
    }

    #[test]
    fn a_change_of_marker_goes_down_and_the_old_one_comes_back_up() {
        let read = tree([
            (Some("(1)"), "first"),
            (Some("(a)"), "under first"),
            (Some("(i)"), "deeper"),
            (Some("(ii)"), "deeper still"),
            (Some("(b)"), "under first again"),
            (Some("(2)"), "second"),
        ]);
        assert_eq!(read.len(), 2);
        assert_eq!(read[0].children.len(), 2);
        assert_eq!(read[0].children[0].children.len(), 2);
        assert_eq!(read[1].label.as_deref(), Some("(2)"));
    }

    #[test]
    fn the_letter_i_after_h_stays_in_its_list() {
        let labels = ["(a)", "(b)", "(c)", "(d)", "(e)", "(f)", "(g)", "(h)", "(i)", "(j)"];
        assert_eq!(tree(labels.map(|l| (Some(l), "x"))).len(), labels.len());
    }
}
