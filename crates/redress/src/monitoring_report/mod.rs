//! The monitoring officer's reports: Local Government and Housing Act 1989, section 5 to the authority, section 5A to the executive.
//!
//! The Act sets no contents beyond the subject; what is asked for here is what makes the report provable. Individual for one
//! matter; periodic for routine findings, which the Ombudsman suggests and the Act does not mention.

/// What a report must hold.
mod check;
/// The words of a report, as headings and paragraphs.
pub mod draft;
/// The executive's own report in answer.
pub mod response;
/// Which findings are routine.
pub mod routine;
/// Nothing is carried out meanwhile.
pub mod suspension;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::ombudsman::follows::CaseKey;

/// To whom the report goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Section {
    /// Section 5: to the authority, on what the executive did not do.
    Five,
    /// Section 5A: to the executive, on what it did.
    FiveA,
}

/// One matter, or the routine ones of a time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "manner", rename_all = "snake_case")]
pub enum Manner {
    /// One matter.
    Individual,
    /// The routine findings of a time.
    Periodic {
        /// First day.
        from: Date,
        /// Last day.
        to: Date,
    },
}

/// What it is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Matter {
    /// A proposal, a decision or an omission.
    pub what: What,
    /// Which, in words.
    pub words: String,
    /// The limb.
    pub limb: Limb,
    /// Why a periodic report does not do for it; none where it is routine.
    pub wider: Option<String>,
    /// Where the public reads the Ombudsman's decision.
    #[serde(default)]
    pub decision: Option<String>,
}

/// A case that a periodic report leaves to a report of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Apart {
    /// The case.
    pub case: CaseKey,
    /// Why it is no routine finding.
    pub reason: String,
}

/// A proposal, a decision or an omission.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// Something proposed.
    Proposal,
    /// Something decided.
    Decision,
    /// Something left undone.
    Omission,
}

/// The limb of section 5(2) or 5A(3).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "limb", rename_all = "snake_case")]
pub enum Limb {
    /// A breach of an enactment, a rule of law or a statutory code.
    Law {
        /// Which.
        enactment: String,
    },
    /// Maladministration or failure as Part III of the Local Government Act 1974 has it.
    Maladministration {
        /// The Ombudsman's case.
        case: CaseKey,
        /// The Ombudsman conducted an investigation.
        investigated: bool,
    },
}

/// Somebody who must be consulted, and was or could not be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consulted {
    /// The head of paid service, or the chief finance officer.
    pub office: Office,
    /// Who.
    pub name: String,
    /// When; none where it was not practicable.
    pub on: Option<Date>,
    /// Why it was not practicable.
    pub not_practicable: Option<String>,
}

/// Whom the Act wants consulted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Office {
    /// The head of paid service.
    HeadOfPaidService,
    /// The chief finance officer.
    ChiefFinanceOfficer,
}

/// Who made it. The duty is personal; the deputy acts only where the monitoring officer is absent or ill.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signed {
    /// The name.
    pub by: String,
    /// The day.
    pub on: Date,
    /// Why the deputy signs; none where the monitoring officer does.
    pub deputy_because: Option<String>,
    /// The desk's numbers of the Ombudsman's papers that it is about. A paper that comes later is not.
    #[serde(default)]
    pub papers: Vec<i64>,
}

/// What may not be carried out meanwhile.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "suspends", rename_all = "snake_case")]
pub enum Suspends {
    /// These steps.
    Steps {
        /// Each, in words.
        steps: Vec<String>,
    },
    /// Nothing is left to suspend.
    Nothing {
        /// Why: an omission, or a decision already carried out.
        because: String,
    },
}

/// A report of the monitoring officer's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MonitoringReport {
    /// To whom.
    pub section: Section,
    /// One matter or several.
    pub manner: Manner,
    /// The matters.
    pub matters: Vec<Matter>,
    /// The facts.
    pub facts: String,
    /// The law.
    pub law: String,
    /// The options before members.
    pub options: String,
    /// Who was consulted.
    pub consulted: Vec<Consulted>,
    /// What stands still.
    pub suspends: Option<Suspends>,
    /// Cases of the same time that get a report of their own.
    #[serde(default)]
    pub apart: Vec<Apart>,
    /// The signature; none while it is a draft.
    pub signed: Option<Signed>,
}

#[cfg(test)]
mod tests;
