//! Layers: parts of pages that can be switched off.

use std::collections::HashSet;

use lopdf::{Dictionary, Object, ObjectId};

use super::file::{Pdf, as_dictionary};
use crate::{Code, Finding};

/// The layers that are off when the file is opened.
pub(super) fn off(pdf: &Pdf) -> HashSet<ObjectId> {
    let layers = pdf.catalogue().and_then(|c| pdf.dictionary(c, b"OCProperties"));
    let Some((layers, usual)) = layers.and_then(|l| Some((l, pdf.dictionary(l, b"D")?))) else { return HashSet::new() };
    let listed = |of: &Dictionary, key| -> HashSet<ObjectId> {
        pdf.array(of, key).into_iter().flatten().filter_map(|o| o.as_reference().ok()).collect()
    };
    let mut off = listed(usual, b"OFF");
    if pdf.name(usual, b"BaseState") == Some(b"OFF") {
        let on = listed(usual, b"ON");
        off.extend(listed(layers, b"OCGs").difference(&on));
    }
    off
}

/// Whether what belongs to a layer, or to a group of layers, does not show.
pub(super) fn is_off(pdf: &Pdf, owner: &Object, off: &HashSet<ObjectId>) -> bool {
    if off.is_empty() {
        return false;
    }
    if let Ok(id) = owner.as_reference()
        && off.contains(&id)
    {
        return true;
    }
    let Some(members) = pdf.follow(owner).and_then(as_dictionary).and_then(|d| d.get(b"OCGs").ok()) else { return false };
    match members {
        Object::Reference(id) if off.contains(id) => true,
        other => match pdf.follow(other) {
            Some(Object::Array(all)) => !all.is_empty() && all.iter().all(|o| o.as_reference().is_ok_and(|id| off.contains(&id))),
            _ => false,
        },
    }
}

pub(super) fn look(pdf: &Pdf, findings: &mut Vec<Finding>) {
    if !off(pdf).is_empty() {
        findings.push(Finding::of(Code::HiddenLayer));
    }
}
