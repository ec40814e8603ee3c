//! Bytes to text: byte-order marks, declared encodings, and Windows-1252 for old pages that declare nothing.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::Refused;

/// A text and, where it had to be guessed, the name of the encoding.
pub struct Decoded<'a> {
    /// The text without its byte-order mark.
    pub text: Cow<'a, str>,
    /// The encoding that was assumed because the source neither declares one nor is UTF-8.
    pub guessed: Option<&'static str>,
}

/// Files that people send by mistake, by their first bytes.
const NOT_PAGES: [(&[u8], &str); 8] = [
    (b"%PDF", "it is a PDF; import the page that lists it, and keep the file as a paper"),
    (b"PK\x03\x04", "it is a ZIP archive or an Office document; import the page itself"),
    (b"\x89PNG", "it is a picture"),
    (b"GIF8", "it is a picture"),
    (b"\xff\xd8\xff", "it is a picture"),
    (b"\x1f\x8b", "it is compressed; decompress it first"),
    (b"\xd0\xcf\x11\xe0", "it is an old Office document; import the page itself"),
    (b"{\\rtf", "it is a rich-text document; import the page itself"),
];

/// Decodes a source, or says why it cannot be a page.
pub fn decode(bytes: &[u8]) -> Result<Decoded<'_>, Refused> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Refused::NotAPage { why: "it is empty".into() });
    }
    if let Some((_, why)) = NOT_PAGES.iter().find(|(start, _)| bytes.starts_with(start)) {
        return Err(Refused::NotAPage { why: (*why).into() });
    }
    let read = match Encoding::for_bom(bytes) {
        Some((encoding, length)) => with(encoding, &bytes[length..])?,
        None => without_mark(bytes)?,
    };
    let first = read.text.trim_start();
    if first.starts_with('{') || first.starts_with("[{") {
        return Err(Refused::NotAPage {
            why: "JSON is not a page or answer of ModernGov; import the XML answer or the page it was made from".into(),
        });
    }
    match controls(&read.text) {
        0 => Ok(read),
        n if n * 500 < read.text.len() && !read.text.contains('\0') => Ok(read),
        n => Err(Refused::NotAPage { why: format!("it holds {n} control characters, so it is no text") }),
    }
}

fn without_mark(bytes: &[u8]) -> Result<Decoded<'_>, Refused> {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(Decoded { text: Cow::Borrowed(text), guessed: None });
    }
    let start = &bytes[..bytes.len().min(4096)];
    let nuls = start.iter().filter(|b| **b == 0).count();
    if nuls * 3 > start.len() {
        let encoding = "UTF-16 without a byte-order mark".into();
        return Err(Refused::UnreadableEncoding { encoding, what: "save it as UTF-8".into() });
    }
    match declared(start) {
        Some(label) => match Encoding::for_label(label.as_bytes()) {
            Some(encoding) if encoding != UTF_8 => with(encoding, bytes),
            Some(_) => Ok(guess(bytes)),
            None => Err(Refused::UnreadableEncoding { encoding: label, what: "save it as UTF-8".into() }),
        },
        None => Ok(guess(bytes)),
    }
}

fn guess(bytes: &[u8]) -> Decoded<'_> {
    let (text, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
    Decoded { text, guessed: Some("Windows-1252") }
}

fn with<'a>(encoding: &'static Encoding, bytes: &'a [u8]) -> Result<Decoded<'a>, Refused> {
    let (text, broken) = encoding.decode_without_bom_handling(bytes);
    if broken && [UTF_16LE, UTF_16BE].contains(&encoding) {
        let encoding = encoding.name().into();
        return Err(Refused::UnreadableEncoding { encoding, what: "it is cut or damaged; fetch it again".into() });
    }
    Ok(Decoded { text, guessed: None })
}

/// `encoding="…"` of an XML declaration or `charset=…` of a page.
fn declared(start: &[u8]) -> Option<String> {
    let text = String::from_utf8_lossy(start).to_ascii_lowercase();
    let at = ["encoding=", "charset="].iter().find_map(|key| text.find(key).map(|at| at + key.len()))?;
    let label: String = text[at..]
        .trim_start_matches(['"', '\'', ' '])
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
        .take(40)
        .collect();
    (!label.is_empty()).then_some(label)
}

fn controls(text: &str) -> usize {
    let is_control = |b: &u8| u8::from(*b < 0x20 && !matches!(b, b'\t' | b'\n' | b'\r' | 0x0c));
    // In pieces whose count fits a byte, which the processor adds up many at a time.
    text.as_bytes().chunks(255).map(|piece| usize::from(piece.iter().map(is_control).sum::<u8>())).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> String {
        decode(bytes).expect("text").text.into_owned()
    }

    #[test]
    fn four_encodings_give_one_text() {
        assert_eq!(text("café".as_bytes()), "café");
        assert_eq!(text(b"\xef\xbb\xbfcaf\xc3\xa9"), "café");
        assert_eq!(text(b"\xff\xfec\0a\0f\0\xe9\0"), "café");
        assert_eq!(text(b"caf\xe9 \x96 council"), "café – council");
        assert!(text(b"<?xml version='1.0' encoding='ISO-8859-15'?><a>\xa4</a>").contains('€'));
    }

    #[test]
    fn files_that_are_no_pages_are_refused_with_a_reason() {
        for bytes in [&b"%PDF-1.7"[..], b"PK\x03\x04rest", b"", b"  \n", b"{\"council\": 1}", b"a\0b\0c\0d"] {
            assert!(decode(bytes).is_err(), "{bytes:?}");
        }
    }
}
