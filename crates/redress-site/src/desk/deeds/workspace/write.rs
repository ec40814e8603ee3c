//! What was said, the reasons, the options: a text under one item or several, in place of what its writer saw.

use std::collections::BTreeSet;
use std::sync::Arc;

use maud::Markup;
use redress::access::Act;
use redress::workspace::{EntryId, Event, Part};

use super::in_the_room;
use crate::desk::deed::{Context, Deed, Done, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::room::Room;
use crate::desk::room::choices::entry_of;
use crate::desk::room::writing::Writing;

/// A text.
pub struct WriteText(pub Arc<Room>);

/// The part of a word.
pub fn part_of(word: &str) -> Part {
    match word {
        "private_discussion" => Part::PrivateDiscussion,
        "reasons" => Part::Reasons,
        "options_rejected" => Part::OptionsRejected,
        _ => Part::Discussion,
    }
}

impl Deed for WriteText {
    const PATH: &'static str = "/desk/meetings/{meeting}/workspace/write";
    const TITLE: &'static str = "Write under an item";
    const ACT: Act = Act::RecordMinute;
    const FIELDS: &'static [Field] = &[
        Field::new("items", "Items", Ask::AnyOf).hint("Several where the text applies to each of them"),
        Field::new(
            "part",
            "What it is",
            Ask::One(&[
                ("discussion", "Discussion, for everybody to read"),
                ("private_discussion", "Discussion while the public were excluded"),
                ("reasons", "Reasons for the decision"),
                ("options_rejected", "Options considered and rejected"),
            ]),
        ),
        Field::new("words", "Text", Ask::Text)
            .hint("The whole text of this part: it takes the place of what stood there when you opened the form"),
        Field::new("seen", "Seen", Ask::Carried),
    ];

    in_the_room!(WriteText);

    fn before(&self) -> Markup {
        self.0.texts_above()
    }

    fn given(&self, field: &str) -> Vec<String> {
        match field {
            "words" => self.0.standing_words(),
            "part" => self.0.asked_part().into_iter().collect(),
            _ => self.0.given(field),
        }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let part = part_of(filled.get("part"));
        let seen: Vec<EntryId> = filled.get("seen").split(' ').filter_map(entry_of).collect();
        let mut writing = Writing::new(&self.0, context, Self::FIELDS);
        for item in filled.all("items") {
            let stand = self.0.record.text(&item, part).map(|text| text.seen()).unwrap_or_default();
            // What another clerk wrote since the form was opened was not seen, and stands beside this.
            let over: BTreeSet<EntryId> =
                stand.into_iter().filter(|id| seen.iter().any(|s| s.clerk == id.clerk && id.number <= s.number)).collect();
            writing.add(Event::Wrote { item, part, words: filled.get("words").into(), over })?;
        }
        writing.send().await
    }
}
