//! What the entries of a meeting come to. Follows from the log alone; entries that contradict each other are all kept.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::Serialize;

use super::{Charge, EntryId, Event, InterestKind, Item, ItemAttendance, Log, Part, Text, Version, Why};
use crate::resolution::Clause;
use crate::restriction::Paragraph;
use crate::vote::{Bar, Entitled, Outcome, Taking};

/// Where the meeting stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// Not begun.
    #[default]
    NotBegun,
    /// It sits.
    Sits,
    /// Adjourned.
    Adjourned,
    /// Ended.
    Ended,
}

/// A declared interest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Interest {
    /// The entry.
    pub entry: EntryId,
    /// Who.
    pub member: i64,
    /// In which item.
    pub item: Item,
    /// Which sort.
    pub kind: InterestKind,
    /// Its nature.
    pub nature: String,
    /// The dispensation.
    pub dispensation: Option<String>,
}

/// A vote with the room in which it was taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Ballot {
    /// The entry.
    pub entry: EntryId,
    /// The vote.
    pub taking: Taking,
    /// Who could vote at that moment.
    pub room: Entitled,
}

/// A motion or an amendment of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Move {
    /// The entry.
    pub entry: EntryId,
    /// For an amendment the words that it changes.
    pub before: Option<String>,
    /// The words as moved.
    pub words: String,
    /// Who moved it.
    pub mover: i64,
    /// Who seconded it.
    pub seconder: Option<i64>,
    /// The votes on it. More than one is a contradiction for the clerks to settle.
    pub votes: Vec<Ballot>,
}

impl Move {
    fn carried(&self) -> bool {
        matches!(self.votes.as_slice(), [one] if one.taking.outcome() == Outcome::Carried)
    }
}

/// A motion with its amendments.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Motion {
    /// The item.
    pub item: Item,
    /// The motion itself.
    pub moved: Move,
    /// Amendments in order.
    pub amendments: Vec<Move>,
}

impl Motion {
    /// The words as they stand: the motion with the amendments that were carried.
    pub fn words(&self) -> &str {
        self.amendments.iter().rev().find(|a| a.carried()).map_or(&self.moved.words, |a| &a.words)
    }

    /// Whether it was carried as it stands.
    pub fn carried(&self) -> bool {
        self.moved.carried()
    }
}

/// The meeting.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Record {
    /// Where it stands.
    pub step: Step,
    /// Adjournments: the entry, to when, why.
    pub adjournments: Vec<(EntryId, Option<Date>, String)>,
    /// Who is in the room now.
    pub present: BTreeSet<i64>,
    /// Everybody who was there for some of it.
    pub attended: BTreeSet<i64>,
    /// Apologies, with a substitute where there was one.
    pub apologies: BTreeMap<i64, Option<i64>>,
    /// Who presides now.
    pub presiding: Option<i64>,
    /// The item that is being taken.
    pub item: Option<Item>,
    /// The room, item by item.
    pub attendance: BTreeMap<Item, ItemAttendance>,
    /// Items in the order in which they were called.
    pub order: Vec<Item>,
    /// Interests declared.
    pub interests: Vec<Interest>,
    /// Items from which the public were excluded, with the paragraphs.
    pub excluded: BTreeMap<Item, BTreeSet<Paragraph>>,
    /// Whether the public are out now.
    pub private_now: bool,
    /// Motions in order.
    pub motions: Vec<Motion>,
    /// What was resolved, by item. More than one is a contradiction for the clerks to settle.
    pub resolved: BTreeMap<Item, Vec<Settled>>,
    /// Who is asked to do what was resolved.
    pub charges: Vec<Charge>,
    /// Questions: entry, item, who asked, words, and the answers.
    pub questions: Vec<Question>,
    /// Texts by item and part.
    pub texts: BTreeMap<Item, Vec<Text>>,
    /// What was struck out, with the reason.
    pub struck: Vec<(EntryId, String)>,
    /// Who attends without a vote, and so does not count for the quorum.
    pub no_vote: BTreeSet<i64>,
}

/// What was resolved under an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Settled {
    /// The entry.
    pub entry: EntryId,
    /// The clauses with their labels.
    pub clauses: Vec<Clause>,
    /// How many were in the room then.
    pub present: u32,
}

/// A question with its answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Question {
    /// The entry.
    pub entry: EntryId,
    /// The item.
    pub item: Item,
    /// Who asked.
    pub by: String,
    /// The words.
    pub words: String,
    /// Who answered, and the words.
    pub answers: Vec<(String, String)>,
}

impl Record {
    /// The record of a log in which everybody has a vote.
    pub fn of(log: &Log) -> Record {
        Record::of_body(log, &BTreeSet::new())
    }

    /// The record of a log of a body on which some sit without a vote.
    pub fn of_body(log: &Log, no_vote: &BTreeSet<i64>) -> Record {
        let struck: Vec<(EntryId, String)> = log
            .in_order()
            .filter_map(|e| match &e.what {
                Event::Struck { entry, why } => Some((*entry, why.clone())),
                _ => None,
            })
            .collect();
        let mut record = Record { struck, no_vote: no_vote.clone(), ..Record::default() };
        for entry in log.in_order() {
            if !record.is_struck(entry.id) {
                record.take(entry.id, &entry.by, &entry.what);
            }
        }
        record
    }

    /// Whether an entry was struck out.
    pub fn is_struck(&self, entry: EntryId) -> bool {
        self.struck.iter().any(|(e, _)| *e == entry)
    }

    /// Who is in the room and can vote, on an item.
    pub fn entitled(&self, item: &str) -> Entitled {
        let barred = self.interests.iter().filter(|i| i.item == item && i.dispensation.is_none());
        let barred = barred.filter_map(|i| match i.kind {
            InterestKind::Pecuniary => Some((i.member, Bar::Interest)),
            InterestKind::Criticised => Some((i.member, Bar::Criticised)),
            InterestKind::Other => None,
        });
        let without = self.no_vote.iter().map(|m| (*m, Bar::NoVote));
        Entitled { present: self.present.clone(), barred: without.chain(barred).collect(), presiding: self.presiding }
    }

    /// How many of those in the room count for the quorum.
    pub fn counted(&self) -> u32 {
        u32::try_from(self.present.difference(&self.no_vote).count()).unwrap_or(u32::MAX)
    }

    /// The item that an event belongs to; none for the meeting as a whole.
    pub fn item_of<'a>(&'a self, what: &'a Event) -> Option<&'a str> {
        match what {
            Event::Called { item }
            | Event::Declared { item, .. }
            | Event::Excluded { item, .. }
            | Event::Moved { item, .. }
            | Event::Resolved { item, .. }
            | Event::Asked { item, .. }
            | Event::Wrote { item, .. } => Some(item),
            Event::Amended { motion: on, .. } | Event::Voted { on, .. } => self.moved(*on).map(|(motion, _)| motion.item.as_str()),
            Event::Charged { resolution, .. } => {
                self.resolved.iter().find(|(_, all)| all.iter().any(|s| s.entry == *resolution)).map(|(item, _)| item.as_str())
            }
            Event::Answered { question, .. } => self.questions.iter().find(|q| q.entry == *question).map(|q| q.item.as_str()),
            _ => None,
        }
    }

    /// The motion or amendment that an entry moved, with the motion it belongs to.
    pub fn moved(&self, entry: EntryId) -> Option<(&Motion, &Move)> {
        self.motions.iter().find_map(|m| std::iter::once(&m.moved).chain(&m.amendments).find(|x| x.entry == entry).map(|x| (m, x)))
    }

    /// A text of an item.
    pub fn text(&self, item: &str, part: Part) -> Option<&Text> {
        self.texts.get(item)?.iter().find(|t| t.part == part)
    }

    /// What was resolved under an item, where there is one answer.
    pub fn resolution(&self, item: &str) -> Option<&[Clause]> {
        match self.resolved.get(item).map(Vec::as_slice) {
            Some([one]) => Some(&one.clauses),
            _ => None,
        }
    }

    fn take(&mut self, id: EntryId, by_name: &str, what: &Event) {
        match what {
            Event::Opened | Event::Resumed => self.step = Step::Sits,
            Event::Closed => self.step = Step::Ended,
            Event::Adjourned { to, why } => {
                self.step = Step::Adjourned;
                self.adjournments.push((id, *to, why.clone()));
            }
            Event::Presided { member } => self.presiding = Some(*member),
            Event::Apologised { member, substitute } => {
                self.apologies.insert(*member, *substitute);
            }
            Event::Arrived { member } => self.arrive(id, *member),
            Event::Departed { member, why: Why::Left | Why::Interest } => self.depart(id, *member),
            Event::Called { item } => self.call(item),
            Event::Declared { member, item, kind, nature, dispensation } => self.interests.push(Interest {
                entry: id,
                member: *member,
                item: item.clone(),
                kind: *kind,
                nature: nature.clone(),
                dispensation: dispensation.clone(),
            }),
            Event::Excluded { item, paragraphs, .. } => {
                self.excluded.entry(item.clone()).or_default().extend(paragraphs);
                self.private_now = true;
            }
            Event::Readmitted => self.private_now = false,
            Event::Resolved { item, clauses } => {
                let present = self.counted();
                self.resolved.entry(item.clone()).or_default().push(Settled { entry: id, clauses: clauses.clone(), present });
            }
            Event::Wrote { item, part, words, over } => {
                let texts = self.texts.entry(item.clone()).or_default();
                if !texts.iter().any(|t| t.part == *part) {
                    texts.push(Text::new(*part));
                    texts.sort_by_key(|t| t.part);
                }
                let version = Version { entry: id, by: by_name.into(), words: words.clone() };
                texts.iter_mut().filter(|t| t.part == *part).for_each(|t| t.write(version.clone(), over));
            }
            Event::Charged { resolution, clause, post, by } => {
                let (clause, post) = (clause.clone(), post.clone());
                self.charges.push(Charge { entry: id, resolution: *resolution, clause, post, by: *by });
            }
            Event::Moved { .. } | Event::Amended { .. } | Event::Voted { .. } => self.debate(id, what),
            Event::Asked { .. } | Event::Answered { .. } => self.question(id, what),
            Event::Struck { .. } => {}
        }
    }

    fn arrive(&mut self, id: EntryId, member: i64) {
        self.attended.insert(member);
        if self.present.insert(member)
            && let Some(room) = self.item.as_ref().and_then(|i| self.attendance.get_mut(i))
        {
            room.arrive(id, member);
        }
    }

    fn depart(&mut self, id: EntryId, member: i64) {
        if self.present.remove(&member)
            && let Some(room) = self.item.as_ref().and_then(|i| self.attendance.get_mut(i))
        {
            room.depart(id, member, &self.present);
        }
    }

    fn call(&mut self, item: &str) {
        if !self.order.iter().any(|i| i == item) {
            self.order.push(item.into());
        }
        let here = ItemAttendance::starting(&self.present);
        self.attendance
            .entry(item.into())
            .and_modify(|room| {
                // An item that is taken up again keeps who was there the first time.
                room.fewest = room.fewest.min(here.fewest);
                room.at_start.extend(&here.at_start);
            })
            .or_insert(here);
        self.item = Some(item.into());
    }

    fn debate(&mut self, id: EntryId, what: &Event) {
        let moved = |before: Option<&String>, words: &String, mover: i64, seconder: Option<i64>| Move {
            entry: id,
            before: before.cloned(),
            words: words.clone(),
            mover,
            seconder,
            votes: Vec::new(),
        };
        match what {
            Event::Moved { item, words, mover, seconder } => {
                let motion = Motion { item: item.clone(), moved: moved(None, words, *mover, *seconder), amendments: Vec::new() };
                self.motions.push(motion);
            }
            Event::Amended { motion, before, after, mover, seconder } => {
                if let Some(motion) = self.motions.iter_mut().find(|m| m.moved.entry == *motion) {
                    motion.amendments.push(moved(Some(before), after, *mover, *seconder));
                }
            }
            Event::Voted { on, taking } => {
                let Some(item) = self.moved(*on).map(|(m, _)| m.item.clone()) else { return };
                let ballot = Ballot { entry: id, taking: taking.clone(), room: self.entitled(&item) };
                let all = self.motions.iter_mut().flat_map(|m| std::iter::once(&mut m.moved).chain(&mut m.amendments));
                all.filter(|m| m.entry == *on).for_each(|m| m.votes.push(ballot.clone()));
            }
            _ => {}
        }
    }

    fn question(&mut self, id: EntryId, what: &Event) {
        match what {
            Event::Asked { item, by, words } => {
                self.questions.push(Question { entry: id, item: item.clone(), by: by.clone(), words: words.clone(), answers: Vec::new() })
            }
            Event::Answered { question, by, words } => {
                if let Some(asked) = self.questions.iter_mut().find(|q| q.entry == *question) {
                    asked.answers.push((by.clone(), words.clone()));
                }
            }
            _ => {}
        }
    }
}
