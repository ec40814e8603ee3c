//! Every reader on texts of any sort: none panics, none loses count of its words, none takes long.

use std::path::Path;
use std::time::{Duration, Instant};

use proptest::prelude::*;
use redress::draft::{Reading, SourceName};

fn run_all(text: &str) {
    for (name, kind, reader) in redress_import::readers() {
        let mut reading = Reading::of(SourceName { source: "x".into(), sha256: String::new() }, *kind);
        reader(text, &mut reading);
        assert!(reading.words.placed <= reading.words.total, "{name}");
        let shown: usize = reading.unplaced.iter().filter(|u| !u.text.starts_with('[')).map(|u| u.text.split_whitespace().count()).sum();
        assert!(reading.words.placed + shown <= reading.words.total, "{name}");
    }
}

/// Pieces that the grammars look for, so that chance reaches past the first test.
fn piece() -> impl Strategy<Value = String> {
    let known = [
        "Issue - meetings\n",
        "Meeting: 14/02/2024 - Cabinet (Item 128)\n",
        "Meeting: 1",
        "(Item",
        ")",
        "Agenda item\n",
        "Decision:",
        "Decision\n",
        "Minutes:\n",
        "Additional documents:\n",
        "Reasons for the decision: ",
        "Conflict of Interest: None\n",
        "RESOLVED – ",
        "(a) ",
        "1.",
        "i) That",
        "\u{a0}",
        "·  x – y\n",
        "PDF 283 KB",
        "pdf icon ",
        "Ombudsman 23 006 024 ",
        "on 4 May 2021 ",
        "the Board ",
        "People Scrutiny Committee ",
        "Mrs Example ",
        "by 23 votes to 12",
        "moved by A, seconded by B",
        "Schedule 12A",
        "regulation 4(2)(a)",
        "- Meeting of X, Cabinet, Monday, 3rd March, 2025 10.00 am (Item 4.)\n",
        "’",
        "é",
        "\n",
        "<div id=\"modgov\">",
        "</div>",
        "<p>",
        "<td>",
        "<tr>",
        "<span class=\"mgLabel\">",
        "</span>",
        "<a href=\"documents/s1/a.pdf\">",
        "</a>",
        "&nbsp;",
        "&#",
        "<!--",
        "<meeting>",
        "<agendaitems><agendaitem>",
        "<minutesnonemptyhtmlbody>&lt;p&gt;",
        "</agendaitem>",
        "<committees><committee>",
        "<committeescount> 2<",
        "]]>",
        "<attendee name=\"x\"",
        "<member><homeaddress><line1>x",
        "View the background to item 17.\n",
        "4.\n",
        "<caption>Decisions published</caption>",
    ];
    prop_oneof![4 => proptest::sample::select(known.to_vec()).prop_map(str::to_string), 1 => "\\PC{0,12}"]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        drop(redress_import::read("x", &bytes));
        run_all(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn any_mixture_of_known_pieces_is_read(pieces in proptest::collection::vec(piece(), 0..40)) {
        let text = pieces.concat();
        drop(redress_import::read("x", text.as_bytes()));
        run_all(&text);
    }

    #[test]
    fn a_damaged_fixture_is_read(which in 0..7_usize, cut in any::<prop::sample::Index>(), at in any::<prop::sample::Index>(), with in piece()) {
        let names = ["issue_meetings.html", "issue_meetings.txt", "agenda_item.html", "agenda_item.txt", "meeting_documents.html", "member_page.html", "election.xml"];
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(names[which]);
        let mut bytes = std::fs::read(path).expect("a fixture");
        let place = at.index(bytes.len());
        bytes.splice(place..place, with.bytes());
        bytes.truncate(cut.index(bytes.len()) + 1);
        drop(redress_import::read(names[which], &bytes));
        run_all(&String::from_utf8_lossy(&bytes));
    }
}

/// Texts that a careless scan would take the square of their length for.
#[test]
fn a_megabyte_of_one_sign_is_read_in_time() {
    let size = 1 << 20;
    let signs = [
        "(",
        "<",
        "- ",
        "a) ",
        "<div>",
        "<span class=\"mgHide\">",
        "the Board ",
        "Meeting: ",
        "RESOLVED ",
        "PDF 1 KB ",
        "12 345 ",
        "<a href=x>",
        "4 May 2021 ",
        "&amp;",
        "<td>x",
        "Decision:\n",
        "(Item ",
        "resolved. ",
        "<a>",
        "Cabinet 4 May 2021 ",
        "member Mrs Example ",
        "Mrs.",
        "the child Example ",
        "Appendix 2 is exempt under 12A. ",
        "an amendment was lost. ",
        "<a href='?%2easpx%3F'>x",
    ];
    for sign in signs {
        for lead in ["Issue - meetings\nMeeting: 14/02/2024 - Cabinet (Item 1)\n1 T\nMinutes:\n", "Agenda item\nT\n", ""] {
            let text = format!("{lead}{}", sign.repeat(size / sign.len()));
            let start = Instant::now();
            drop(redress_import::read("x", text.as_bytes()));
            assert!(start.elapsed() < Duration::from_secs(5), "{sign:?} after {lead:?}: {:?}", start.elapsed());
        }
    }
}
