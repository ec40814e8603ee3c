//! What was resolved: its clauses, one to a line, and who is asked to do what by when.

use std::sync::Arc;

use maud::Markup;
use redress::access::Act;
use redress::resolution::read_clauses;
use redress::workspace::{Event, read_charges};

use super::{ITEM, in_the_room};
use crate::desk::deed::{Context, Deed, Done, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::room::Room;
use crate::desk::room::writing::Writing;

/// A resolution.
pub struct Resolve(pub Arc<Room>);

impl Deed for Resolve {
    const PATH: &'static str = "/desk/meetings/{meeting}/workspace/resolve";
    const TITLE: &'static str = "What was resolved";
    const ACT: Act = Act::RecordMinute;
    const FIELDS: &'static [Field] = &[
        ITEM,
        Field::new("clauses", "Clauses", Ask::Text).hint("One to a line, each with its label: a) …, and under it i) …"),
        Field::new("asked", "Who is asked to do what by when", Ask::Text)
            .hint("One to a line: the label, a stroke, the post, a stroke, the day: b) i) | Head of Housing | 1 May 2025")
            .optional(),
    ];

    in_the_room!(Resolve);

    fn before(&self) -> Markup {
        self.0.told_above()
    }

    fn given(&self, field: &str) -> Vec<String> {
        match field {
            "clauses" => self.0.carried_words(),
            _ => self.0.given(field),
        }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let fields = Self::FIELDS;
        let clauses = read_clauses(filled.get("clauses")).map_err(|wrong| Undone::fields(fields, vec![wrong]))?;
        let charges = read_charges(filled.get("asked"), &clauses).map_err(|wrong| Undone::fields(fields, vec![wrong]))?;
        let mut writing = Writing::new(&self.0, context, Self::FIELDS);
        let resolution = writing.add(Event::Resolved { item: filled.get("item").into(), clauses })?;
        for (clause, post, by) in charges {
            writing.add(Event::Charged { resolution, clause, post, by })?;
        }
        writing.send().await
    }
}
