//! An entry was a mistake: it is struck out with the reason, and stays in the log.

use std::sync::Arc;

use maud::Markup;
use redress::access::Act;
use redress::workspace::Event;

use super::in_the_room;
use crate::desk::deed::{Context, Deed, Done, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::room::Room;
use crate::desk::room::choices::entry_of;
use crate::desk::room::writing::Writing;

/// Striking out.
pub struct StrikeOut(pub Arc<Room>);

impl Deed for StrikeOut {
    const PATH: &'static str = "/desk/meetings/{meeting}/workspace/strike";
    const TITLE: &'static str = "Strike out an entry";
    const ACT: Act = Act::RecordMinute;
    const FIELDS: &'static [Field] = &[Field::new("entry", "Entry", Ask::OneOf), Field::new("why", "Why it was a mistake", Ask::Line)];

    in_the_room!(StrikeOut);

    fn before(&self) -> Markup {
        self.0.told_above()
    }

    fn given(&self, field: &str) -> Vec<String> {
        self.0.given(field)
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let Some(entry) = entry_of(filled.get("entry")) else { return Err(Undone::wrong("entry", "Entry: choose one")) };
        let mut writing = Writing::new(&self.0, context, Self::FIELDS);
        writing.add(Event::Struck { entry, why: filled.get("why").into() })?;
        writing.send().await
    }
}
