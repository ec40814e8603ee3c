//! The Ombudsman's side of the record.

/// What the public record lets us say of a case.
pub mod case;
/// Which case follows which.
pub mod follows;
/// Who said what, and when.
pub mod history;
/// A logged letter.
pub mod letter;
/// What the Ombudsman says of a recommendation.
pub mod outcome;
/// What the Ombudsman sends, and what follows from it.
pub mod paper;
/// What the Ombudsman recommends.
pub mod recommendation;
/// `23 006 024`: reading, checking and printing references.
pub mod reference;
/// Lists of words that a council can edit.
pub mod vocabulary;
