//! The minutes of a meeting, from the workspace to signed, one file a deed.

/// Building them from what was taken down.
pub mod build;
/// What the chair says of them.
pub mod chair_check;
/// A later meeting confirms them.
pub mod confirm;
/// A correction that a meeting asks for.
pub mod correct;
/// An extract for somebody.
pub mod extract;
/// Publishing them with their mark.
pub mod publish;
/// Sending the draft to the chair.
pub mod send_to_chair;
/// Signing them.
pub mod sign;
/// Taking over what the chair asks for, or leaving it.
pub mod take_over;

use crate::desk::field::{Ask, Field};

/// The revision of the minutes that a form was opened on.
const REVISION: Field = Field::new("revision", "Revision", Ask::Carried).hint("The revision of the minutes that you read").optional();
