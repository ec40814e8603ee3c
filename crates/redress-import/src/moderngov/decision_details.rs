//! *Decision details*: one decision with its labelled fields. Every one of them may be absent.

use redress::day::{read_long, read_slashed};
use redress::decision::Decision;
use redress::draft::{DecisionDraft, Reading};
use redress::meeting::MeetingRef;
use redress::provenance::Provenance;

use crate::ledger::Ledger;
use crate::moderngov::labels::{self, Label};
use crate::moderngov::{documents, foreign_id, labelled_fields, people, resolution_text, sections};
use crate::page::Page;

/// The part that a paragraph without a label belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    None,
    Purpose,
    Decision,
    Reasons,
    Options,
    Interests,
    Documents,
    /// A field of the page that no field of the draft has: its label opened it.
    Other,
}

/// Reads the page.
pub fn read(page: &Page, ledger: &mut Ledger, reading: &mut Reading) {
    let count = page.lines.len();
    let mut draft = DecisionDraft::default();
    let mut words: Vec<&str> = Vec::new();
    let mut part = Part::None;
    let mut at = 0;
    while at < count && page.words(at) == "Decision details" {
        ledger.place(at);
        at += 1;
    }
    while at < count {
        let text = page.words(at);
        let line = page.lines[at].number;
        if draft.title.is_empty() && labelled_fields::split(page, at).is_none_or(|_| page.lines[at].tag == "h2") {
            draft.title = text.into();
            note(&mut draft, "title", page, at);
            ledger.place(at);
        } else if sections::is_link_label(text) {
            draft.issue_foreign_id = page.links_of(at).find_map(|(_, href)| foreign_id::of_issue(href)).or(draft.issue_foreign_id);
            ledger.place(at);
        } else if let Some(next) = opened(page, at, &mut draft, &mut words, reading) {
            part = next;
            ledger.place(at);
        } else if part == Part::Documents
            && let Some(next) = documents::read(page, ledger, at, count, &mut draft.papers, false)
        {
            at = next;
            continue;
        } else if append(&mut draft, part, text, &mut words) {
            ledger.place(at);
        }
        people::flag(text, line, reading.decisions.len(), reading);
        at += 1;
    }
    if let Some(decision) = &mut draft.decision {
        decision.text = words.join("\n\n");
        decision.clauses = resolution_text::clauses(&words);
    }
    draft.foreign_id = foreign_id::own(page, foreign_id::of_decision).or(draft.foreign_id);
    draft.issue_foreign_id = draft.issue_foreign_id.or_else(|| foreign_id::own(page, foreign_id::of_issue));
    reading.decisions.push(draft);
}

fn note(draft: &mut DecisionDraft, field: &str, page: &Page, at: usize) {
    let line = page.lines.get(at).map_or(0, |l| l.number);
    draft.provenance.push(Provenance { field: field.into(), line, to_line: line, element: page.element(at) });
}

/// Reads a label, and the value on its line. `None` where the line has none.
fn opened<'p>(page: &'p Page, at: usize, draft: &mut DecisionDraft, words: &mut Vec<&'p str>, reading: &mut Reading) -> Option<Part> {
    let text = page.words(at);
    if let Some(found) = labels::read(text) {
        let part = match found.label {
            Label::Decision => Part::Decision,
            Label::Reasons => Part::Reasons,
            Label::Options => Part::Options,
            Label::Interests => Part::Interests,
            Label::Documents => Part::Documents,
            Label::Minutes | Label::Discussion => return None,
        };
        let decision = draft.decision.get_or_insert_default();
        match part {
            Part::Reasons => decision.reasons = Some(found.rest.into()),
            Part::Options => decision.options_rejected = Some(found.rest.into()),
            Part::Interests => decision.interests = Some(found.rest.into()),
            Part::Decision if !found.rest.is_empty() => words.push(found.rest),
            _ => {}
        }
        let field =
            ["", "", "decision.text", "decision.reasons", "decision.options_rejected", "decision.interests", "papers", ""][part as usize];
        note(draft, field, page, at);
        return Some(part);
    }
    let (label, value) = labelled_fields::split(page, at)?;
    let marked = page.lines[at].label_end > 0 || page.class(at) == "mgLabel" || page.lines[at].tag.starts_with('h');
    let known = field(page, at, label, value, draft, reading);
    if known.is_none() && marked {
        draft.other.push((label.into(), value.into()));
        return Some(Part::Other);
    }
    known
}

/// Puts a labelled value into its field.
fn field(page: &Page, at: usize, label: &str, value: &str, draft: &mut DecisionDraft, reading: &mut Reading) -> Option<Part> {
    let given = || (!value.is_empty()).then(|| value.to_string());
    let lower = label.to_ascii_lowercase();
    let mut day = |place: &mut Option<jiff::civil::Date>| {
        *place = read_slashed(value).or_else(|| read_long(value));
        if place.is_none() && !value.is_empty() {
            let message = format!("the date under “{label}” could not be read; its words are kept beside the other fields");
            reading.doubt("date_unread", page.lines[at].number, message);
        }
        place.is_some()
    };
    match lower.as_str() {
        "decision maker" => draft.decision_maker = given(),
        "decision status" => draft.status = given(),
        "is key decision?" | "is key decision" | "key decision" => draft.key = given(),
        "is subject to call in?" | "is subject to call in" | "subject to call in" | "call in" => draft.call_in = given(),
        "purpose" => {
            draft.purpose = Some(value.into());
            note(draft, "purpose", page, at);
            return Some(Part::Purpose);
        }
        "publication date" if day(&mut draft.published_on) => {}
        "date of decision" if day(&mut draft.decided_on) => {}
        "effective from" | "effective date" if day(&mut draft.effective_from) => {}
        "decided at meeting" => {
            let met = decided_at(value);
            met.body.as_ref()?;
            draft.meeting = Some(met);
            note(draft, "meeting", page, at);
            return Some(Part::None);
        }
        _ => return None,
    }
    let name = lower.trim_end_matches('?').replace(' ', "_");
    note(draft, &name, page, at);
    Some(Part::None)
}

/// `19/10/2015 - Policy Committee`.
fn decided_at(value: &str) -> MeetingRef {
    let (day, body) = value.split_once(" - ").unwrap_or(("", value));
    match read_slashed(day) {
        Some(date) => MeetingRef { date: Some(date), body: Some(body.trim().into()), ..MeetingRef::default() },
        None => MeetingRef { body: (!value.is_empty()).then(|| value.into()), ..MeetingRef::default() },
    }
}

/// Adds a paragraph to the part that is open. `false` = none is.
fn append<'p>(draft: &mut DecisionDraft, part: Part, text: &'p str, words: &mut Vec<&'p str>) -> bool {
    let decision = draft.decision.as_mut();
    let place = match part {
        Part::Decision => {
            words.push(text);
            return true;
        }
        Part::Purpose => draft.purpose.as_mut(),
        Part::Reasons => decision.and_then(|d: &mut Decision| d.reasons.as_mut()),
        Part::Options => decision.and_then(|d| d.options_rejected.as_mut()),
        Part::Interests => decision.and_then(|d| d.interests.as_mut()),
        Part::Other => draft.other.last_mut().map(|(_, value)| value),
        Part::None | Part::Documents => None,
    };
    let Some(place) = place else { return false };
    if !place.is_empty() {
        place.push_str("\n\n");
    }
    place.push_str(text);
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_meeting_is_named_after_its_day() {
        let met = decided_at("19/10/2015 - Parks - North Committee");
        assert_eq!(met.body.as_deref(), Some("Parks - North Committee"));
        assert!(decided_at("").body.is_none());
    }
}
