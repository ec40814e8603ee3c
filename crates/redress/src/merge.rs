//! One record from what several sources say of it: the first that gives a value wins, and a difference is named.
//!
//! The order of the sources is fixed (page before answer, then by name), so that importing them again in any order
//! makes the same record.

use crate::draft::{BodyDraft, DecisionDraft, ElectionDraft, IssueDraft, ItemDraft, MeetingDraft, MemberDraft, PaperDraft, SourceKind};
use crate::meeting::MeetingRef;
use crate::paper::Paper;

/// A draft that another draft of the same record can complete.
pub trait Merge {
    /// Takes from `other` what this one does not say. Gives the fields on which both speak and differ.
    fn complete(&mut self, other: Self) -> Vec<&'static str>;
}

/// Which of two kinds of source is believed first; smaller is earlier.
pub fn precedence(kind: SourceKind) -> u8 {
    match kind {
        SourceKind::Desk => 0,
        SourceKind::AgendaItem | SourceKind::DecisionDetails | SourceKind::Committees | SourceKind::CouncillorsByWard => 1,
        SourceKind::MeetingDocuments | SourceKind::CouncillorsByWardId => 2,
        SourceKind::Meeting | SourceKind::MemberGroup => 3,
        SourceKind::IssueMeetings | SourceKind::Meetings => 4,
        SourceKind::DecisionList | SourceKind::Attachment => 5,
        SourceKind::RegisterOfInterests | SourceKind::MemberPage | SourceKind::ElectionResults | SourceKind::OtherPage => 6,
    }
}

/// Fills one empty field from the other draft; names it when both speak and differ.
fn fill<T: PartialEq>(
    mine: &mut Option<T>,
    theirs: Option<T>,
    name: &'static str,
    differ: &mut Vec<&'static str>,
    same: impl Fn(&T, &T) -> bool,
) {
    match (mine.as_ref(), theirs) {
        (None, theirs) => *mine = theirs,
        (Some(m), Some(t)) if !same(m, &t) => differ.push(name),
        _ => {}
    }
}

fn same_words(a: &str, b: &str) -> bool {
    a.split_whitespace().eq(b.split_whitespace())
}

/// A page says `No` where a list says `Not for call-in`; a list says how far it has come where a page says `Yes`.
fn same_call_in(a: &str, b: &str) -> bool {
    same_words(a, b) || (may_be_called_in(a).is_some() && may_be_called_in(a) == may_be_called_in(b))
}

fn may_be_called_in(words: &str) -> Option<bool> {
    let lower = words.trim().trim_end_matches('.').to_lowercase().replace("call in", "call-in");
    match lower.as_str() {
        "no" | "not for call-in" | "not subject to call-in" | "call-in does not apply" | "exempt from call-in" => Some(false),
        "yes" | "call-in expired" | "for call-in" | "subject to call-in" | "called in" | "called-in" | "recommendations called-in" => {
            Some(true)
        }
        _ => None,
    }
}

fn equal<T: PartialEq>(a: &T, b: &T) -> bool {
    a == b
}

/// Lists are taken whole from the first source that has any.
fn take_list<T>(mine: &mut Vec<T>, theirs: Vec<T>) {
    if mine.is_empty() {
        *mine = theirs;
    }
}

fn complete_meeting(mine: &mut MeetingRef, theirs: MeetingRef, differ: &mut Vec<&'static str>) {
    fill(&mut mine.date, theirs.date, "meeting.date", differ, equal);
    // Bodies go by several names; which one is meant was settled when the record was found.
    fill(&mut mine.body, theirs.body, "", &mut Vec::new(), equal);
    fill(&mut mine.kind, theirs.kind, "meeting.kind", differ, equal);
    fill(&mut mine.start, theirs.start, "meeting.start", differ, equal);
}

/// Papers of both, each once: the same number in the other system, or the same title.
fn complete_papers(mine: &mut Vec<Paper>, theirs: Vec<Paper>) {
    for paper in theirs {
        let twin = mine.iter_mut().find(|p| {
            let one_number = p.foreign_id.is_some() && p.foreign_id == paper.foreign_id;
            let two_numbers = p.foreign_id.is_some() && paper.foreign_id.is_some();
            one_number || (!two_numbers && same_words(&p.title, &paper.title))
        });
        match twin {
            Some(p) => {
                p.media = p.media.take().or(paper.media);
                p.size_bytes = p.size_bytes.or(paper.size_bytes);
                p.address = p.address.take().or(paper.address);
                p.foreign_id = p.foreign_id.take().or(paper.foreign_id);
                p.restricted |= paper.restricted;
                p.file = p.file.take().or(paper.file);
                p.opened = p.opened.take().or(paper.opened);
            }
            None => mine.push(paper),
        }
    }
}

impl Merge for ItemDraft {
    fn complete(&mut self, other: Self) -> Vec<&'static str> {
        let mut differ = Vec::new();
        complete_meeting(&mut self.meeting, other.meeting, &mut differ);
        fill(&mut self.number, other.number, "number", &mut differ, equal);
        if !same_words(&self.title, &other.title) {
            differ.push("title");
        }
        for reference in other.references {
            if !self.references.contains(&reference) {
                self.references.push(reference);
            }
        }
        complete_papers(&mut self.papers, other.papers);
        fill(&mut self.agenda_text, other.agenda_text, "agenda_text", &mut differ, |a, b| same_words(a, b));
        match (self.decision.as_mut(), other.decision) {
            (Some(mine), Some(theirs)) => {
                if !same_words(&mine.text, &theirs.text) {
                    differ.push("decision.text");
                }
                fill(&mut mine.reasons, theirs.reasons, "decision.reasons", &mut differ, |a, b| same_words(a, b));
                fill(&mut mine.options_rejected, theirs.options_rejected, "decision.options_rejected", &mut differ, |a, b| {
                    same_words(a, b)
                });
                fill(&mut mine.interests, theirs.interests, "decision.interests", &mut differ, |a, b| same_words(a, b));
                mine.as_minuted = mine.as_minuted.take().or(theirs.as_minuted);
            }
            (None, theirs) => self.decision = theirs,
            _ => {}
        }
        fill(&mut self.minutes, other.minutes, "minutes.text", &mut differ, |a, b| same_words(&a.text, &b.text));
        fill(&mut self.exclusion, other.exclusion, "exclusion", &mut differ, |a, b| same_words(&a.text, &b.text));
        take_list(&mut self.mentions, other.mentions);
        self.position = self.position.or(other.position);
        self.off = self.off.take().or(other.off);
        self.foreign_id = self.foreign_id.take().or(other.foreign_id);
        self.meeting_foreign_id = self.meeting_foreign_id.take().or(other.meeting_foreign_id);
        differ
    }
}

impl Merge for MeetingDraft {
    fn complete(&mut self, other: Self) -> Vec<&'static str> {
        let mut differ = Vec::new();
        complete_meeting(&mut self.meeting, other.meeting, &mut differ);
        self.foreign_id = self.foreign_id.take().or(other.foreign_id);
        self.body_foreign_id = self.body_foreign_id.take().or(other.body_foreign_id);
        fill(&mut self.status, other.status, "status", &mut differ, equal);
        fill(&mut self.location, other.location, "location", &mut differ, |a, b| same_words(a, b));
        take_list(&mut self.attendance, other.attendance);
        self.pack = self.pack.take().or(other.pack);
        take_list(&mut self.notes, other.notes);
        self.outcome = self.outcome.take().or(other.outcome);
        self.goes_on_with = self.goes_on_with.take().or(other.goes_on_with);
        self.called_by = self.called_by.take().or(other.called_by);
        fill(&mut self.minutes, other.minutes, "minutes", &mut differ, |a, b| a == b);
        differ
    }
}

impl Merge for BodyDraft {
    fn complete(&mut self, other: Self) -> Vec<&'static str> {
        self.foreign_id = self.foreign_id.take().or(other.foreign_id);
        self.category = self.category.take().or(other.category);
        self.expired |= other.expired;
        self.deleted |= other.deleted;
        self.shown = self.shown.take().or(other.shown);
        Vec::new()
    }
}

impl Merge for MemberDraft {
    fn complete(&mut self, other: Self) -> Vec<&'static str> {
        let mut differ = Vec::new();
        self.foreign_id = self.foreign_id.take().or(other.foreign_id);
        fill(&mut self.ward, other.ward, "ward", &mut differ, |a, b| same_words(a, b));
        fill(&mut self.party, other.party, "party", &mut differ, |a, b| same_words(a, b));
        fill(&mut self.group, other.group, "group", &mut differ, |a, b| same_words(a, b));
        fill(&mut self.posts, other.posts, "posts", &mut differ, |a, b| same_words(a, b));
        fill(&mut self.email, other.email, "email", &mut differ, equal);
        take_list(&mut self.terms, other.terms);
        differ
    }
}

impl Merge for IssueDraft {
    fn complete(&mut self, other: Self) -> Vec<&'static str> {
        self.foreign_id = self.foreign_id.take().or(other.foreign_id);
        if same_words(&self.title, &other.title) { Vec::new() } else { vec!["title"] }
    }
}

impl Merge for DecisionDraft {
    fn complete(&mut self, other: Self) -> Vec<&'static str> {
        let mut differ = Vec::new();
        self.foreign_id = self.foreign_id.take().or(other.foreign_id);
        self.issue_foreign_id = self.issue_foreign_id.take().or(other.issue_foreign_id);
        fill(&mut self.decision_maker, other.decision_maker, "decision_maker", &mut differ, |a, b| same_words(a, b));
        fill(&mut self.status, other.status, "status", &mut differ, |a, b| same_words(a, b));
        fill(&mut self.key, other.key, "key", &mut differ, |a, b| same_words(a, b));
        fill(&mut self.call_in, other.call_in, "call_in", &mut differ, |a, b| same_call_in(a, b));
        fill(&mut self.purpose, other.purpose, "purpose", &mut differ, |a, b| same_words(a, b));
        fill(&mut self.decision, other.decision, "decision", &mut differ, |a, b| same_words(&a.text, &b.text));
        fill(&mut self.published_on, other.published_on, "published_on", &mut differ, equal);
        fill(&mut self.decided_on, other.decided_on, "decided_on", &mut differ, equal);
        fill(&mut self.effective_from, other.effective_from, "effective_from", &mut differ, equal);
        self.meeting = self.meeting.take().or(other.meeting);
        complete_papers(&mut self.papers, other.papers);
        take_list(&mut self.other, other.other);
        self.by_officer |= other.by_officer;
        differ
    }
}

impl Merge for PaperDraft {
    fn complete(&mut self, other: Self) -> Vec<&'static str> {
        let mut papers = vec![self.paper.clone()];
        complete_papers(&mut papers, vec![other.paper]);
        papers.truncate(1);
        if let Some(paper) = papers.pop() {
            self.paper = paper;
        }
        self.owner = self.owner.take().or(other.owner);
        self.published_on = self.published_on.or(other.published_on);
        Vec::new()
    }
}

impl Merge for ElectionDraft {
    fn complete(&mut self, other: Self) -> Vec<&'static str> {
        take_list(&mut self.candidates, other.candidates);
        Vec::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_source_wins_and_the_difference_is_named() {
        let mut page = ItemDraft { title: "Budget".into(), agenda_text: Some("To note".into()), ..ItemDraft::default() };
        let answer =
            ItemDraft { title: "Budget".into(), agenda_text: Some("To agree".into()), number: Some("4".into()), ..ItemDraft::default() };
        assert_eq!(page.complete(answer), ["agenda_text"]);
        assert_eq!(page.agenda_text.as_deref(), Some("To note"));
        assert_eq!(page.number.as_deref(), Some("4"));
    }

    #[test]
    fn call_in_may_be_told_in_other_words() {
        let differ = |page: &str, list: &str| {
            let draft = |words: &str| DecisionDraft { call_in: Some(words.into()), ..DecisionDraft::default() };
            draft(page).complete(draft(list))
        };
        assert!(differ("No", "Not for call-in").is_empty());
        assert!(differ("Yes", "Call-in expired").is_empty());
        assert_eq!(differ("Yes", "Not for call-in"), ["call_in"]);
        assert_eq!(differ("No", "To be settled"), ["call_in"]);
    }

    #[test]
    fn one_paper_from_two_sources_stays_one() {
        let paper = |size| Paper { title: "Report".into(), size_bytes: size, ..Paper::default() };
        let mut papers = vec![paper(None)];
        complete_papers(&mut papers, vec![paper(Some(9))]);
        assert_eq!(papers, [paper(Some(9))]);
    }
}
