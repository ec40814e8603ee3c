//! An officers' report: blocks with numbers that stay, the sections that its kind asks for, pointers between paragraphs.
//!
//! An officer types plain text (`typed`); each save settles it against the version before (`settle`), so that a paragraph
//! keeps its number for ever and what comes between two of them gets a letter: 3.3, 3.3A, 3.4.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

/// The background papers that a report lists.
pub mod background;
/// What two versions say differently, block by block.
pub mod changes;
/// Who a clearance asks for, against who holds which post.
pub mod clearer;
/// What is missing before a report is finished.
pub mod complete;
/// A kind of report: its sections, its clearances.
pub mod kind;
/// Numbers of sections and paragraphs.
pub mod number;
/// Words that point to a paragraph.
pub mod pointer;
/// The next version of what was typed: which block is which, and what number each has.
pub mod settle;
/// What earlier bodies said, as sections of the next body's version.
pub mod travel;
/// The plain text that an officer types.
pub mod typed;

pub use number::Number;

/// The words of one version.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    /// Its blocks, in order.
    pub blocks: Vec<Block>,
    /// The number that the next new block gets.
    pub next_id: u32,
    /// Every number that was ever given. None is given twice, so a pointer never leads to another paragraph.
    pub given: BTreeSet<Number>,
}

/// A block; it keeps its number through every version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// Which one it is, from version to version.
    pub id: u32,
    /// What it is.
    #[serde(flatten)]
    pub is: Is,
}

/// What a block is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "block", rename_all = "snake_case")]
pub enum Is {
    /// A heading. Those of level 1 begin sections and are numbered.
    Heading {
        /// 1 for a section, 2 and 3 within it.
        level: u8,
        /// The section's number.
        number: Option<Number>,
        /// Its words.
        words: String,
    },
    /// A paragraph; numbered within a section.
    Paragraph {
        /// Its number.
        number: Option<Number>,
        /// Its words.
        words: String,
    },
    /// A list.
    List {
        /// Its items.
        items: Vec<Item>,
    },
    /// A table.
    Table {
        /// The heads of its columns; empty where it has none.
        head: Vec<String>,
        /// Its rows.
        rows: Vec<Vec<String>>,
    },
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// Its label as typed: `(1)`, `a)`; empty for a bullet.
    pub label: String,
    /// Its words.
    pub words: String,
}

impl Block {
    /// Its number, where it has one.
    pub fn number(&self) -> Option<&Number> {
        match &self.is {
            Is::Heading { number, .. } | Is::Paragraph { number, .. } => number.as_ref(),
            Is::List { .. } | Is::Table { .. } => None,
        }
    }

    /// Every text in it, one after the other.
    pub fn texts(&self) -> Vec<&str> {
        match &self.is {
            Is::Heading { words, .. } | Is::Paragraph { words, .. } => vec![words],
            Is::List { items } => items.iter().map(|i| i.words.as_str()).collect(),
            Is::Table { head, rows } => head.iter().chain(rows.iter().flatten()).map(String::as_str).collect(),
        }
    }

    /// Whether it begins a section.
    pub fn begins_section(&self) -> bool {
        matches!(self.is, Is::Heading { level: 1, .. })
    }

    /// Its words as one text, with labels and no number: what a difference is shown of.
    pub fn plain(&self) -> String {
        match &self.is {
            Is::List { items } => {
                items.iter().map(|i| format!("{} {}", i.label, i.words).trim().to_string()).collect::<Vec<_>>().join("\n")
            }
            _ => self.texts().join(" "),
        }
    }
}

/// A section with what stands in it.
#[derive(Debug, Clone, Copy)]
pub struct Section<'a> {
    /// Its number.
    pub number: Option<&'a Number>,
    /// Its heading.
    pub heading: &'a str,
    /// What stands below the heading, up to the next section.
    pub blocks: &'a [Block],
}

impl Text {
    /// The sections, in order; what stands before the first is in none.
    pub fn sections(&self) -> Vec<Section<'_>> {
        let starts: Vec<usize> = self.blocks.iter().enumerate().filter(|(_, b)| b.begins_section()).map(|(at, _)| at).collect();
        let ends = starts.iter().skip(1).copied().chain([self.blocks.len()]);
        let section = |(start, end): (&usize, usize)| {
            let (first, blocks) = self.blocks.get(*start..end)?.split_first()?;
            let Is::Heading { number, words, .. } = &first.is else { return None };
            Some(Section { number: number.as_ref(), heading: words, blocks })
        };
        starts.iter().zip(ends).filter_map(section).collect()
    }

    /// The section of a heading, whatever its capitals.
    pub fn section(&self, heading: &str) -> Option<Section<'_>> {
        self.sections().into_iter().find(|s| same_heading(s.heading, heading))
    }

    /// Whether a number stands in this version.
    pub fn has(&self, number: &Number) -> bool {
        self.blocks.iter().any(|b| b.number() == Some(number))
    }

    /// How many words it has.
    pub fn words(&self) -> usize {
        self.blocks.iter().flat_map(Block::texts).map(|t| t.split_whitespace().count()).sum()
    }
}

/// Whether two headings are one: capitals and punctuation make no difference.
pub fn same_heading(a: &str, b: &str) -> bool {
    let words =
        |text: &str| text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_lowercase).collect::<Vec<_>>();
    words(a) == words(b)
}

#[cfg(test)]
mod tests;
