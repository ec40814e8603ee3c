//! What an item's page shows and what its twin says.

use super::*;
use redress::decision::{Decision, Resolution};
use redress::public::publication::Publication;
use redress::resolution::Clause;

fn page() -> ItemPage {
    let clause = |text: &str| Clause { label: Some("(d)".into()), text: text.into(), children: vec![] };
    let decision = Decision {
        text: "(d) report to scrutiny and the Board".into(),
        clauses: vec![clause("report to scrutiny and the Board")],
        reasons: Some(String::new()),
        as_minuted: Some(Resolution { text: "(d) report to the Board".into(), clauses: vec![clause("report to the Board")] }),
        ..Decision::default()
    };
    let item = Item {
        key: "2026-02-04-cabinet/7".into(),
        meeting: "2026-02-04-cabinet".into(),
        date: Some(jiff::civil::date(2026, 2, 4)),
        body: Some("Cabinet".into()),
        body_slug: Some("cabinet".into()),
        number: Some("7".into()),
        position: 1,
        title: "Findings <script>alert(1)</script>".into(),
        issue: None,
        references: vec!["25 001 002".parse().expect("a reference")],
        service: None,
        papers: vec![],
        agenda_text: None,
        decision: Some(decision),
        decision_number: None,
        minutes: None,
        exclusion: None,
        off: None,
        mentions: vec![],
        notes: vec![],
        provenance: vec![],
        source: None,
    };
    let publication = Publication {
        seq: 1,
        kind: Kind::Item,
        key: item.key.clone(),
        version: 1,
        title: item.title.clone(),
        published_at: jiff::Timestamp::UNIX_EPOCH,
        by: "import".into(),
        reason: "first publication".into(),
        withdrawn: false,
        hash: String::new(),
    };
    ItemPage { item, actions: Vec::new(), closed_by_ombudsman: Vec::new(), as_of: jiff::civil::date(2024, 1, 1), publication }
}

#[test]
fn the_page_escapes_links_and_compares() {
    let html = page().body().into_string();
    assert!(html.contains("7 Findings &lt;script&gt;") && !html.contains("<script"));
    assert!(html.contains("href=\"/ombudsman/cases/25-001-002\""));
    assert!(html.contains("These clauses do not have the same words: (d)") && html.contains("scrutiny and"));
    assert!(html.contains("nothing under it") && html.contains("Not recorded"));
}

#[test]
fn the_twin_is_the_page_s_data() {
    let page = page();
    let json = serde_json::to_value(&page).expect("JSON");
    let item: Item = serde_json::from_value(json["item"].clone()).expect("an item");
    assert_eq!(item, page.item);
    assert_eq!(json["publication"]["version"], 1);
}
