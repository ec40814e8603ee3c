//! ModernGov's pages and the answers of its web service.

/// Agenda item.
pub mod agenda_item;
/// GetAttachment.
pub(crate) mod attachment;
/// GetCommittees.
pub(crate) mod committees;
/// Counts that answers carry.
mod counts;
/// Decision details.
pub mod decision_details;
/// Tables of decisions.
pub mod decision_list;
/// Lists of documents.
pub mod documents;
/// GetElectionResults.
pub(crate) mod election;
/// Exclusion of the public.
pub mod exclusion;
/// Files behind titles.
pub mod files;
/// Numbers out of addresses.
pub mod foreign_id;
/// Register of interests.
pub mod interests;
/// Issue - meetings.
pub mod issue_meetings;
/// An item out of its parts.
pub mod item_text;
/// The title line of an item.
pub mod item_title;
/// Labels and values.
pub mod labelled_fields;
/// Labels before the parts of an item.
pub mod labels;
/// GetMeeting.
pub(crate) mod meeting;
/// Agenda, decisions and minutes of a meeting.
pub mod meeting_documents;
/// Lines that name a meeting.
pub mod meeting_line;
/// Words that tie a body to a day.
mod meeting_ties;
/// GetMeetings.
pub(crate) mod meetings;
/// A councillor's page.
pub mod member_page;
/// GetMemberGroup, GetCouncillorsByWard.
pub(crate) mod members;
/// Meetings that a text speaks of.
pub mod mentions;
/// Votes, movers, issue and response.
pub mod minutes_text;
/// The motion and its amendments.
mod motions;
/// Words that may name a person in a case.
pub mod people;
/// Which page or answer a text is.
pub mod recognise;
/// Clauses and repeated resolutions.
pub mod resolution_text;
/// Papers kept from the public.
mod restricted_papers;
/// The lines of an item sorted into parts.
pub mod sections;

use redress::draft::{Reading, SourceKind};

use crate::answer::Tree;
use crate::ledger::Ledger;
use crate::page::Page;

/// Every reader with its name and kind.
pub(crate) const READERS: &[(&str, SourceKind, crate::Reader)] = &[
    ("issue_meetings", SourceKind::IssueMeetings, |t, r| read_page(SourceKind::IssueMeetings, &Page::of(t), r)),
    ("agenda_item", SourceKind::AgendaItem, |t, r| read_page(SourceKind::AgendaItem, &Page::of(t), r)),
    ("decision_details", SourceKind::DecisionDetails, |t, r| read_page(SourceKind::DecisionDetails, &Page::of(t), r)),
    ("decision_list", SourceKind::DecisionList, |t, r| read_page(SourceKind::DecisionList, &Page::of(t), r)),
    ("meeting_documents", SourceKind::MeetingDocuments, |t, r| read_page(SourceKind::MeetingDocuments, &Page::of(t), r)),
    ("register_of_interests", SourceKind::RegisterOfInterests, |t, r| read_page(SourceKind::RegisterOfInterests, &Page::of(t), r)),
    ("member_page", SourceKind::MemberPage, |t, r| read_page(SourceKind::MemberPage, &Page::of(t), r)),
    ("committees", SourceKind::Committees, |t, r| read_answer(SourceKind::Committees, &Tree::of(t), r)),
    ("meetings", SourceKind::Meetings, |t, r| read_answer(SourceKind::Meetings, &Tree::of(t), r)),
    ("meeting", SourceKind::Meeting, |t, r| read_answer(SourceKind::Meeting, &Tree::of(t), r)),
    ("member_group", SourceKind::MemberGroup, |t, r| read_answer(SourceKind::MemberGroup, &Tree::of(t), r)),
    ("councillors_by_ward", SourceKind::CouncillorsByWard, |t, r| read_answer(SourceKind::CouncillorsByWard, &Tree::of(t), r)),
    ("councillors_by_ward_id", SourceKind::CouncillorsByWardId, |t, r| read_answer(SourceKind::CouncillorsByWardId, &Tree::of(t), r)),
    ("attachment", SourceKind::Attachment, |t, r| read_answer(SourceKind::Attachment, &Tree::of(t), r)),
    ("election_results", SourceKind::ElectionResults, |t, r| read_answer(SourceKind::ElectionResults, &Tree::of(t), r)),
];

/// Recognises a text and reads it.
pub(crate) fn read(text: &str, reading: &mut Reading) {
    if recognise::is_answer(text) {
        let tree = Tree::of(text);
        match recognise::answer_kind(&tree) {
            Some(kind) => read_answer(kind, &tree, reading),
            None => {
                reading.doubt("kind_unknown", 0, "no answer of the web service that is known begins so; all words are listed as unplaced");
                tree.settle(reading);
            }
        }
        return;
    }
    let page = Page::of(text);
    match recognise::page_kind(&page) {
        Some(kind) => read_page(kind, &page, reading),
        None => unknown(&page, reading),
    }
}

fn read_page(kind: SourceKind, page: &Page, reading: &mut Reading) {
    reading.kind = kind;
    let mut ledger = Ledger::new(page);
    match kind {
        SourceKind::IssueMeetings => issue_meetings::read(page, &mut ledger, reading),
        SourceKind::AgendaItem => agenda_item::read(page, &mut ledger, reading),
        SourceKind::DecisionDetails => decision_details::read(page, &mut ledger, reading),
        SourceKind::DecisionList => decision_list::read(page, &mut ledger, reading),
        SourceKind::MeetingDocuments => meeting_documents::read(page, &mut ledger, reading),
        SourceKind::RegisterOfInterests => interests::read(page, &mut ledger, reading),
        SourceKind::MemberPage => member_page::read(page, &mut ledger, reading),
        _ => {}
    }
    ledger.settle(page, 0, reading);
}

fn read_answer(kind: SourceKind, tree: &Tree, reading: &mut Reading) {
    reading.kind = kind;
    match kind {
        SourceKind::Committees => committees::read(tree, reading),
        SourceKind::Meetings => meetings::read(tree, reading),
        SourceKind::Meeting => meeting::read(tree, reading),
        SourceKind::MemberGroup => members::read_group(tree, reading),
        SourceKind::CouncillorsByWard | SourceKind::CouncillorsByWardId => members::read_wards(tree, reading),
        SourceKind::Attachment => attachment::read(tree, reading),
        SourceKind::ElectionResults => election::read(tree, reading),
        _ => {}
    }
    if let Some((line, how)) = &tree.broken {
        reading.doubt("answer_broken", *line, format!("the answer breaks off here ({how}); what came before was read: fetch it again"));
    }
    tree.settle(reading);
}

/// A page that no reader knows: kept, all of it unplaced.
fn unknown(page: &Page, reading: &mut Reading) {
    reading.kind = SourceKind::OtherPage;
    let name = reading.source.source.to_ascii_lowercase();
    if page.markup && (name.ends_with(".xml") || name.contains("webservice") || name.starts_with("get")) {
        reading.doubt(
            "web_page_instead_of_answer",
            0,
            "a web page was saved where an answer of the web service was expected; fetch the answer again",
        );
    } else {
        reading.doubt(
            "kind_unknown",
            0,
            "no known heading and no meeting line was found; nothing was read, all words are listed as unplaced",
        );
    }
    Ledger::new(page).settle(page, 0, reading);
}
