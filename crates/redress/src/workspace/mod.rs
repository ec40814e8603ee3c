//! The meeting as it is taken down. Everything is an entry in a log that only grows: who, when, what.
//!
//! Two clerks may write at once, also without a connection. Their logs are joined by the numbers of the entries, and the
//! record follows from the joined log alone, in whatever order the entries arrived.

/// Who was in the room during an item.
mod attendance;
/// Who is asked to do what by when.
mod charge;
/// What may be added to the record as it stands.
mod check;
/// What can happen in a meeting.
mod event;
/// The entries, and two logs made one.
mod log;
/// What a rule says, in names.
mod names;
/// Whether anything may be taken down.
mod open_to;
/// How many must be there.
mod quorum;
/// What the entries come to.
mod record;
/// A text that two clerks may change at once.
mod text;

pub use attendance::{ItemAttendance, Movement};
pub use charge::{Charge, read_charges};
pub use check::{check, problems};
pub use event::{Event, InterestKind, Item, Part, Why};
pub use log::{Entry, EntryId, Log, TwoEntries};
pub use names::with_names;
pub use open_to::closed_because;
pub use quorum::{Quorum, Standing};
pub use record::{Ballot, Interest, Motion, Move, Question, Record, Settled, Step};
pub use text::{Text, Version};

#[cfg(test)]
mod tests;
