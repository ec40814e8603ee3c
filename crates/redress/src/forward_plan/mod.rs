//! The forward plan: decisions of the executive that are to come, the notice that each needs, and the ways out where there
//! is too little time. SI 2012/2089, regulations 5 and 8 to 11. Every day comes from the statute book.

/// The earliest lawful meeting.
mod earliest;
/// An entry, and what regulation 9 asks it to say.
mod entry;
/// The entries as they stood, month by month.
mod history;
/// Whether a decision is key.
mod key;
/// Everything that is kept of an entry, and where it stands for a day.
mod standing;
/// The lawful ways to a decision on a day.
mod way;

pub use earliest::{Earliest, earliest_meeting};
pub use entry::{Decider, Entry, When};
pub use history::{Announced, Change, History, Published};
pub use key::{KeyTest, Threshold};
pub use standing::{KEY_DECISION_SECTION, Standing, Why, Working, not_in_plan};
pub use way::{Exception, Notices, Urgency, Way, earliest, way};

#[cfg(test)]
mod tests;
