//! The Ombudsman's side of the record.

/// Five axes of a recommendation, never one status.
pub mod axes;
/// The evidence of one deadline, made up for the Ombudsman.
pub mod bundle;
/// What the public record lets us say of a case.
pub mod case;
/// The council's own file on a case.
pub mod case_file;
/// How a duty that a paper started stands.
pub mod clock;
/// A case is closed twice.
pub mod closure;
/// Who considered a report, when, and what was decided of it.
pub mod consideration;
/// What must be shown, and the files that show it.
pub mod evidence;
/// More time, which never changes the first date.
pub mod extension;
/// Due, in time, late, pending.
pub mod figures;
/// Updates, silence, reminders, hand-over.
pub mod follow_up;
/// Which case follows which.
pub mod follows;
/// Who may decide what on a report.
pub mod guards;
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
/// The same fault again.
pub mod repeats;
/// Earlier cases looked at again.
pub mod review;
/// A recommendation with everything that was done about it.
pub mod tracked;
/// Lists of words that a council can edit.
pub mod vocabulary;
