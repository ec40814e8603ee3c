//! The meeting ended.

use std::sync::Arc;

use maud::Markup;
use redress::access::Act;
use redress::workspace::Event;

use super::in_the_room;
use crate::desk::deed::{Context, Deed, Done, Undone};
use crate::desk::field::Field;
use crate::desk::filled::Filled;
use crate::desk::room::Room;
use crate::desk::room::writing::Writing;

/// The end.
pub struct CloseMeeting(pub Arc<Room>);

impl Deed for CloseMeeting {
    const PATH: &'static str = "/desk/meetings/{meeting}/workspace/close";
    const TITLE: &'static str = "The meeting ended";
    const ACT: Act = Act::RecordMinute;
    const FIELDS: &'static [Field] = &[];

    in_the_room!(CloseMeeting);

    fn before(&self) -> Markup {
        self.0.told_above()
    }

    async fn carry_out(&self, context: &Context, _: &Filled) -> Result<Done, Undone> {
        let mut writing = Writing::new(&self.0, context, Self::FIELDS);
        writing.add(Event::Closed)?;
        writing.send().await
    }
}
