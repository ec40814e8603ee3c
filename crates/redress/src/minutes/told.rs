//! What the public reads of a minute besides its words: motions, amendments and votes, interests, and how far the minutes are.
//!
//! A vote that was worked out from other facts has no place here: it is not the record.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Exchange;
use super::stage::{Stages, Stands, Step};
use crate::difference::Run;
use crate::vote::{Outcome, Side, Taken, Taking, Vote};
use crate::workspace::{Interest, InterestKind, Move, Question, Record};

/// The facts of an item.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    /// Motions and amendments, in order. None of an item from which the public were excluded.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub motions: Vec<MotionTold>,
    /// Interests that were declared.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub interests: Vec<InterestTold>,
    /// The paragraphs of Schedule 12A for which the public were excluded, in words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub excluded_for: Vec<String>,
    /// Questions that were answered, with the answers. None of an item from which the public were excluded.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<Exchange>,
}

/// A motion or an amendment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MotionTold {
    /// For an amendment the words that it would change.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    /// The words as moved.
    pub words: String,
    /// Who moved it.
    pub mover: String,
    /// Who seconded it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seconder: Option<String>,
    /// The vote on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vote: Option<VoteTold>,
}

/// A vote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VoteTold {
    /// The result with its figures.
    #[serde(flatten)]
    pub vote: Vote,
    /// Whether it carried what was moved.
    pub carried: bool,
    /// Those who could vote and did neither vote nor abstain, in persons.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub did_not_vote: Option<u32>,
    /// Whose casting vote decided, where one was given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub casting_by: Option<String>,
    /// Who voted how: everybody where the names were called, else those who asked for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<NameTold>,
    /// The names were called, so that nobody is left out.
    #[serde(default)]
    pub names_called: bool,
    /// Where it was learnt.
    pub learnt: String,
}

/// How one member voted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NameTold {
    /// The member.
    pub name: String,
    /// How.
    pub side: Side,
}

/// An interest that was declared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InterestTold {
    /// The member.
    pub member: String,
    /// Which sort.
    pub kind: InterestKind,
    /// Its nature, in the member's words.
    pub nature: String,
    /// The dispensation, with who gave it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dispensation: Option<String>,
    /// The member left the room for the item.
    pub left: bool,
    /// During which item the member came back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub returned_in: Option<String>,
}

/// How far the minutes are, as the public reads it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StageTold {
    /// How they stand.
    pub stands: Stands,
    /// Which meeting confirmed them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confirmed: Option<ConfirmedTold>,
    /// Who signed them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signed: Option<SignedTold>,
}

/// That the minutes were confirmed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConfirmedTold {
    /// The day of the meeting that confirmed them.
    pub meeting: Date,
    /// What it corrected and why; none where nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub corrected: Option<String>,
    /// The corrections of this item, word by word.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub runs: Vec<Run>,
}

/// That the minutes were signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignedTold {
    /// Who presided at the meeting that confirmed them.
    pub presiding: String,
    /// The day.
    pub on: Date,
}

impl StageTold {
    /// How far they are, in one line.
    pub fn words(&self) -> String {
        let day = crate::day::long;
        match (&self.confirmed, &self.signed) {
            (_, Some(signed)) => format!("Signed by {}, who presided, on {}", signed.presiding, day(signed.on)),
            (Some(confirmed), None) if confirmed.corrected.is_some() => format!("Confirmed on {} with corrections", day(confirmed.meeting)),
            (Some(confirmed), None) => format!("Confirmed on {}", day(confirmed.meeting)),
            (None, None) => "Draft minutes, not yet confirmed".into(),
        }
    }
}

impl Stages {
    /// What the public reads of them; none before the draft is published.
    pub fn told(&self) -> Option<StageTold> {
        let stands = self.stands();
        if stands < Stands::PublishedAsDraft {
            return None;
        }
        let confirmed = self.taken().iter().find_map(|taken| match &taken.step {
            Step::Confirmed { meeting, corrections, .. } => {
                Some(ConfirmedTold { meeting: *meeting, corrected: corrections.clone(), runs: Vec::new() })
            }
            _ => None,
        });
        let signed = self.taken().iter().find_map(|taken| match &taken.step {
            Step::Signed { presiding, day } => Some(SignedTold { presiding: presiding.clone(), on: day.unwrap_or(taken.on) }),
            _ => None,
        });
        Some(StageTold { stands, confirmed, signed })
    }
}

impl Facts {
    /// The facts of an item.
    pub fn of(record: &Record, item: &str, name: &dyn Fn(i64) -> String) -> Facts {
        let excluded = record.excluded.get(item);
        let motions = record.motions.iter().filter(|m| m.item == item && excluded.is_none());
        let questions = record.questions.iter().filter(|q| q.item == item && excluded.is_none() && !q.answers.is_empty());
        let answers = |q: &Question| q.answers.iter().map(|(_, words)| words.trim()).collect::<Vec<_>>().join("\n");
        Facts {
            questions: questions.map(|q| Exchange { issue: q.words.trim().into(), response: answers(q) }).collect(),
            motions: motions.flat_map(|m| std::iter::once(&m.moved).chain(&m.amendments)).map(|m| moved(m, name)).collect(),
            interests: record.interests.iter().filter(|i| i.item == item).map(|i| interest(record, i, name)).collect(),
            excluded_for: excluded.into_iter().flatten().map(|p| format!("{} ({})", p.number(), p.words())).collect(),
        }
    }

    /// Every word in them, for whoever looks for names before they go out.
    pub fn text(&self) -> String {
        let motions = self.motions.iter().flat_map(|m| [m.before.clone(), Some(m.words.clone())]).flatten();
        let interests = self.interests.iter().flat_map(|i| [Some(i.nature.clone()), i.dispensation.clone()]).flatten();
        let questions = self.questions.iter().flat_map(|q| [q.issue.clone(), q.response.clone()]);
        motions.chain(interests).chain(questions).collect::<Vec<_>>().join("\n\n")
    }

    /// Whether there is nothing to tell.
    pub fn is_empty(&self) -> bool {
        *self == Facts::default()
    }
}

fn moved(moved: &Move, name: &dyn Fn(i64) -> String) -> MotionTold {
    let vote = match moved.votes.as_slice() {
        [one] => voted(&one.taking, name),
        _ => None,
    };
    MotionTold {
        before: moved.before.clone(),
        words: moved.words.trim().into(),
        mover: name(moved.mover),
        seconder: moved.seconder.map(name),
        vote,
    }
}

fn voted(taking: &Taking, name: &dyn Fn(i64) -> String) -> Option<VoteTold> {
    let vote = taking.as_recorded()?;
    let (votes, names_called) = match &taking.taken {
        Taken::Unanimous => (Vec::new(), false),
        Taken::Counted { own, .. } => (own.clone(), false),
        Taken::Named { votes } => (votes.clone(), true),
    };
    let learnt = match &taking.origin {
        crate::vote::Origin::Typed { at, .. } => format!("taken down by the clerk at the meeting, {}", crate::day::long(at.date())),
        other => other.words(),
    };
    Some(VoteTold {
        vote,
        carried: taking.outcome() == Outcome::Carried,
        did_not_vote: taking.figures().map(|f| f.did_not_vote).filter(|n| *n > 0),
        casting_by: taking.casting.map(|c| name(c.by)),
        names: votes.into_iter().map(|(member, side)| NameTold { name: name(member), side }).collect(),
        names_called,
        learnt,
    })
}

fn interest(record: &Record, interest: &Interest, name: &dyn Fn(i64) -> String) -> InterestTold {
    let (left, returned_in) = absence(record, interest);
    InterestTold {
        member: name(interest.member),
        kind: interest.kind,
        nature: interest.nature.trim().into(),
        dispensation: interest.dispensation.as_ref().map(|d| d.trim().to_string()),
        left,
        returned_in,
    }
}

/// Whether the member went out for the item, and during which item the member came back.
fn absence(record: &Record, interest: &Interest) -> (bool, Option<String>) {
    let from = record.order.iter().skip_while(|item| **item != interest.item);
    // Who came late had not left; who was out before and stayed out had.
    let mut left = record
        .attendance
        .get(&interest.item)
        .is_some_and(|room| !room.at_start.contains(&interest.member) && !room.movements.iter().any(|m| m.member == interest.member));
    for item in from {
        for moved in record.attendance.get(item).into_iter().flat_map(|room| &room.movements).filter(|m| m.member == interest.member) {
            match moved.came {
                true if left => return (true, Some(item.clone())),
                false if *item == interest.item => left = true,
                _ => {}
            }
        }
    }
    (left, None)
}

impl InterestKind {
    /// What a page calls it.
    pub fn words(self) -> &'static str {
        match self {
            InterestKind::Pecuniary => "Disclosable pecuniary interest",
            InterestKind::Other => "Other interest",
            InterestKind::Criticised => "Named and criticised in the report",
        }
    }
}

impl Side {
    /// What a table calls it.
    pub fn words(self) -> &'static str {
        match self {
            Side::For => "For",
            Side::Against => "Against",
            Side::Abstained => "Abstained",
            Side::DidNotVote => "Did not vote",
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::vote::{Origin, Taken, Taking};
    use crate::workspace::{Event, Log, Why};

    fn name(member: i64) -> String {
        format!("Cllr {member}")
    }

    fn record(origin: &Origin) -> Record {
        let mut log = Log::default();
        let mut add = |what| log.append(1, "R. Clerk", date(2025, 2, 26).at(18, 0, 0, 0), what);
        for member in [1, 2, 3] {
            add(Event::Arrived { member });
        }
        add(Event::Opened);
        add(Event::Called { item: "7".into() });
        let declared = |item: &str| Event::Declared {
            member: 3,
            item: item.into(),
            kind: InterestKind::Pecuniary,
            nature: "Owns the land".into(),
            dispensation: None,
        };
        add(declared("7"));
        add(Event::Departed { member: 3, why: Why::Interest });
        let motion = add(Event::Moved { item: "7".into(), words: "That it be noted".into(), mover: 1, seconder: Some(2) });
        let after = "That it be accepted".to_string();
        let amended = add(Event::Amended { motion, before: "That it be noted".into(), after, mover: 2, seconder: Some(1) });
        let figures = crate::vote::Figures { for_: 2, ..Default::default() };
        let taking = |taken| Taking { taken, casting: None, origin: origin.clone() };
        add(Event::Voted { on: amended, taking: taking(Taken::Counted { figures, own: vec![(2, Side::For)] }) });
        add(Event::Voted { on: motion, taking: taking(Taken::Named { votes: vec![(1, Side::For), (2, Side::Against)] }) });
        add(Event::Called { item: "8".into() });
        add(Event::Arrived { member: 3 });
        Record::of(&log)
    }

    /// A member comes in during the item, declares an interest with a dispensation, and stays.
    fn late() -> Record {
        let mut log = Log::default();
        let mut add = |what| log.append(1, "R. Clerk", date(2025, 2, 26).at(18, 0, 0, 0), what);
        add(Event::Arrived { member: 1 });
        add(Event::Opened);
        add(Event::Called { item: "7".into() });
        add(Event::Arrived { member: 3 });
        let dispensation = Some("given by the monitoring officer".to_string());
        let nature = "Owns the land".to_string();
        add(Event::Declared { member: 3, item: "7".into(), kind: InterestKind::Pecuniary, nature, dispensation });
        Record::of(&log)
    }

    #[test]
    fn motions_amendments_votes_and_the_way_out_and_back_are_told() {
        let typed = Origin::Typed { by: "R. Clerk".into(), at: date(2025, 2, 26).at(18, 5, 0, 0) };
        let facts = Facts::of(&record(&typed), "7", &name);
        assert_eq!(facts.motions.len(), 2);
        let vote = facts.motions[0].vote.as_ref().unwrap();
        assert!(!vote.carried && vote.names_called, "equality without a casting vote carries nothing");
        assert_eq!(vote.names[1], NameTold { name: "Cllr 2".into(), side: Side::Against });
        assert!(vote.learnt.contains("taken down by the clerk at the meeting"));
        assert_eq!(facts.motions[1].before.as_deref(), Some("That it be noted"));
        assert!(!facts.motions[1].vote.as_ref().unwrap().names_called);
        let interest = &facts.interests[0];
        assert_eq!((interest.left, interest.returned_in.as_deref()), (true, Some("8")));
        assert!(!Facts::of(&late(), "7", &name).interests[0].left, "who comes late has not left");
        assert!(facts.text().contains("Owns the land") && facts.text().contains("That it be accepted"));
        assert!(Facts::of(&record(&typed), "8", &name).is_empty());
    }

    #[test]
    fn a_derived_vote_is_never_told() {
        let facts = Facts::of(&record(&Origin::Derived { from: "the attendance".into() }), "7", &name);
        assert!(facts.motions.iter().all(|m| m.vote.is_none()));
    }
}
