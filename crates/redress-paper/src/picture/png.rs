//! The chunks of a PNG: text, EXIF.

use super::{Carries, exif};

pub(super) fn carries(bytes: &[u8]) -> Carries {
    let mut carries = Carries::default();
    let mut rest = bytes.get(8..).unwrap_or_default();
    // Length, type, data, check sum.
    while let [a, b, c, d, t, y, p, e, ..] = *rest {
        let length = u32::from_be_bytes([a, b, c, d]) as usize;
        let Some(data) = length.checked_add(8).and_then(|end| rest.get(8..end)) else { break };
        carries = carries.or(match &[t, y, p, e] {
            b"eXIf" => exif::carries(data),
            b"tEXt" | b"zTXt" | b"iTXt" => text(data),
            b"IEND" => break,
            _ => Carries::default(),
        });
        rest = rest.get(length + 12..).unwrap_or_default();
    }
    carries
}

fn text(data: &[u8]) -> Carries {
    let Some(end) = data.iter().position(|b| *b == 0) else { return Carries::default() };
    let (keyword, value) = (&data[..end], &data[end + 1..]);
    match keyword {
        // XMP stands in an iTXt chunk, after flags and two empty language fields.
        b"XML:com.adobe.xmp" => Carries::of_xmp(value),
        b"Author" => Carries { owner: true, ..Carries::default() },
        b"Title" | b"Description" | b"Comment" | b"Disclaimer" | b"Warning" | b"Copyright" | b"parameters" => {
            Carries { notes: !value.iter().all(|b| matches!(b, 0 | b' ')), ..Carries::default() }
        }
        // ImageMagick keeps EXIF as text.
        b"Raw profile type exif" | b"Raw profile type APP1" | b"Raw profile type iptc" => Carries { notes: true, ..Carries::default() },
        _ => Carries::default(),
    }
}
