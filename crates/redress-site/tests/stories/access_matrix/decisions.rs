//! Decisions of items in every state, made through the store.

use jiff::civil::date;
use redress::decision::{Decision, Formal};
use redress::decision_record::{Conflicts, Key, Maker};
use redress_store::desk::Desk;
use redress_store::desk::journal::Act;
use redress_store::desk::work::decision::RecordedDecision;
use redress_store::desk::work::decision_record::NewDecision;

use super::records::State;

/// A record about each item, which is covered as the item is, and one of an officer.
pub async fn make(desk: &Desk, act: &Act<'_>, items: &[State], none: &State) -> Vec<State> {
    let new = |item: Option<i64>, maker: Option<Maker>| NewDecision {
        item,
        title: "Repair of a roof".into(),
        service: None,
        decided_on: date(2021, 3, 1),
        words: RecordedDecision { decision: decided(maker), ..RecordedDecision::default() },
        withheld: None,
    };
    let mut decisions = Vec::new();
    for state in items.iter().filter(|s| s.item != none.item) {
        // With words of its own, so that the form of the item's decision stays as it was.
        let decision = desk.record_new_decision(&new(Some(state.item), None), None, act).await.expect("recorded");
        decisions.push(State { decision, ..state.clone() });
    }
    let maker = Maker::ExecutiveOfficer { post: "Director of Homes".into(), authority: "Scheme, 12".into() };
    let decision = desk.record_new_decision(&new(None, Some(maker)), None, act).await.expect("recorded");
    decisions.push(State { name: "of an officer", decision, ..State::default() });
    decisions.push(none.clone());
    decisions
}

fn decided(maker: Option<Maker>) -> Decision {
    let formal = maker.map(|maker| Formal {
        maker,
        key: Key::No,
        conflicts: Conflicts::StatedNone,
        effective_from: None,
        status: None,
        authority: None,
        summary: None,
        tasks: Vec::new(),
        background: Vec::new(),
        tally: None,
        withheld: None,
    });
    Decision {
        text: "The roof is repaired.".into(),
        reasons: Some("It lets in the rain.".into()),
        options_rejected: Some("None".into()),
        interests: Some("None".into()),
        formal: formal.map(Box::new),
        ..Decision::default()
    }
}
