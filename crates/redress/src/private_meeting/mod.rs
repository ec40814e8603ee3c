//! An item of the executive planned in private: the ground, the reason, the two notices, and the agreement where they fail.
//!
//! SI 2012/2089, regulations 4 and 5. A warning is stored with the plan and bars nothing.

use std::collections::BTreeSet;

use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

use crate::restriction::{Ground, Limb, Paragraph};
use crate::wrong::{Warning, Wrong, reasons};

/// The agreement that a meeting is urgent.
mod agreement;
/// What keeps the agenda back.
mod in_the_way;
/// The last days for the notices.
mod notices;

pub use agreement::{Agreement, Capacity};
pub use in_the_way::{Given, InTheWay, stands_in_the_way};
pub use notices::{Notices, notices};

/// Why the public must or may be excluded: regulation 4(2).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "ground", rename_all = "snake_case")]
pub enum PrivateGround {
    /// Regulation 4(2)(a): confidential information would be disclosed in breach of an obligation.
    #[serde(rename = "reg4_2a")]
    Reg4_2A {
        /// What makes it confidential.
        limb: Limb,
        /// The terms, the enactment or the order.
        why: String,
    },
    /// Regulation 4(2)(b): the meeting is to resolve so, because exempt information would be disclosed.
    #[serde(rename = "reg4_2b")]
    Reg4_2B {
        /// The descriptions of Schedule 12A.
        paragraphs: BTreeSet<Paragraph>,
        /// Why privacy serves the public better.
        public_interest: String,
        /// It has terms of a contract that are still negotiated.
        #[serde(default)]
        contract_terms_in_negotiation: bool,
    },
}

impl PrivateGround {
    /// The same ground for a paper that belongs to the item.
    pub fn ground(&self) -> Ground {
        match self.clone() {
            PrivateGround::Reg4_2A { limb, why } => Ground::Confidential { limb, why },
            PrivateGround::Reg4_2B { paragraphs, public_interest, contract_terms_in_negotiation } => {
                Ground::Exempt { paragraphs, public_interest, contract_terms_in_negotiation }
            }
        }
    }

    /// The provision: the Regulations of 2012 for the executive, the Act of 1972 for the council and its committees.
    pub fn cite_for(&self, executive: bool) -> &'static str {
        match (self, executive) {
            (_, true) => self.cite(),
            (PrivateGround::Reg4_2A { .. }, false) => "Local Government Act 1972, section 100A(2)",
            (PrivateGround::Reg4_2B { .. }, false) => "Local Government Act 1972, section 100A(4)",
        }
    }

    /// The provision for the executive.
    pub fn cite(&self) -> &'static str {
        match self {
            PrivateGround::Reg4_2A { .. } => "SI 2012/2089, regulation 4(2)(a)",
            PrivateGround::Reg4_2B { .. } => "SI 2012/2089, regulation 4(2)(b)",
        }
    }

    /// The ground as the public reads it.
    pub fn words(&self) -> String {
        format!("{} ({})", self.ground().words(), self.cite())
    }
}

/// The plan to take an item in private.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PrivatePlan {
    /// The ground.
    pub ground: PrivateGround,
    /// The monitoring officer's reason, which both notices state.
    pub reason: String,
    /// The account that planned it.
    pub by_account: i64,
    /// The name.
    pub by: String,
    /// When.
    pub at: DateTime,
    /// What was told when it was planned, in the words that were shown.
    #[serde(default)]
    pub warnings: Vec<Warning>,
}

impl PrivatePlan {
    /// The plan for those who may not read what it protects: the ground without what it was weighed by.
    #[must_use]
    pub fn without_reasoning(mut self) -> PrivatePlan {
        match &mut self.ground {
            PrivateGround::Reg4_2A { why, .. } => why.clear(),
            PrivateGround::Reg4_2B { public_interest, .. } => public_interest.clear(),
        }
        self
    }

    /// What bars the plan as it was filled in.
    pub fn check(&self) -> Vec<Wrong> {
        let mut wrong = self.ground.ground().check();
        if !reasons(&self.reason, 5) {
            wrong.push(Wrong::new("reason", "Give the reason for meeting in private. Both notices state it, so write it for the public."));
        }
        wrong
    }

    /// The plan with what it warns of, to be stored.
    #[must_use]
    pub fn warned(self, from_ombudsman: bool) -> PrivatePlan {
        let warnings = self.ground.ground().warnings(from_ombudsman);
        PrivatePlan { warnings, ..self }
    }
}

#[cfg(test)]
mod tests;
