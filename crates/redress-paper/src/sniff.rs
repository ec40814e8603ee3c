//! What a file is, by its content.

use crate::{Media, Refused, package::Package, plain::is_text};

/// The kind of a file. `ending` only tells CSV from other text.
pub(crate) fn sniff(bytes: &[u8], ending: Option<&str>) -> Result<Media, Refused> {
    let not_allowed = |found: &str| Err(Refused::NotAllowed { found: found.to_string() });
    if bytes.starts_with(b"PK") {
        return packaged(bytes);
    }
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
        return Err(old_office(bytes));
    }
    if bytes.starts_with(&[0xFF, 0xD8, 0xFF]) {
        return Ok(Media::Jpeg);
    }
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        return Ok(Media::Png);
    }
    // Readers accept a PDF whose mark stands within the first 1,024 bytes.
    if bytes[..bytes.len().min(1024)].windows(5).any(|w| w == b"%PDF-") {
        return Ok(Media::Pdf);
    }
    if let Some(kind) = infer::get(bytes) {
        return not_allowed(&article(kind.mime_type(), kind.extension()));
    }
    if !is_text(bytes) {
        return not_allowed("a file of a kind that is not known here");
    }
    // A browser might run what begins like a page or a drawing, whatever the file is called.
    if bytes.trim_ascii_start().trim_prefix_mark().starts_with(b"<") {
        return not_allowed("a web page or XML");
    }
    Ok(if Media::Csv.has_ending(ending.unwrap_or_default()) { Media::Csv } else { Media::Text })
}

trait Marked {
    fn trim_prefix_mark(&self) -> &[u8];
}

impl Marked for [u8] {
    fn trim_prefix_mark(&self) -> &[u8] {
        self.strip_prefix(&[0xEF, 0xBB, 0xBF]).map_or(self, <[u8]>::trim_ascii_start)
    }
}

fn packaged(bytes: &[u8]) -> Result<Media, Refused> {
    let mut package = Package::open(bytes)?;
    if package.has("[Content_Types].xml") {
        let types = package.text("[Content_Types].xml")?;
        let main = |word: &str| types.contains(&format!("{word}.main+xml")) || types.contains(&format!("{word}.macroEnabled.main+xml"));
        for (media, words) in [
            (Media::Docx, ["wordprocessingml.document", "wordprocessingml.template", "ms-word.document", "ms-word.template"].as_slice()),
            (Media::Xlsx, &["spreadsheetml.sheet", "spreadsheetml.template", "ms-excel.sheet", "ms-excel.template"]),
            (
                Media::Pptx,
                &[
                    "presentationml.presentation",
                    "presentationml.slideshow",
                    "presentationml.template",
                    "ms-powerpoint.presentation",
                    "ms-powerpoint.slideshow",
                ],
            ),
        ] {
            if words.iter().any(|w| main(w)) {
                return Ok(media);
            }
        }
    }
    if package.has("mimetype") {
        let mime = package.text("mimetype")?;
        for media in [Media::Odt, Media::Ods, Media::Odp] {
            if mime.trim().trim_end_matches("-template") == media.media_type() {
                return Ok(media);
            }
        }
    }
    Err(Refused::NotAllowed { found: "a ZIP folder or another packed file".to_string() })
}

/// Since 2007 the old envelope also holds new files that need a password.
fn old_office(bytes: &[u8]) -> Refused {
    let mark: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    if bytes.windows(mark.len()).any(|w| w == mark) { Refused::Encrypted } else { Refused::OldOffice }
}

fn article(mime: &str, ending: &str) -> String {
    match mime.split('/').next().unwrap_or_default() {
        "video" => "a video".into(),
        "audio" => "a sound recording".into(),
        "image" => format!("a picture of the kind {}", ending.to_ascii_uppercase()),
        "font" => "a font".into(),
        _ => match ending {
            "exe" | "dll" | "elf" | "mach" | "msi" | "class" | "wasm" | "deb" | "rpm" | "sh" => "a program".into(),
            "html" | "xml" => "a web page or XML".into(),
            "rtf" => "an RTF document".into(),
            other => format!("a file of the kind {}", other.to_ascii_uppercase()),
        },
    }
}
