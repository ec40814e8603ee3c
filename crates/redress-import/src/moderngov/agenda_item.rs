//! *Agenda item*: one item at one meeting.

use redress::draft::{ItemDraft, Reading};

use crate::ledger::Ledger;
use crate::moderngov::sections::{Par, Sorter};
use crate::moderngov::{foreign_id, issue_meetings, item_text, item_title, meeting_line};
use crate::page::Page;

/// Lines after the title within which the meeting is named.
const NEAR_TITLE: usize = 6;

/// Reads the page.
pub fn read(page: &Page, ledger: &mut Ledger, reading: &mut Reading) {
    let count = page.lines.len();
    let found = (0..count).find(|at| page.words(*at) == "Agenda item");
    if found.is_none() {
        reading.doubt("heading_missing", 0, "the heading “Agenda item” is missing; the first line was read as the item's title");
    }
    let heading = found.unwrap_or(0);
    let mut at = heading;
    while at < count && page.words(at) == "Agenda item" {
        ledger.place(at);
        at += 1;
    }
    let mut item = ItemDraft::default();
    let named_at = (at..count.min(at + NEAR_TITLE)).find(|i| meeting_line::on_item_page(page.words(*i)).is_some());
    if let Some(line) = named_at
        && let Some(named) = meeting_line::on_item_page(page.words(line))
    {
        item.meeting = named.meeting;
        item.number = named.number;
        reading.authority = named.authority;
        for (_, address) in page.links_of(line) {
            item.meeting_foreign_id = foreign_id::of_meeting(address).or(item.meeting_foreign_id);
            item.foreign_id = foreign_id::of_item(address).or(item.foreign_id);
        }
        let number = page.lines[line].number;
        item.provenance.push(redress::provenance::Provenance {
            field: "meeting".into(),
            line: number,
            to_line: number,
            element: page.element(line),
        });
        ledger.place(line);
    }
    let mut title = None;
    if at < count && Some(at) != named_at {
        title = Some(Par { text: page.words(at), line: page.lines[at].number, to: page.lines[at].to, at: (page, at) });
        item_title::read(page, at, &mut item);
        ledger.place(at);
        // Extractors that keep the page's title print it twice.
        while at + 1 < count && page.words(at + 1) == page.words(at) {
            at += 1;
            ledger.place(at);
        }
        at = issue_meetings::files_below(page, ledger, at + 1, count, &mut item);
    } else {
        reading.doubt("title_missing", page.lines.get(heading).map_or(0, |l| l.number), "the item has no title");
    }
    let mut sorter = Sorter::default();
    match named_at.filter(|line| *line >= at) {
        Some(line) => {
            sorter.sort(page, ledger, at, line);
            sorter.sort(page, ledger, line + 1, count);
        }
        None => sorter.sort(page, ledger, at, count),
    }
    item.issue_foreign_id.clone_from(&sorter.sections.issue_id);
    item.foreign_id = foreign_id::own(page, foreign_id::of_item).or(item.foreign_id).or(sorter.sections.item_id.take());
    item_text::complete(item, title, "", sorter.sections, reading);
}
