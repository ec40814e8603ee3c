//! Another post reports each time: who reported before stays on record.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Recurrence;
use crate::wrong::{Wrong, reasons};

/// That the post that reports handed over to another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandedOver {
    /// When.
    pub on: Date,
    /// Who recorded it, by name.
    pub by: String,
    /// The post that reported before.
    pub from: String,
    /// Why.
    pub why: String,
}

impl Recurrence {
    /// Hands the report over to another post.
    pub fn hand_over(&mut self, to: &str, why: &str, by: &str, on: Date) -> Result<(), Wrong> {
        if self.ended().is_some() {
            return Err(Wrong::new("to", "It has ended already."));
        }
        if to.trim().is_empty() {
            return Err(Wrong::new("to", "Choose the post that reports from now on."));
        }
        if to == self.owner {
            return Err(Wrong::new("to", "This post reports already."));
        }
        if !reasons(why, 2) {
            return Err(Wrong::new("why", "Say why it goes to another post."));
        }
        let from = std::mem::replace(&mut self.owner, to.into());
        self.handed_over.push(HandedOver { on, by: by.into(), from, why: why.into() });
        Ok(())
    }
}
