//! GetMeeting: one meeting with its items, their texts and papers, and who attended.

use redress::draft::{AttendanceDraft, ItemDraft, MeetingDraft, Reading};
use redress::provenance::Provenance;

use crate::answer::{Element, Tree};
use crate::ledger::Ledger;
use crate::moderngov::sections::{Part, Sorter};
use crate::moderngov::{attachment, item_text, meetings};
use crate::page::Page;

/// The HTML bodies of an item, and the part each one is.
const BODIES: [(&str, Part); 3] =
    [("agendatext", Part::Agenda), ("decisionnonemptyhtmlbody", Part::Decision), ("minutesnonemptyhtmlbody", Part::Minutes)];

/// Reads the answer.
pub fn read(tree: &Tree, reading: &mut Reading) {
    let Some(root) = tree.find(&["meeting"]) else { return };
    let mut meeting = meetings::common(root, reading);
    meeting.location = root.filled("meetinglocation");
    meeting.attendance = root.all("attendees").flat_map(|a| a.all("attendee")).map(attendee).collect();
    let items: Vec<Element<'_>> = root.all("agendaitems").flat_map(|a| a.all("agendaitem")).collect();
    meeting.meeting.body = body(&items);
    for item in items {
        read_item(item, &meeting, reading);
    }
    meeting.notes = root.rest();
    reading.meetings.push(meeting);
}

/// The answer names the body only inside its items.
fn body(items: &[Element<'_>]) -> Option<String> {
    let papers = items.iter().filter_map(|i| i.first("linkeddocuments")?.first("linkeddoc"));
    let of_paper = papers.filter_map(|d| d.peek("committeetitle")).find(|w| !w.is_empty());
    of_paper.or_else(|| items.iter().find_map(|i| i.peek("refertocommittee").filter(|w| !w.is_empty())))
}

fn attendee(element: Element<'_>) -> AttendanceDraft {
    let posts = element.attribute("keyposts");
    AttendanceDraft {
        name: element.attribute("name").unwrap_or_default(),
        role: element.attribute("roledescription"),
        attendance: element.attribute("attendance"),
        foreign_id: element.attribute("memberid"),
        representing: element.attribute("representing").or(posts),
        other: element.rest(),
    }
}

fn read_item(element: Element<'_>, meeting: &MeetingDraft, reading: &mut Reading) {
    let mut item = ItemDraft {
        meeting: meeting.meeting.clone(),
        meeting_foreign_id: meeting.foreign_id.clone(),
        foreign_id: element.filled("agendaitemid"),
        title: element.filled("agendaitemtitle").unwrap_or_default(),
        number: number(element),
        position: element.filled("agendaitemnumber").and_then(|n| n.parse().ok()),
        ..ItemDraft::default()
    };
    let documents = element.all("linkeddocuments").flat_map(|l| l.all("linkeddoc"));
    item.papers = documents.map(|d| attachment::paper(d, Some(&item.title), meeting)).collect();
    note(&mut item, "title", element);
    let bodies: Vec<(Part, Page, u32)> =
        BODIES.iter().filter_map(|(name, part)| element.body(name).map(|(page, line)| (*part, page, line))).collect();
    item.other = element.rest();

    let mut sorter = Sorter::default();
    for (part, page, line) in &bodies {
        // An empty element of minutes or a decision says that none is published, not that it is blank.
        if page.lines.is_empty() && *part != Part::Agenda {
            continue;
        }
        let mut ledger = Ledger::new(page);
        sorter.open(*part, *line);
        sorter.sort(page, &mut ledger, 0, page.lines.len());
        ledger.settle(page, line.saturating_sub(1), reading);
    }
    item_text::complete(item, None, "", sorter.sections, reading);
}

/// The number that people see; an item without one is a heading.
fn number(element: Element<'_>) -> Option<String> {
    let shown = element.filled("fulldisplaynumberformat")?;
    Some(redress::agenda::shown_number(&shown).map_or_else(|| shown.clone(), str::to_string))
}

fn note(item: &mut ItemDraft, field: &str, element: Element<'_>) {
    let line = element.line();
    item.provenance.push(Provenance { field: field.into(), line, to_line: line, element: Some(format!("agendaitem/agendaitem{field}")) });
}
