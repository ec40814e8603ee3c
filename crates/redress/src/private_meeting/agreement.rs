//! The agreement that a private meeting is urgent and cannot reasonably be deferred: regulation 5(6).

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::day::long;
use crate::wrong::{Wrong, reasons};

/// As what somebody agrees, in the order of the chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Capacity {
    /// Chair of the overview and scrutiny committee that the matter belongs to.
    ChairOfScrutiny,
    /// Chair of the council, where there is no such chair or that chair cannot act.
    ChairOfAuthority,
    /// Vice-chair of the council, where there is neither.
    ViceChairOfAuthority,
}

impl Capacity {
    /// Every capacity, in the order of the chain.
    pub const ALL: [Capacity; 3] = [Capacity::ChairOfScrutiny, Capacity::ChairOfAuthority, Capacity::ViceChairOfAuthority];

    /// What a page calls it.
    pub fn words(self) -> &'static str {
        match self {
            Capacity::ChairOfScrutiny => "chair of the relevant overview and scrutiny committee",
            Capacity::ChairOfAuthority => "chair of the council",
            Capacity::ViceChairOfAuthority => "vice-chair of the council",
        }
    }

    /// Who must have been unable to act first; none for the first in the chain.
    pub fn former(self) -> Option<Capacity> {
        match self {
            Capacity::ChairOfScrutiny => None,
            Capacity::ChairOfAuthority => Some(Capacity::ChairOfScrutiny),
            Capacity::ViceChairOfAuthority => Some(Capacity::ChairOfAuthority),
        }
    }
}

/// An agreement, as it was signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreement {
    /// As what.
    pub capacity: Capacity,
    /// Who.
    pub name: String,
    /// When.
    pub on: Date,
    /// Why the meeting is urgent and cannot reasonably be deferred.
    pub reason: String,
    /// Why the one before in the chain could not act; for a substitute only.
    #[serde(default)]
    pub former_could_not: Option<String>,
}

impl Agreement {
    /// What keeps it from holding for a meeting on a day.
    pub fn check(&self, meeting: Date) -> Vec<Wrong> {
        let mut wrong = Vec::new();
        if self.name.trim().is_empty() {
            wrong.push(Wrong::new("name", format!("Name the {} who agreed.", self.capacity.words())));
        }
        if self.on > meeting {
            wrong.push(Wrong::new(
                "on",
                format!("It must be obtained before the meeting on {}; later agreement heals nothing.", long(meeting)),
            ));
        }
        if !reasons(&self.reason, 5) {
            wrong.push(Wrong::new("reason", "Say why the meeting is urgent and cannot reasonably be deferred."));
        }
        if let Some(former) = self.capacity.former()
            && !self.former_could_not.as_deref().is_some_and(|why| reasons(why, 3))
        {
            let message = format!("The {} agrees only where the {} could not act: say why.", self.capacity.words(), former.words());
            wrong.push(Wrong::new("former_could_not", message));
        }
        wrong
    }
}
