//! Comments on the pages, and redactions that are marked and not applied.

use lopdf::Dictionary;

use super::file::Pdf;
use crate::finding::Places;
use crate::{Code, Finding};

/// Kinds whose text is somebody's remark. Links and form fields carry text for screen readers.
const REMARKS: [&[u8]; 16] = [
    b"Text",
    b"Highlight",
    b"Underline",
    b"StrikeOut",
    b"Squiggly",
    b"Caret",
    b"Ink",
    b"Square",
    b"Circle",
    b"Line",
    b"Polygon",
    b"PolyLine",
    b"Popup",
    b"Stamp",
    b"Sound",
    b"FreeText",
];

pub(super) fn look(pdf: &Pdf, findings: &mut Vec<Finding>) {
    let (mut comments, mut redactions) = (Places::default(), Places::default());
    for (at, id) in pdf.pages.iter().enumerate() {
        let Some(page) = pdf.page(*id) else { continue };
        for annotation in pdf.annotations(page) {
            let kind = pdf.name(annotation, b"Subtype").unwrap_or_default();
            if kind == b"Redact" {
                redactions.add(format!("page {}", at + 1));
            } else if REMARKS.contains(&kind)
                && (pdf.says(annotation, b"Contents") || annotation.has(b"RC"))
                && !is_typed(pdf, annotation, kind)
            {
                comments.add(format!("page {}", at + 1));
            }
        }
    }
    comments.report(Code::Comments, findings);
    redactions.report(Code::RedactionNotApplied, findings);
}

/// Words typed onto the page, which a reader sees: a free text that is not hidden.
fn is_typed(pdf: &Pdf, annotation: &Dictionary, kind: &[u8]) -> bool {
    kind == b"FreeText" && !is_hidden(pdf, annotation)
}

/// Flags: 2 is hidden, 32 is not on the screen.
pub(super) fn is_hidden(pdf: &Pdf, annotation: &Dictionary) -> bool {
    pdf.get(annotation, b"F").and_then(|f| f.as_i64().ok()).is_some_and(|f| f & (2 | 32) != 0)
}
