//! A paper: report, appendix, action plan, Ombudsman's report. What the register knows of it without its bytes.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A paper as an item lists it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paper {
    /// The title, verbatim; the item's title where the file stands on the title's own line.
    pub title: String,
    /// `PDF`, `DOCX`, as the page shows it.
    #[serde(rename = "type")]
    pub media: Option<String>,
    /// The size that the page shows, in bytes; a kilobyte is 1,024 of them.
    pub size_bytes: Option<u64>,
    /// Where the source says that it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// The number that the other system gives it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub foreign_id: Option<String>,
    /// The source marks it as restricted: the title is public there, the file is not.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub restricted: bool,
    /// SHA-256 of the file, where the council keeps it here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// It was restricted, and was opened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opened: Option<Opened>,
}

/// When and why a paper was opened that had been restricted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opened {
    /// The day.
    pub on: Date,
    /// How: whole, with redactions, as a link.
    pub how: String,
    /// Why.
    pub why: String,
}

/// Reads `PDF 283 KB`, `1.5 MB`: the type, where there is one, and the size in bytes.
pub fn read_size(text: &str) -> Option<(Option<String>, u64)> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let [before @ .., number, unit] = words.as_slice() else { return None };
    let scale: f64 = match unit.to_ascii_uppercase().as_str() {
        "B" => 1.0,
        "KB" => 1024.0,
        "MB" => 1024.0 * 1024.0,
        "GB" => 1024.0 * 1024.0 * 1024.0,
        _ => return None,
    };
    let number: f64 = number.parse().ok().filter(|n: &f64| n.is_finite() && *n >= 0.0 && *n < 1e9)?;
    let media = before.last().map(|m| (*m).to_string());
    // Both factors are positive and bounded above, so the cast cannot wrap.
    Some((media, (number * scale).round() as u64))
}

/// `283 KB`, `1.5 MB`: a size for people.
pub fn size_words(bytes: u64) -> String {
    match bytes {
        0..=1023 => format!("{bytes} bytes"),
        1024..=1_048_575 => format!("{} KB", bytes.div_ceil(1024)),
        _ => format!("{:.1} MB", bytes as f64 / 1_048_576.0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_read_as_shown() {
        assert_eq!(read_size("PDF 283 KB"), Some((Some("PDF".into()), 289_792)));
        assert_eq!(read_size("pdf icon PDF 1.5 MB"), Some((Some("PDF".into()), 1_572_864)));
        assert_eq!(read_size("PDF many KB"), None);
        assert_eq!(size_words(289_792), "283 KB");
    }
}
