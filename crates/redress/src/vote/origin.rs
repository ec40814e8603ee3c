//! Where a vote was learnt. What was worked out from other facts is never the record, however likely it is.

use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

use crate::wrong::Wrong;

/// Where a vote, an attendance or a date was learnt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "origin", rename_all = "snake_case")]
pub enum Origin {
    /// A paper says so.
    Stated {
        /// Which paper.
        paper: String,
        /// Its page, where it has pages.
        page: Option<String>,
    },
    /// Somebody who was there took it down.
    Typed {
        /// Who.
        by: String,
        /// When.
        at: DateTime,
    },
    /// It follows from other facts.
    Derived {
        /// From which.
        from: String,
    },
}

impl Origin {
    /// Whether it may be printed as the record.
    pub fn is_record(&self) -> bool {
        !matches!(self, Origin::Derived { .. })
    }

    /// What a page says of it.
    pub fn words(&self) -> String {
        match self {
            Origin::Stated { paper, page: Some(page) } => format!("stated in {paper}, page {page}"),
            Origin::Stated { paper, page: None } => format!("stated in {paper}"),
            Origin::Typed { by, at } => format!("taken down by {by} on {}", crate::day::long(at.date())),
            Origin::Derived { from } => format!("worked out from {from}; not the record"),
        }
    }

    /// What bars a minute that prints it.
    pub fn check(&self) -> Result<(), Wrong> {
        match self {
            Origin::Derived { from } => Err(Wrong::new(
                "vote",
                format!("This vote was worked out from {from}. Take it down from the meeting or name the paper that states it."),
            )),
            Origin::Stated { paper, .. } if paper.trim().is_empty() => Err(Wrong::new("paper", "Name the paper that states it.")),
            Origin::Typed { by, .. } if by.trim().is_empty() => Err(Wrong::new("by", "Say who took it down.")),
            Origin::Stated { .. } | Origin::Typed { .. } => Ok(()),
        }
    }
}
