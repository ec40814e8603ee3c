//! A question was answered.

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

/// An answer.
pub struct AnswerQuestion(pub Arc<Room>);

impl Deed for AnswerQuestion {
    const PATH: &'static str = "/desk/meetings/{meeting}/workspace/answer";
    const TITLE: &'static str = "A question was answered";
    const ACT: Act = Act::RecordMinute;
    const FIELDS: &'static [Field] = &[
        Field::new("question", "Question", Ask::OneOf),
        Field::new("by", "Who answered", Ask::Line).hint("The name as the minutes give it"),
        Field::new("words", "Answer", Ask::Text),
    ];

    in_the_room!(AnswerQuestion);

    fn before(&self) -> Markup {
        self.0.told_above()
    }

    fn given(&self, field: &str) -> Vec<String> {
        self.0.given(field)
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let Some(question) = entry_of(filled.get("question")) else { return Err(Undone::wrong("question", "Question: choose one")) };
        let mut writing = Writing::new(&self.0, context, Self::FIELDS);
        writing.add(Event::Answered { question, by: filled.get("by").into(), words: filled.get("words").into() })?;
        writing.send().await
    }
}
