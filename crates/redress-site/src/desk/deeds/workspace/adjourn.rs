//! The meeting was adjourned, to a day or to one that is still to be fixed.

use std::sync::Arc;

use maud::Markup;
use redress::access::Act;
use redress::workspace::Event;

use super::in_the_room;
use crate::desk::deed::{Context, Deed, Done, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::room::Room;
use crate::desk::room::writing::Writing;

/// An adjournment.
pub struct AdjournMeeting(pub Arc<Room>);

impl Deed for AdjournMeeting {
    const PATH: &'static str = "/desk/meetings/{meeting}/workspace/adjourn";
    const TITLE: &'static str = "The meeting was adjourned";
    const ACT: Act = Act::RecordMinute;
    const FIELDS: &'static [Field] = &[
        Field::new("to", "To which day", Ask::Date).hint("Leave it blank where the day is to be fixed").optional(),
        Field::new("why", "Why", Ask::Line),
    ];

    in_the_room!(AdjournMeeting);

    fn before(&self) -> Markup {
        self.0.told_above()
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let mut writing = Writing::new(&self.0, context, Self::FIELDS);
        writing.add(Event::Adjourned { to: filled.date("to"), why: filled.get("why").into() })?;
        writing.send().await
    }
}
