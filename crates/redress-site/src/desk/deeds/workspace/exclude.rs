//! The public were excluded, by a resolution that states the paragraphs: Local Government Act 1972, section 100A(4) and (5).

use std::collections::BTreeSet;
use std::sync::Arc;

use maud::Markup;
use redress::access::Act;
use redress::restriction::Paragraph;
use redress::vote::{Outcome, Taken};
use redress::workspace::Event;

use super::{ABSTAINED, AGAINST, DID_NOT_VOTE, FOR, ITEM, MOVER, SECONDER, figures, in_the_room, member, taking};
use crate::desk::deed::{Context, Deed, Done, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::room::Room;
use crate::desk::room::writing::Writing;

/// An exclusion.
pub struct ExcludePublic(pub Arc<Room>);

impl Deed for ExcludePublic {
    const PATH: &'static str = "/desk/meetings/{meeting}/workspace/exclude";
    const TITLE: &'static str = "The public were excluded";
    const ACT: Act = Act::RecordMinute;
    const FIELDS: &'static [Field] = &[
        ITEM,
        Field::new(
            "paragraphs",
            "Paragraphs of Schedule 12A that the resolution states",
            Ask::Any(&[
                ("1", "1: an individual"),
                ("2", "2: likely to show who an individual is"),
                ("3", "3: finances or business of a person, an organisation or the council"),
                ("4", "4: consulting or negotiating with staff and their unions"),
                ("5", "5: legal professional privilege"),
                ("6", "6: a proposed statutory notice, order or direction"),
                ("7", "7: preventing, investigating or prosecuting crime"),
            ]),
        ),
        MOVER,
        SECONDER,
        Field::new(
            "taken",
            "Vote",
            Ask::One(&[
                ("unanimous", "Nobody against: without figures"),
                ("counted", "Hands were counted"),
                ("not_recorded", "Agreed; no vote to take down"),
            ]),
        ),
        FOR.only_if("taken", "counted"),
        AGAINST.only_if("taken", "counted"),
        ABSTAINED.only_if("taken", "counted"),
        DID_NOT_VOTE.only_if("taken", "counted"),
    ];

    in_the_room!(ExcludePublic);

    fn before(&self) -> Markup {
        self.0.told_above()
    }

    fn given(&self, field: &str) -> Vec<String> {
        self.0.given(field)
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let item = filled.get("item").to_string();
        let paragraphs: BTreeSet<Paragraph> =
            filled.all("paragraphs").iter().filter_map(|p| p.parse().ok().and_then(Paragraph::of_number)).collect();
        let (mover, seconder) = (member(filled, "mover").unwrap_or(0), member(filled, "seconder"));
        let taken = match filled.get("taken") {
            "unanimous" => Some(Taken::Unanimous),
            "counted" => Some(Taken::Counted { figures: figures(filled), own: Vec::new() }),
            _ => None,
        };
        let mut writing = Writing::new(&self.0, context, Self::FIELDS);
        if let Some(taken) = taken {
            let on = writing.add(Event::Moved { item: item.clone(), words: words(&paragraphs), mover, seconder })?;
            let taking = taking(context, taken, None);
            let lost = taking.outcome() == Outcome::Lost;
            writing.add(Event::Voted { on, taking })?;
            if lost {
                return writing.send().await;
            }
        }
        writing.add(Event::Excluded { item, paragraphs, mover, seconder })?;
        writing.send().await
    }
}

/// The motion in the words that section 100A(5) asks for.
fn words(paragraphs: &BTreeSet<Paragraph>) -> String {
    let each: Vec<String> = paragraphs.iter().map(|p| format!("{} ({})", p.number(), p.words())).collect();
    format!(
        "That the public be excluded during this item because exempt information is likely to be disclosed: Local Government Act 1972, \
         Schedule 12A, paragraph {}.",
        each.join(" and ")
    )
}
