//! Earlier versions: a PDF that is saved by adding to its end keeps what it said before.

use std::collections::HashSet;

use lopdf::{Dictionary, Object, ObjectId};

use super::file::{Pdf, is_something};
use super::ink::Cells;
use super::page::Pen;
use crate::{Code, Finding};

/// Versions that are opened; the first ones say the most.
const OPENED: usize = 4;

pub(super) fn look(pdf: &Pdf, bytes: &[u8], findings: &mut Vec<Finding>) {
    if has_orphan_page(pdf) || has_changed(pdf, bytes) {
        findings.push(Finding::of(Code::EarlierVersions));
    }
}

/// A page that no list of pages names, and that draws something.
fn has_orphan_page(pdf: &Pdf) -> bool {
    let listed: HashSet<ObjectId> = pdf.pages.iter().copied().collect();
    pdf.document.objects.iter().any(|(id, object)| {
        let Object::Dictionary(page) = object else { return false };
        page.has_type(b"Page") && page.has(b"Contents") && page.has(b"Parent") && !listed.contains(id)
    })
}

fn has_changed(pdf: &Pdf, bytes: &[u8]) -> bool {
    if pdf.document.revision_count() < 2 {
        return false;
    }
    // The first end mark of a file made for the web closes its first page only.
    let skip = usize::from(pdf.document.linearization.is_some());
    let ends: Vec<usize> = bytes.windows(5).enumerate().filter(|(_, w)| w == b"%%EOF").map(|(at, _)| at + 5).skip(skip).collect();
    let Some((_, earlier)) = ends.split_last() else { return false };
    earlier.iter().take(OPENED).any(|end| {
        let Ok(then) = Pdf::open(&bytes[..*end]) else { return false };
        // A table made anew by guessing tells of another file that lies within this one.
        then.document.xref_recovery.is_none() && says_more(&then, pdf)
    })
}

/// Whether an earlier version has pages, letters, pictures or remarks that are gone.
fn says_more(then: &Pdf, now: &Pdf) -> bool {
    if then.pages.len() > now.pages.len() {
        return true;
    }
    let (mut before, mut after) = (Pen::new(then), Pen::new(now));
    then.pages.iter().zip(&now.pages).any(|(old, new)| {
        let (Some(old_page), Some(new_page)) = (then.page(*old), now.page(*new)) else { return true };
        if contents(then, *old) != contents(now, *new) {
            let (old, new) = (before.draw(*old, old_page), after.draw(*new, new_page));
            let kept = Cells::of(&new.letters);
            if old.pictures.len() > new.pictures.len() || old.letters.iter().any(|l| kept.last(l).is_none()) {
                return true;
            }
        }
        let remarks = remarks(now, new_page);
        then.annotations(old_page).filter_map(|a| remark(then, a)).any(|r| !remarks.contains(r))
    })
}

/// The streams that draw a page, as they lie in the file.
fn contents(pdf: &Pdf, page: ObjectId) -> Vec<&Object> {
    pdf.document.get_page_contents(page).iter().filter_map(|id| pdf.document.objects.get(id)).collect()
}

fn remarks<'a>(pdf: &'a Pdf, page: &'a Dictionary) -> HashSet<&'a [u8]> {
    pdf.annotations(page).filter_map(|a| remark(pdf, a)).collect()
}

fn remark<'a>(pdf: &'a Pdf, annotation: &'a Dictionary) -> Option<&'a [u8]> {
    pdf.get(annotation, b"Contents")?.as_str().ok().filter(|text| is_something(text))
}
