//! Local Government Act 2000, Part 1A: scrutiny and call-in.

use super::Duty;

/// Section 9F: call-in.
pub mod s9f;
/// Section 9FE: the answer to a scrutiny report.
pub mod s9fe;

/// The duties, in the order of the law.
pub const ALL: &[&Duty] = &[&s9f::CALL_IN, &s9fe::RESPONSE];
