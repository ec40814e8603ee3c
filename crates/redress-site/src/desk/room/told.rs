//! What was taken down, in words: one line an entry.

use redress::vote::{Casting, Figures, Outcome, Side, Taken, Taking};
use redress::workspace::{Entry, Event, InterestKind, Part, Why};

use super::Room;
use super::choices::beginning;

/// What a part of the text is called.
pub fn part_words(part: Part) -> &'static str {
    match part {
        Part::Discussion => "Discussion",
        Part::PrivateDiscussion => "Discussion in private",
        Part::Reasons => "Reasons",
        Part::OptionsRejected => "Options considered and rejected",
    }
}

/// The sort of an interest.
pub fn interest_words(kind: InterestKind) -> &'static str {
    match kind {
        InterestKind::Pecuniary => "a disclosable pecuniary interest",
        InterestKind::Other => "an interest",
        InterestKind::Criticised => "being named and criticised in the report",
    }
}

impl Room {
    /// `18:04 R. Clerk: Cllr A came in`
    pub fn told_entry(&self, entry: &Entry) -> String {
        format!("{:02}:{:02} {}: {}", entry.at.hour(), entry.at.minute(), entry.by, self.told(&entry.what))
    }

    /// What happened.
    pub fn told(&self, what: &Event) -> String {
        let seconded = |member: Option<i64>| member.map_or(String::new(), |m| format!(", seconded by {}", self.name(m)));
        match what {
            Event::Opened => "the meeting began".into(),
            Event::Presided { member } => format!("{} took the chair", self.name(*member)),
            Event::Apologised { member, substitute: None } => format!("apologies from {}", self.name(*member)),
            Event::Apologised { member, substitute: Some(instead) } => {
                format!("apologies from {}; {} in place", self.name(*member), self.name(*instead))
            }
            Event::Arrived { member } => format!("{} came in", self.name(*member)),
            Event::Departed { member, why: Why::Left } => format!("{} went out", self.name(*member)),
            Event::Departed { member, why: Why::Interest } => format!("{} went out because of an interest", self.name(*member)),
            Event::Called { item } => format!("item {item} was called"),
            Event::Declared { member, item, kind, nature, .. } => {
                format!("{} declared {} in item {item}: {}", self.name(*member), interest_words(*kind), beginning(nature))
            }
            Event::Excluded { item, mover, seconder, .. } => {
                format!("the public were excluded from item {item}, moved by {}{}", self.name(*mover), seconded(*seconder))
            }
            Event::Readmitted => "the public were let in again".into(),
            Event::Moved { item, words, mover, seconder } => {
                format!("motion in item {item} by {}{}: {}", self.name(*mover), seconded(*seconder), beginning(words))
            }
            Event::Amended { after, mover, seconder, .. } => {
                format!("amendment by {}{}: {}", self.name(*mover), seconded(*seconder), beginning(after))
            }
            Event::Voted { taking, .. } => format!("vote: {}", self.told_vote(taking)),
            Event::Resolved { item, clauses } => {
                format!("resolved in item {item}: {}", beginning(clauses.first().map_or("", |c| c.text.as_str())))
            }
            Event::Charged { post, by: None, .. } => format!("{post} is asked to do it"),
            Event::Charged { post, by: Some(day), .. } => format!("{post} is asked to do it by {}", redress::day::long(*day)),
            Event::Asked { item, by, words } => format!("question in item {item} from {by}: {}", beginning(words)),
            Event::Answered { by, words, .. } => format!("answer from {by}: {}", beginning(words)),
            Event::Adjourned { to: None, why } => format!("adjourned, the day to be fixed: {}", beginning(why)),
            Event::Adjourned { to: Some(day), why } => format!("adjourned to {}: {}", redress::day::long(*day), beginning(why)),
            Event::Resumed => "the meeting went on".into(),
            Event::Closed => "the meeting ended".into(),
            Event::Wrote { item, part, words, .. } => format!("{}, item {item}: {}", part_words(*part), beginning(words)),
            Event::Struck { entry, why } => match self.log.get(*entry) {
                Some(struck) => format!("struck out “{}”: {}", self.told(&struck.what), beginning(why)),
                None => format!("struck out: {}", beginning(why)),
            },
        }
    }

    /// A vote with its outcome.
    pub fn told_vote(&self, taking: &Taking) -> String {
        let how = match &taking.taken {
            Taken::Unanimous => "unanimous".into(),
            Taken::Counted { figures, own } if own.is_empty() => figures_words(*figures),
            Taken::Counted { figures, own } => format!("{}; recorded at their request: {}", figures_words(*figures), self.sides(own)),
            Taken::Named { votes } => self.sides(votes),
        };
        let casting = match taking.casting {
            None => String::new(),
            Some(Casting { by, for_ }) => format!("; casting vote {} by {}", if for_ { "for" } else { "against" }, self.name(by)),
        };
        let outcome = if taking.outcome() == Outcome::Carried { "carried" } else { "lost" };
        format!("{outcome}, {how}{casting}")
    }

    fn sides(&self, votes: &[(i64, Side)]) -> String {
        let sides = [(Side::For, "for"), (Side::Against, "against"), (Side::Abstained, "abstained"), (Side::DidNotVote, "did not vote")];
        let list = |side: Side| votes.iter().filter(|(_, s)| *s == side).map(|(m, _)| self.name(*m)).collect::<Vec<_>>();
        let told = sides.into_iter().map(|(side, words)| (words, list(side))).filter(|(_, names)| !names.is_empty());
        told.map(|(words, names)| format!("{words} ({}): {}", names.len(), names.join(", "))).collect::<Vec<_>>().join("; ")
    }
}

fn figures_words(f: Figures) -> String {
    let silent = if f.did_not_vote > 0 { format!(", {} did not vote", f.did_not_vote) } else { String::new() };
    format!("{} for, {} against, {} abstained{silent}", f.for_, f.against, f.abstained)
}
