//! Follow-up before and after a date: updates that open 45, 14 and 7 days ahead, silence that goes up, an early warning.
//!
//! What is owed is computed from the record and the day, so it does not hang on when the program ran. The rules:
//!
//! | on | who is told | if |
//! |---|---|---|
//! | 45 days before | the owner | nothing was sent to the Ombudsman |
//! | 14 days before | the owner; the director, if the owner did not answer | |
//! | 7 days before, the early warning | the owner and the link officer; the monitoring officer, if the owner did not answer | |
//! | the first working day after | the owner, the director, the link officer, the monitoring officer | nothing was sent |
//! | 14 days after | the chief executive | nothing was sent |
//!
//! **Catching up.** Each message has a key and goes once. After days on which the program did not run, escalations and notices
//! of lateness go out at once. An opening that a later one has overtaken does not, and nobody is called silent who was not
//! asked. A recommendation written down after an opening starts with the opening that then runs.
//!
//! **More time.** Where the Ombudsman expects it later, that day has openings and notices of its own and the chief executive's
//! notice goes by it; the notice that the original date has passed goes out all the same. So does each date of a part.

/// Who a message goes to.
mod addressee;
/// When a duty is to be told of.
mod duty_alarm;
/// A post gets another owner, or another holder.
mod hand_over;
/// What is owed on a day.
mod owed;
/// What is to be told, to whom, once.
mod reminder;
/// Everything that is to be told on a day.
mod round;
/// What an owner says of the way ahead.
mod update;

pub use addressee::{Addressed, Person, addressed};
pub use duty_alarm::{DUTY_OPENS, DutyAlarm, DutyReminder, duty_reminders_due};
pub use hand_over::{CannotHandOver, HandOver, Holder, Left, left_behind};
pub use owed::{By, Owed, SOON, Sort, duty_owed, owed};
pub use reminder::{AFTER, OPENS, Reminder, ReminderKind, To, reminders_due};
pub use round::{About, Message, round};
pub use update::{CannotUpdate, Outlook, Update};
