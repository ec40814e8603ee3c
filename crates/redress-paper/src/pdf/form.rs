//! Forms: fields that are filled in.

use lopdf::{Dictionary, Object};

use super::file::{Pdf, as_dictionary, is_something};
use crate::{Code, Finding};

const FIELDS: usize = 50_000;

pub(super) fn look(pdf: &Pdf, findings: &mut Vec<Finding>) {
    let form = pdf.catalogue().and_then(|c| pdf.dictionary(c, b"AcroForm"));
    let Some(form) = form else { return };
    let mut open: Vec<&Object> = pdf.array(form, b"Fields").into_iter().flatten().collect();
    let mut met = 0;
    let mut filled = pdf.get(form, b"XFA").is_some();
    while let Some(field) = open.pop() {
        met += 1;
        let Some(field) = pdf.follow(field).and_then(as_dictionary).filter(|_| met < FIELDS) else { continue };
        filled |= is_filled(pdf, field);
        open.extend(pdf.array(field, b"Kids").into_iter().flatten());
    }
    if filled {
        findings.push(Finding::of(Code::FormValues));
    }
}

/// Text that was typed or chosen. Buttons and boxes hold a name, which the page shows; a signature is a dictionary.
fn is_filled(pdf: &Pdf, field: &Dictionary) -> bool {
    match pdf.get(field, b"V") {
        Some(Object::String(text, _)) => is_something(text),
        Some(Object::Array(chosen)) => !chosen.is_empty(),
        Some(Object::Stream(_)) => true,
        _ => false,
    }
}
