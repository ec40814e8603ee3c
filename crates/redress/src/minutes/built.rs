//! The minutes of a meeting, made from what was taken down. What applies to several items stands once, with their numbers.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::resolution::Clause;
use crate::vote::Outcome;
use crate::workspace::{Item, Move, Part, Quorum, Record, Step, problems};
use crate::wrong::Wrong;

use super::interest_words;

/// What a passage tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tells {
    /// Who was there.
    Attendance,
    /// Interests.
    Interest,
    /// Exclusion of the public.
    Exclusion,
    /// Who came and went during an item.
    Movement,
    /// What was said.
    Discussion,
    /// Questions and answers.
    Question,
    /// Motions, amendments and votes.
    Motion,
    /// What was resolved.
    Resolution,
    /// Reasons.
    Reasons,
    /// Options considered and rejected.
    Options,
}

/// A passage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    /// The items that it applies to, in the order in which they were taken; none for the whole meeting.
    pub items: Vec<Item>,
    /// What it tells.
    pub tells: Tells,
    /// Whether it stays out of the public minutes.
    pub private: bool,
    /// The words.
    pub text: String,
    /// The place of it among the passages of each of the items: what two items share stands at the place of the first.
    #[serde(default)]
    pub at: Vec<usize>,
}

/// The minutes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Built {
    /// The passages in order.
    pub passages: Vec<Passage>,
}

/// Makes the minutes; or says what must be settled in the record first. `name` gives a member's name.
pub fn build(record: &Record, quorum: Quorum, name: &dyn Fn(i64) -> String) -> Result<Built, Vec<Wrong>> {
    let mut wrong = problems(record, quorum);
    match record.step {
        Step::NotBegun => {
            wrong.push(Wrong::new("meeting", "The meeting was not held, so it has no minutes. Record that it was cancelled, and why."))
        }
        Step::Sits | Step::Adjourned => wrong.push(Wrong::new("meeting", "The meeting has not ended. Take down its end first.")),
        Step::Ended => {}
    }
    for motion in record.motions.iter().filter(|m| m.moved.votes.is_empty()) {
        wrong.push(Wrong::new("vote", format!("A motion in item {} has no vote. Take it down, or strike out the motion.", motion.item)));
    }
    if !wrong.is_empty() {
        return Err(wrong);
    }
    let maker = Maker { record, name };
    let mut passages = maker.whole_meeting();
    for item in &record.order {
        passages.extend(maker.item(item));
    }
    Ok(Built { passages: once(passages) })
}

impl Passage {
    /// Its place among the passages of an item.
    pub fn place(&self, item: &str) -> Option<usize> {
        let at = self.items.iter().position(|i| i == item)?;
        self.at.get(at).copied()
    }
}

impl Built {
    /// The public minutes.
    pub fn public(&self) -> Built {
        Built { passages: self.passages.iter().filter(|p| !p.private).cloned().collect() }
    }

    /// Items of which something stays out of the public minutes: those may need a summary (Local Government Act 1972,
    /// section 100C(2)).
    pub fn with_private_part(&self) -> BTreeSet<&str> {
        self.passages.iter().filter(|p| p.private).flat_map(|p| p.items.iter().map(String::as_str)).collect()
    }

    /// What concerns some items, for an officer or another body. Private passages only for a reader who may have them.
    pub fn extract(&self, items: &[&str], private_too: bool) -> Built {
        let concerns = |p: &&Passage| p.items.iter().any(|i| items.contains(&i.as_str())) && (private_too || !p.private);
        Built { passages: self.passages.iter().filter(concerns).cloned().collect() }
    }

    /// The text, paragraphs apart by a blank line.
    pub fn text(&self) -> String {
        let line = |p: &Passage| match p.items.as_slice() {
            [] => p.text.clone(),
            items => format!("{} {}", items.join(", "), p.text),
        };
        self.passages.iter().map(line).collect::<Vec<_>>().join("\n\n")
    }
}

impl Tells {
    /// Whether the same words under several items are one passage. What happened at one moment is told each time.
    fn stands_once(self) -> bool {
        matches!(self, Tells::Interest | Tells::Exclusion | Tells::Discussion | Tells::Reasons | Tells::Options)
    }
}

/// Passages that stand once become one where they have the same words, at the place of the first, with the items of all.
fn once(passages: Vec<Passage>) -> Vec<Passage> {
    let mut kept: Vec<Passage> = Vec::new();
    let mut at: BTreeMap<(Tells, bool, String), usize> = BTreeMap::new();
    for (place, passage) in passages.into_iter().enumerate() {
        let passage = Passage { at: vec![place; passage.items.len()], ..passage };
        if !passage.tells.stands_once() {
            kept.push(passage);
            continue;
        }
        let key = (passage.tells, passage.private, passage.text.clone());
        match at.get(&key).and_then(|i| kept.get_mut(*i)) {
            Some(first) => {
                let new: Vec<Item> = passage.items.into_iter().filter(|i| !first.items.contains(i)).collect();
                first.at.extend(vec![place; new.len()]);
                first.items.extend(new);
            }
            None => {
                at.insert(key, kept.len());
                kept.push(passage);
            }
        }
    }
    kept
}

struct Maker<'a> {
    record: &'a Record,
    name: &'a dyn Fn(i64) -> String,
}

impl Maker<'_> {
    fn names(&self, members: impl IntoIterator<Item = i64>) -> String {
        members.into_iter().map(self.name).collect::<Vec<_>>().join(", ")
    }

    fn whole_meeting(&self) -> Vec<Passage> {
        let passage = |text| Passage { items: Vec::new(), tells: Tells::Attendance, private: false, text, at: Vec::new() };
        let mut out = vec![passage(format!("Present: {}.", self.names(self.record.attended.iter().copied())))];
        if !self.record.apologies.is_empty() {
            let apology = |(member, substitute): (&i64, &Option<i64>)| match substitute {
                Some(s) => format!("{} ({} in place)", (self.name)(*member), (self.name)(*s)),
                None => (self.name)(*member),
            };
            let all: Vec<String> = self.record.apologies.iter().map(apology).collect();
            out.push(passage(format!("Apologies: {}.", all.join(", "))));
        }
        for (_, to, why) in &self.record.adjournments {
            let to = to.map_or_else(|| "a day to be fixed".into(), crate::day::long);
            out.push(passage(format!("The meeting was adjourned to {to}: {}", why.trim())));
        }
        out
    }

    fn item(&self, item: &Item) -> Vec<Passage> {
        let excluded = self.record.excluded.get(item);
        let mut out = Vec::new();
        let mut add = |tells, private, text: String| out.push(Passage { items: vec![item.clone()], tells, private, text, at: Vec::new() });
        for interest in self.record.interests.iter().filter(|i| i.item == *item) {
            add(Tells::Interest, false, interest_words(interest, self.name));
        }
        if let Some(paragraphs) = excluded {
            let paragraphs: Vec<String> = paragraphs.iter().map(|p| format!("{} ({})", p.number(), p.words())).collect();
            let text = format!(
                "Resolved to exclude the public, because exempt information would be disclosed: Schedule 12A, paragraph {}.",
                paragraphs.join(" and ")
            );
            add(Tells::Exclusion, false, text);
        }
        if let Some(room) = self.record.attendance.get(item) {
            for moved in &room.movements {
                let what = if moved.came { "came in" } else { "left the room" };
                add(Tells::Movement, false, format!("{} {what}.", (self.name)(moved.member)));
            }
        }
        let text = |part| self.record.text(item, part).and_then(|t| t.settled()).map(|t| t.trim().to_string()).filter(|t| !t.is_empty());
        for (part, tells, private) in [(Part::Discussion, Tells::Discussion, false), (Part::PrivateDiscussion, Tells::Discussion, true)] {
            // Paragraph by paragraph: one that applies to two items stands under both, beside what each has of its own.
            for paragraph in text(part).iter().flat_map(|words| words.split("\n\n")).map(str::trim).filter(|p| !p.is_empty()) {
                add(tells, private, paragraph.into());
            }
        }
        // A question asked while the public were out is as private as the discussion.
        for question in self.record.questions.iter().filter(|q| q.item == *item) {
            let answers: Vec<String> = question.answers.iter().map(|(by, words)| format!("{by} answered: {}", words.trim())).collect();
            add(
                Tells::Question,
                excluded.is_some(),
                format!("{} asked: {} {}", question.by, question.words.trim(), answers.join(" ")).trim().into(),
            );
        }
        for motion in self.record.motions.iter().filter(|m| m.item == *item) {
            add(Tells::Motion, excluded.is_some(), self.moved("", &motion.moved));
            for amendment in &motion.amendments {
                add(Tells::Motion, excluded.is_some(), self.moved("Amendment. ", amendment));
            }
        }
        if let Some(clauses) = self.record.resolution(item) {
            let resolved = match lines(clauses, 0).as_slice() {
                [one] => format!("Resolved: {one}"),
                all => format!("Resolved:\n{}", all.join("\n")),
            };
            add(Tells::Resolution, excluded.is_some(), resolved);
        }
        for (part, tells, what) in
            [(Part::Reasons, Tells::Reasons, "Reasons"), (Part::OptionsRejected, Tells::Options, "Options considered and rejected")]
        {
            if let Some(words) = text(part) {
                add(tells, excluded.is_some(), format!("{what}: {words}"));
            }
        }
        out
    }

    fn moved(&self, what: &str, moved: &Move) -> String {
        let seconder = moved.seconder.map_or(String::new(), |s| format!(", seconded by {}", (self.name)(s)));
        let before = moved.before.as_ref().map_or(String::new(), |b| format!(" In place of: {b}"));
        let votes: Vec<String> = moved
            .votes
            .iter()
            .filter_map(|b| {
                let result = if b.taking.outcome() == Outcome::Carried { "Carried" } else { "Lost" };
                b.taking.as_recorded().map(|v| format!(" {result}: {}.", v.text))
            })
            .collect();
        format!("{what}Moved by {}{seconder}: {}{before}{}", (self.name)(moved.mover), moved.words.trim(), votes.concat())
    }
}

/// One clause to a line, with its label as it was typed and set in under the clause above it.
fn lines(clauses: &[Clause], depth: usize) -> Vec<String> {
    let line = |clause: &Clause| {
        let label = clause.label.as_ref().map_or(String::new(), |label| format!("{} ", label.trim()));
        format!("{}{label}{}", "  ".repeat(depth), clause.text)
    };
    clauses.iter().flat_map(|clause| std::iter::once(line(clause)).chain(lines(&clause.children, depth + 1))).collect()
}

#[cfg(test)]
mod tests;
