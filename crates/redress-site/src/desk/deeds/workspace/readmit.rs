//! The public were let in again.

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

/// Letting the public in.
pub struct ReadmitPublic(pub Arc<Room>);

impl Deed for ReadmitPublic {
    const PATH: &'static str = "/desk/meetings/{meeting}/workspace/readmit";
    const TITLE: &'static str = "The public were let in again";
    const ACT: Act = Act::RecordMinute;
    const FIELDS: &'static [Field] = &[];

    in_the_room!(ReadmitPublic);

    fn before(&self) -> Markup {
        self.0.told_above()
    }

    async fn carry_out(&self, context: &Context, _: &Filled) -> Result<Done, Undone> {
        let mut writing = Writing::new(&self.0, context, Self::FIELDS);
        writing.add(Event::Readmitted)?;
        writing.send().await
    }
}
