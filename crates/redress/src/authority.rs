//! A council: its name, where its law is made, and the councils it took over from.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A council.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Authority {
    /// The name as the council writes it.
    pub name: String,
    /// The word in addresses when one installation holds several.
    pub slug: String,
    /// Councils whose duties it took over.
    #[serde(default)]
    pub predecessors: Vec<Predecessor>,
}

/// A council that another took over from, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Predecessor {
    /// The former council's name.
    pub name: String,
    /// The vesting day, when it is known.
    pub vested_on: Option<Date>,
}
