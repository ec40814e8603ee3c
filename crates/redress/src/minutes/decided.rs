//! What the workspace has for the decision of an item: offered to whoever records it, and never the record by itself.

use serde::Serialize;

use super::{Mover, clause_lines, interest_words};
use crate::decision::{Decision, Tally};
use crate::vote::{Side, Taken, Vote};
use crate::workspace::{Item, Motion, Part, Record};

/// The parts of a decision, as far as they were taken down.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Decided {
    /// Text, clauses, reasons, options rejected, interests. What nobody took down is left out, never filled in.
    pub decision: Decision,
    /// The vote that carried it; none where it was worked out from other facts.
    pub vote: Option<Vote>,
    /// Who moved and seconded what was carried.
    pub movers: Vec<Mover>,
    /// Who voted, where the names were called or somebody asked for the own vote to be recorded.
    pub voted: Vec<String>,
    /// Every name with its side and the figures that follow from them; none where no names were called.
    pub tally: Option<Tally>,
    /// The public were out: the words are not for everybody as they stand.
    pub in_private: bool,
}

/// The parts of the decision of an item; none where nothing was resolved, or two resolutions contradict each other.
pub fn decided(record: &Record, item: &str, name: &dyn Fn(i64) -> String) -> Option<Decided> {
    let clauses = record.resolution(item)?.to_vec();
    let words = |part| record.text(item, part).and_then(|t| t.settled()).map(|t| t.trim().to_string()).filter(|t| !t.is_empty());
    let interests: Vec<String> = record.interests.iter().filter(|i| i.item == item).map(|i| interest_words(i, name)).collect();
    let carried = carried(record, item);
    let taking = carried.and_then(|motion| motion.moved.votes.first()).map(|b| &b.taking);
    let taken = taking.filter(|t| t.origin.is_record()).map(|t| &t.taken);
    Some(Decided {
        decision: Decision {
            text: clause_lines(&clauses).join("\n\n"),
            clauses,
            reasons: words(Part::Reasons),
            options_rejected: words(Part::OptionsRejected),
            interests: (!interests.is_empty()).then(|| interests.join("\n\n")),
            ..Decision::default()
        },
        vote: taking.and_then(|t| t.as_recorded()),
        movers: carried.map(|m| movers(m, name)).unwrap_or_default(),
        voted: taken.map(|t| voted(t, name)).unwrap_or_default(),
        tally: taken.and_then(|t| tally(t, name)),
        in_private: record.excluded.contains_key(&Item::from(item)),
    })
}

/// The last motion of an item that was carried by one vote.
fn carried<'a>(record: &'a Record, item: &str) -> Option<&'a Motion> {
    record.motions.iter().rev().find(|m| m.item == item && m.carried())
}

fn movers(motion: &Motion, name: &dyn Fn(i64) -> String) -> Vec<Mover> {
    let moved = Mover { name: name(motion.moved.mover), act: "moved".into() };
    let seconded = motion.moved.seconder.map(|s| Mover { name: name(s), act: "seconded".into() });
    std::iter::once(moved).chain(seconded).collect()
}

fn voted(taken: &Taken, name: &dyn Fn(i64) -> String) -> Vec<String> {
    let votes = match taken {
        Taken::Unanimous => return Vec::new(),
        Taken::Counted { own, .. } => own,
        Taken::Named { votes } => votes,
    };
    votes.iter().filter(|(_, side)| matches!(side, Side::For | Side::Against)).map(|(member, _)| name(*member)).collect()
}

fn tally(taken: &Taken, name: &dyn Fn(i64) -> String) -> Option<Tally> {
    let Taken::Named { votes } = taken else { return None };
    let named = |side: Side| votes.iter().filter(|(_, s)| *s == side).map(|(member, _)| name(*member)).collect::<Vec<_>>();
    let (named_for, named_against, named_abstained) = (named(Side::For), named(Side::Against), named(Side::Abstained));
    let figure = |names: &[String]| u32::try_from(names.len()).unwrap_or(u32::MAX);
    let (votes_for, votes_against, abstained) = (figure(&named_for), figure(&named_against), figure(&named_abstained));
    Some(Tally { votes_for, votes_against, abstained, named_for, named_against, named_abstained })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use jiff::civil::date;

    use super::*;
    use crate::resolution::Clause;
    use crate::vote::{Origin, Taking};
    use crate::workspace::{Event, InterestKind, Log};

    fn name(member: i64) -> String {
        format!("Cllr {member}")
    }

    fn record(origin: Origin, resolved: bool) -> Record {
        let mut log = Log::default();
        let mut add = |what| log.append(1, "R. Clerk", date(2025, 2, 26).at(18, 0, 0, 0), what);
        for member in [1, 2, 3] {
            add(Event::Arrived { member });
        }
        add(Event::Opened);
        add(Event::Called { item: "7".into() });
        let nature = "Governor of the school".to_string();
        add(Event::Declared { member: 3, item: "7".into(), kind: InterestKind::Other, nature, dispensation: None });
        let on = add(Event::Moved { item: "7".into(), words: "That it be accepted".into(), mover: 1, seconder: Some(2) });
        let votes = vec![(1, Side::For), (2, Side::For), (3, Side::Abstained)];
        add(Event::Voted { on, taking: Taking { taken: Taken::Named { votes }, casting: None, origin } });
        let under = vec![Clause { label: Some("i)".into()), text: "by June;".into(), children: vec![] }];
        let clauses = vec![Clause { label: Some("(a)".into()), text: "That it be accepted".into(), children: under }];
        if resolved {
            add(Event::Resolved { item: "7".into(), clauses });
        }
        let reasons = Event::Wrote { item: "7".into(), part: Part::Reasons, words: " To put it right. ".into(), over: BTreeSet::new() };
        add(reasons);
        Record::of(&log)
    }

    #[test]
    fn what_was_taken_down_fills_the_decision_and_nothing_is_made_up() {
        let typed = Origin::Typed { by: "R. Clerk".into(), at: date(2025, 2, 26).at(18, 5, 0, 0) };
        let offered = decided(&record(typed, true), "7", &name).unwrap();
        assert_eq!(offered.decision.text, "(a) That it be accepted\n\ni) by June;");
        assert_eq!(offered.decision.reasons.as_deref(), Some("To put it right."));
        assert_eq!(offered.decision.options_rejected, None, "nobody wrote any");
        assert_eq!(offered.decision.interests.as_deref(), Some("Cllr 3 declared an interest: Governor of the school."));
        assert_eq!(offered.vote.unwrap().for_, Some(2));
        assert_eq!(offered.voted, ["Cllr 1", "Cllr 2"]);
        let tally = offered.tally.unwrap();
        assert_eq!(
            (tally.words().as_str(), tally.named_abstained.as_slice()),
            ("2 for, 0 against, 1 abstained", &["Cllr 3".to_string()][..])
        );
        assert_eq!(tally.check(), []);
        assert_eq!(offered.movers.len(), 2);
        assert!(!offered.in_private);
    }

    #[test]
    fn a_derived_vote_is_not_offered_and_an_item_without_a_resolution_has_no_decision() {
        let derived = || Origin::Derived { from: "the attendance".into() };
        let offered = decided(&record(derived(), true), "7", &name).unwrap();
        assert_eq!((offered.vote, offered.voted, offered.tally), (None, Vec::new(), None));
        assert!(decided(&record(derived(), false), "7", &name).is_none());
        assert!(decided(&record(derived(), true), "8", &name).is_none());
    }
}
