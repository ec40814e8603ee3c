//! The segments of a JPEG before its dots: EXIF, XMP, comments.

use super::{Carries, exif};

const EXIF: &[u8] = b"Exif\0\0";
const XMP: &[u8] = b"http://ns.adobe.com/xap/1.0/\0";

pub(super) fn carries(bytes: &[u8]) -> Carries {
    let mut carries = Carries::default();
    let mut rest = &bytes[2..];
    // Marker, then a length that counts itself, then the segment.
    while let [0xFF, marker, high, low, ..] = *rest {
        if marker == 0xFF {
            rest = &rest[1..];
            continue;
        }
        if matches!(marker, 0xDA | 0xD9) {
            break;
        }
        let length = usize::from(u16::from_be_bytes([high, low]));
        let Some(segment) = rest.get(4..2 + length) else { break };
        carries = carries.or(match marker {
            0xE1 if segment.starts_with(EXIF) => exif::carries(&segment[EXIF.len()..]),
            0xE1 if segment.starts_with(XMP) => Carries::of_xmp(&segment[XMP.len()..]),
            0xFE => Carries { notes: is_note(segment), ..Carries::default() },
            _ => Carries::default(),
        });
        rest = &rest[2 + length..];
    }
    carries
}

/// Encoders sign their work in the comment; that is nobody's secret.
fn is_note(comment: &[u8]) -> bool {
    let comment = String::from_utf8_lossy(comment).to_ascii_lowercase();
    let signed =
        ["creator:", "created with", "lavc", "optimized by", "compressed by", "intel(r)", "handmade software", "lead technologies"];
    !comment.trim_matches(['\0', ' ', '\n']).is_empty() && !signed.iter().any(|s| comment.contains(s))
}
