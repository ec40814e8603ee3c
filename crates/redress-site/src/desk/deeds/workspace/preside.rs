//! Who took the chair, at the start or later.

use std::sync::Arc;

use maud::Markup;
use redress::access::Act;
use redress::workspace::Event;

use super::{in_the_room, member};
use crate::desk::deed::{Context, Deed, Done, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::room::Room;
use crate::desk::room::writing::Writing;

/// Who presides.
pub struct Preside(pub Arc<Room>);

impl Deed for Preside {
    const PATH: &'static str = "/desk/meetings/{meeting}/workspace/preside";
    const TITLE: &'static str = "Who took the chair";
    const ACT: Act = Act::RecordMinute;
    const FIELDS: &'static [Field] = &[Field::new("member", "Who presides", Ask::OneOf)];

    in_the_room!(Preside);

    fn before(&self) -> Markup {
        self.0.told_above()
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let mut writing = Writing::new(&self.0, context, Self::FIELDS);
        writing.add(Event::Presided { member: member(filled, "member").unwrap_or(0) })?;
        writing.send().await
    }
}
