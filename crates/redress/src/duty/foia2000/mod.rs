//! Freedom of Information Act 2000.

use super::Duty;

/// Section 10: time for compliance.
pub mod s10;

/// The duties, in the order of the law.
pub const ALL: &[&Duty] = &[&s10::REQUEST];
