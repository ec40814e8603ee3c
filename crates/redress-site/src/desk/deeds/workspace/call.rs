//! An item was called.

use std::sync::Arc;

use maud::Markup;
use redress::access::Act;
use redress::workspace::Event;

use super::{ITEM, in_the_room};
use crate::desk::deed::{Context, Deed, Done, Undone};
use crate::desk::field::Field;
use crate::desk::filled::Filled;
use crate::desk::room::Room;
use crate::desk::room::writing::Writing;

/// Calling an item.
pub struct CallItem(pub Arc<Room>);

impl Deed for CallItem {
    const PATH: &'static str = "/desk/meetings/{meeting}/workspace/call";
    const TITLE: &'static str = "Call an item";
    const ACT: Act = Act::RecordMinute;
    const FIELDS: &'static [Field] = &[ITEM];

    in_the_room!(CallItem);

    fn before(&self) -> Markup {
        self.0.told_above()
    }

    fn given(&self, field: &str) -> Vec<String> {
        self.0.next_item(field)
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let mut writing = Writing::new(&self.0, context, Self::FIELDS);
        writing.add(Event::Called { item: filled.get("item").into() })?;
        writing.send().await
    }
}
