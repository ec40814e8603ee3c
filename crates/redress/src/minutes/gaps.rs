//! What is still missing before minutes can be built, or be whole: read by the clerk, and never filled in by the program.

use serde::Serialize;

use crate::meeting::Happened;
use crate::workspace::{InterestKind, Part, Quorum, Record, Step, problems, with_names};

/// Something missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Gap {
    /// The item that it concerns; none for the whole meeting.
    pub item: Option<String>,
    /// What, and what to do.
    pub words: String,
    /// It keeps the minutes from being built.
    pub stops: bool,
}

impl Gap {
    fn of(item: &str, words: impl Into<String>) -> Gap {
        Gap { item: Some(item.into()), words: words.into(), stops: false }
    }
}

/// Why a meeting has no minutes: it was not held. `happened` is what became of it, the first first, each with its reason.
pub fn not_held(happened: &[(Happened, String)]) -> Option<String> {
    let (what, why) = happened.iter().rev().find(|(what, _)| !matches!(what, Happened::Called | Happened::Changed))?;
    let said = match what {
        Happened::Cancelled => "The meeting was cancelled",
        Happened::Moved => "The meeting was moved to another day",
        Happened::Inquorate => "There was no quorum, so the meeting did no business",
        Happened::Called | Happened::Changed | Happened::Adjourned | Happened::Reconvened | Happened::Held => return None,
    };
    Some(format!("{said}, so it has no minutes. The reason on record: {}", why.trim()))
}

/// What is missing, the meeting first, then item by item. `agenda` are the numbers of the agenda as displayed.
pub fn gaps(record: &Record, quorum: Quorum, agenda: &[String], name: &dyn Fn(i64) -> String) -> Vec<Gap> {
    let mut gaps: Vec<Gap> = Vec::new();
    let unended = match record.step {
        Step::Ended => None,
        Step::NotBegun => Some("Nothing is taken down yet. Open the meeting in its workspace."),
        Step::Sits | Step::Adjourned => Some("The meeting has not ended. Take down its end first."),
    };
    gaps.extend(unended.map(|words| Gap { item: None, words: words.into(), stops: true }));
    gaps.extend(problems(record, quorum).into_iter().map(|wrong| Gap { item: None, words: with_names(wrong, name).message, stops: true }));
    if record.step != Step::NotBegun && record.interests.is_empty() {
        let words = "No interest is taken down. Where none were declared, say so in the minute of that item.";
        gaps.push(Gap { item: None, words: words.into(), stops: false });
    }
    for item in agenda {
        gaps.extend(of_item(record, item, name));
    }
    gaps
}

fn of_item(record: &Record, item: &str, name: &dyn Fn(i64) -> String) -> Vec<Gap> {
    if !record.order.iter().any(|called| called == item) {
        return vec![Gap::of(item, format!("Item {item} was not called. Take it down, or say in its minute what became of it."))];
    }
    let mut gaps = Vec::new();
    let written = |part| record.text(item, part).is_some_and(|t| t.stand.iter().any(|v| !v.words.trim().is_empty()));
    let decided = record.resolved.contains_key(item);
    if !decided && !written(Part::Discussion) && !written(Part::PrivateDiscussion) {
        gaps.push(Gap::of(item, format!("Item {item} has no text and nothing was resolved.")));
    }
    for (part, what) in [(Part::Reasons, "reasons"), (Part::OptionsRejected, "options considered and rejected")] {
        if decided && !written(part) {
            gaps.push(Gap::of(item, format!("Item {item} was decided, and its {what} are not taken down.")));
        }
    }
    for motion in record.motions.iter().filter(|m| m.item == item) {
        if std::iter::once(&motion.moved).chain(&motion.amendments).any(|m| m.votes.is_empty()) {
            let words = format!("A motion or amendment in item {item} has no vote. Take it down, or strike out the motion.");
            gaps.push(Gap { stops: true, ..Gap::of(item, words) });
        }
    }
    for interest in record.interests.iter().filter(|i| i.item == item && i.kind == InterestKind::Pecuniary && i.dispensation.is_none()) {
        let stayed = record.attendance.get(item).is_some_and(|room| room.throughout().contains(&interest.member));
        if stayed {
            let who = name(interest.member);
            let words = format!("{who} has a disclosable pecuniary interest in item {item} and is not taken down as leaving the room.");
            gaps.push(Gap::of(item, words));
        }
    }
    if record.excluded.contains_key(item) {
        let words = format!(
            "The public were excluded from item {item}. Where the minute tells too little without the private words, write a summary \
             (Local Government Act 1972, section 100C(2))."
        );
        gaps.push(Gap::of(item, words));
    }
    gaps
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::resolution::Clause;
    use crate::workspace::{Event, Log};

    #[test]
    fn a_meeting_that_was_not_held_says_why() {
        let why = |what| (what, " Snow closed the roads.".to_string());
        assert_eq!(not_held(&[]), None);
        assert_eq!(not_held(&[why(Happened::Called), why(Happened::Held)]), None);
        let words = not_held(&[why(Happened::Called), why(Happened::Inquorate)]).unwrap();
        assert!(words.starts_with("There was no quorum") && words.ends_with("Snow closed the roads."));
        assert!(not_held(&[why(Happened::Cancelled)]).unwrap().contains("cancelled"));
        assert_eq!(not_held(&[why(Happened::Adjourned), why(Happened::Held)]), None);
    }

    #[test]
    fn what_nobody_took_down_is_named() {
        let mut log = Log::default();
        let mut add = |what| log.append(1, "R. Clerk", date(2025, 2, 26).at(18, 0, 0, 0), what);
        for member in [1, 2, 3] {
            add(Event::Arrived { member });
        }
        add(Event::Opened);
        add(Event::Called { item: "1".into() });
        let nature = "Owns the land".to_string();
        add(Event::Declared { member: 3, item: "1".into(), kind: InterestKind::Pecuniary, nature, dispensation: None });
        let clauses = vec![Clause { label: None, text: "Noted".into(), children: vec![] }];
        add(Event::Resolved { item: "1".into(), clauses });
        let record = Record::of(&log);
        let found = gaps(&record, Quorum(2), &["1".into(), "2".into()], &|m| format!("Cllr {m}"));
        let words: Vec<&str> = found.iter().map(|g| g.words.as_str()).collect();
        assert!(words[0].contains("not ended") && found[0].stops);
        for part in ["reasons are not", "rejected are not", "Cllr 3 has a disclosable", "Item 2 was not called"] {
            assert!(words.iter().any(|w| w.contains(part)), "{part}: {words:?}");
        }
    }
}
