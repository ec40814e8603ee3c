//! What the forms of the workspace offer to choose from, and what is chosen at first.

use std::collections::BTreeMap;

use redress::workspace::{EntryId, Motion, Move};

use super::Room;
use crate::desk::pages::item;

/// The most characters of a motion in a list.
const MOST: usize = 90;

/// The number of an entry in forms: `3-12`.
pub fn entry_word(id: EntryId) -> String {
    format!("{}-{}", id.clerk, id.number)
}

/// The entry of a number in forms.
pub fn entry_of(word: &str) -> Option<EntryId> {
    let (clerk, number) = word.split_once('-')?;
    Some(EntryId { clerk: clerk.parse().ok()?, number: number.parse().ok()? })
}

/// The beginning of a text.
pub fn beginning(words: &str) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= MOST { line } else { line.chars().take(MOST).chain(['…']).collect() }
}

impl Room {
    /// Who sits on the body and who came, by name within each.
    fn people(&self) -> Vec<(i64, String)> {
        let came = self.record.attended.iter().chain(self.record.apologies.values().flatten());
        let others = came.filter(|m| !self.seated.iter().any(|(id, _)| id == *m));
        let mut others: Vec<(i64, String)> = others.map(|m| (*m, self.name(*m))).collect::<BTreeMap<_, _>>().into_iter().collect();
        others.sort_by(|a, b| a.1.cmp(&b.1));
        self.seated.iter().cloned().chain(others).collect()
    }

    fn people_with_place(&self) -> Vec<(String, String)> {
        let place = |id: i64| if self.record.present.contains(&id) { "" } else { " (not in the room)" };
        self.people().into_iter().map(|(id, name)| (id.to_string(), format!("{name}{}", place(id)))).collect()
    }

    fn moves(&self) -> impl Iterator<Item = (&Motion, &Move)> {
        let readable = self.record.motions.iter().filter(|m| self.reads(&m.item));
        readable.flat_map(|motion| std::iter::once(&motion.moved).chain(&motion.amendments).map(move |one| (motion, one)))
    }

    /// What a field offers to choose from.
    pub fn offered(&self, field: &str) -> Vec<(String, String)> {
        match field {
            "members" => self.people_with_place(),
            "member" | "mover" | "seconder" => self.people_with_place(),
            "other" => {
                let known = self.people();
                let others = self.names.iter().filter(|(id, _)| !known.iter().any(|(k, _)| k == *id));
                others.map(|(id, name)| (id.to_string(), name.clone())).collect()
            }
            "substitute" => self.names.iter().map(|(id, name)| (id.to_string(), name.clone())).collect(),
            "item" | "items" => self.items.iter().map(|i| (i.item.number.clone(), item::title(&i.item))).collect(),
            "motion" => {
                let motions = self.moves().filter(|(_, one)| one.before.is_none());
                motions.map(|(m, one)| (entry_word(one.entry), format!("Item {}: {}", m.item, beginning(m.words())))).collect()
            }
            "on" => self.moves().map(|(m, one)| (entry_word(one.entry), on_words(m, one))).collect(),
            "question" => {
                let readable = self.record.questions.iter().filter(|q| self.reads(&q.item));
                readable.map(|q| (entry_word(q.entry), format!("Item {}, {}: {}", q.item, q.by, beginning(&q.words)))).collect()
            }
            "entry" => {
                let left = self.readable_entries().0.into_iter().filter(|e| !self.record.is_struck(e.id));
                let mut all: Vec<(String, String)> = left.map(|e| (entry_word(e.id), self.told_entry(e))).collect();
                all.reverse();
                all
            }
            own if own.starts_with("own_") || own.starts_with("named_") => {
                let item = self.record.item.as_deref().unwrap_or("");
                self.record.entitled(item).voters().into_iter().map(|m| (m.to_string(), self.name(m))).collect()
            }
            _ => Vec::new(),
        }
    }

    /// What a field has at first.
    pub fn given(&self, field: &str) -> Vec<String> {
        let asked = self.asked_first(field).map(str::to_string);
        match field {
            "item" => asked.or_else(|| self.record.item.clone()).into_iter().collect(),
            "items" => {
                asked.or_else(|| self.asked_first("item").map(str::to_string)).or_else(|| self.record.item.clone()).into_iter().collect()
            }
            "motion" => self.motion().map(|m| entry_word(m.moved.entry)).into_iter().collect(),
            "before" => asked.or_else(|| self.motion().map(|m| m.words().to_string())).into_iter().collect(),
            "after" => self.motion().map(|m| m.words().to_string()).into_iter().collect(),
            "on" => asked.or_else(|| self.to_be_voted_on().map(entry_word)).into_iter().collect(),
            "question" => asked.or_else(|| self.unanswered().map(entry_word)).into_iter().collect(),
            "seen" => vec![asked.unwrap_or_else(|| self.seen())],
            _ => asked.into_iter().collect(),
        }
    }

    /// The motion that was asked for, or else the last one without a vote.
    fn motion(&self) -> Option<&Motion> {
        let readable = |m: &&Motion| self.reads(&m.item);
        match self.asked_first("motion").and_then(entry_of) {
            Some(entry) => self.record.motions.iter().filter(readable).find(|m| m.moved.entry == entry),
            None => self.record.motions.iter().filter(readable).rfind(|m| m.moved.votes.is_empty()),
        }
    }

    /// The amendment, or else the motion, whose turn it is.
    fn to_be_voted_on(&self) -> Option<EntryId> {
        let motion = self.record.motions.iter().filter(|m| self.reads(&m.item)).rfind(|m| m.moved.votes.is_empty())?;
        let amendment = motion.amendments.iter().find(|a| a.votes.is_empty());
        Some(amendment.map_or(motion.moved.entry, |a| a.entry))
    }

    fn unanswered(&self) -> Option<EntryId> {
        self.record.questions.iter().filter(|q| self.reads(&q.item)).rfind(|q| q.answers.is_empty()).map(|q| q.entry)
    }

    /// How far each clerk's entries are in view: `3-12 5-7`.
    fn seen(&self) -> String {
        let clerks: std::collections::BTreeSet<i64> = self.log.in_order().map(|e| e.id.clerk).collect();
        let counts = clerks.into_iter().map(|clerk| entry_word(EntryId { clerk, number: self.log.count_of(clerk) }));
        counts.collect::<Vec<_>>().join(" ")
    }
}

fn on_words(motion: &Motion, one: &Move) -> String {
    let sort = if one.before.is_some() { "amendment" } else { "motion" };
    let words = if one.before.is_some() { one.words.as_str() } else { motion.words() };
    format!("Item {}, {sort}: {}", motion.item, beginning(words))
}
