//! Paragraphs that exclude the public, and the ground that they cite.

use std::sync::LazyLock;

use redress::exclusion::Exclusion;
use regex::Regex;

use crate::moderngov::minutes_text::sentences;

static MARKS: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new("xclu|XCLU|xempt|XEMPT|12A|ublication|UBLICATION").ok());
static GROUND: LazyLock<Option<Regex>> = LazyLock::new(|| {
    // Regulation, paragraph of Schedule 12A, or section, with the instrument where it is named.
    Regex::new(
        r"(?i)\bregulations? \d+[A-Z]?(?: ?\([0-9a-z]+\))*(?: of the [A-Z][^.;]{0,160}?Regulations \d{4})?|\bparagraphs? \d[\d, andor&]*(?:\([0-9a-z]+\))?(?: (?:of|in) Part (?:1|I|One))? (?:of|to|in) (?:the )?Schedule 12A(?: (?:of|to) the Local Government Act 1972)?|\bsection 100A ?\(\d[A-Z]?\)(?: of the Local Government Act 1972)?|\bSchedule 12A(?: (?:of|to) the Local Government Act 1972)?",
    )
    .ok()
});

/// Words that close a meeting to the public.
const CLOSES: [&str; 15] = [
    "public must be excluded",
    "public be excluded",
    "public should be excluded",
    "public was excluded",
    "public were excluded",
    "public will be excluded",
    "public would be excluded",
    "public is excluded",
    "public are excluded",
    "exclusion of the public",
    "exclusion of press and public",
    "exclusion of the press and public",
    "exclude the public",
    "exclude the press and public",
    "exclude press and public",
];
/// Words that keep something from the public: the item, or only a paper of it.
const KEEPS: [&str; 3] = ["exempt information", "schedule 12a", "not for publication"];
/// A paper may be exempt; of a decision this may only say that it cannot be called in.
const EXEMPTS: [&str; 2] = ["is exempt under", "are exempt under"];

/// Whether a paragraph excludes the public from an item or says that the item is not for them.
pub fn excludes(paragraph: &str) -> bool {
    if !may_restrict(paragraph) {
        return false;
    }
    sentences(paragraph).any(|sentence| {
        let lower = sentence.to_lowercase();
        let closes = CLOSES.iter().any(|words| lower.contains(words));
        let keeps = KEEPS.iter().any(|words| lower.contains(words));
        match of_paper(&lower) {
            // `should members wish to discuss the appendix`: nobody has been excluded yet.
            true => closes && !on_condition(&lower),
            false => closes || keeps,
        }
    })
}

/// The sentences of a paragraph that keep a paper of the item from the public, and not the item.
pub fn of_papers(paragraph: &str) -> impl Iterator<Item = &str> {
    let looked_at = if may_restrict(paragraph) { paragraph } else { "" };
    sentences(looked_at).filter(|sentence| {
        let lower = sentence.to_lowercase();
        of_paper(&lower) && KEEPS.iter().chain(&EXEMPTS).chain(&CLOSES).any(|words| lower.contains(words))
    })
}

/// Nearly no paragraph holds one of these; the rest are not looked at closely.
fn may_restrict(paragraph: &str) -> bool {
    MARKS.as_ref().is_none_or(|r| r.is_match(paragraph))
}

fn of_paper(lower: &str) -> bool {
    ["appendix", "appendices", "annex"].iter().any(|word| lower.contains(word))
}

fn on_condition(lower: &str) -> bool {
    let words =
        ["if ", "should members", "should the committee", "should any", "in the event", "may need to", "may be necessary", "may wish"];
    words.iter().any(|word| lower.contains(word))
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
        assert!(read("The decision is exempt under rule 15 from call-in.").is_none());
        assert!(read("That the public be excluded while the appendix is discussed.").is_some());
        assert!(read("This report is exempt under paragraph 1 of Schedule 12A.").is_some());
    }

    #[test]
    fn a_paper_that_is_kept_back_excludes_nobody() {
        for text in [
            "Appendix B is exempt under paragraph 3 of Schedule 12A to the Local Government Act 1972.",
            "To award the contract. The appendix is not for publication, for it holds exempt information.",
            "If members wish to discuss the exempt appendix, the public must be excluded.",
        ] {
            assert!(read(text).is_none(), "{text}");
            assert_eq!(of_papers(text).count(), 1, "{text}");
        }
        assert_eq!(of_papers("The appendix sets out the cost.").count(), 0);
    }
}
