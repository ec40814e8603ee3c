//! The statute book as commands and pages show it: questions as typed, answers with their working, constants in words.
//!
//! Every rule is in the crate `redress`; nothing here decides a date.

/// The statute book as a page of documentation: `docs/duties.md`.
pub mod book;
/// The bank holidays that a council has imported.
pub mod holidays;
/// A duty with everything about it in words.
pub mod in_full;
/// A question as it was typed, and what is wrong with it.
pub mod question;
/// Words for the constants of a duty.
pub mod words;
/// An answer with its working.
pub mod worked;
