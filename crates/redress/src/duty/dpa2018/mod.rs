//! Data Protection Act 2018: complaints to the controller, since 19 June 2026.

use super::Duty;

/// Section 164A: acknowledge a complaint.
pub mod s164a;

/// The duties, in the order of the law.
pub const ALL: &[&Duty] = &[&s164a::ACKNOWLEDGE];
