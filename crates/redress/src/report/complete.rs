//! What is missing before a report is finished: sections, their words, numbered recommendations, background papers, pointers.

use serde::Serialize;

use super::kind::ReportKind;
use super::{Block, Is, Section, Text, background, pointer};

/// Something that is missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "missing", rename_all = "snake_case")]
pub enum Missing {
    /// A section that the kind asks for.
    Section {
        /// Its heading.
        heading: String,
    },
    /// The words of a section.
    Words {
        /// Its heading.
        heading: String,
    },
    /// The numbers of the recommendations.
    Recommendations,
    /// The background papers, or that there are none.
    BackgroundPapers,
    /// A paragraph that stands in no section, and so has no number.
    OutsideSections {
        /// Its first words.
        words: String,
    },
    /// What a pointer points to.
    Pointer {
        /// The warning.
        words: String,
    },
}

impl Missing {
    /// What to do.
    pub fn words(&self) -> String {
        match self {
            Missing::Section { heading } => format!("The section “{heading}” is missing."),
            Missing::Words { heading } => format!("The section “{heading}” is empty."),
            Missing::Recommendations => "The recommendations have no numbers: write each as a paragraph or a numbered item.".into(),
            Missing::BackgroundPapers => "List the background papers, or write None (Local Government Act 1972, section 100D).".into(),
            Missing::OutsideSections { words } => format!("“{words}…” stands before the first section and has no number: put it into one."),
            Missing::Pointer { words } => words.clone(),
        }
    }
}

/// What is missing of a report of a kind.
pub fn missing(kind: &ReportKind, text: &Text) -> Vec<Missing> {
    let mut all = Vec::new();
    for needed in &kind.sections {
        let heading = || needed.heading.clone();
        match text.section(&needed.heading) {
            None => all.push(Missing::Section { heading: heading() }),
            Some(_) if super::same_heading(&needed.heading, background::HEADING) => {
                all.extend(background::papers(text).is_none().then_some(Missing::BackgroundPapers));
            }
            Some(section) if !has_words(&section) => all.push(Missing::Words { heading: heading() }),
            Some(section) if recommends(&needed.heading) && !numbered(&section) => all.push(Missing::Recommendations),
            Some(_) => {}
        }
    }
    let outside = text.blocks.iter().take_while(|b| !b.begins_section());
    all.extend(outside.filter(|b| matches!(b.is, Is::Paragraph { .. })).map(|b| Missing::OutsideSections { words: first_words(b) }));
    all.extend(pointer::broken(text).iter().map(|b| Missing::Pointer { words: b.words() }));
    all
}

fn first_words(block: &Block) -> String {
    block.plain().split_whitespace().take(6).collect::<Vec<_>>().join(" ")
}

fn has_words(section: &Section<'_>) -> bool {
    section.blocks.iter().any(|b| !matches!(b.is, Is::Heading { .. }) && b.texts().iter().any(|t| t.chars().any(char::is_alphanumeric)))
}

fn recommends(heading: &str) -> bool {
    heading.to_lowercase().starts_with("recommendation")
}

fn numbered(section: &Section<'_>) -> bool {
    section.blocks.iter().any(|b| match &b.is {
        Is::Paragraph { number, .. } => number.is_some(),
        Is::List { items } => items.iter().all(|i| !i.label.is_empty()),
        Is::Heading { .. } | Is::Table { .. } => false,
    })
}
