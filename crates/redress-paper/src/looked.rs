//! The one call: what is this file, and what is hidden in it?

use serde::Serialize;

use crate::{Finding, Limits, Media, NOT_COVERED, Refused, odf, ooxml, pdf, picture, sniff};

/// A file that may be published once a person has seen the findings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Looked {
    /// What it is.
    pub media: Media,
    /// Its length.
    pub bytes: u64,
    /// Pages or slides, where the file says so.
    pub pages: Option<u32>,
    /// What a reader of the page would not see.
    pub findings: Vec<Finding>,
    /// What makes it hard to read for some.
    pub accessibility: Vec<Finding>,
    /// What was not looked for, in plain sentences.
    pub not_covered: Vec<&'static str>,
}

/// What one kind of file tells; [`look`] adds the rest.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    pub pages: Option<u32>,
    pub findings: Vec<Finding>,
    pub accessibility: Vec<Finding>,
    pub not_covered: Vec<&'static str>,
}

/// Looks at a file. Never panics; reads no more than the limits and unpacks no more than the fixed bounds.
///
/// # Errors
/// The file is not one that may be published; the words say what to do.
pub fn look(bytes: &[u8], name: &str, limits: &Limits) -> Result<Looked, Refused> {
    let length = bytes.len() as u64;
    if bytes.is_empty() {
        return Err(Refused::Empty);
    }
    if length > limits.bytes {
        return Err(Refused::TooLong { bytes: length, limit: limits.bytes });
    }
    let ending = ending(name);
    let media = sniff::sniff(bytes, ending.as_deref())?;
    if let Some(named) = ending.filter(|e| !media.has_ending(e)) {
        return Err(Refused::NameDisagrees { named, found: media });
    }
    let mut seen = match media {
        Media::Pdf => pdf::look(bytes, limits)?,
        Media::Docx | Media::Xlsx | Media::Pptx => ooxml::look(bytes, media)?,
        Media::Odt | Media::Ods | Media::Odp => odf::look(bytes, media)?,
        Media::Jpeg | Media::Png => Seen { findings: picture::look(bytes), ..Seen::default() },
        Media::Text | Media::Csv => Seen::default(),
    };
    if let Some(pages) = seen.pages.filter(|p| *p > limits.pages) {
        return Err(Refused::TooManyPages { pages, limit: limits.pages });
    }
    seen.not_covered.extend(NOT_COVERED);
    Ok(Looked {
        media,
        bytes: length,
        pages: seen.pages,
        findings: seen.findings,
        accessibility: seen.accessibility,
        not_covered: seen.not_covered,
    })
}

/// The ending of a name, lower case, without its dot. `Minutes 12.03` and `Ms. Example` have none.
fn ending(name: &str) -> Option<String> {
    let (_, last) = name.trim().rsplit_once('.')?;
    let plausible = (1..=5).contains(&last.len()) && last.bytes().all(|b| b.is_ascii_alphanumeric());
    (plausible && last.bytes().any(|b| b.is_ascii_alphabetic())).then(|| last.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ending_has_a_letter_and_no_space() {
        assert_eq!(ending("Report.PDF").as_deref(), Some("pdf"));
        assert_eq!(ending("Minutes 12.03"), None);
        assert_eq!(ending("To Ms. Example"), None);
        assert_eq!(ending("minutes"), None);
    }
}
