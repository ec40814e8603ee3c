//! The words of a file, so that what two versions say can be compared and search finds what is inside.

use crate::not_covered::CUT_SHORT;
use crate::{Looked, Media, pdf};

/// Longer texts are kept as files alone.
const MOST_CHARACTERS: usize = 200_000;
/// A PDF of more pages is not read word by word.
const MOST_PAGES: u32 = 400;

/// The words of a file that was looked into; none where they cannot be read, or where something hidden was found among them.
pub fn words(bytes: &[u8], looked: &Looked) -> Option<String> {
    if !looked.findings.is_empty() {
        return None;
    }
    let text = match looked.media {
        Media::Text | Media::Csv => plain(bytes),
        Media::Pdf if looked.pages.is_some_and(|n| n <= MOST_PAGES) && !looked.not_covered.contains(&CUT_SHORT) => pdf::words(bytes)?,
        _ => return None,
    };
    let text: String = text.chars().filter(|c| *c == '\n' || *c == '\t' || !c.is_control()).collect();
    let text = text.trim().to_string();
    (!text.is_empty() && text.chars().count() <= MOST_CHARACTERS).then_some(text)
}

fn plain(bytes: &[u8]) -> String {
    match bytes {
        [0xFF, 0xFE, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => wide(rest, u16::from_be_bytes),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => text.trim_start_matches('\u{feff}').to_string(),
            // An old code page: its letters are those of the first 256 characters, near enough for words.
            Err(_) => bytes.iter().map(|b| char::from(*b)).collect(),
        },
    }
}

fn wide(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]])).collect();
    String::from_utf16_lossy(&units)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Limits, look};

    fn of(bytes: &[u8], name: &str) -> Option<String> {
        words(bytes, &look(bytes, name, &Limits::default()).expect("a file"))
    }

    #[test]
    fn plain_text_is_read_in_every_dress() {
        assert_eq!(of("Café, £3\r\nNext".as_bytes(), "a.txt").as_deref(), Some("Café, £3\nNext"));
        assert_eq!(of(b"Caf\xe9", "a.txt").as_deref(), Some("Café"));
        assert_eq!(of(&[0xFF, 0xFE, b'a', 0, b'b', 0], "a.txt").as_deref(), Some("ab"));
    }
}
