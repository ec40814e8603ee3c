//! *Issue - meetings*: one matter, the items under it at each meeting, newest first.

use redress::draft::{IssueDraft, ItemDraft, Reading};
use redress::paper::Paper;

use crate::ledger::Ledger;
use crate::moderngov::sections::{self, Par, Sorter};
use crate::moderngov::{documents, files, foreign_id, item_text, item_title, labels, meeting_line};
use crate::page::Page;

/// Reads the page.
pub fn read(page: &Page, ledger: &mut Ledger, reading: &mut Reading) {
    let count = page.lines.len();
    let starts: Vec<usize> = (0..count).filter(|at| meeting_line::begins_one(page.words(*at))).collect();
    let first = starts.first().copied().unwrap_or(count);
    let below = heading(page, ledger, first, reading);
    if starts.is_empty() {
        without_meeting(page, ledger, below, reading);
    }
    for (i, at) in starts.iter().enumerate() {
        let end = starts.get(i + 1).copied().unwrap_or(count);
        item(page, ledger, *at, end, reading);
    }
}

/// A page that lost the line of its meeting: labels say that what is left is one item.
fn without_meeting(page: &Page, ledger: &mut Ledger, from: usize, reading: &mut Reading) {
    let count = page.lines.len();
    if !(from..count).any(|at| labels::read(page.words(at)).is_some()) {
        reading.doubt("no_meeting", 0, "the page names no meeting; its lines after the title are listed as unplaced");
        return;
    }
    reading.doubt("no_meeting", 0, "the page names no meeting; what follows the title was read as one item: add the meeting");
    let title = reading.issue.as_ref().map(|i| i.title.clone()).unwrap_or_default();
    let item = ItemDraft { title: title.clone(), ..ItemDraft::default() };
    let mut sorter = Sorter::default();
    sorter.sort(page, ledger, from, count);
    item_text::complete(item, None, &title, sorter.sections, reading);
}

/// Everything before the first meeting: the page's name, once or twice, and the title. Gives the line below the title.
fn heading(page: &Page, ledger: &mut Ledger, to: usize, reading: &mut Reading) -> usize {
    let mut seen = false;
    let mut below = 0;
    for at in 0..to {
        let text = page.words(at);
        if text == "Issue - meetings" {
            ledger.place(at);
            seen = true;
        } else if sections::is_link_label(text) {
            ledger.place(at);
        } else if let Some(title) = text.strip_prefix("Issue - items at meetings") {
            ledger.place(at);
            seen = true;
            let title = title.trim_start_matches([' ', '-']);
            if !title.is_empty() && reading.issue.is_none() {
                reading.issue = Some(IssueDraft { title: title.into(), foreign_id: None });
            }
        } else if seen {
            let known = reading.issue.as_ref().map(|i| i.title.clone());
            match known {
                None => reading.issue = Some(IssueDraft { title: text.into(), foreign_id: None }),
                Some(title) if title == text => {}
                // The first heading may be cut short with dots; the page's own is whole.
                Some(title) if title.ends_with("...") && text.starts_with(title.trim_end_matches('.')) => {
                    reading.issue = Some(IssueDraft { title: text.into(), foreign_id: None });
                }
                Some(_) => continue,
            }
            ledger.place(at);
            below = at + 1;
        }
    }
    let in_links = || (0..page.lines.len()).flat_map(|at| page.links_of(at)).find_map(|(_, href)| foreign_id::of_issue(href));
    let id = foreign_id::own(page, foreign_id::of_issue).or_else(in_links);
    if let (Some(issue), Some(id)) = (&mut reading.issue, id) {
        issue.foreign_id = Some(id);
    }
    below
}

fn item(page: &Page, ledger: &mut Ledger, at: usize, end: usize, reading: &mut Reading) {
    let mut item = ItemDraft::default();
    let line = page.lines[at].number;
    match meeting_line::on_issue_page(page.words(at)) {
        Some(named) => {
            item.meeting = named.meeting;
            item.number = named.number;
            ledger.place(at);
        }
        None => reading.doubt("meeting_unread", line, "the line names a meeting in a form not met before; it is left unplaced"),
    }
    for (_, address) in page.links_of(at) {
        item.meeting_foreign_id = item.meeting_foreign_id.or_else(|| foreign_id::of_meeting(address));
        item.foreign_id = foreign_id::of_item(address).or(item.foreign_id);
    }
    item.provenance.push(redress::provenance::Provenance { field: "meeting".into(), line, to_line: line, element: page.element(at) });
    let about = reading.issue.as_ref().map(|i| i.title.clone()).unwrap_or_default();
    let mut from = at + 1;
    let mut title = None;
    if let Some(number) = item_title::number_cell(page, from).filter(|_| from + 1 < end) {
        // The meeting's line may have lost its number; where it has one, the cell says it again.
        item.number.get_or_insert_with(|| number.into());
        ledger.place(from);
        from += 1;
    }
    if from < end {
        title = Some(Par { text: page.words(from), line: page.lines[from].number, to: page.lines[from].to, at: (page, from) });
        item_title::read(page, from, &mut item);
        ledger.place(from);
        from += 1;
        from = files_below(page, ledger, from, end, &mut item);
    } else {
        item.title.clone_from(&about);
    }
    let mut sorter = Sorter::default();
    sorter.sort(page, ledger, from, end);
    item.foreign_id = item.foreign_id.or(sorter.sections.item_id.take());
    item_text::complete(item, title, &about, sorter.sections, reading);
}

/// Files on lines of their own under the title belong to it.
pub fn files_below(page: &Page, ledger: &mut Ledger, from: usize, end: usize, item: &mut ItemDraft) -> usize {
    let mut at = from;
    while at < end && documents::is_size(page.words(at)) {
        for file in files::split(page.words(at)).1 {
            let address = page.links_of(at).map(|(_, href)| href.to_string()).next();
            item.papers.push(Paper {
                title: item.title.clone(),
                media: file.media,
                size_bytes: Some(file.size),
                foreign_id: address.as_deref().and_then(foreign_id::of_file),
                address,
                ..Paper::default()
            });
        }
        ledger.place(at);
        at += 1;
    }
    at
}
