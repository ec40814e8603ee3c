//! Lists of documents: a title and a file, on one line or on two, as a link or as words.

use redress::paper::Paper;

use crate::ledger::Ledger;
use crate::moderngov::{files, foreign_id};
use crate::page::Page;

/// Longest title of a document that stands without type and size, in words.
const TITLE_WORDS: usize = 14;

/// Reads the document that begins on a line. Gives the line after it, or `None` where the line is no document.
///
/// `certain` = a file without a size is taken for a document only outside of doubt: behind another one or as a link.
pub fn read(page: &Page, ledger: &mut Ledger, at: usize, to: usize, papers: &mut Vec<Paper>, certain: bool) -> Option<usize> {
    let text = page.words(at);
    // A bullet that the extract put on a line of its own.
    if matches!(text, "-" | "•" | "·" | "*") {
        ledger.place(at);
        return Some(at + 1);
    }
    if let Some(title) = restricted_title(text) {
        match papers.iter_mut().find(|p| p.title == title) {
            Some(paper) => paper.restricted = true,
            None => papers.push(Paper { title: title.into(), restricted: true, ..Paper::default() }),
        }
        ledger.place(at);
        return Some(at + 1);
    }
    let (title, shown) = files::split(text);
    let title = title.trim_start_matches(['-', '•', '·']).trim();
    let address = page.links_of(at).map(|(_, href)| href).find(|href| foreign_id::is_file(href));
    if title.is_empty() {
        // A size on its own line belongs to the title above it.
        let file = shown.first()?;
        if let Some(paper) = papers.last_mut().filter(|p| p.size_bytes.is_none()) {
            paper.media.clone_from(&file.media);
            paper.size_bytes = Some(file.size);
            ledger.place(at);
            return Some(at + 1);
        }
        return None;
    }
    let next_is_size = at + 1 < to && is_size(page.words(at + 1));
    let named = !certain && address.is_none() && shown.is_empty() && !next_is_size;
    if named && !is_bare_title(title) {
        return None;
    }
    if certain && address.is_none() && shown.is_empty() && !next_is_size {
        return None;
    }
    let mut paper = Paper { title: title.into(), ..Paper::default() };
    paper.address = address.map(str::to_string);
    paper.foreign_id = address.and_then(foreign_id::of_file);
    paper.restricted = title.ends_with("(restricted)") || title.ends_with("(Restricted)");
    let mut next = at + 1;
    if let Some(file) = shown.first() {
        paper.media.clone_from(&file.media);
        paper.size_bytes = Some(file.size);
    } else if next_is_size && let Some(file) = files::split(page.words(at + 1)).1.first() {
        paper.media.clone_from(&file.media);
        paper.size_bytes = Some(file.size);
        ledger.place(at + 1);
        next += 1;
    }
    papers.push(paper);
    ledger.place(at);
    Some(next)
}

/// A line that is nothing but `pdf icon PDF 131 KB`.
pub fn is_size(text: &str) -> bool {
    let (title, shown) = files::split(text);
    title.is_empty() && !shown.is_empty()
}

/// The title in `View the reasons why document 'Appendix 2' is restricted (3)`.
fn restricted_title(text: &str) -> Option<&str> {
    let rest = text.strip_prefix("View the reasons why document ")?;
    let at = rest.rfind(" is restricted")?;
    Some(rest[..at].trim_matches(['\'', '‘', '’', '"', '“', '”']))
}

/// A short line that is no sentence: `Appendix A`, `Equality impact assessment (copy enclosed)`.
fn is_bare_title(text: &str) -> bool {
    !text.ends_with(['.', ',', ';', ':']) && text.split(' ').count() <= TITLE_WORDS && !super::resolution_text::begins_decision(text)
}
