//! Files as pages show them: a title, then `pdf icon PDF 283 KB`.

use redress::paper::read_size;

/// A type and a size at the end of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// `PDF`, where it is shown.
    pub media: Option<String>,
    /// The size in bytes.
    pub size: u64,
}

const TYPES: [&str; 24] = [
    "PDF", "DOC", "DOCX", "DOCM", "XLS", "XLSX", "XLSM", "PPT", "PPTX", "RTF", "TXT", "CSV", "ZIP", "HTML", "HTM", "ODT", "ODS", "ODP",
    "JPG", "JPEG", "PNG", "GIF", "MP3", "MP4",
];

/// Takes the files off the end of a line. The title that is left keeps its words.
pub fn split(line: &str) -> (&str, Vec<File>) {
    let mut title = line.trim_end();
    let mut files = Vec::new();
    while let Some((before, file)) = last(title) {
        title = before;
        files.push(file);
    }
    files.reverse();
    (title, files)
}

fn last(line: &str) -> Option<(&str, File)> {
    // The unit ends nearly no other line; this keeps long ones from being looked at closely.
    if !line.ends_with(['B', 'b']) {
        return None;
    }
    let (before, unit) = last_word(line)?;
    let (before, number) = last_word(before)?;
    let (before, media) = last_word(before)?;
    if !TYPES.iter().any(|t| t.eq_ignore_ascii_case(media)) || !media.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit()) {
        return None;
    }
    let (_, size) = read_size(&format!("{number} {unit}"))?;
    let title = match last_word(before) {
        Some((rest, "icon")) => last_word(rest).map_or(rest, |(rest, _)| rest),
        _ => before,
    };
    Some((title, File { media: Some(media.into()), size }))
}

/// A text without its last word, and that word.
fn last_word(text: &str) -> Option<(&str, &str)> {
    let text = text.trim_end();
    if text.is_empty() {
        return None;
    }
    let at = text.rfind(' ').map_or(0, |at| at + 1);
    Some((text[..at].trim_end(), &text[at..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_come_off_the_end_of_a_title() {
        let (title, files) = split("12 Annual letter pdf icon PDF 283 KB");
        assert_eq!((title, files.len(), files[0].size), ("12 Annual letter", 1, 289_792));
        let (title, files) = split("Budget PDF 1.5 MB PDF 20 KB");
        assert_eq!((title, files.len(), files[1].size), ("Budget", 2, 20_480));
        assert_eq!(split("PDF 131 KB").0, "");
    }

    #[test]
    fn sizes_of_other_things_stay_in_the_title() {
        assert_eq!(split("Storage of 283 KB"), ("Storage of 283 KB", vec![]));
        assert_eq!(split("Kilobyte: how many KB"), ("Kilobyte: how many KB", vec![]));
    }
}
