//! A vote as the clerk takes it down: it must add up against those who were in the room and could vote.
//!
//! Local Government Act 1972, Schedule 12, paragraph 39: a majority of those present and voting; on equality whoever
//! presides has a second or casting vote.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{Entitled, Manner, Origin, Vote};
use crate::wrong::Wrong;

/// How somebody voted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// For.
    For,
    /// Against.
    Against,
    /// Abstained.
    Abstained,
    /// Was there, could vote, and did neither vote nor abstain.
    DidNotVote,
}

/// The figures of a show of hands, in persons.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figures {
    /// For.
    #[serde(rename = "for")]
    pub for_: u32,
    /// Against.
    pub against: u32,
    /// Abstained.
    pub abstained: u32,
    /// Could vote, and did neither.
    #[serde(default)]
    pub did_not_vote: u32,
}

impl Figures {
    fn of(self, side: Side) -> u32 {
        match side {
            Side::For => self.for_,
            Side::Against => self.against,
            Side::Abstained => self.abstained,
            Side::DidNotVote => self.did_not_vote,
        }
    }

    fn total(self) -> u64 {
        [self.for_, self.against, self.abstained, self.did_not_vote].into_iter().map(u64::from).sum()
    }
}

/// How a vote was taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "taken", rename_all = "snake_case")]
pub enum Taken {
    /// Nobody dissented. There are no figures, and none are made up.
    Unanimous,
    /// Hands were counted.
    Counted {
        /// The figures.
        #[serde(flatten)]
        figures: Figures,
        /// Members who asked that their own vote be recorded (SI 1993/202, Schedule 2, paragraph 1).
        #[serde(default)]
        own: Vec<(i64, Side)>,
    },
    /// Each name was called.
    Named {
        /// Who voted how, in the order of the call. A name twice is refused, not folded.
        votes: Vec<(i64, Side)>,
    },
}

/// The second or casting vote of whoever presides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Casting {
    /// Who.
    pub by: i64,
    /// For the motion, or against it.
    #[serde(rename = "for")]
    pub for_: bool,
}

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Carried.
    Carried,
    /// Lost; equality without a casting vote carries nothing.
    Lost,
}

/// A vote, with where it was learnt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Taking {
    /// How it was taken.
    #[serde(flatten)]
    pub taken: Taken,
    /// The casting vote, where one was given.
    #[serde(default)]
    pub casting: Option<Casting>,
    /// Where it was learnt.
    pub origin: Origin,
}

impl Taking {
    /// The figures; none for a vote without numbers.
    pub fn figures(&self) -> Option<Figures> {
        match &self.taken {
            Taken::Unanimous => None,
            Taken::Counted { figures, .. } => Some(*figures),
            Taken::Named { votes } => Some(votes.iter().fold(Figures::default(), |mut sum, (_, side)| {
                match side {
                    Side::For => sum.for_ += 1,
                    Side::Against => sum.against += 1,
                    Side::Abstained => sum.abstained += 1,
                    Side::DidNotVote => sum.did_not_vote += 1,
                }
                sum
            })),
        }
    }

    /// What came of it, whatever `check` says of it.
    pub fn outcome(&self) -> Outcome {
        let carried = match self.figures() {
            None => true,
            Some(f) if f.for_ == f.against => self.casting.is_some_and(|c| c.for_),
            Some(f) => f.for_ > f.against,
        };
        if carried { Outcome::Carried } else { Outcome::Lost }
    }

    /// What does not add up.
    pub fn check(&self, room: &Entitled) -> Vec<Wrong> {
        let mut wrong = Vec::new();
        if room.voters().is_empty() {
            wrong.push(Wrong::new("vote", "Nobody in the room could vote. Check the attendance."));
        }
        match &self.taken {
            Taken::Unanimous => {}
            Taken::Counted { figures, own } => wrong.extend(counted(*figures, own, room)),
            Taken::Named { votes } => wrong.extend(named(votes, room)),
        }
        wrong.extend(self.casting_wrong(room));
        wrong.extend(self.origin.check().err());
        wrong
    }

    /// At a budget meeting each name is recorded: SI 2014/165.
    pub fn check_budget(&self) -> Option<Wrong> {
        let named = matches!(self.taken, Taken::Named { .. });
        (!named).then(|| {
            Wrong::new("taken", "A vote on the budget or council tax is recorded name by name (SI 2014/165). Take the names down.")
        })
    }

    fn casting_wrong(&self, room: &Entitled) -> Option<Wrong> {
        let casting = self.casting?;
        let message = match self.figures() {
            _ if room.presiding != Some(casting.by) => "Only whoever presides has a casting vote. Check who presided.",
            _ if !room.can_vote(casting.by) => "Whoever presides cannot vote on this, so cannot cast a second vote either.",
            Some(f) if f.for_ == f.against => return None,
            _ => "A casting vote is given only when the votes are equal. Check the figures.",
        };
        Some(Wrong::new("casting", message))
    }

    /// The vote as the record gives it. None where it is not the record.
    pub fn as_recorded(&self) -> Option<Vote> {
        self.origin.is_record().then(|| {
            let figures = self.figures();
            let manner = if figures.is_some() { Manner::Counted } else { Manner::Unanimous };
            let text = match figures {
                None => "Unanimous".into(),
                Some(f) => format!("{} for, {} against, {} abstained{}", f.for_, f.against, f.abstained, self.casting_words()),
            };
            Vote {
                text,
                manner,
                for_: figures.map(|f| f.for_),
                against: figures.map(|f| f.against),
                abstained: figures.map(|f| f.abstained),
            }
        })
    }

    fn casting_words(&self) -> &'static str {
        match self.casting {
            None => "",
            Some(Casting { for_: true, .. }) => "; casting vote for",
            Some(Casting { for_: false, .. }) => "; casting vote against",
        }
    }
}

fn counted(figures: Figures, own: &[(i64, Side)], room: &Entitled) -> Vec<Wrong> {
    let mut wrong = Vec::new();
    let (total, voters) = (figures.total(), room.voters().len() as u64);
    if total > voters {
        wrong
            .push(Wrong::new("for", format!("The figures come to {total}, and {voters} could vote. Check the figures or the attendance.")));
    } else if total < voters {
        let missing = voters - total;
        wrong.push(Wrong::new(
            "did_not_vote",
            format!("The figures come to {total}, and {voters} could vote. If {missing} did not vote, say so."),
        ));
    }
    for side in [Side::For, Side::Against, Side::Abstained, Side::DidNotVote] {
        let asked = own.iter().filter(|(_, s)| *s == side).count();
        if asked as u64 > u64::from(figures.of(side)) {
            wrong.push(Wrong::new("own", "More members asked for their own vote to be recorded on one side than the figures have on it."));
        }
    }
    wrong.extend(own.iter().filter_map(|(m, _)| barred(*m, room)));
    wrong
}

fn named(votes: &[(i64, Side)], room: &Entitled) -> Vec<Wrong> {
    let mut wrong = Vec::new();
    let mut seen = BTreeSet::new();
    for (member, _) in votes {
        if !seen.insert(*member) {
            wrong.push(Wrong::new("named", format!("Member {member} is recorded twice. Keep one answer.")));
        }
        wrong.extend(barred(*member, room));
    }
    let silent: Vec<String> = room.voters().difference(&seen).map(i64::to_string).collect();
    if !silent.is_empty() {
        wrong.push(Wrong::new("named", format!("Say how these members voted, or that they did not: {}.", silent.join(", "))));
    }
    wrong
}

fn barred(member: i64, room: &Entitled) -> Option<Wrong> {
    room.why_not(member).map(|why| Wrong::new("named", format!("Member {member} cannot vote: {why}.")))
}

#[cfg(test)]
mod tests;
