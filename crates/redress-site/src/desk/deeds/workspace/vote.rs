//! A vote on a motion or an amendment: nobody against, hands counted, or name by name; and the casting vote.

use std::collections::BTreeSet;
use std::sync::Arc;

use maud::Markup;
use redress::access::Act;
use redress::vote::{Casting, Side, Taken};
use redress::workspace::{EntryId, Event};

use super::{ABSTAINED, AGAINST, DID_NOT_VOTE, FOR, figures, in_the_room, members, taking};
use crate::desk::deed::{Context, Deed, Done, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::room::Room;
use crate::desk::room::choices::entry_of;
use crate::desk::room::writing::Writing;

/// A vote.
pub struct TakeVote(pub Arc<Room>);

const SIDES: [(&str, Side); 4] =
    [("for", Side::For), ("against", Side::Against), ("abstained", Side::Abstained), ("did_not_vote", Side::DidNotVote)];

const fn named(name: &'static str, label: &'static str) -> Field {
    Field::new(name, label, Ask::AnyOf).optional().only_if("taken", "named")
}

const fn own(name: &'static str, label: &'static str) -> Field {
    Field::new(name, label, Ask::AnyOf).optional().only_if("taken", "counted")
}

impl Deed for TakeVote {
    const PATH: &'static str = "/desk/meetings/{meeting}/workspace/vote";
    const TITLE: &'static str = "A vote was taken";
    const ACT: Act = Act::RecordMinute;
    const FIELDS: &'static [Field] = &[
        Field::new("on", "On what", Ask::OneOf),
        Field::new(
            "taken",
            "How it was taken",
            Ask::One(&[
                ("unanimous", "Nobody against: without figures"),
                ("counted", "Hands were counted"),
                ("named", "Recorded: name by name"),
            ]),
        ),
        FOR.only_if("taken", "counted"),
        AGAINST.only_if("taken", "counted"),
        ABSTAINED.only_if("taken", "counted"),
        DID_NOT_VOTE.only_if("taken", "counted"),
        own("own_for", "Asked that their own vote be recorded: for").hint("SI 1993/202, Schedule 2, paragraph 1"),
        own("own_against", "Asked that their own vote be recorded: against"),
        own("own_abstained", "Asked that their own vote be recorded: abstained"),
        named("named_for", "For"),
        named("named_against", "Against"),
        named("named_abstained", "Abstained"),
        named("named_did_not_vote", "Could vote and did not"),
        Field::new(
            "rest",
            "Everybody else who can vote",
            Ask::One(&[("for", "For"), ("against", "Against"), ("abstained", "Abstained"), ("did_not_vote", "Did not vote")]),
        )
        .optional()
        .only_if("taken", "named"),
        Field::new("casting", "Second or casting vote of whoever presides", Ask::One(&[("for", "For"), ("against", "Against")]))
            .hint("Where the votes are equal: Local Government Act 1972, Schedule 12, paragraph 39")
            .optional(),
    ];

    in_the_room!(TakeVote);

    fn before(&self) -> Markup {
        self.0.told_above()
    }

    fn given(&self, field: &str) -> Vec<String> {
        self.0.given(field)
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let Some(on) = entry_of(filled.get("on")) else { return Err(Undone::wrong("on", "On what: choose one")) };
        let taken = match filled.get("taken") {
            "unanimous" => Taken::Unanimous,
            "counted" => Taken::Counted { figures: figures(filled), own: chosen(filled, "own") },
            _ => Taken::Named { votes: self.names(filled, on) },
        };
        let casting = match (filled.get("casting"), self.0.record.presiding) {
            ("", _) => None,
            (_, None) => return Err(Undone::wrong("casting", "Nobody presides. Take down who took the chair first")),
            (side, Some(by)) => Some(Casting { by, for_: side == "for" }),
        };
        let mut writing = Writing::new(&self.0, context, Self::FIELDS);
        writing.add(Event::Voted { on, taking: taking(context, taken, casting) })?;
        writing.send().await
    }
}

impl TakeVote {
    /// Who voted how: as ticked, and everybody else as one answer says.
    fn names(&self, filled: &Filled, on: EntryId) -> Vec<(i64, Side)> {
        let mut votes = chosen(filled, "named");
        let rest = SIDES.iter().find(|(word, _)| *word == filled.get("rest"));
        if let (Some((_, side)), Some((motion, _))) = (rest, self.0.record.moved(on)) {
            let ticked: BTreeSet<i64> = votes.iter().map(|(member, _)| *member).collect();
            votes.extend(self.0.record.entitled(&motion.item).voters().difference(&ticked).map(|member| (*member, *side)));
        }
        votes
    }
}

fn chosen(filled: &Filled, field: &str) -> Vec<(i64, Side)> {
    SIDES.iter().flat_map(|(word, side)| members(filled, &format!("{field}_{word}")).into_iter().map(|m| (m, *side))).collect()
}
