//! The Ombudsman's practice: enquiries, drafts, remedies, letters.
//!
//! No statute sets these times, save that the Ombudsman may require information under section 29 of the Act of 1974. What a
//! letter or decision says comes first; the usual time stands in only where it is silent.

use super::{Duty, Mark};

/// The annual letter.
pub mod annual_letter;
/// Drafts to comment on.
pub mod draft;
/// Requests and enquiries.
pub mod enquiry;
/// Agreed remedies.
pub mod remedy;

/// The duties, in the order of a case.
pub const ALL: &[&Duty] = &[
    &enquiry::PRE_ALLOCATION,
    &enquiry::RESPONSE,
    &draft::REPORT,
    &draft::DECISION,
    &remedy::DUE,
    &remedy::EVIDENCE,
    &annual_letter::LETTER,
    &annual_letter::REPORT,
];

const PRACTICE: &str = "the Ombudsman's practice under Part III of the Act of 1974";
const SINCE: Mark = Mark::from_memory("the first day, 1 April 2008", "the manuals that were read are of March 2025; the practice is older");
const OMBUDSMAN: &[&str] = &["The Local Government and Social Care Ombudsman"];
