//! A resolution as a clerk types it: one clause to a line, each with its own label.

use super::{Clause, split_label, tree};
use crate::wrong::Wrong;

/// Reads typed lines into clauses. A label with nothing after it is refused: the words are missing.
pub fn read_clauses(lines: &str) -> Result<Vec<Clause>, Wrong> {
    let lines: Vec<&str> = lines.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    if let Some(bare) = lines.iter().find(|line| is_bare_label(line)) {
        return Err(Wrong::new("clauses", format!("Clause {bare} has no words. Write them on the same line.")));
    }
    Ok(tree(lines.into_iter().map(|line| match split_label(line) {
        Some((label, words)) => (Some(label), words),
        None => (None, line),
    })))
}

fn is_bare_label(line: &str) -> bool {
    line.ends_with([')', '.']) && split_label(&format!("{line} x")).is_some_and(|(label, words)| label == line && words == "x")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typed_lines_become_a_tree() {
        let read = read_clauses("That the Council:\n\na) accepts the report\nb) asks for\n    i) a policy\n    ii) training\nc) notes it")
            .unwrap();
        let labels: Vec<_> = read.iter().map(|c| c.label.as_deref().unwrap_or("-")).collect();
        assert_eq!(labels, ["-", "a)", "b)", "c)"]);
        assert_eq!(read[2].children.len(), 2);
        assert_eq!(read_clauses("Noted.").unwrap()[0].text, "Noted.");
        assert!(read_clauses(" \n").unwrap().is_empty());
    }

    #[test]
    fn a_label_without_words_is_refused() {
        assert!(read_clauses("a) accepts\nb)").unwrap_err().message.contains("Clause b) has no words"));
    }
}
