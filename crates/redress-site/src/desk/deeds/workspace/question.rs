//! A question was asked, by a member or by somebody else.

use std::sync::Arc;

use maud::Markup;
use redress::access::Act;
use redress::workspace::Event;

use super::{ITEM, in_the_room};
use crate::desk::deed::{Context, Deed, Done, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::room::Room;
use crate::desk::room::writing::Writing;

/// A question.
pub struct AskQuestion(pub Arc<Room>);

impl Deed for AskQuestion {
    const PATH: &'static str = "/desk/meetings/{meeting}/workspace/question";
    const TITLE: &'static str = "A question was asked";
    const ACT: Act = Act::RecordMinute;
    const FIELDS: &'static [Field] = &[
        ITEM,
        Field::new("by", "Who asked", Ask::Line).hint("The name as the minutes give it"),
        Field::new("words", "Question", Ask::Text),
    ];

    in_the_room!(AskQuestion);

    fn before(&self) -> Markup {
        self.0.told_above()
    }

    fn given(&self, field: &str) -> Vec<String> {
        self.0.given(field)
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let mut writing = Writing::new(&self.0, context, Self::FIELDS);
        let (by, words) = (filled.get("by").into(), filled.get("words").into());
        writing.add(Event::Asked { item: filled.get("item").into(), by, words })?;
        writing.send().await
    }
}
