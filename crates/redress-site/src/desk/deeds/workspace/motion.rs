//! A motion was moved and seconded.

use std::sync::Arc;

use maud::Markup;
use redress::access::Act;
use redress::workspace::Event;

use super::{ITEM, MOVER, SECONDER, in_the_room, member};
use crate::desk::deed::{Context, Deed, Done, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::room::Room;
use crate::desk::room::writing::Writing;

/// A motion.
pub struct MoveMotion(pub Arc<Room>);

impl Deed for MoveMotion {
    const PATH: &'static str = "/desk/meetings/{meeting}/workspace/move";
    const TITLE: &'static str = "A motion was moved";
    const ACT: Act = Act::RecordMinute;
    const FIELDS: &'static [Field] = &[
        ITEM,
        Field::new("words", "Words of the motion", Ask::Text).hint("One clause to a line, each with its label: 1. …"),
        MOVER,
        SECONDER,
    ];

    in_the_room!(MoveMotion);

    fn before(&self) -> Markup {
        self.0.told_above()
    }

    fn given(&self, field: &str) -> Vec<String> {
        self.0.given(field)
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let mut writing = Writing::new(&self.0, context, Self::FIELDS);
        writing.add(Event::Moved {
            item: filled.get("item").into(),
            words: filled.get("words").into(),
            mover: member(filled, "mover").unwrap_or(0),
            seconder: member(filled, "seconder"),
        })?;
        writing.send().await
    }
}
