//! Which page or answer a text is.

use redress::draft::SourceKind;

use crate::moderngov::meeting_line;
use crate::page::Page;

/// Root elements of the answers that are read.
pub const ROOTS: [(&str, SourceKind); 9] = [
    ("committees", SourceKind::Committees),
    ("getmeetings", SourceKind::Meetings),
    ("getmeetingsbydate", SourceKind::Meetings),
    ("meeting", SourceKind::Meeting),
    ("memberlist", SourceKind::MemberGroup),
    ("councillorsbyward", SourceKind::CouncillorsByWard),
    ("councillorsbywardid", SourceKind::CouncillorsByWardId),
    ("attachment", SourceKind::Attachment),
    ("election", SourceKind::ElectionResults),
];

/// Whether a text is XML and no web page: it declares so, or opens with the root of an answer.
pub fn is_answer(text: &str) -> bool {
    let start = text.trim_start();
    let head: String = start.chars().take(1024).collect::<String>().to_ascii_lowercase();
    if head.contains("<html") || head.contains("<!doctype html") {
        return false;
    }
    head.starts_with("<?xml") || root_of(&head).is_some_and(|root| root == "envelope" || ROOTS.iter().any(|(name, _)| *name == root))
}

/// The kind of an answer by its root; an envelope around it is looked through.
pub(crate) fn answer_kind(tree: &crate::answer::Tree) -> Option<SourceKind> {
    let names = ROOTS.map(|(name, _)| name);
    let root = tree.find(&names)?;
    ROOTS.iter().find(|(name, _)| *name == root.name()).map(|(_, kind)| *kind)
}

/// The first element's name without its prefix.
fn root_of(head: &str) -> Option<&str> {
    let rest = head.strip_prefix('<')?;
    let name = rest.split(|c: char| c.is_whitespace() || matches!(c, '>' | '/')).next()?;
    Some(name.rsplit(':').next().unwrap_or(name))
}

/// The kind of a page by its heading; else by a line or a table that only one kind has.
pub fn page_kind(page: &Page) -> Option<SourceKind> {
    let count = page.lines.len();
    (0..count)
        .find_map(|at| by_heading(page.words(at)))
        .or_else(|| (0..count).find_map(|at| by_content(page, at)))
        .or_else(|| (1..count).any(|at| is_part(page.words(at))).then_some(SourceKind::AgendaItem))
}

/// The heading of a part that only items have, below a first line that may be the title.
fn is_part(line: &str) -> bool {
    matches!(line, "Decision:" | "Minutes:" | "Supporting documents:" | "Additional documents:")
}

fn by_heading(line: &str) -> Option<SourceKind> {
    Some(match line {
        "Issue - meetings" => SourceKind::IssueMeetings,
        "Agenda item" => SourceKind::AgendaItem,
        "Decision details" => SourceKind::DecisionDetails,
        "Register of interests" => SourceKind::RegisterOfInterests,
        "Agenda and minutes"
        | "Agenda, decisions and minutes"
        | "Agenda and decisions"
        | "Agenda and draft minutes"
        | "Agenda, decisions and draft minutes"
        | "Agenda, draft decisions and minutes"
        | "Agenda" => SourceKind::MeetingDocuments,
        "Decisions published" | "Officer decisions" | "Delegated decisions" => SourceKind::DecisionList,
        _ => return None,
    })
}

fn by_content(page: &Page, at: usize) -> Option<SourceKind> {
    let line = page.words(at);
    if meeting_line::begins_one(line) && line.contains("(Item") {
        return Some(SourceKind::IssueMeetings);
    }
    if line.starts_with("Issue - items at meetings") {
        return Some(SourceKind::IssueMeetings);
    }
    if meeting_line::on_item_page(line).is_some() {
        return Some(SourceKind::AgendaItem);
    }
    if page.markup && (line.starts_with("Decision status:") || line.starts_with("Is Key decision?:")) {
        return Some(SourceKind::DecisionDetails);
    }
    if page.class(at) == "mgItemNumberCell" {
        return Some(SourceKind::MeetingDocuments);
    }
    let of_member = line == "Committee appointments"
        || page.links_of(at).any(|(_, href)| {
            super::foreign_id::leads_to(href, "mgRofI.aspx")
                || (super::foreign_id::leads_to(href, "mgConvert2PDF.aspx") && href.contains("T=6"))
        });
    of_member.then_some(SourceKind::MemberPage)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_told_from_pages_saved_in_their_place() {
        assert!(is_answer("<?xml version=\"1.0\"?>\r\n<committees>"));
        assert!(is_answer("<councillorsbywardid wardid=\"1\">"));
        assert!(is_answer("<soap:Envelope xmlns:soap=\"x\">"));
        assert!(!is_answer("<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC \"x\"><html>"));
        assert!(!is_answer("<div id=\"modgov\">"));
    }

    #[test]
    fn a_lost_heading_is_made_up_for_by_the_meeting_line() {
        let page = Page::of("Some title\nMeeting: 03/05/2022 - Cabinet (Item 9)\n9 Some title\n");
        assert_eq!(page_kind(&page), Some(SourceKind::IssueMeetings));
        assert_eq!(page_kind(&Page::of("nothing of the sort")), None);
    }
}
