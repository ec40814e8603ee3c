//! What can happen in a meeting, as the clerk takes it down.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::EntryId;
use crate::resolution::Clause;
use crate::restriction::Paragraph;
use crate::vote::Taking;

/// An item by its number in the agenda as displayed: `7`, `4a`.
pub type Item = String;

/// Why somebody leaves the room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// For good, or without a reason given.
    Left,
    /// Because of an interest that was declared.
    Interest,
}

/// The sort of an interest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum InterestKind {
    /// A disclosable pecuniary interest: Localism Act 2011, section 31.
    Pecuniary,
    /// Another interest that the council's code asks to be declared.
    Other,
    /// Named and criticised in the report: Local Government Act 1974, section 31A(5).
    Criticised,
}

/// A part of what is written under an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// What was said, for everybody to read.
    Discussion,
    /// What was said while the public were excluded.
    PrivateDiscussion,
    /// Reasons for the decision.
    Reasons,
    /// Options considered and rejected.
    OptionsRejected,
}

/// Something that happened. Members are numbers in the record of members.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum Event {
    /// The meeting began.
    Opened,
    /// Somebody took the chair, at the start or later.
    Presided {
        /// Who.
        member: i64,
    },
    /// Somebody sent apologies.
    Apologised {
        /// Who.
        member: i64,
        /// Who came instead.
        substitute: Option<i64>,
    },
    /// Somebody came in, at the start, late or again.
    Arrived {
        /// Who.
        member: i64,
    },
    /// Somebody went out.
    Departed {
        /// Who.
        member: i64,
        /// Why.
        why: Why,
    },
    /// An item was called.
    Called {
        /// Which.
        item: Item,
    },
    /// An interest was declared.
    Declared {
        /// Who.
        member: i64,
        /// In which item.
        item: Item,
        /// Which sort.
        kind: InterestKind,
        /// Its nature, in the member's words.
        nature: String,
        /// The dispensation that lets the member take part, with who gave it.
        dispensation: Option<String>,
    },
    /// The meeting resolved to exclude the public.
    Excluded {
        /// For which item.
        item: Item,
        /// The descriptions of Schedule 12A that the resolution states.
        paragraphs: BTreeSet<Paragraph>,
        /// Who moved it.
        mover: i64,
        /// Who seconded it.
        seconder: Option<i64>,
    },
    /// The public were let in again.
    Readmitted,
    /// A motion was moved.
    Moved {
        /// In which item.
        item: Item,
        /// The words.
        words: String,
        /// Who moved it.
        mover: i64,
        /// Who seconded or supported it.
        seconder: Option<i64>,
    },
    /// An amendment was moved.
    Amended {
        /// The motion.
        motion: EntryId,
        /// The words of the motion before.
        before: String,
        /// The words as they would be.
        after: String,
        /// Who moved it.
        mover: i64,
        /// Who seconded it.
        seconder: Option<i64>,
    },
    /// A motion or an amendment was put to the vote.
    Voted {
        /// The entry that moved it.
        on: EntryId,
        /// The vote.
        taking: Taking,
    },
    /// What was resolved under an item.
    Resolved {
        /// Which.
        item: Item,
        /// The clauses with their labels.
        clauses: Vec<Clause>,
    },
    /// A post was asked to do a clause of a resolution.
    Charged {
        /// The entry of the resolution.
        resolution: EntryId,
        /// The labels of the clause from the top: `b ii`; empty for the only clause.
        clause: String,
        /// The post.
        post: String,
        /// The last day; none where the resolution names none.
        by: Option<Date>,
    },
    /// A question was asked.
    Asked {
        /// In which item.
        item: Item,
        /// Who asked, by name.
        by: String,
        /// The words.
        words: String,
    },
    /// A question was answered.
    Answered {
        /// The entry of the question.
        question: EntryId,
        /// Who answered, by name.
        by: String,
        /// The words.
        words: String,
    },
    /// The meeting was adjourned.
    Adjourned {
        /// To which day; none where that is to be fixed.
        to: Option<Date>,
        /// Why.
        why: String,
    },
    /// It went on.
    Resumed,
    /// It ended.
    Closed,
    /// A text was written in place of others.
    Wrote {
        /// Under which item.
        item: Item,
        /// Which part.
        part: Part,
        /// The words.
        words: String,
        /// The entries that the writer saw and replaced.
        over: BTreeSet<EntryId>,
    },
    /// An entry was struck out as a mistake. It stays in the log.
    Struck {
        /// Which.
        entry: EntryId,
        /// Why.
        why: String,
    },
}

impl Event {
    /// The members that it names.
    pub fn members(&self) -> Vec<i64> {
        match self {
            Event::Presided { member } | Event::Arrived { member } | Event::Departed { member, .. } | Event::Declared { member, .. } => {
                vec![*member]
            }
            Event::Apologised { member, substitute } => [Some(*member), *substitute].into_iter().flatten().collect(),
            Event::Excluded { mover, seconder, .. } | Event::Moved { mover, seconder, .. } | Event::Amended { mover, seconder, .. } => {
                [Some(*mover), *seconder].into_iter().flatten().collect()
            }
            _ => Vec::new(),
        }
    }
}
