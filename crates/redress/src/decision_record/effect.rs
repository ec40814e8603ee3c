//! Whether a decision has effect and may be carried out on a day: its own date, call-in, who had to decide, later records.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{DecisionRecord, Key, Regime, Relation, Stands};
use crate::call_in::{Implementation, held};
use crate::day::with_weekday;
use crate::wrong::Wrong;

/// What an executive's decision waits for besides call-in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reserved {
    /// Why the council must decide.
    pub why: String,
    /// The minute of the council, once it decided.
    pub minute: Option<String>,
    /// The day of that minute.
    #[serde(default)]
    pub on: Option<Date>,
    /// The council decided otherwise than was proposed.
    #[serde(default)]
    pub otherwise: bool,
}

/// How a decision stands on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "effect", rename_all = "snake_case")]
pub enum Effect {
    /// A later record took its place or ended it.
    Changed {
        /// What was done.
        relation: Relation,
        /// By which record.
        by: String,
    },
    /// It is a proposal until the council decides.
    Reserved {
        /// Why.
        why: String,
    },
    /// It was a proposal, and the council decided otherwise.
    DecidedOtherwise {
        /// The minute of the council.
        minute: String,
    },
    /// Call-in holds it.
    Held {
        /// How.
        implementation: Implementation,
    },
    /// Its day has not come.
    NotYet {
        /// The first day.
        from: Date,
    },
    /// It may be carried out.
    InEffect {
        /// Since when.
        since: Date,
    },
}

impl DecisionRecord {
    /// Whether it can be called in: decisions of the executive and its members; an officer's where it is key.
    pub fn can_be_called_in(&self) -> bool {
        match self.regime() {
            Regime::ExecutiveMeeting | Regime::ExecutiveMember => true,
            Regime::ExecutiveOfficer => matches!(self.key, Key::Yes { .. }),
            Regime::Council | Regime::CouncilOfficer => false,
        }
    }

    /// How it stands on a day. None before the day of the decision is known.
    pub fn effect(&self, stands: &Stands, reserved: Option<&Reserved>, call_in: &Implementation, today: Date) -> Option<Effect> {
        let own = self.effective()?;
        // A correction leaves the decision what it was; the record to read is another.
        if let Stands::Changed { relation, by, .. } = stands
            && *relation != Relation::Corrects
        {
            return Some(Effect::Changed { relation: *relation, by: by.clone() });
        }
        if let Some(reserved) = reserved.filter(|r| r.minute.as_deref().is_none_or(|m| m.trim().is_empty())) {
            return Some(Effect::Reserved { why: reserved.why.clone() });
        }
        if let Some(minute) = reserved.filter(|r| r.otherwise).and_then(|r| r.minute.clone()) {
            return Some(Effect::DecidedOtherwise { minute });
        }
        // What the council confirmed has effect from the council's day, and not from the day of the proposal.
        let own = own.max(reserved.and_then(|r| r.on).unwrap_or(own));
        let since = match (self.can_be_called_in(), call_in) {
            (false, _) => own,
            (true, Implementation::May { from }) => own.max(*from),
            (true, held) => return Some(Effect::Held { implementation: held.clone() }),
        };
        Some(if today < since { Effect::NotYet { from: since } } else { Effect::InEffect { since } })
    }
}

impl Effect {
    /// What keeps somebody from carrying it out.
    pub fn bars(&self) -> Option<Wrong> {
        let message = match self {
            Effect::InEffect { .. } => return None,
            Effect::Held { implementation } => return held(implementation),
            Effect::Changed { relation, by } => format!("This decision was {} {by}. Read that record.", relation.words()),
            Effect::Reserved { why } => format!("This is a proposal: the council decides, because {why}."),
            Effect::DecidedOtherwise { minute } => format!("The council decided otherwise. Read its minute: {minute}."),
            Effect::NotYet { from } => format!("The decision has effect from {}.", with_weekday(*from)),
        };
        Some(Wrong::new("decision", message))
    }
}
