//! The words of a Word document in their structure: headings, numbered paragraphs, lists, tables. What is no words is named, and
//! left out.

mod body;
mod numbering;
mod styles;

use serde::Serialize;

use crate::Refused;
use crate::package::Package;

/// A part of the document, in its order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "part", rename_all = "snake_case")]
pub enum Part {
    /// A heading.
    Heading {
        /// 1 for the highest.
        level: u8,
        /// Its words, with no number that Word puts in front.
        words: String,
    },
    /// A paragraph.
    Paragraph {
        /// The number that Word puts in front: `3.3`.
        number: Option<String>,
        /// Its words.
        words: String,
    },
    /// An item of a list.
    Item {
        /// The number or letter that Word puts in front; empty for a bullet.
        label: String,
        /// Its words.
        words: String,
    },
    /// A table.
    Table {
        /// Whether its first row repeats as a head.
        head: bool,
        /// Its rows.
        rows: Vec<Vec<String>>,
    },
}

/// The words of a document.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Words {
    /// Its parts.
    pub parts: Vec<Part>,
    /// What is in it and was not read, each in a sentence.
    pub left_out: Vec<String>,
}

/// Reads the words of a `.docx`.
pub fn read(bytes: &[u8]) -> Result<Words, Refused> {
    if bytes.is_empty() {
        return Err(Refused::Empty);
    }
    let mut package = Package::open(bytes)?;
    if !package.has("word/document.xml") {
        return Err(Refused::unreadable("it holds no Word document"));
    }
    let styles = styles::read(&mut package)?;
    let numbering = numbering::read(&mut package)?;
    let mut words = body::read(&mut package, &styles, numbering)?;
    for (part, sentence) in [
        ("word/comments.xml", "Comments beside the text were not read."),
        ("word/footnotes.xml", "Footnotes were not read. Put what they say into the text."),
    ] {
        let mut any = false;
        let wanted = if part.contains("comments") { "comment" } else { "footnoteRef" };
        package.walk(part, |step| any |= matches!(step, crate::xml::Step::Open(e) if e.name() == wanted))?;
        if any {
            words.left_out.push(sentence.into());
        }
    }
    Ok(words)
}
