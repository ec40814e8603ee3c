//! The Ombudsman's side of the record.

/// What the public record lets us say of a case.
pub mod case;
/// `23 006 024`: reading, checking and printing references.
pub mod reference;
