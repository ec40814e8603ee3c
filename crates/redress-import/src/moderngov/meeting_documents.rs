//! Agenda, decisions and minutes of one meeting: the page of `ieListDocuments.aspx`.

use redress::draft::{AttendanceDraft, ItemDraft, MeetingDraft, Reading};

use crate::ledger::Ledger;
use crate::moderngov::sections::{Par, Sorter};
use crate::moderngov::{foreign_id, issue_meetings, item_text, item_title, labelled_fields, meeting_line};
use crate::page::Page;

/// Reads the page.
pub fn read(page: &Page, ledger: &mut Ledger, reading: &mut Reading) {
    let count = page.lines.len();
    let starts: Vec<usize> = (0..count).filter(|at| begins_item(page, *at)).collect();
    let first = starts.first().copied().unwrap_or(count);
    let meeting = head(page, ledger, first, reading);
    if starts.is_empty() {
        reading.doubt("no_items", 0, "the page lists no items in a form met before");
    }
    for (i, at) in starts.iter().enumerate() {
        let end = starts.get(i + 1).copied().unwrap_or(count);
        item(page, ledger, *at, end, &meeting, reading);
    }
    reading.meetings.push(meeting);
}

/// A row of the table of items begins with a number in its first cell; a heading's row has a title alone.
fn begins_item(page: &Page, at: usize) -> bool {
    let line = page.lines[at];
    if !page.markup {
        // In a text extract the number stands on a line of its own, as `4.`.
        return is_number_line(page.words(at)) && at + 1 < page.lines.len();
    }
    if item_title::number_cell(page, at).is_some() || (line.row > 0 && line.cell == 1 && is_number_line(page.words(at))) {
        return true;
    }
    let first_of_row = at == 0 || line.row == 0 || page.lines[at - 1].row != line.row;
    page.class(at) == "mgAiTitleTxt" && first_of_row
}

fn is_number_line(text: &str) -> bool {
    text.len() <= 7 && text.ends_with('.') && text.starts_with(|c: char| c.is_ascii_digit()) && !text.contains(' ')
}

fn head(page: &Page, ledger: &mut Ledger, to: usize, reading: &mut Reading) -> MeetingDraft {
    let mut meeting = MeetingDraft::default();
    let mut in_attendance = false;
    for at in 0..to {
        let text = page.words(at);
        let line = page.lines[at];
        if text.starts_with("Agenda") && text.len() < 60 && meeting.meeting.date.is_none()
            || matches!(text, "Items" | "No." | "Item" | "Media")
        {
            ledger.place(at);
        } else if let Some(named) = meeting_line::as_heading(text).filter(|_| meeting.meeting.date.is_none()) {
            meeting.meeting = named.meeting;
            meeting.status = (!named.notes.is_empty()).then(|| named.notes.join("; "));
            reading.authority = named.authority.or(reading.authority.take());
            ledger.place(at);
        } else if matches!(text, "Attendance" | "Attendance details" | "Attendee" | "Role") || (line.tag == "th" && in_attendance) {
            in_attendance = true;
            ledger.place(at);
        } else if in_attendance && line.tag == "td" {
            attendance(page, at, &mut meeting.attendance);
            ledger.place(at);
        } else if let Some((label, value)) = labelled_fields::split(page, at) {
            let value = value.trim_end_matches("View directions").trim_end();
            if label == "Venue" {
                meeting.location = Some(value.into());
            } else {
                meeting.notes.push((label.into(), value.into()));
            }
            ledger.place(at);
        } else if crate::moderngov::sections::is_link_label(text) {
            ledger.place(at);
        } else if meeting.meeting.date.is_some() {
            meeting.notes.push((String::new(), text.into()));
            ledger.place(at);
        }
    }
    // The page's own address first: links may lead to the meeting before.
    meeting.body_foreign_id = foreign_id::own(page, foreign_id::of_body);
    meeting.foreign_id = foreign_id::own(page, foreign_id::of_meeting);
    for at in 0..page.lines.len() {
        for (_, address) in page.links_of(at) {
            meeting.body_foreign_id = meeting.body_foreign_id.or_else(|| foreign_id::of_body(address));
            meeting.foreign_id = meeting.foreign_id.or_else(|| foreign_id::of_meeting(address));
        }
    }
    if meeting.meeting.date.is_none() {
        reading.doubt("meeting_unread", 0, "no heading names the body and the day; the items are kept without a meeting");
    }
    meeting
}

/// One cell of the table of attendance.
fn attendance(page: &Page, at: usize, people: &mut Vec<AttendanceDraft>) {
    let text = page.words(at).to_string();
    if page.lines[at].cell == 1 {
        people.push(AttendanceDraft { name: text, ..AttendanceDraft::default() });
        return;
    }
    let Some(person) = people.last_mut() else { return };
    match page.lines[at].cell {
        2 => person.role = Some(text),
        3 => person.attendance = Some(text),
        _ => person.other.push((String::new(), text)),
    }
}

fn item(page: &Page, ledger: &mut Ledger, at: usize, end: usize, meeting: &MeetingDraft, reading: &mut Reading) {
    let mut item = ItemDraft { meeting: meeting.meeting.clone(), meeting_foreign_id: meeting.foreign_id.clone(), ..ItemDraft::default() };
    let mut from = at;
    if is_number_line(page.words(at)) || item_title::number_cell(page, at).is_some() {
        item.number = redress::agenda::shown_number(page.words(at)).map(str::to_string);
        ledger.place(at);
        from += 1;
    }
    let mut title = None;
    if from < end {
        title = Some(Par { text: page.words(from), line: page.lines[from].number, to: page.lines[from].to, at: (page, from) });
        item_title::read(page, from, &mut item);
        ledger.place(from);
        from = issue_meetings::files_below(page, ledger, from + 1, end, &mut item);
    }
    let mut sorter = Sorter::default();
    sorter.sort(page, ledger, from, end);
    item.issue_foreign_id.clone_from(&sorter.sections.issue_id);
    item.foreign_id = item.foreign_id.or(sorter.sections.item_id.take());
    item_text::complete(item, title, "", sorter.sections, reading);
}
