//! The crate's own invented pages: what is read of them, and that web page and extract agree.

use std::path::Path;

use redress::draft::{ItemDraft, Reading, SourceKind};
use redress::vote::Manner;

fn read(name: &str) -> Reading {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(name);
    let bytes = std::fs::read(&path).expect("a fixture");
    redress_import::read(name, &bytes).expect("a reading")
}

/// An item without what only a web page knows: numbers, addresses, elements and flattened lines.
fn without_links(item: &ItemDraft) -> ItemDraft {
    let mut item = item.clone();
    item.provenance.clear();
    (item.foreign_id, item.meeting_foreign_id, item.issue_foreign_id) = (None, None, None);
    for paper in &mut item.papers {
        (paper.address, paper.foreign_id) = (None, None);
    }
    item
}

#[test]
fn a_page_and_its_extract_give_equal_drafts() {
    for name in ["issue_meetings", "agenda_item"] {
        let (page, extract) = (read(&format!("{name}.html")), read(&format!("{name}.txt")));
        assert_eq!(page.kind, extract.kind);
        assert_eq!(page.items.len(), extract.items.len());
        for (a, b) in page.items.iter().zip(&extract.items) {
            assert_eq!(without_links(a), without_links(b));
        }
        for reading in [page, extract] {
            assert_eq!(reading.words.placed, reading.words.total, "{:?}", reading.unplaced);
            assert!(reading.problems.is_empty(), "{:?}", reading.problems);
        }
    }
}

#[test]
fn an_issue_page_keeps_the_numbers_of_its_links() {
    let reading = read("issue_meetings.html");
    assert_eq!(reading.issue.as_ref().and_then(|i| i.foreign_id.as_deref()), Some("4410"));
    let item = &reading.items[0];
    assert_eq!(item.meeting_foreign_id.as_deref(), Some("2201"));
    assert_eq!(item.references.iter().map(ToString::to_string).collect::<Vec<_>>(), ["22 014 305", "22 015 118"]);
    assert_eq!(item.papers[0].foreign_id.as_deref(), Some("5501"));
    assert_eq!((item.papers[1].title.as_str(), item.papers[1].size_bytes), ("Action plan, item 31", Some(49_152)));
    let decision = item.decision.as_ref().expect("a decision");
    assert_eq!(decision.clauses.len(), 2);
    assert_eq!(decision.clauses[1].text, "That the Director report back within three months.");
    assert_eq!(decision.as_minuted.as_ref().map(|m| m.clauses.len()), Some(2));
    let minutes = item.minutes.as_ref().expect("minutes");
    assert_eq!(minutes.vote.as_ref().map(|v| (v.manner, v.for_, v.against)), Some((Manner::Counted, Some(7), Some(2))));
    assert_eq!(minutes.movers.len(), 2);
    assert_eq!(reading.items[1].meeting.body.as_deref(), Some("Scrutiny Panel (Children)"));
    assert_eq!(reading.items[1].mentions.len(), 1);
}

#[test]
fn an_item_page_names_council_sort_and_start() {
    let reading = read("agenda_item.html");
    assert_eq!(reading.authority.as_deref(), Some("Northmere Borough Council"));
    let item = &reading.items[0];
    assert_eq!(item.meeting.kind.as_deref(), Some("extraordinary"));
    assert_eq!((item.number.as_deref(), item.issue_foreign_id.as_deref()), (Some("14"), Some("4410")));
    let decision = item.decision.as_ref().expect("a decision");
    assert_eq!(decision.clauses.len(), 2);
    assert_eq!(decision.reasons.as_deref(), Some("The Council must answer within three months."));
    assert_eq!(decision.options_rejected.as_deref(), Some("None"));
    assert_eq!(decision.interests.as_deref(), Some("None"));
    assert_eq!(item.papers.iter().filter_map(|p| p.media.as_deref()).collect::<Vec<_>>(), ["PDF", "DOCX"]);
    assert_eq!(item.mentions[0].body.as_deref(), Some("Audit and Standards Committee"));
    let element = item.provenance.iter().find(|p| p.field == "decision.text").and_then(|p| p.element.as_deref());
    assert_eq!(element, Some("p.MsoNormal"));
}

#[test]
fn a_meeting_page_is_its_items() {
    let reading = read("meeting_documents.html");
    assert_eq!(reading.kind, SourceKind::MeetingDocuments);
    let meeting = &reading.meetings[0];
    assert_eq!((meeting.meeting.body.as_deref(), meeting.body_foreign_id.as_deref()), (Some("Care Board"), Some("162")));
    assert_eq!(meeting.location.as_deref(), Some("Civic Hall, Northmere."));
    let titles: Vec<_> = reading.items.iter().map(|i| (i.number.as_deref(), i.title.as_str())).collect();
    assert_eq!(
        titles,
        [
            (Some("1"), "Apologies"),
            (None, "Part I: open to the public"),
            (Some("2"), "Annual letter of the Ombudsman"),
            (Some("3"), "Settlement")
        ]
    );
    let letter = &reading.items[2];
    assert_eq!((letter.foreign_id.as_deref(), letter.issue_foreign_id.as_deref()), (Some("9002"), Some("9102")));
    assert_eq!(letter.agenda_text.as_deref(), Some("Report of the Chief Executive."));
    assert_eq!(letter.papers.len(), 1);
    assert_eq!(letter.decision.as_ref().map(|d| d.text.as_str()), Some("AGREED that the letter be noted."));
    let ground = reading.items[3].exclusion.as_ref().and_then(|e| e.ground.clone());
    assert_eq!(ground.as_deref(), Some("paragraph 3 of Part 1 of Schedule 12A to the Local Government Act 1972"));
    assert_eq!(reading.words.placed, reading.words.total, "{:?}", reading.unplaced);
}

#[test]
fn a_members_home_address_is_not_copied() {
    let reading = read("member_page.html");
    let member = &reading.members[0];
    assert_eq!((member.party.as_deref(), member.ward.as_deref()), (Some("Independent"), Some("Harbour")));
    assert_eq!(member.email.as_deref(), Some("member@northmere.example"));
    assert_eq!(member.foreign_id.as_deref(), Some("77"));
    let json = serde_json::to_string(&reading).expect("JSON");
    for word in ["Invented", "NM1", "00000"] {
        assert!(!json.contains(word), "{word}");
    }
    assert_eq!(reading.problems[0].code, "home_address_left_in_source");
    assert!(reading.words.placed < reading.words.total);
}

#[test]
fn an_election_has_its_candidates() {
    let reading = read("election.xml");
    let election = &reading.elections[0];
    assert_eq!((election.title.as_str(), election.foreign_id.as_deref()), ("Harbour ward by-election", Some("12")));
    assert_eq!((election.candidates.len(), election.candidates[0].votes), (2, Some(812)));
    assert_eq!(election.candidates[0].party.as_deref(), Some("Party A & Friends"));
    assert!(election.candidates[0].elected && !election.candidates[1].elected);
    assert_eq!(reading.words.placed, reading.words.total);
}

#[test]
fn a_damaged_extract_is_read_as_far_as_it_goes() {
    let reading = read("label_lost.txt");
    let item = &reading.items[0];
    assert_eq!((item.number.as_deref(), item.title.as_str()), (Some("4a"), "Ombudsman decision"));
    assert_eq!(item.papers.iter().map(|p| p.title.as_str()).collect::<Vec<_>>(), ["Ombudsman decision", "Appendix A"]);
    let decision = item.decision.as_ref().expect("a decision");
    assert_eq!(decision.clauses.iter().filter_map(|c| c.label.as_deref()).collect::<Vec<_>>(), ["1.", "1."]);
    let codes: Vec<_> = reading.problems.iter().map(|p| (p.code.as_str(), p.holds_item)).collect();
    assert_eq!(codes, [("label_lost", None), ("label_lost", None), ("person_in_case", Some(0))]);
    assert!(reading.problems.iter().all(|p| !p.message.contains("Invented")));
    let left: Vec<_> = reading.unplaced.iter().map(|u| u.text.as_str()).collect();
    assert_eq!(left, ["Council tax", "A to Z of services", "Contact us"]);
}

#[test]
fn what_is_no_page_is_refused_and_what_is_unknown_is_kept() {
    assert!(redress_import::read("a.json", b"{\"a\": 1}").is_err());
    assert!(redress_import::read("a.pdf", b"%PDF-1.4 ...").is_err());
    let page = redress_import::read("GetCommittees.xml", b"<html><body><p>Please log in</p></body></html>").expect("a reading");
    assert_eq!((page.kind, page.problems[0].code.as_str()), (SourceKind::OtherPage, "web_page_instead_of_answer"));
    let text = redress_import::read("notes.txt", b"Some notes\nof mine").expect("a reading");
    assert_eq!((text.words.total, text.words.placed, text.unplaced.len()), (4, 0, 2));
    assert_eq!(text.problems[0].code, "kind_unknown");
}
