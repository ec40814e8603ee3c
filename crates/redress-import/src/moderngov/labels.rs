//! The labels that stand before the parts of an item, in the spellings that councils use.

/// What a label opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Label {
    /// Additional, supporting or accompanying documents.
    Documents,
    /// The decision.
    Decision,
    /// The minutes.
    Minutes,
    /// Reasons for the decision.
    Reasons,
    /// Options considered and rejected.
    Options,
    /// Conflicts of interest and dispensations.
    Interests,
    /// A heading that ends one of the fields above and goes on with the minutes.
    Discussion,
}

/// A label at the start of a line, and what stands after it on the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Labelled<'a> {
    /// What it opens.
    pub label: Label,
    /// The words after it; empty where it stands alone.
    pub rest: &'a str,
}

/// Longest label, in bytes.
const LONGEST: usize = 120;

/// Reads the label at the start of a line.
pub fn read(line: &str) -> Option<Labelled<'_>> {
    // Every label begins with one of these; most lines do not.
    if !matches!(line.bytes().next()? | 0x20, b'a' | b'd' | b'e' | b'i' | b'm' | b'o' | b'r' | b's' | b'c') {
        return None;
    }
    let (head, rest, closed) = split(line);
    if head.len() > LONGEST {
        return None;
    }
    let label = name(head)?;
    // A one-word label needs its colon before a text: `Minutes of the last meeting`, `Decision – deferred`.
    let needs_colon = matches!(label, Label::Minutes | Label::Decision | Label::Documents);
    if needs_colon && !rest.is_empty() && closed != Closed::Colon {
        return None;
    }
    Some(Labelled { label, rest })
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Closed {
    Colon,
    Dash,
    End,
}

/// The words before the first colon or spaced dash, and those after.
fn split(line: &str) -> (&str, &str, Closed) {
    let limit = line.char_indices().map(|(at, _)| at).find(|at| *at > LONGEST).unwrap_or(line.len());
    let head = &line[..limit];
    if let Some(at) = head.find(':') {
        return (head[..at].trim(), line[at + 1..].trim(), Closed::Colon);
    }
    for dash in [" – ", " — ", " - "] {
        if let Some(at) = head.find(dash) {
            return (head[..at].trim(), line[at + dash.len()..].trim(), Closed::Dash);
        }
    }
    (line.trim_end_matches([' ', '–', '—', '-']), "", Closed::End)
}

/// What a label's words open.
fn name(head: &str) -> Option<Label> {
    let lower = head.to_ascii_lowercase();
    let mut words = lower.split(|c: char| c.is_ascii_whitespace() || c == '/').filter(|w| !w.is_empty());
    let first = words.next()?.trim_matches(['(', ')']);
    let mut all = |allowed: &[&str]| words.all(|w| allowed.contains(&w.trim_matches(['(', ')', ','])));
    match first {
        "decision" | "decisions" | "decision(s" => all(&["made", "taken"]).then_some(Label::Decision),
        "minutes" => words.next().is_none().then_some(Label::Minutes),
        "additional" | "supporting" | "accompanying" => all(&["documents"]).then_some(Label::Documents),
        "reason" | "reasons" | "reason(s" => {
            all(&["for", "the", "decision", "decisions", "decision(s", "recommendation", "recommendations", "urgency", "s"])
                .then_some(Label::Reasons)
        }
        "other" | "any" | "alternative" | "alternatives" | "options" | "option" | "details" => {
            let known = [
                "other",
                "alternative",
                "alternatives",
                "options",
                "option",
                "considered",
                "and",
                "rejected",
                "or",
                "of",
                "any",
                "the",
                "if",
                "by",
                "executive",
                "councillor",
                "when",
                "making",
                "decision",
            ];
            let about = lower.contains("option") && (lower.contains("considered") || lower.contains("rejected"))
                || lower == "alternatives considered";
            (about && all(&known)).then_some(Label::Options)
        }
        "conflict" | "conflicts" | "dispensation" | "dispensations" | "interests" | "declarations" | "declaration" => {
            let known = [
                "of",
                "interest",
                "interests",
                "and",
                "any",
                "dispensation",
                "dispensations",
                "granted",
                "declared",
                "by",
                "the",
                "executive",
                "councillor",
                "member",
                "members",
                "or",
                "pecuniary",
                "disclosable",
                "cabinet",
                "decision",
                "maker",
                "taker",
            ];
            (all(&known) && lower.contains(' ')).then_some(Label::Interests)
        }
        "scrutiny" => (lower == "scrutiny considerations").then_some(Label::Discussion),
        _ => None,
    }
}

/// `Decision of Executive Councillor for Housing`: a heading that names who decides, and so is kept.
pub fn names_decider(text: &str) -> bool {
    text.len() < 120
        && [
            "Decision of Executive Councillor",
            "Decision of the Executive Councillor",
            "Decision of the Cabinet Member",
            "Decision of Cabinet Member",
        ]
        .iter()
        .any(|start| text.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn label(line: &str) -> Option<(Label, &str)> {
        read(line).map(|l| (l.label, l.rest))
    }

    #[test]
    fn spellings_of_councils_are_known() {
        for (line, wanted) in [
            ("Decision:", Label::Decision),
            ("Decision", Label::Decision),
            ("Decisions:", Label::Decision),
            ("Decision Made:", Label::Decision),
            ("Minutes:", Label::Minutes),
            ("Additional documents:", Label::Documents),
            ("Supporting documents:", Label::Documents),
            ("Accompanying Documents:", Label::Documents),
            ("Reasons for the decision:", Label::Reasons),
            ("Reasons for Decision(s):", Label::Reasons),
            ("REASONS –", Label::Reasons),
            ("Reason for the Decision", Label::Reasons),
            ("Reasons for the recommendation", Label::Reasons),
            ("Other options considered and rejected:", Label::Options),
            ("Alternative options considered", Label::Options),
            ("Any Alternative Options Considered and Rejected:", Label::Options),
            ("Options Considered:", Label::Options),
            ("Conflict of Interest:", Label::Interests),
            ("Conflicts of Interest Declared by the Executive Councillor (and any Dispensations Granted)", Label::Interests),
        ] {
            assert_eq!(label(line), Some((wanted, "")), "{line}");
        }
        assert_eq!(label("Conflict of Interest: None"), Some((Label::Interests, "None")));
        assert_eq!(label("Conflicts of interest / dispensations granted – none"), Some((Label::Interests, "none")));
        assert_eq!(label("Other options considered – none"), Some((Label::Options, "none")));
        assert_eq!(label("Decision: That it be noted"), Some((Label::Decision, "That it be noted")));
    }

    #[test]
    fn sentences_are_not_labels() {
        for line in [
            "Decision details",
            "Minutes of the last meeting: to follow",
            "Reasons were given by the officer",
            "Options were considered at length",
            "Interests of the child came first",
            "Decision – deferred",
            "Declarations were made",
        ] {
            assert_eq!(label(line), None, "{line}");
        }
    }
}
