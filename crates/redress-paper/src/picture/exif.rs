//! What a camera writes: where, whose, which.

use exif::{Context, Reader, Tag, Value};

use super::Carries;

/// `XPComment`, `XPAuthor`, `XPKeywords`: what Windows writes beside the standard.
const XP: [(u16, bool); 3] = [(0x9C9C, false), (0x9C9D, true), (0x9C9E, false)];

const OWNER: [Tag; 4] = [Tag::Artist, Tag::CameraOwnerName, Tag::BodySerialNumber, Tag::LensSerialNumber];

pub(super) fn carries(raw: &[u8]) -> Carries {
    let read = Reader::new().continue_on_error(true).read_raw(raw.to_vec());
    let Ok(exif) = read.or_else(|e| e.distill_partial_result(|_| {})) else { return Carries::default() };
    let mut carries = Carries::default();
    for field in exif.fields().filter(|f| says_something(&f.value)) {
        carries.location |= matches!(field.tag, Tag::GPSLatitude | Tag::GPSLongitude | Tag::GPSDestLatitude | Tag::GPSAreaInformation);
        carries.owner |= OWNER.contains(&field.tag);
        carries.notes |= field.tag == Tag::UserComment;
        if field.tag.context() == Context::Tiff {
            for (_, owner) in XP.iter().filter(|(number, _)| *number == field.tag.number()) {
                carries.owner |= owner;
                carries.notes |= !owner;
            }
        }
    }
    carries
}

fn says_something(value: &Value) -> bool {
    let visible = |bytes: &[u8]| bytes.iter().any(|b| !matches!(b, 0 | b' '));
    match value {
        Value::Ascii(texts) => texts.iter().any(|t| visible(t)),
        Value::Byte(bytes) => visible(bytes),
        // The first eight bytes of a comment name its character set.
        Value::Undefined(bytes, _) => visible(bytes.get(8..).unwrap_or_default()),
        Value::Rational(numbers) => numbers.iter().any(|r| r.num != 0),
        _ => true,
    }
}
