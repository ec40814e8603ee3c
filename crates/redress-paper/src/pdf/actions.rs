//! What a PDF does by itself, and what is attached to it.

use lopdf::Dictionary;

use super::file::Pdf;
use crate::{Code, Finding};

/// Actions that do no more than turn to a page or show a part of it.
const HARMLESS: [&[u8]; 6] = [b"GoTo", b"Hide", b"SetOCGState", b"Trans", b"GoTo3DView", b"Thread"];

pub(super) fn look(pdf: &Pdf, findings: &mut Vec<Finding>) {
    let (mut script, mut automatic, mut attached) = (false, false, false);
    pdf.all_dictionaries(|dictionary| {
        let action = dictionary.get(b"S").and_then(lopdf::Object::as_name).unwrap_or_default();
        script |= dictionary.has(b"JS") && (action == b"JavaScript" || action == b"Rendition");
        automatic |= matches!(action, b"Launch" | b"ImportData" | b"SubmitForm") && !is_structure(dictionary);
        automatic |= dictionary.get(b"AA").is_ok_and(|aa| pdf.follow(aa).and_then(|o| o.as_dict().ok()).is_some_and(|d| acts(pdf, d)));
        attached |= dictionary.has_type(b"EmbeddedFile") || dictionary.has(b"EF") || is_subtype(dictionary, b"FileAttachment");
    });
    if let Some(catalogue) = pdf.catalogue() {
        // A place to open at is an array; only a dictionary acts.
        automatic |= pdf.dictionary(catalogue, b"OpenAction").is_some_and(|action| !is_harmless(pdf, action));
        script |= pdf.dictionary(catalogue, b"Names").is_some_and(|names| {
            pdf.dictionary(names, b"JavaScript")
                .is_some_and(|tree| [b"Names".as_slice(), b"Kids"].iter().any(|key| pdf.array(tree, key).is_some_and(|a| !a.is_empty())))
        });
    }
    for (yes, code) in [(script, Code::JavaScript), (automatic, Code::AutomaticAction), (attached, Code::Attachment)] {
        if yes {
            findings.push(Finding::of(code));
        }
    }
}

fn acts(pdf: &Pdf, additional: &Dictionary) -> bool {
    additional.iter().any(|(_, action)| pdf.follow(action).and_then(|o| o.as_dict().ok()).is_some_and(|a| !is_harmless(pdf, a)))
}

fn is_harmless(pdf: &Pdf, action: &Dictionary) -> bool {
    pdf.name(action, b"S").is_some_and(|s| HARMLESS.contains(&s))
}

/// Tags also have an `S`, which names their role.
fn is_structure(dictionary: &Dictionary) -> bool {
    dictionary.has(b"P") && (dictionary.has(b"K") || dictionary.has(b"Pg"))
}

fn is_subtype(dictionary: &Dictionary, subtype: &[u8]) -> bool {
    dictionary.get(b"Subtype").and_then(lopdf::Object::as_name).is_ok_and(|s| s == subtype)
}
