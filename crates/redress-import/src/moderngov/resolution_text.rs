//! Paragraphs of a resolution as clauses, and the resolution that minutes repeat.

use redress::resolution::{Clause, split_label, tree};

/// Words with which bodies decide, as a paragraph may begin.
const VERBS: [&str; 6] = ["resolved", "agreed", "recommended", "unanimously", "decided", "noted"];
/// Bodies as minutes name them before a verb in capitals: `Cabinet NOTED the report`.
const BODIES: [&str; 8] = ["Cabinet", "Executive", "Council", "Committee", "Sub-Committee", "Board", "Panel", "Commission"];

/// The clauses of a resolution. Words before the first label that only lead to it are no clause; they stay in the text.
pub fn clauses(paragraphs: &[&str]) -> Vec<Clause> {
    let labelled = |p: &&str| split_label(p).is_some() || label_behind_lead_in(p).is_some();
    let first = paragraphs.iter().position(labelled);
    let mut read: Vec<(Option<&str>, &str)> = Vec::with_capacity(paragraphs.len());
    for (at, paragraph) in paragraphs.iter().enumerate() {
        if let Some((label, text)) = split_label(paragraph) {
            read.push((Some(label), text));
        } else if let Some((label, text)) = label_behind_lead_in(paragraph) {
            read.push((Some(label), text));
        } else if is_bare_lead_in(paragraph)
            || super::labels::names_decider(paragraph)
            || (first.is_some_and(|f| at < f) && leads_in(paragraph))
        {
        } else {
            read.push((None, paragraph));
        }
    }
    tree(read)
}

/// `RESOLVED:` and nothing else.
fn is_bare_lead_in(paragraph: &str) -> bool {
    after_lead_in(paragraph).is_some_and(str::is_empty)
}

/// Whether a paragraph leads to the clauses under it.
fn leads_in(paragraph: &str) -> bool {
    paragraph.ends_with([':', '–', '-', '—'])
        || ["that", "to"].iter().any(|w| paragraph.rsplit(' ').next().is_some_and(|last| last.eq_ignore_ascii_case(w)))
        || paragraph.trim_end_matches('.').eq_ignore_ascii_case("decision")
        || ends_in_verb(paragraph)
}

/// `Following debate it was – RESOLVED`.
fn ends_in_verb(paragraph: &str) -> bool {
    paragraph.rsplit(' ').next().is_some_and(is_shouted) && paragraph.contains("it was")
}

/// A verb of deciding in capitals.
fn is_shouted(word: &str) -> bool {
    word.bytes().all(|b| b.is_ascii_uppercase()) && VERBS.iter().any(|v| v.eq_ignore_ascii_case(word))
}

/// `Cabinet NOTED the report`, `The Committee AGREED that …`.
fn body_decides(paragraph: &str) -> bool {
    let rest = paragraph.strip_prefix("The ").unwrap_or(paragraph);
    rest.split_once(' ').is_some_and(|(body, rest)| BODIES.contains(&body) && rest.split([' ', ':', ',']).next().is_some_and(is_shouted))
}

/// What stands after `RESOLVED – That`, `Agreed to:`; `None` where the paragraph does not begin so.
pub fn after_lead_in(paragraph: &str) -> Option<&str> {
    let mut rest = paragraph.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '(');
    let mut verbs = 0;
    loop {
        let length = rest.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(rest.len());
        let word = &rest[..length];
        if !VERBS.iter().any(|v| v.eq_ignore_ascii_case(word)) {
            break;
        }
        verbs += 1;
        rest = rest[length..].trim_start_matches([' ', ':', '–', '-', '—', '.', ',']);
    }
    if verbs == 0 {
        return None;
    }
    for word in ["that", "to", "note"] {
        let Some(start) = rest.get(..word.len()) else { continue };
        let next = rest[word.len()..].chars().next();
        // `That the Committee …` goes on; only what a label or nothing follows is part of the lead-in.
        if start.eq_ignore_ascii_case(word) && next.is_none_or(|c| !c.is_alphanumeric()) {
            let after = rest[word.len()..].trim_start_matches([' ', ':', '–', '-', '—', ',']);
            if after.is_empty() || split_label(after).is_some() {
                rest = after;
            }
        }
    }
    Some(rest)
}

fn label_behind_lead_in(paragraph: &str) -> Option<(&str, &str)> {
    split_label(after_lead_in(paragraph)?)
}

/// Whether a paragraph that lost its heading decides: it begins with a lead-in, an option, or `That the …`.
pub fn begins_decision(paragraph: &str) -> bool {
    begins_resolution(paragraph)
        || paragraph.starts_with("That the ")
        || paragraph.starts_with("THAT ")
        || split_label(paragraph).is_some_and(|(_, rest)| rest.starts_with("That ") || rest.starts_with("To "))
}

/// A resolution at the start of a line: `RESOLVED`, `Resolved – That`. A sentence such as `Agreed actions were …` is none.
pub fn begins_resolution(paragraph: &str) -> bool {
    let Some(rest) = after_lead_in(paragraph) else { return body_decides(paragraph) || ends_in_verb(paragraph) };
    let word = paragraph.split(|c: char| !c.is_ascii_alphabetic()).find(|w| !w.is_empty()).unwrap_or("");
    let capitals = word.len() > 3 && word.bytes().all(|b| b.is_ascii_uppercase());
    // `Noted that …` may be any remark.
    let upper = word.starts_with(|c: char| c.is_ascii_uppercase()) && !word.eq_ignore_ascii_case("noted");
    let lower = rest.get(..5).unwrap_or("").to_ascii_lowercase();
    capitals || (upper && (rest.is_empty() || lower.starts_with("that ") || lower.starts_with("to ") || split_label(rest).is_some()))
}

/// The resolution inside a minute: the place where the decision's own paragraphs stand again, else where a lead-in
/// stands at the start of a line. Gives the first paragraph and the one after the last.
pub fn in_minutes(minutes: &[&str], decision: &[&str]) -> Option<(usize, usize)> {
    if !decision.is_empty() && decision.len() <= minutes.len() {
        let repeated = (0..=minutes.len() - decision.len()).rev().find(|at| minutes[*at..*at + decision.len()] == *decision);
        if let Some(at) = repeated {
            return Some((at, at + decision.len()));
        }
    }
    let start = minutes.iter().rposition(|p| begins_resolution(p))?;
    let mut end = start + 1;
    // A bare lead-in takes what follows it; labelled clauses follow any.
    let bare = is_bare_lead_in(minutes[start]) || leads_in(minutes[start]);
    if bare && end < minutes.len() && split_label(minutes[end]).is_none() {
        end += 1;
    }
    while end < minutes.len() && split_label(minutes[end]).is_some() {
        end += 1;
    }
    Some((start, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(paragraphs: &[&str]) -> Vec<Option<String>> {
        clauses(paragraphs).into_iter().map(|c| c.label).collect()
    }

    #[test]
    fn lead_ins_are_not_clauses() {
        assert_eq!(labels(&["RESOLVED:", "(1) to build it", "(2) to open it"]), [Some("(1)".into()), Some("(2)".into())]);
        assert_eq!(labels(&["After debate the panel resolved to:", "1. Accept it"]), [Some("1.".into())]);
        assert_eq!(labels(&["RESOLVED – (a) That it be noted", "(b) That it be filed"]), [Some("(a)".into()), Some("(b)".into())]);
        assert_eq!(labels(&["Resolved", "THAT the Council:", "a. note it"]), [Some("a.".into())]);
        assert_eq!(labels(&["The panel noted the report."]), [None]);
        assert_eq!(labels(&["(a) first", "And a closing remark."]), [Some("(a)".into()), None]);
    }

    #[test]
    fn a_resolution_begins_at_the_start_of_a_line() {
        for text in [
            "RESOLVED that it be noted",
            "Resolved – That it be noted",
            "UNANIMOUSLY RESOLVED THAT:",
            "AGREED (recommendations, as amended)",
            "Agreed to:",
            "NOTED",
            "Cabinet NOTED the report.",
            "The Committee AGREED that it be noted",
            "Following debate it was – RESOLVED",
        ] {
            assert!(begins_resolution(text), "{text}");
        }
        for text in ["Noted that it rained.", "Agreed actions were listed.", "The panel RESOLVED it", "Recommended reading was given out"] {
            assert!(!begins_resolution(text), "{text}");
        }
    }

    #[test]
    fn minutes_repeat_a_resolution() {
        let minutes = ["Talk.", "The panel resolved to:", "1. Do it", "2. Tell it"];
        assert_eq!(in_minutes(&minutes, &minutes[1..]), Some((1, 4)));
        assert_eq!(in_minutes(&["Talk.", "RESOLVED:", "(1) do it", "(2) tell it", "The meeting closed."], &["other"]), Some((1, 4)));
        assert_eq!(in_minutes(&["Talk."], &["other"]), None);
    }
}
