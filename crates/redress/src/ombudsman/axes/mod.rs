//! Five independent axes of a recommendation. There is no single status, and only the Ombudsman's letter moves the second.

/// What the council says it did.
mod claim;
/// What was agreed or refused, by officers and by members.
mod response;
/// Who watches over it.
mod supervision;
/// In time or late, computed.
mod timeliness;
/// What the Ombudsman says.
mod view;
/// All five in words for a reader.
mod words;

pub use claim::{CannotClaim, Claim};
pub use response::{Answer, Bar as ResponseBar, Level, Response, standing as response_standing, waits_for_council};
pub use supervision::{CannotMove, Cause, Move, Supervision, proposed as supervision_proposed};
pub use timeliness::{Clock, Submission, Timeliness};
pub use view::{CannotView, View};
pub(super) use view::{satisfied, stands};
pub use words::{Words, words};
