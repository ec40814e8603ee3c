//! What is done to what comes back: set by a decision, ended by a decision, shared with the Ombudsman where that was promised.

/// A decision ends it.
pub mod end;
/// Another post reports.
pub mod hand_over;
/// A decision sets it.
pub mod set;
/// The plan went to the Ombudsman.
pub mod share;
