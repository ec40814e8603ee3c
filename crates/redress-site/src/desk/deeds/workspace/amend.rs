//! An amendment of a motion: the words before it and after it.

use std::sync::Arc;

use maud::Markup;
use redress::access::Act;
use redress::workspace::Event;

use super::{MOVER, SECONDER, in_the_room, member};
use crate::desk::deed::{Context, Deed, Done, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::room::Room;
use crate::desk::room::choices::entry_of;
use crate::desk::room::writing::Writing;

/// An amendment.
pub struct AmendMotion(pub Arc<Room>);

impl Deed for AmendMotion {
    const PATH: &'static str = "/desk/meetings/{meeting}/workspace/amend";
    const TITLE: &'static str = "An amendment was moved";
    const ACT: Act = Act::RecordMinute;
    const FIELDS: &'static [Field] = &[
        Field::new("motion", "Motion", Ask::OneOf),
        Field::new("before", "Words before", Ask::Carried),
        Field::new("after", "Words as amended", Ask::Text).hint("The whole motion as it would read"),
        MOVER,
        SECONDER,
    ];

    in_the_room!(AmendMotion);

    fn before(&self) -> Markup {
        self.0.motion_above()
    }

    fn given(&self, field: &str) -> Vec<String> {
        self.0.given(field)
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let Some(motion) = entry_of(filled.get("motion")) else { return Err(Undone::wrong("motion", "Motion: choose one")) };
        let mut writing = Writing::new(&self.0, context, Self::FIELDS);
        writing.add(Event::Amended {
            motion,
            before: filled.get("before").into(),
            after: filled.get("after").into(),
            mover: member(filled, "mover").unwrap_or(0),
            seconder: member(filled, "seconder"),
        })?;
        writing.send().await
    }
}
