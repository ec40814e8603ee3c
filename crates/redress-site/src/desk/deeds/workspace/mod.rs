//! What a clerk takes down in a meeting, one file a kind. What they have in common stands here.

/// The meeting was adjourned.
pub mod adjourn;
/// A motion was amended.
pub mod amend;
/// A question was answered.
pub mod answer;
/// Who came, went or sent apologies.
pub mod attend;
/// An item was called.
pub mod call;
/// The meeting ended.
pub mod close;
/// The public were excluded.
pub mod exclude;
/// An interest was declared.
pub mod interest;
/// A motion was moved.
pub mod motion;
/// The meeting began.
pub mod open;
/// Who took the chair.
pub mod preside;
/// A question was asked.
pub mod question;
/// The public were let in again.
pub mod readmit;
/// What was resolved.
pub mod resolve;
/// The meeting went on.
pub mod resume;
/// An entry was struck out.
pub mod strike;
/// Entries that a device kept.
pub mod take_down;
/// A vote was taken.
pub mod vote;
/// What was said, the reasons, the options.
pub mod write;

use redress::vote::{Casting, Figures, Origin, Taken, Taking};

use crate::desk::deed::Context;
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;

/// What every deed of the workspace says alike: it concerns the room, and the room knows what there is to choose from.
macro_rules! in_the_room {
    ($kind:ident) => {
        async fn load(context: &crate::desk::deed::Context, keys: &crate::desk::deed::Keys) -> Result<$kind, crate::failure::Failure> {
            Ok($kind(std::sync::Arc::new(crate::desk::room::Room::load(context, keys).await?)))
        }

        fn about(&self) -> crate::desk::deed::About {
            self.0.about()
        }

        fn possible(&self) -> bool {
            self.0.closed.is_none()
        }

        fn impossible(&self) -> String {
            self.0.closed.clone().unwrap_or_default()
        }

        fn offered(&self, field: &str) -> Vec<(String, String)> {
            self.0.offered(field)
        }
    };
}
pub(crate) use in_the_room;

/// The members chosen in a field.
fn members(filled: &Filled, field: &str) -> Vec<i64> {
    filled.all(field).iter().filter_map(|m| m.parse().ok()).collect()
}

/// The member chosen in a field.
fn member(filled: &Filled, field: &str) -> Option<i64> {
    filled.words(field).and_then(|m| m.parse().ok())
}

/// The field of the item that something is taken down under.
const ITEM: Field = Field::new("item", "Item", Ask::OneOf);
/// The field of who moved.
const MOVER: Field = Field::new("mover", "Moved by", Ask::OneOf);
/// The field of who seconded.
const SECONDER: Field = Field::new("seconder", "Seconded by", Ask::OneOf).optional();
/// The figures of a show of hands, where that is how the vote was taken.
const FOR: Field = Field::new("for", "For", Ask::Number);
const AGAINST: Field = Field::new("against", "Against", Ask::Number);
const ABSTAINED: Field = Field::new("abstained", "Abstained", Ask::Number).optional();
const DID_NOT_VOTE: Field = Field::new("did_not_vote", "Could vote and did not", Ask::Number).optional();

/// The figures as filled in; what was left blank is nobody.
fn figures(filled: &Filled) -> Figures {
    let number = |field: &str| filled.number(field).and_then(|n| u32::try_from(n).ok()).unwrap_or(0);
    Figures { for_: number("for"), against: number("against"), abstained: number("abstained"), did_not_vote: number("did_not_vote") }
}

/// A vote that the clerk who fills in the form took down.
fn taking(context: &Context, taken: Taken, casting: Option<Casting>) -> Taking {
    let origin = Origin::Typed { by: context.visitor.signed_in.name.clone(), at: context.now.datetime() };
    Taking { taken, casting, origin }
}
