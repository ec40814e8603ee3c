//! An interest was declared: its sort and nature, any dispensation, and whether the member leaves the room.

use std::sync::Arc;

use maud::Markup;
use redress::access::Act;
use redress::workspace::{Event, InterestKind, Why};

use super::{ITEM, in_the_room, member};
use crate::desk::deed::{Context, Deed, Done, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::room::Room;
use crate::desk::room::writing::Writing;

/// An interest.
pub struct DeclareInterest(pub Arc<Room>);

impl Deed for DeclareInterest {
    const PATH: &'static str = "/desk/meetings/{meeting}/workspace/interest";
    const TITLE: &'static str = "An interest was declared";
    const ACT: Act = Act::RecordMinute;
    const FIELDS: &'static [Field] = &[
        ITEM,
        Field::new("member", "Member", Ask::OneOf),
        Field::new(
            "kind",
            "Sort of interest",
            Ask::One(&[
                ("pecuniary", "Disclosable pecuniary interest (Localism Act 2011, section 31)"),
                ("other", "Another interest that the council's code asks to be declared"),
                ("criticised", "Named and criticised in the report (Local Government Act 1974, section 31A(5))"),
            ]),
        ),
        Field::new("nature", "Nature of the interest", Ask::Text).hint("In the member's words"),
        Field::new("dispensation", "Dispensation", Ask::Line).hint("Who gave it, and when").optional(),
        Field::new("leaves", "Leaving", Ask::Any(&[("yes", "The member leaves the room now")])).optional(),
    ];

    in_the_room!(DeclareInterest);

    fn before(&self) -> Markup {
        self.0.told_above()
    }

    fn given(&self, field: &str) -> Vec<String> {
        self.0.given(field)
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let member = member(filled, "member").unwrap_or(0);
        let kind = match filled.get("kind") {
            "pecuniary" => InterestKind::Pecuniary,
            "criticised" => InterestKind::Criticised,
            _ => InterestKind::Other,
        };
        let mut writing = Writing::new(&self.0, context, Self::FIELDS);
        writing.add(Event::Declared {
            member,
            item: filled.get("item").into(),
            kind,
            nature: filled.get("nature").into(),
            dispensation: filled.words("dispensation"),
        })?;
        if filled.has("leaves", "yes") {
            writing.add(Event::Departed { member, why: Why::Interest })?;
        }
        writing.send().await
    }
}
