//! Who came, who went, who sent apologies and who came instead, for many members at once, before the meeting and during it.

use std::sync::Arc;

use maud::Markup;
use redress::access::Act;
use redress::workspace::{Event, Why};

use super::{in_the_room, member, members};
use crate::desk::deed::{Context, Deed, Done, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::room::Room;
use crate::desk::room::writing::Writing;

/// Who is there.
pub struct Attend(pub Arc<Room>);

impl Deed for Attend {
    const PATH: &'static str = "/desk/meetings/{meeting}/workspace/attend";
    const TITLE: &'static str = "Who came, went or sent apologies";
    const ACT: Act = Act::RecordMinute;
    const FIELDS: &'static [Field] = &[
        Field::new(
            "what",
            "What happened",
            Ask::One(&[
                ("arrived", "Came in"),
                ("left", "Went out"),
                ("left_interest", "Went out because of an interest"),
                ("apologies", "Sent apologies"),
            ]),
        ),
        Field::new("members", "Members", Ask::AnyOf).optional(),
        Field::new("other", "Somebody who does not sit on this body", Ask::OneOf).optional(),
        Field::new("substitute", "Who comes instead", Ask::OneOf)
            .hint("For one member at a time. When the substitute comes in, take that down too")
            .optional()
            .only_if("what", "apologies"),
    ];

    in_the_room!(Attend);

    fn before(&self) -> Markup {
        self.0.told_above()
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let mut all = members(filled, "members");
        all.extend(member(filled, "other"));
        let substitute = member(filled, "substitute").filter(|_| filled.get("what") == "apologies");
        if all.is_empty() {
            return Err(Undone::wrong("members", "Members: choose at least one"));
        }
        if substitute.is_some() && all.len() > 1 {
            return Err(Undone::wrong("substitute", "Choose one member at a time to say who comes instead"));
        }
        if substitute.is_some_and(|s| all.contains(&s)) {
            return Err(Undone::wrong("substitute", "Somebody else than the member comes instead"));
        }
        let mut writing = Writing::new(&self.0, context, Self::FIELDS);
        for member in all {
            writing.add(match filled.get("what") {
                "arrived" => Event::Arrived { member },
                "left" => Event::Departed { member, why: Why::Left },
                "left_interest" => Event::Departed { member, why: Why::Interest },
                _ => Event::Apologised { member, substitute },
            })?;
        }
        writing.send().await
    }
}
