//! Other systems' pages and answers as drafts with provenance and problems.
//!
//! [`read`] takes any bytes and gives what was understood, where it was read, and every word that no field took. It
//! writes nothing and asks nobody: a draft becomes a record only when the council confirms it.

/// XML to a tree.
mod answer;
/// Bytes to text.
mod encoding;
/// Text extracts to lines.
mod extract;
/// Which words found a field.
mod ledger;
/// HTML to lines.
pub mod markup;
/// ModernGov's pages and answers.
pub mod moderngov;
/// A page's own address.
mod own_address;
/// A page as lines.
pub mod page;
/// Lines in the making.
mod sink;

use redress::draft::{Reading, SourceKind, SourceName};
use sha2::{Digest, Sha256};

/// Longest source in bytes (64 MiB); a longer one is refused by name.
pub const LONGEST: u64 = 64 << 20;

/// Why a source was not read at all.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// It is no page and no answer.
    #[error("not a page or an answer: {why}")]
    NotAPage {
        /// What it is instead, and what to do.
        why: String,
    },
    /// Its characters cannot be told.
    #[error("could not read the characters as {encoding}: {what}")]
    UnreadableEncoding {
        /// The encoding it declares or seems to have.
        encoding: String,
        /// What to do.
        what: String,
    },
    /// It is longer than [`LONGEST`].
    #[error("{bytes} bytes are more than the {LONGEST} that one source may have; split it or leave it out")]
    TooLong {
        /// Its length.
        bytes: u64,
    },
}

/// A reader of one kind of page or answer: the decoded text, and the reading that it fills.
pub type Reader = fn(&str, &mut Reading);

/// Every reader with its name, for tests that feed them texts of any sort.
pub fn readers() -> &'static [(&'static str, SourceKind, Reader)] {
    moderngov::READERS
}

/// Reads a source. `name` is the file's name; only its last part is kept.
pub fn read(name: &str, bytes: &[u8]) -> Result<Reading, Refused> {
    let length = bytes.len() as u64;
    if length > LONGEST {
        return Err(Refused::TooLong { bytes: length });
    }
    let decoded = encoding::decode(bytes)?;
    let mut reading = Reading::of(source(name, bytes), SourceKind::OtherPage);
    if let Some(encoding) = decoded.guessed {
        let message =
            format!("the source declares no encoding and is not UTF-8; it was read as {encoding}: look at its dashes and quotation marks");
        reading.doubt("encoding_guessed", 0, message);
    }
    moderngov::read(&decoded.text, &mut reading);
    Ok(reading)
}

fn source(name: &str, bytes: &[u8]) -> SourceName {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut sha256 = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        sha256.push(char::from(DIGITS[usize::from(byte >> 4)]));
        sha256.push(char::from(DIGITS[usize::from(byte & 15)]));
    }
    SourceName { source: name.rsplit(['/', '\\']).next().unwrap_or(name).into(), sha256 }
}
