//! The Ombudsman's side of the record.

/// What the public record lets us say of a case.
pub mod case;
/// What the Ombudsman sends, and what follows from it.
pub mod paper;
/// What the Ombudsman recommends.
pub mod recommendation;
/// `23 006 024`: reading, checking and printing references.
pub mod reference;
