//! Typed text and back, numbers that stay, pointers, completeness, the way from body to body.

use jiff::civil::date;
use proptest::prelude::*;

use super::background::papers;
use super::changes::changes;
use super::complete::{Missing, missing};
use super::kind::ReportKind;
use super::pointer::{broken, pointers};
use super::settle::{renumbered, settle};
use super::typed::{read, write};
use super::*;
use crate::difference::Run;

const FIRST: &str = "# Recommendations

That the Board:

(1) notes the report
(2) agrees paragraphs 2.1 and 2.2 of the report

# Findings

The first finding.
It has two lines.

The second finding; paragraph 2.1 has the first.

| Year | Complaints |
|---|---|
| 2020 | 4 |
| 2021 | 7 \\| 8 |

The third finding.";

fn text(typed: &str) -> Text {
    settle(None, read(typed))
}

fn next(before: &Text, typed: &str) -> Text {
    settle(Some(before), read(typed))
}

fn numbers(text: &Text) -> Vec<String> {
    text.blocks.iter().filter_map(Block::number).map(ToString::to_string).collect()
}

#[test]
fn typed_text_has_sections_paragraphs_lists_and_tables() {
    let first = text(FIRST);
    assert_eq!(numbers(&first), ["1", "1.1", "2", "2.1", "2.2", "2.3"]);
    let Is::List { items } = &first.blocks[2].is else { panic!("a list") };
    assert_eq!((items[1].label.as_str(), items.len()), ("(2)", 2));
    let Is::Table { head, rows } = &first.blocks[6].is else { panic!("a table") };
    assert_eq!((head.join("/"), rows[1][1].as_str()), ("Year/Complaints".into(), "7 | 8"));
    assert_eq!(first.blocks[4].texts(), ["The first finding. It has two lines."]);
    // What is written back reads as the same.
    assert_eq!(next(&first, &write(&first.blocks)), first);
}

#[test]
fn a_number_that_was_given_stays_and_what_comes_between_has_a_letter() {
    let first = text(FIRST);
    let typed = write(&first.blocks).replace("2.2 The second", "A finding between.\n\n2.2 The second");
    let second = next(&first, &typed);
    assert_eq!(numbers(&second), ["1", "1.1", "2", "2.1", "2.1A", "2.2", "2.3"]);
    // Taken out, its number is not given again; at the end comes the next.
    let third = next(&second, &typed.replace("A finding between.\n\n", "").replace("2.3 The third finding.", "Another end."));
    assert_eq!(numbers(&third), ["1", "1.1", "2", "2.1", "2.2", "2.4"]);
    let fourth = next(&third, &write(&third.blocks).replace("2.2 The second", "Between again.\n\n2.2 The second"));
    assert!(numbers(&fourth).contains(&"2.1B".to_string()), "{:?}", numbers(&fourth));
    // A section between two sections, with paragraphs of its own.
    let fifth = next(&first, &write(&first.blocks).replace("# 2 Findings", "# Between\n\nNew.\n\n# 2 Findings"));
    assert_eq!(numbers(&fifth), ["1", "1.1", "1A", "1A.1", "2", "2.1", "2.2", "2.3"]);
    // Words changed, numbers left out: the paragraphs that are as they were keep theirs.
    let bare = FIRST.replace("The second finding;", "The other finding;");
    assert_eq!(numbers(&next(&first, &bare)), ["1", "1.1", "2", "2.1", "2.1A", "2.3"]);
}

#[test]
fn what_only_looks_like_a_number_is_words() {
    let all = text("# 12 months on\n\n3.3 million pounds were spent.\n\n\\# no heading\n\n1985. It was a good year.");
    assert_eq!(numbers(&all), ["1", "1.1", "1.2", "1.3"]);
    assert_eq!(all.blocks[0].texts(), ["12 months on"]);
    assert_eq!(all.blocks[1].texts(), ["3.3 million pounds were spent."]);
    assert_eq!(all.blocks[2].texts(), ["# no heading"]);
    assert_eq!(next(&all, &write(&all.blocks)), all);
}

#[test]
fn before_anybody_saw_the_numbers_they_can_be_given_afresh_and_pointers_follow() {
    let first = text(FIRST);
    let between = next(&first, &write(&first.blocks).replace("2.1 The first", "New and first.\n\n2.1 The first"));
    assert_eq!(numbers(&between), ["1", "1.1", "2", "2.0A", "2.1", "2.2", "2.3"]);
    let afresh = renumbered(&between);
    assert_eq!(numbers(&afresh), ["1", "1.1", "2", "2.1", "2.2", "2.3", "2.4"]);
    assert!(write(&afresh.blocks).contains("agrees paragraphs 2.2 and 2.3 of the report"));
    assert!(write(&afresh.blocks).contains("2.3 The second finding; paragraph 2.2 has the first."));
}

#[test]
fn pointers_are_found_and_one_that_breaks_is_told() {
    let to = |words: &str| pointers(words).into_iter().map(|p| p.to.to_string()).collect::<Vec<_>>();
    assert_eq!(to("as paragraphs 3.3 and 3.6 of the report say"), ["3.3", "3.6"]);
    assert_eq!(to("(see para 3.3A), and paragraphs 2.1, 2.2 to 2.4."), ["3.3A", "2.1", "2.2", "2.4"]);
    assert_eq!(to("section 4 of this report; section 5 below"), ["4", "5"]);
    assert!(to("section 5A of the 1989 Act, paragraph 3.3 of the constitution, paragraph 3 of Schedule 12A").is_empty());
    let first = text(FIRST);
    assert!(broken(&first).is_empty());
    let second =
        next(&first, &write(&first.blocks).replace("2.1 The first finding. It has two lines.\n\n", "").replace("2.2 of the", "2.9 of the"));
    let words: Vec<String> = broken(&second).iter().map(pointer::Broken::words).collect();
    assert_eq!(
        words,
        [
            "A table or list points to paragraph 2.1, which was taken out. Write the number that is meant.",
            "A table or list points to paragraph 2.9, which is not in this report. Write the number that is meant.",
            "Paragraph 2.2 points to paragraph 2.1, which was taken out. Write the number that is meant.",
        ]
    );
}

#[test]
fn what_changed_is_shown_and_nothing_else() {
    let first = text(FIRST);
    let typed =
        write(&first.blocks).replace("notes the report", "welcomes the report").replace("2.3 The third finding.", "2.4 The last one.");
    let second = next(&first, &typed);
    let changed = changes(&first, &second);
    assert_eq!(changed.len(), 3, "{changed:?}");
    assert!(changed[0].runs.contains(&Run::Gone("notes".into())) && changed[0].runs.contains(&Run::New("welcomes".into())));
    assert!(changes(&first, &first).is_empty());
}

#[test]
fn a_kind_says_what_is_missing() {
    let kind = &ReportKind::usual()[0];
    assert!(ReportKind::usual().iter().all(|k| k.check().is_empty()));
    assert_eq!(missing(kind, &Text::default()).len(), 7);
    let begun = text(&kind.begins_with());
    assert_eq!(missing(kind, &begun).len(), 7, "headings alone are empty sections");
    let whole = "# Recommendations\n\nThat it is noted.\n\n# Background\n\nWords.\n\n# Alternatives considered\n\nNone is better.\n\n# Financial implications\n\nNo cost.\n\n# Legal implications\n\nNone.\n\n# Equalities implications\n\nAn assessment was made.\n\n# Background papers\n\n- Audit of 2020: https://thornmere.example/audit.\n- Letter of 3 May";
    assert_eq!(missing(kind, &text(whole)), []);
    let listed = papers(&text(whole)).unwrap();
    assert_eq!((listed[0].title.as_str(), listed[0].address.as_deref()), ("Audit of 2020", Some("https://thornmere.example/audit")));
    assert_eq!(papers(&text("# Background papers\n\nNone.")), Some(Vec::new()));
    assert_eq!(missing(kind, &text(&whole.replace("That it is noted.", "- That it is noted."))), [Missing::Recommendations]);
    assert!(matches!(missing(kind, &text(&format!("Ahead of it all.\n\n{whole}")))[..], [Missing::OutsideSections { .. }]));
    let mut wrong = kind.clone();
    wrong.sections[3].signed_by = Some("Treasurer".into());
    wrong.path.stages[1].posts = vec!["Legal".into()];
    assert_eq!(wrong.check().iter().map(|w| w.field.as_str()).collect::<Vec<_>>(), ["sections", "stages"]);
}

#[test]
fn the_next_body_has_a_section_for_each_body_before_it() {
    let stop = |body: &str, on, said: &str| travel::Stop { body: body.into(), on, said: Some(said.into()) };
    let first = text("# Recommendations\n\nThat it is noted.\n\n# Findings\n\nOne.");
    assert_eq!(travel::own_sections(&first), 2);
    let mut stops = vec![stop("Cabinet", date(2021, 5, 4), "a) noted the report;\nb) referred it on.\n\nMembers asked # why.")];
    let second = travel::next(2, &stops, "Young People", date(2021, 6, 9), Some("Nothing yet.")).unwrap();
    let two = travel::text(&first, None, &second);
    assert_eq!(numbers(&two), ["1", "1.1", "2", "2.1", "3", "3.1", "4", "4.1"]);
    stops.push(stop("Young People", date(2021, 6, 9), "Asked how staff are trained."));
    let third = travel::next(2, &stops, "Council", date(2021, 7, 22), Some("The Ombudsman is satisfied.")).unwrap();
    let three = travel::text(&two, Some(4), &third);
    assert_eq!(numbers(&three), ["1", "1.1", "2", "2.1", "3", "3.1", "4", "4.1", "5", "5.1"]);
    let headings: Vec<&str> = three.sections().iter().map(|s| s.heading).collect();
    assert_eq!(headings[2..], ["Cabinet, 4 May 2021", "Young People, 9 June 2021", "Since the last meeting"]);
    stops[1].said = None;
    assert_eq!(travel::next(2, &stops, "Council", date(2021, 7, 22), None).unwrap_err().field, "said");
}

proptest! {
    #[test]
    fn no_word_is_lost_and_what_is_written_reads_the_same(typed in "([#|(\\\\-]{0,2} ?[a-z0-9.)|]{0,6} ?[A-Za-z0-9 .]{0,12}\n{1,2}){0,12}") {
        let first = text(&typed);
        let written = write(&first.blocks);
        prop_assert_eq!(&next(&first, &written), &first, "{}", written);
        let words = |t: &str| t.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_string).collect::<Vec<_>>();
        let kept = words(&written);
        for word in words(&typed) {
            prop_assert!(kept.contains(&word), "{word} of {typed:?} in {written:?}");
        }
        let numbers = numbers(&first);
        let mut once = numbers.clone();
        once.sort();
        once.dedup();
        prop_assert_eq!(once.len(), numbers.len());
    }
}
