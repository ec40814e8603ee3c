//! The five seed pages: what must be read of them, field by field.

mod shared;

use jiff::civil::{Date, date, time};
use redress::draft::{ItemDraft, Reading, SourceKind};
use redress::resolution::Clause;
use redress::vote::Manner;

/// The seed whose name begins so.
fn seed(start: &str) -> Option<Reading> {
    let folder = shared::folder("seeds")?;
    let entry = std::fs::read_dir(folder).expect("seeds").flatten().find(|e| e.file_name().to_string_lossy().starts_with(start))?;
    Some(shared::read(&entry.path()))
}

fn labels(clauses: &[Clause]) -> Vec<Option<&str>> {
    clauses.iter().map(|c| c.label.as_deref()).collect()
}

fn references(item: &ItemDraft) -> Vec<String> {
    item.references.iter().map(ToString::to_string).collect()
}

fn mentions(item: &ItemDraft) -> Vec<(Date, &str)> {
    item.mentions.iter().map(|m| (m.date, m.body.as_deref().unwrap_or(""))).collect()
}

#[test]
fn seven_items_and_every_word_placed() {
    let Some(folder) = shared::folder("seeds") else { return };
    let mut items = 0;
    for entry in std::fs::read_dir(folder).expect("seeds").flatten().filter(|e| e.path().extension().is_some_and(|x| x == "txt")) {
        let reading = shared::read(&entry.path());
        items += reading.items.len();
        let name = &reading.source.source;
        assert!(reading.unplaced.is_empty(), "{name}: {:?}", reading.unplaced);
        assert_eq!(reading.words.placed, reading.words.total, "{name}");
        assert!(reading.problems.iter().all(|p| p.holds_item.is_none()), "{name}: {:?}", reading.problems);
        assert_eq!(reading.authority, None, "{name}");
    }
    assert_eq!(items, 7);
}

/// An account of its own, which knows nothing of the ledger: a word is in a field, is a label, or is part of a value that a
/// field gives in another form (a day, a time, a size).
#[test]
fn every_word_of_a_seed_is_in_a_field_or_is_a_label() {
    let Some(folder) = shared::folder("seeds") else { return };
    let labels = [
        "Issue",
        "-",
        "meetings",
        "Meeting:",
        "(Item",
        "pdf",
        "icon",
        "Additional",
        "Supporting",
        "documents:",
        "Minutes:",
        "Decision:",
        "Decision",
        "Reasons",
        "for",
        "the",
        "decision:",
        "Other",
        "options",
        "considered",
        "and",
        "rejected:",
        "Agenda",
        "item",
        "Meeting",
        "of",
        "View",
        "background",
        "to",
        "Extraordinary",
        "Meeting,",
    ];
    let other_forms = [
        "14/02/2024",
        "128)",
        "127)",
        "11/03/2021",
        "59)",
        "22/07/2021",
        "01/07/2021",
        "183)",
        "124)",
        "Executive,",
        "Wednesday,",
        "26th",
        "February,",
        "2025",
        "10.00",
        "am",
        "17.)",
        "PDF",
        "KB",
        "283",
        "381",
        "248",
        "420",
        "119",
        "91",
        "264",
        "240",
    ];
    for entry in std::fs::read_dir(folder).expect("seeds").flatten().filter(|e| e.path().extension().is_some_and(|x| x == "txt")) {
        let text = std::fs::read_to_string(entry.path()).expect("text");
        let reading = shared::read(&entry.path());
        let held = shared::held(&reading);
        let fields: std::collections::HashSet<&str> = held.split_whitespace().collect();
        let text = text.replace('\u{feff}', "");
        assert_eq!(shared::words(&text).len(), reading.words.total, "{}", reading.source.source);
        for word in shared::words(&text) {
            assert!(fields.contains(word) || labels.contains(&word) || other_forms.contains(&word), "{}: {word}", reading.source.source);
        }
        // Whole paragraphs stand together in one field.
        for line in text.lines().map(|l| l.split_whitespace().collect::<Vec<_>>().join(" ")).filter(|l| l.len() > 160) {
            assert!(held.contains(&line), "{}: {line}", reading.source.source);
        }
    }
}

#[test]
fn two_items_of_one_meeting_keep_their_order_and_references() {
    let Some(reading) = seed("000") else { return };
    assert_eq!(reading.kind, SourceKind::IssueMeetings);
    assert!(reading.issue.is_some_and(|i| i.title.starts_with("Reports by") && i.foreign_id.is_none()));
    let [first, second] = reading.items.as_slice() else { panic!("{} items", reading.items.len()) };
    assert_eq!((first.number.as_deref(), second.number.as_deref()), (Some("128"), Some("127")));
    assert_eq!(references(first), ["23 006 024"]);
    assert_eq!(references(second), ["21 011 785", "23 005 479", "22 011 825"]);
    for (item, size) in [(first, 283), (second, 381)] {
        assert_eq!((item.meeting.date, item.meeting.body.as_deref()), (Some(date(2024, 2, 14)), Some("Cabinet")));
        assert_eq!((item.meeting.start, item.meeting.kind.as_deref()), (None, None));
        assert!(item.title.ends_with(')') && item.title.starts_with("Report by"));
        assert_eq!((item.papers.len(), item.papers[0].size_bytes, item.papers[0].media.as_deref()), (1, Some(size * 1024), Some("PDF")));
        assert_eq!(item.papers[0].title, item.title);
        assert!(item.agenda_text.as_deref().is_some_and(|t| t.ends_with("is attached.")));
        let decision = item.decision.as_ref().expect("a decision");
        assert_eq!(labels(&decision.clauses), [None]);
        assert_eq!(decision.clauses[0].text, decision.text);
        assert_eq!(decision.options_rejected.as_deref(), Some("None."));
        assert_eq!((&decision.interests, &decision.as_minuted), (&None, &None));
        assert!(item.minutes.as_ref().is_some_and(|m| m.vote.is_none() && m.movers.is_empty() && m.text.starts_with("Councillor")));
        assert!(item.exclusion.is_none() && item.mentions.is_empty());
    }
    let reasons = |item: &ItemDraft| item.decision.as_ref().and_then(|d| d.reasons.clone()).unwrap_or_default();
    assert!(reasons(first).starts_with("A requirement") && reasons(second).starts_with("The Council must consider"));
    assert_eq!(second.minutes.as_ref().map(|m| m.text.matches("\n\n").count()), Some(1));
}

#[test]
fn lost_headings_are_made_up_for_and_told() {
    let Some(reading) = seed("001") else { return };
    let item = &reading.items[0];
    assert_eq!((item.number.as_deref(), item.meeting.date), (Some("59"), Some(date(2021, 3, 11))));
    assert!(item.references.is_empty() && item.papers.is_empty() && item.agenda_text.is_none());
    let exclusion = item.exclusion.as_ref().expect("an exclusion");
    assert!(
        exclusion.ground.as_deref().is_some_and(|g| g.starts_with("regulation 4(2)(a) of the Local Authorities") && g.ends_with("2012"))
    );
    assert!(exclusion.text.starts_with("Under regulation") && exclusion.text.ends_with("their website."));
    let decision = item.decision.as_ref().expect("a decision");
    assert_eq!(labels(&decision.clauses), [Some("(Option A)"), None]);
    assert!(decision.clauses[0].text.starts_with("That the Cabinet adopts") && decision.clauses[0].text.ends_with(','));
    assert!(decision.clauses[1].text.starts_with("That the Cabinet notes"));
    assert_eq!((&decision.reasons, &decision.options_rejected, &decision.interests), (&None, &None, &None));
    let minutes = item.minutes.as_ref().expect("minutes");
    assert!(minutes.text.starts_with("In private session") && minutes.text.ends_with("Cabinet Member."));
    assert!(minutes.text.contains("were in training"));
    let problems: Vec<_> = reading.problems.iter().map(|p| (p.code.as_str(), p.line)).collect();
    assert_eq!(problems, [("label_lost", 15), ("label_lost", 21)]);
}

#[test]
fn an_extraordinary_meeting_with_a_vote_and_four_papers() {
    let Some(reading) = seed("002") else { return };
    assert_eq!((reading.kind, &reading.issue), (SourceKind::AgendaItem, &None));
    let item = &reading.items[0];
    let meeting = &item.meeting;
    assert_eq!((meeting.date, meeting.body.as_deref()), (Some(date(2025, 2, 26)), Some("Executive")));
    assert_eq!((meeting.kind.as_deref(), meeting.start), (Some("extraordinary"), Some(time(10, 0, 0, 0))));
    assert_eq!((item.number.as_deref(), item.title.as_str()), (Some("17"), "Local Government Ombudsman Complaints"));
    assert!(item.references.is_empty(), "a date in a file's name is no reference");
    let papers: Vec<_> = item.papers.iter().map(|p| (p.title.as_str(), p.size_bytes.map(|b| b / 1024))).collect();
    assert_eq!(
        papers,
        [
            ("Ombudsman Complaint Cases Report, item 17.", Some(248)),
            ("Case - 25 01 07 Final Report, item 17.", Some(420)),
            ("Case - 25 01 22 Final Report, item 17.", Some(119)),
            ("SEND Action Plan, item 17.", Some(91))
        ]
    );
    let decision = item.decision.as_ref().expect("a decision");
    assert!(decision.text.starts_with("Following consideration"));
    assert_eq!(labels(&decision.clauses), [Some("1."), Some("2."), Some("3.")]);
    let minuted = decision.as_minuted.as_ref().expect("the resolution again");
    assert_eq!((&minuted.text, &minuted.clauses), (&decision.text, &decision.clauses));
    assert_eq!((&decision.reasons, &decision.options_rejected, &decision.interests), (&None, &None, &None));
    let minutes = item.minutes.as_ref().expect("minutes");
    let vote = minutes.vote.as_ref().expect("a vote");
    assert_eq!((vote.manner, vote.for_), (Manner::Unanimous, None));
    assert!(vote.text.ends_with("agreed unanimously."));
    assert!(minutes.text.starts_with("The Leader") && minutes.text.ends_with(&decision.text));
}

#[test]
fn one_matter_at_two_bodies_with_movers_exchanges_and_mentions() {
    let Some(reading) = seed("003") else { return };
    let [council, scrutiny] = reading.items.as_slice() else { panic!("{} items", reading.items.len()) };
    let (cabinet, children, business) =
        ("Cabinet", "Children and Young People Overview and Scrutiny Committee", "Business Support Overview and Scrutiny Committee");
    assert_eq!((council.number.as_deref(), council.meeting.body.as_deref()), (Some("183"), Some("Council")));
    assert_eq!((scrutiny.number.as_deref(), scrutiny.meeting.body.as_deref()), (Some("124"), Some(business)));
    assert_eq!((council.papers[0].size_bytes, scrutiny.papers[0].size_bytes), (Some(264 * 1024), Some(240 * 1024)));
    assert_eq!(mentions(council), [(date(2021, 5, 4), cabinet), (date(2021, 6, 9), children), (date(2021, 7, 1), business)]);
    assert_eq!(mentions(scrutiny), [(date(2021, 5, 4), cabinet), (date(2021, 6, 9), children)]);
    let decision = council.decision.as_ref().expect("a decision");
    assert_eq!(labels(&decision.clauses), [Some("a)"), Some("b)")]);
    let minutes = council.minutes.as_ref().expect("minutes");
    assert!(minutes.text.starts_with("Background:\n\n"));
    let movers: Vec<_> = minutes.movers.iter().map(|m| m.act.as_str()).collect();
    assert_eq!(movers, ["proposed", "supported"]);
    assert!(minutes.movers[0].name.starts_with("The Deputy Leader") && minutes.movers[0].name.ends_with("Councillor Doe"));
    assert!(minutes.movers[1].name.ends_with("Councillor Mrs Josie Iles"));
    let talk = scrutiny.minutes.as_ref().expect("minutes");
    assert!(talk.text.starts_with("Discussion:\n\n") && talk.text.contains("learningand"));
    assert_eq!(talk.discussion.len(), 4);
    assert_eq!(labels(&scrutiny.decision.as_ref().expect("a decision").clauses), [None]);
}

#[test]
fn a_decision_that_the_minutes_give_in_other_words() {
    let Some(reading) = seed("004") else { return };
    let item = &reading.items[0];
    assert_eq!(item.meeting, redress::meeting::MeetingRef::default());
    assert_eq!((item.number.as_deref(), item.papers.len()), (None, 0));
    assert_eq!(references(item), ["18 016 599"]);
    let decision = item.decision.as_ref().expect("a decision");
    let four = [Some("(a)"), Some("(b)"), Some("(c)"), Some("(d)")];
    assert_eq!(labels(&decision.clauses), four);
    assert_eq!(decision.as_minuted.as_ref().map(|m| labels(&m.clauses)), Some(four.to_vec()));
    assert!(decision.clauses_that_differ().contains(&"(d)".to_string()));
    assert!(decision.reasons.as_deref().is_some_and(|r| r.starts_with("In order to ensure")));
    assert_eq!(decision.options_rejected, None);
    let minutes = item.minutes.as_ref().expect("minutes");
    assert!(minutes.text.contains("\n\nDecision\n\n(a) That") && minutes.text.contains("\n\nReason for the Decision\n\nIn order"));
    let reasons = item.provenance.iter().find(|p| p.field == "decision.reasons").expect("provenance");
    let whole = item.provenance.iter().find(|p| p.field == "minutes.text").expect("provenance");
    assert!(whole.line < reasons.line && reasons.to_line <= whole.to_line, "the reasons were read in the minutes");
    assert_eq!(
        mentions(item),
        [
            (date(2019, 10, 1), "Cabinet"),
            (date(2019, 10, 30), "Health and Wellbeing Board"),
            (date(2019, 10, 8), "People Scrutiny Committee")
        ]
    );
}
