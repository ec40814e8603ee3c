//! The members' room: what a member asks officers, what they note for themselves, and since when something is new to them.

/// Notes that only their writer reads.
pub mod note;
/// Questions to officers and their answers.
pub mod question;
/// Visits to the room.
pub mod visit;
