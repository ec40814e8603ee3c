//! Recorded answers and pages of real sites: the right kind, the right counts, no word lost.

mod shared;

use std::path::PathBuf;

use redress::draft::{Reading, SourceKind};

fn recording(path: &str) -> Option<Reading> {
    let file: PathBuf = shared::folder("recordings")?.join(path);
    Some(shared::read(&file))
}

#[test]
fn bodies_meetings_and_papers_are_counted() {
    let Some(bodies) = recording("gcc/xmlSamples/GetCommittees.xml") else { return };
    assert_eq!((bodies.kind, bodies.bodies.len()), (SourceKind::Committees, 131));
    assert_eq!(bodies.bodies.iter().filter(|b| b.expired).count(), 116);
    assert_eq!(bodies.bodies.iter().filter(|b| b.category.is_none()).count(), 88);
    let Some(meetings) = recording("gcc/xmlSamples/GetMeetings.xml") else { return };
    assert_eq!((meetings.kind, meetings.meetings.len()), (SourceKind::Meetings, 20));
    assert!(
        meetings
            .meetings
            .iter()
            .all(|m| m.body_foreign_id.as_deref() == Some("129") && m.meeting.date.is_some() && m.meeting.start.is_some())
    );
    let Some(two) = recording("lgsf/minutes/meetings.xml") else { return };
    assert_eq!(two.meetings[0].status.as_deref(), Some("Cancelled"));
    let Some(paper) = recording("gcc/xmlSamples/GetAttachment_65461.xml") else { return };
    assert_eq!((paper.kind, paper.papers[0].paper.foreign_id.as_deref()), (SourceKind::Attachment, Some("65461")));
    assert!(paper.papers[0].published_on.is_some());
}

#[test]
fn a_meeting_has_items_texts_papers_and_attendance() {
    let Some(reading) = recording("gcc/xmlSamples/GetMeeting_7837.xml") else { return };
    assert_eq!((reading.kind, reading.items.len()), (SourceKind::Meeting, 5));
    let meeting = &reading.meetings[0];
    assert_eq!((meeting.foreign_id.as_deref(), meeting.meeting.kind.as_deref()), (Some("7837"), Some("special")));
    assert_eq!(meeting.meeting.body.as_deref(), Some("Cabinet"));
    assert!(meeting.attendance.iter().any(|a| a.role.as_deref() == Some("Chair")));
    assert!(meeting.attendance.iter().any(|a| a.role.as_deref() == Some("Officer")));
    let decided = reading.items.iter().find(|i| i.decision.is_some()).expect("a decided item");
    let decision = decided.decision.as_ref().expect("a decision");
    let labels: Vec<_> = decision.clauses.iter().filter_map(|c| c.label.as_deref()).collect();
    assert_eq!(labels, ["(1)", "(2)"]);
    assert_eq!(decision.as_minuted.as_ref().map(|m| &m.clauses), Some(&decision.clauses));
    assert!(decided.minutes.as_ref().is_some_and(|m| m.movers.len() == 2 && m.vote.is_some()));
    assert_eq!((decided.number.as_deref(), decided.position), (Some("55"), Some(6)));
    assert!(!decided.papers.is_empty());
    let Some(older) = recording("lgsf/minutes/meeting_with_minutes.xml") else { return };
    assert_eq!(older.items.iter().map(|i| i.papers.len()).collect::<Vec<_>>(), [1, 1]);
    assert_eq!(older.items[0].number.as_deref(), Some("1"));
    let Some(none) = recording("lgsf/minutes/meeting_no_minutes.xml") else { return };
    assert_eq!((none.items.len(), none.meetings[0].attendance.len()), (0, 1));
}

#[test]
fn members_come_without_their_home_addresses() {
    for (file, kind, count) in [
        ("gcc/xmlSamples/GetMemberGroup.xml", SourceKind::MemberGroup, 39),
        ("gcc/xmlSamples/GetCouncillorsByWard.xml", SourceKind::CouncillorsByWard, 39),
        ("gcc/xmlSamples/GetCouncillorsByWardId_285_Kingsholm.xml", SourceKind::CouncillorsByWardId, 2),
    ] {
        let Some(reading) = recording(file) else { return };
        assert_eq!((reading.kind, reading.members.len()), (kind, count));
        assert_eq!(reading.unplaced.len(), 1, "{:?}", reading.unplaced);
        assert_eq!(reading.problems.iter().map(|p| p.code.as_str()).collect::<Vec<_>>(), ["home_address_left_in_source"]);
        assert!(reading.members.iter().all(|m| m.party.is_some() && !m.terms.is_empty()));
        assert!(reading.members.iter().all(|m| m.other.iter().all(|(name, _)| !name.contains("address"))));
        let wards: std::collections::BTreeSet<_> = reading.members.iter().filter_map(|m| m.ward.as_deref()).collect();
        assert_eq!(
            wards.len(),
            match kind {
                SourceKind::CouncillorsByWard => 18,
                SourceKind::CouncillorsByWardId => 1,
                _ => 0,
            }
        );
    }
}

#[test]
fn decision_pages_and_lists() {
    let Some(page) = recording("lgsf/decisions/modgov_decision_detail.html") else { return };
    assert_eq!(page.kind, SourceKind::DecisionDetails);
    let draft = &page.decisions[0];
    assert_eq!(
        (draft.status.as_deref(), draft.key.as_deref(), draft.call_in.as_deref()),
        (Some("Recommendations Approved"), Some("No"), Some("No"))
    );
    assert_eq!(draft.meeting.as_ref().and_then(|m| m.body.as_deref()), Some("Policy Committee"));
    assert_eq!((draft.papers.len(), draft.papers[0].size_bytes), (1, Some(119 * 1024)));
    let Some(several) = recording("lgsf/decisions/modgov_decision_multi_paragraph.html") else { return };
    assert_eq!(several.decisions[0].decision.as_ref().map(|d| d.clauses.len()), Some(2));
    let Some(purpose) = recording("lgsf/decisions/modgov_decision_detail_no_documents.html") else { return };
    assert!(purpose.decisions[0].purpose.as_deref().is_some_and(|p| p.starts_with("To seek")));
    for (file, rows) in [("lgsf/decisions/modgov_decisions_list.html", 3), ("lgsf/decisions/modgov_officer_decisions_list.html", 1)] {
        let Some(list) = recording(file) else { return };
        assert_eq!((list.kind, list.decisions.len()), (SourceKind::DecisionList, rows));
        assert!(list.decisions[0].foreign_id.is_some() && list.decisions[0].published_on.is_some());
    }
}

#[test]
fn every_word_of_every_recording_is_accounted_for() {
    let Some(folder) = shared::folder("recordings") else { return };
    let mut folders = vec![folder];
    while let Some(folder) = folders.pop() {
        for path in std::fs::read_dir(folder).expect("a folder").flatten().map(|e| e.path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "xml" || e == "html") {
                let reading = shared::read(&path);
                let shown: usize = reading.unplaced.iter().filter(|u| !u.text.starts_with('[')).map(|u| u.text.split(' ').count()).sum();
                let withheld: usize =
                    reading.unplaced.iter().filter_map(|u| u.text.strip_prefix('[')?.split(' ').next()?.parse::<usize>().ok()).sum();
                assert_eq!(reading.words.placed + shown + withheld, reading.words.total, "{}", path.display());
                assert_ne!(reading.kind, SourceKind::OtherPage, "{}", path.display());
            }
        }
    }
}
