//! The spellings and layouts of section 5 of the grammar, each in an invented extract.

use redress::draft::{ItemDraft, Reading};
use redress::resolution::Clause;

fn read(text: &str) -> Reading {
    redress_import::read("page.txt", text.as_bytes()).expect("a reading")
}

fn item(parts: &str) -> ItemDraft {
    let reading = read(&format!("Agenda item\nRoad repairs\n{parts}"));
    assert_eq!(reading.words.placed, reading.words.total, "{:?}", reading.unplaced);
    reading.items.into_iter().next().expect("an item")
}

/// Labels in the order of the page, each with its depth.
fn labels(clauses: &[Clause]) -> String {
    fn walk(clauses: &[Clause], depth: usize, out: &mut Vec<String>) {
        for clause in clauses {
            out.push(format!("{}{}", ">".repeat(depth), clause.label.as_deref().unwrap_or("none")));
            walk(&clause.children, depth + 1, out);
        }
    }
    let mut out = Vec::new();
    walk(clauses, 0, &mut out);
    out.join(" ")
}

#[test]
fn every_lead_in_leads_to_its_clauses() {
    for (lead_in, wanted) in [
        ("RESOLVED\n1. Do it\n2. Tell it", "1. 2."),
        ("RESOLVED:\n(1) Do it\n(2) Tell it", "(1) (2)"),
        ("RESOLVED – (a) That it be done\n(b) That it be told", "(a) (b)"),
        ("RESOLVED to:\n1. Do it\n2. Tell it", "1. 2."),
        ("RESOLVED to note:\n1) the work\n2) the cost", "1) 2)"),
        ("RESOLVED that\ni. it be done\nii. it be told", "i. ii."),
        ("RESOLVED that it be done.", "none"),
        ("Resolved\nTHAT the Council:\na. do it\nb. tell it", "a. b."),
        ("Resolved – That\n(i) it be done\n(ii) it be told", "(i) (ii)"),
        ("UNANIMOUSLY RESOLVED THAT:\n1. it be done\n2. it be told", "1. 2."),
        ("AGREED\na) to do it\nb) to tell it", "a) b)"),
        ("AGREED that it be done.", "none"),
        ("AGREED (recommendations, as amended):\n1. Do it\n2. Tell it", "1. 2."),
        ("Cabinet NOTED the report.", "none"),
        ("The Committee noted the report.", "none"),
        ("Following debate it was – RESOLVED\n(a) That it be done\n(b) That it be told", "(a) (b)"),
    ] {
        let decided = item(&format!("Decision:\n{lead_in}\n"));
        assert_eq!(decided.decision.map(|d| labels(&d.clauses)).as_deref(), Some(wanted), "{lead_in}");
    }
    assert!(item("Decision Made:\nThat it be done.\n").decision.is_some());
}

#[test]
fn a_resolution_in_the_minutes_alone_is_the_decision() {
    for resolution in [
        "RESOLVED that it be done.",
        "Resolved – That it be done.",
        "AGREED that it be done.",
        "Cabinet NOTED the report.",
        "The Committee AGREED that it be done.",
        "It was discussed, and it was – RESOLVED\n(a) That it be done",
    ] {
        let text = format!("Agenda item\nRoad repairs\nMinutes:\nMembers spoke.\n{resolution}\n");
        let reading = read(&text);
        let decision = reading.items[0].decision.as_ref().expect(resolution);
        assert_eq!(decision.text, resolution.replace('\n', "\n\n"));
        assert_eq!(reading.problems[0].code, "decision_from_minutes");
    }
    assert_eq!(item("Minutes:\nMembers noted the report and agreed with it.\n").decision, None);
}

#[test]
fn every_style_of_numbering_is_a_list() {
    for (list, wanted) in [
        ("1. a\n2. b", "1. 2."),
        ("1.To a\n2.To b", "1. 2."),
        ("1) a\n2) b", "1) 2)"),
        ("(1) a\n(2) b", "(1) (2)"),
        ("a) a\nb) b", "a) b)"),
        ("a. a\nb. b", "a. b."),
        ("(a) a\n(b) b", "(a) (b)"),
        ("i. a\nii. b", "i. ii."),
        ("(i) a\n(ii) b", "(i) (ii)"),
        ("· a\n· b", "· ·"),
        ("• a\n• b", "• •"),
        ("(1) a\n(a) b\n(i) c\n(b) d\n(2) e", "(1) >(a) >>(i) >(b) (2)"),
        ("1. a\n(i) b\n(ii) c\n2. d", "1. >(i) >(ii) 2."),
        ("(Option A) a\n(Option B) b", "(Option A) (Option B)"),
    ] {
        let decided = item(&format!("Decision:\nRESOLVED:\n{list}\n"));
        assert_eq!(decided.decision.map(|d| labels(&d.clauses)).as_deref(), Some(wanted), "{list}");
    }
}

#[test]
fn reasons_options_and_interests_go_by_many_names() {
    let field = |label: &str, of: fn(&redress::decision::Decision) -> &Option<String>| {
        let decided = item(&format!("Decision:\nThat it be done.\n{label}\nSo it was said.\n")).decision.expect("a decision");
        assert_eq!(decided.text, "That it be done.", "{label}");
        assert_eq!(of(&decided).as_deref(), Some("So it was said."), "{label}");
    };
    for label in [
        "Reasons for the decision",
        "Reasons for Decision(s):",
        "REASONS –",
        "Reason for Decision:",
        "Reasons for the recommendation",
        "Reason for the Decision",
        "Reason(s) for the decision:",
        "Reasons:",
        "REASON FOR DECISION",
    ] {
        field(label, |d| &d.reasons);
    }
    for label in [
        "Alternative options considered",
        "Alternative Options considered and rejected:",
        "Other options considered:",
        "Options Considered:",
        "Options considered and rejected",
        "Any Alternative Options Considered and Rejected:",
        "Alternatives considered:",
        "Details of any alternative options considered and rejected:",
    ] {
        field(label, |d| &d.options_rejected);
    }
    for label in [
        "Conflicts of interest / dispensations granted:",
        "Conflict of Interest:",
        "Conflicts of Interest Declared by the Executive Councillor (and any Dispensations Granted)",
        "Declarations of interest:",
        "Interests declared:",
    ] {
        field(label, |d| &d.interests);
    }
}

#[test]
fn an_executive_councillors_decision_is_read_by_its_headings() {
    let decided = item(
        "Minutes:\nMatter for Decision\nTo approve the works.\nDecision of Executive Councillor for Streets\nApproved the works.\nReason for the Decision\nAs set out in the report.\nAny Alternative Options Considered and Rejected\nNot applicable.\nScrutiny Considerations\nThe Committee made no comment.\nConflicts of Interest Declared by the Executive Councillor (and any Dispensations Granted)\nNone.\n",
    );
    let decision = decided.decision.expect("a decision");
    assert_eq!(decision.reasons.as_deref(), Some("As set out in the report."));
    assert_eq!(decision.options_rejected.as_deref(), Some("Not applicable."));
    assert_eq!(decision.interests.as_deref(), Some("None."));
    assert!(decided.minutes.is_some_and(|m| m.text.starts_with("Matter for Decision") && m.text.ends_with("None.")));
}

#[test]
fn what_an_extractor_lost_is_made_up_for() {
    let bare = read("Road repairs\nTo note the report.\nDecision:\nThat it be noted.\nMinutes:\nMembers spoke.\n");
    assert_eq!((bare.items[0].title.as_str(), bare.items[0].meeting.date), ("Road repairs", None));
    assert_eq!((bare.words.placed, bare.problems[0].code.as_str()), (bare.words.total, "heading_missing"));
    let issue = read("Issue - meetings\nRoad repairs\nTo note the report.\nDecision:\nThat it be noted.\n");
    assert_eq!(issue.items.len(), 1);
    assert_eq!(issue.items[0].decision.as_ref().map(|d| d.text.as_str()), Some("That it be noted."));
    assert_eq!((issue.words.placed, issue.problems[0].code.as_str()), (issue.words.total, "no_meeting"));
}

#[test]
fn an_exempt_appendix_restricts_the_paper_and_not_the_item() {
    let text = "Agenda item\nStaff contract\nTo award it. Appendix 2 is not for publication under paragraph 3 of Schedule 12A.\nSupporting documents:\nReport PDF 10 KB\nAppendix 2 - Bids PDF 11 KB\n";
    let reading = redress_import::read("a.txt", text.as_bytes()).expect("a reading");
    let item = &reading.items[0];
    assert_eq!(item.exclusion, None);
    assert!(item.agenda_text.as_deref().is_some_and(|t| t.ends_with("Schedule 12A.")));
    assert_eq!(item.papers.iter().map(|p| p.restricted).collect::<Vec<_>>(), [false, true]);
}

#[test]
fn a_case_named_only_in_a_papers_title_is_a_reference() {
    let text = "Agenda item\nReport of the Ombudsman\nTo note.\nSupporting documents:\nFinal report 21 900 112 PDF 10 KB\n";
    let reading = redress_import::read("a.txt", text.as_bytes()).expect("a reading");
    assert_eq!(reading.items[0].references.iter().map(ToString::to_string).collect::<Vec<_>>(), ["21 900 112"]);
}

#[test]
fn a_title_without_a_meeting_is_still_an_item_or_an_issue() {
    let item = redress_import::read("a.txt", b"Agenda item\nRoad repairs\n").expect("a reading");
    assert_eq!((item.items[0].title.as_str(), item.items[0].meeting.date), ("Road repairs", None));
    assert_eq!(item.words.placed, item.words.total);
    let issue = redress_import::read("a.txt", b"Issue - meetings\nRoad repairs\n").expect("a reading");
    assert_eq!((issue.issue.map(|i| i.title).as_deref(), issue.items.len()), (Some("Road repairs"), 0));
    assert_eq!(issue.problems[0].code, "no_meeting");
}
