//! A member's note on an item or on a page. It holds on to the page reference and the paper as they were: a supplement moves
//! neither, and the note says where a newer version stands.

use serde::Serialize;

use crate::agenda::supplement::Pack;
use crate::wrong::Wrong;

/// The longest note, in characters.
pub const LONGEST: usize = 10_000;

/// Newer pages of the same paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Newer {
    /// The supplement that they are in.
    pub supplement: u32,
    /// `5A` or `5A to 5C`.
    pub pages: String,
}

/// Where the words of a note stand after supplements; none where there is nothing newer.
pub fn stays(page: &str, newer: Option<&Newer>) -> Option<String> {
    let newer = newer?;
    Some(format!("Page {page} stays page {page}. A newer version of this paper is in Supplement {}: {}.", newer.supplement, newer.pages))
}

/// What is wrong with a note as it was typed: it has words, it is on something, and a page is one of the pack.
pub fn check(words: &str, item: bool, page: &str, pack: Option<&Pack>) -> Vec<Wrong> {
    let mut wrong = Vec::new();
    if words.trim().is_empty() {
        wrong.push(Wrong::new("words", "Write the note."));
    }
    if words.chars().count() > LONGEST {
        wrong.push(Wrong::new("words", format!("A note has at most {LONGEST} characters. Make two of it.")));
    }
    match (page.trim(), pack) {
        ("", _) if !item => wrong.push(Wrong::new("item", "Say what it is on: choose an item, or give a page.")),
        ("", _) => {}
        (_, None) => wrong.push(Wrong::new("page", "The papers of this meeting have no page numbers yet. Choose an item instead.")),
        (typed, Some(pack)) if pack.find(typed).is_none() => {
            wrong.push(Wrong::new(
                "page",
                format!("There is no page {typed}. The pack has {} pages; a page of a supplement is like 45A.", pack.pages),
            ));
        }
        _ => {}
    }
    wrong
}

/// A page reference as the pack writes it: `45a ` is 45A.
pub fn reference(typed: &str) -> String {
    typed.trim().to_ascii_uppercase()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_page_must_be_one_of_the_pack() {
        let mut pack = Pack::new(7);
        let fields = |page: &str, pack: Option<&Pack>| check("Ask", false, page, pack).into_iter().map(|w| w.field).collect::<Vec<_>>();
        assert_eq!(fields("5a", Some(&pack)), ["page"]);
        assert!(pack.add(date(2026, 4, 7), "It came too late.", 5, 1).is_ok());
        assert_eq!(fields("5a", Some(&pack)), Vec::<String>::new());
        assert_eq!(fields("8", Some(&pack)), ["page"]);
        assert_eq!(fields("5", None), ["page"]);
        assert_eq!(fields("", Some(&pack)), ["item"]);
        assert_eq!(check(" ", true, "", None).len(), 1);
        assert_eq!(reference(" 5a"), "5A");
    }

    #[test]
    fn a_note_says_where_the_newer_pages_are() {
        let newer = Newer { supplement: 1, pages: "45A to 45B".into() };
        let told = stays("45", Some(&newer)).unwrap_or_default();
        assert_eq!(told, "Page 45 stays page 45. A newer version of this paper is in Supplement 1: 45A to 45B.");
        assert_eq!(stays("45", None), None);
    }
}
