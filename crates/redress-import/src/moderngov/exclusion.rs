//! Paragraphs that exclude the public, and the ground that they cite.

use std::sync::LazyLock;

use redress::exclusion::Exclusion;
use regex::Regex;

static GROUND: LazyLock<Option<Regex>> = LazyLock::new(|| {
    // Regulation, paragraph of Schedule 12A, or section, with the instrument where it is named.
    Regex::new(
        r"(?i)\bregulations? \d+[A-Z]?(?: ?\([0-9a-z]+\))*(?: of the [A-Z][^.;]{0,160}?Regulations \d{4})?|\bparagraphs? \d[\d, andor&]*(?:\([0-9a-z]+\))?(?: (?:of|in) Part (?:1|I|One))? (?:of|to|in) (?:the )?Schedule 12A(?: (?:of|to) the Local Government Act 1972)?|\bsection 100A ?\(\d[A-Z]?\)(?: of the Local Government Act 1972)?|\bSchedule 12A(?: (?:of|to) the Local Government Act 1972)?",
    )
    .ok()
});

/// Whether a paragraph excludes the public or says that its matter is not for them.
pub fn excludes(paragraph: &str) -> bool {
    // Nearly no paragraph holds one of these; the rest are not looked at closely.
    if !["exclu", "xempt", "12A", "ublication"].iter().any(|mark| paragraph.contains(mark)) {
        return false;
    }
    let lower = paragraph.to_lowercase();
    [
        "public must be excluded",
        "public be excluded",
        "public should be excluded",
        "public was excluded",
        "public were excluded",
        "exclusion of the public",
        "exclusion of press and public",
        "exclusion of the press and public",
        "exclude the public",
        "exclude the press and public",
        "exempt information",
        "schedule 12a",
        "not for publication",
    ]
    .iter()
    .any(|words| lower.contains(words))
}

/// Reads such a paragraph.
pub fn read(paragraph: &str) -> Option<Exclusion> {
    if !excludes(paragraph) {
        return None;
    }
    let ground = GROUND.as_ref().and_then(|r| r.find(paragraph)).map(|m| m.as_str().trim().to_string());
    Some(Exclusion { ground, text: paragraph.into() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ground(text: &str) -> Option<String> {
        read(text).and_then(|e| e.ground)
    }

    #[test]
    fn grounds_are_cited_in_the_words_of_the_page() {
        assert_eq!(
            ground("Exempt information as defined in paragraph 3 of Part 1 of Schedule 12A to the Local Government Act 1972."),
            Some("paragraph 3 of Part 1 of Schedule 12A to the Local Government Act 1972".into())
        );
        assert_eq!(ground("That the public be excluded under regulation 4(2)(b)."), Some("regulation 4(2)(b)".into()));
        assert_eq!(ground("Not for publication"), None);
        assert!(read("The pupil was excluded from school.").is_none());
    }
}
