//! What a screen reader needs of a PDF.

use super::file::Pdf;
use crate::{Code, Finding};

pub(super) fn look(pdf: &Pdf, title: bool, has_text: bool, notes: &mut Vec<Finding>) {
    let Some(catalogue) = pdf.catalogue() else { return };
    let marked = pdf.dictionary(catalogue, b"MarkInfo").and_then(|m| pdf.get(m, b"Marked")?.as_bool().ok()).unwrap_or(false);
    let tagged = marked && pdf.dictionary(catalogue, b"StructTreeRoot").is_some();
    let missing =
        [(!tagged, Code::NotTagged), (!title, Code::NoTitle), (!pdf.says(catalogue, b"Lang"), Code::NoLanguage), (!has_text, Code::NoText)];
    notes.extend(missing.into_iter().filter(|(missing, _)| *missing).map(|(_, code)| Finding::of(code)));
}
