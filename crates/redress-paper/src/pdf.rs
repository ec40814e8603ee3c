//! PDF: what a reader does not see and a copy, a search or another program would show.

mod accessibility;
mod actions;
mod annotations;
mod boxes;
mod earlier;
mod file;
mod font;
mod form;
mod geometry;
mod ink;
mod layers;
mod page;
mod properties;
mod state;

use crate::looked::Seen;
use crate::not_covered::{CUT_SHORT, PART_UNREAD};
use crate::picture::{self, Pictures};
use crate::{Limits, Refused};
use file::Pdf;

/// Looks into the file: its properties, its actions, its earlier versions, then each page.
pub(crate) fn look(bytes: &[u8], limits: &Limits) -> Result<Seen, Refused> {
    let pdf = Pdf::open(bytes)?;
    let count = u32::try_from(pdf.pages.len()).unwrap_or(u32::MAX);
    if count > limits.pages {
        return Err(Refused::TooManyPages { pages: count, limit: limits.pages });
    }
    let mut seen = Seen { pages: Some(count), ..Seen::default() };
    let title = properties::look(&pdf, &mut seen.findings);
    actions::look(&pdf, &mut seen.findings);
    form::look(&pdf, &mut seen.findings);
    annotations::look(&pdf, &mut seen.findings);
    layers::look(&pdf, &mut seen.findings);
    earlier::look(&pdf, bytes, &mut seen.findings);
    let read = boxes::look(&pdf, &mut seen.findings);
    pictures(&pdf, &mut seen);
    accessibility::look(&pdf, title, read.has_text, &mut seen.accessibility);
    if read.cut_short {
        seen.not_covered.push(CUT_SHORT);
    }
    if read.part_unread {
        seen.not_covered.push(PART_UNREAD);
    }
    Ok(seen)
}

/// The words of its pages, in order; none where a page cannot be read.
pub(crate) fn words(bytes: &[u8]) -> Option<String> {
    let pdf = Pdf::open(bytes).ok()?;
    let count = u32::try_from(pdf.pages.len()).ok()?;
    pdf.document.extract_text(&(1..=count).collect::<Vec<_>>()).ok()
}

/// JPEG pictures lie in a PDF as they came from the camera.
fn pictures(pdf: &Pdf, seen: &mut Seen) {
    let mut found = Pictures::default();
    for stream in pdf.document.objects.values().filter_map(|o| o.as_stream().ok()) {
        if stream.filters().is_ok_and(|f| f == [b"DCTDecode".as_slice()]) {
            found.add(picture::carries(&stream.content), "a picture on a page");
        }
    }
    found.report(&mut seen.findings);
}
