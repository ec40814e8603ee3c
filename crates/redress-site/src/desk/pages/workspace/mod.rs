//! The workspace of a meeting: the room, the agenda with what was taken down under each item, a form for everything that can
//! happen, and the log. It works without script; with it, what is taken down waits on the device while there is no connection.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::IntoResponse;
use maud::{Markup, html};
use redress::access::Act;
use redress::vote::Outcome;
use redress::workspace::{Entry, EntryId, Record, Standing, Step};
use redress::wrong::Wrong;
use redress_store::desk::work::meeting::PlannedMeeting;
use serde::Serialize;

use super::answer;
use crate::asset;
use crate::desk::deed::Context;
use crate::desk::room::Room;
use crate::desk::{DeskSite, frame};
use crate::layout::pagination;
use crate::pages::asked::Asked;
use crate::pages::{Answer, Format};
use crate::sign_in::visitor::Visitor;

/// The agenda with what was taken down under each item.
mod agenda;
/// A form for everything that can happen.
mod forms;

pub use agenda::under;

/// Entries of the log on one page.
const PER_PAGE: usize = 50;

#[derive(Serialize)]
struct WorkspacePage<'a> {
    meeting: &'a PlannedMeeting,
    /// Why nothing may be taken down.
    closed: Option<&'a str>,
    /// How many must be there; none where nobody has said.
    quorum: Option<u32>,
    /// Members by number, those of the body and those who came.
    members: Vec<(i64, String)>,
    items: Vec<Line<'a>>,
    record: &'a Record,
    /// The entries that this person may read, in order.
    entries: Vec<&'a Entry>,
    /// Numbers of entries under an embargo that this person is outside of.
    withheld: Vec<EntryId>,
    problems: Vec<Wrong>,
    /// The number of the clerk's next entry.
    next: u32,
}

#[derive(Serialize)]
struct Line<'a> {
    number: &'a str,
    title: &'a str,
    open: bool,
}

/// `/desk/meetings/{meeting}/workspace`
pub async fn show(State(desk): State<DeskSite>, visitor: Visitor, format: Format, Path(id): Path<i64>, asked: Asked) -> Answer {
    let context = Context::of(desk, visitor);
    context.might(Act::RecordMinute)?;
    let room = Arc::new(Room::of(&context, id).await?);
    context.may(Act::RecordMinute, &room.about().subject)?;
    let record = room.readable_record();
    let (entries, withheld) = room.readable_entries();
    let title = format!("Workspace: {}", super::meeting::title(&room.meeting));
    if format == Format::Json {
        let page = WorkspacePage {
            meeting: &room.meeting,
            closed: room.closed.as_deref(),
            quorum: room.quorum.map(|q| q.0),
            members: room
                .names
                .iter()
                .filter(|(id, _)| record.attended.contains(id) || room.is_seated(**id))
                .map(|(id, n)| (*id, n.clone()))
                .collect(),
            items: room.items.iter().map(|i| Line { number: &i.item.number, title: &i.item.title, open: i.open }).collect(),
            record: &record,
            entries,
            withheld,
            problems: room.problems(),
            next: room.log.count_of(context.account()).saturating_add(1),
        };
        return Ok(answer(&context, &format, &asked, &title, &page, html! {}));
    }
    let body = html! {
        span.govuk-caption-l { a.govuk-link href={ "/desk/meetings/" (id) } { (super::meeting::title(&room.meeting)) } }
        h1.govuk-heading-l { "Workspace" }
        (device(&context, &room))
        (room.told_above())
        (to_settle(&room))
        (the_room(&room, &record))
        @if room.closed.is_none() { (forms::all(&context, &room)) }
        (agenda::section(&room, &record))
        (log(&room, &asked, &entries))
    };
    let top = frame::Top { script: Some(asset::WORKSPACE.as_str()), ..frame::Top::of(title, &asked) };
    Ok(frame::page(&context, &top, body).into_response())
}

/// What the script needs to know, and the place where it says what it keeps.
fn device(context: &Context, room: &Room) -> Markup {
    let newest = room.log.in_order().map(|e| e.at).max().map(|at| at.to_string()).unwrap_or_default();
    html! {
        div #workspace data-room=(room.meeting.id) data-clerk=(context.account()) data-by=(context.visitor.signed_in.name)
            data-page=(room.address()) data-last=(room.log.count_of(context.account())) data-count=(room.log.len())
            data-now=(context.now.datetime()) data-newest=(newest) data-token=(context.visitor.form_token)
            data-presiding=[room.record.presiding] role="status" {}
    }
}

fn to_settle(room: &Room) -> Markup {
    let problems = room.problems();
    html! {
        @if !problems.is_empty() {
            h2.govuk-heading-m { "To settle" }
            ul.govuk-list.govuk-list--bullet { @for wrong in &problems { li { (wrong.message) } } }
        }
    }
}

fn the_room(room: &Room, record: &Record) -> Markup {
    let step = match record.step {
        Step::NotBegun => "The meeting has not begun.",
        Step::Sits => "The meeting is on.",
        Step::Adjourned => "The meeting is adjourned.",
        Step::Ended => "The meeting has ended.",
    };
    let names = |members: Vec<i64>| members.into_iter().map(|m| room.name(m)).collect::<Vec<_>>().join(", ");
    html! {
        h2.govuk-heading-m #room { "The room" }
        p.govuk-body { (step) @if record.private_now { " The public are out." } }
        (crate::layout::summary::Summary::default()
            .words("In the room", Some(&count_words(record)))
            .words("Quorum", Some(&quorum_words(room, record)))
            .words("Presides", record.presiding.map(|m| room.name(m)).as_deref())
            .words("Here", Some(&names(record.present.iter().copied().collect())))
            .words("Apologies", Some(&apologies(room, record)))
            .words("Item now", record.item.as_deref().map(|number| room.item_title(number)).as_deref()))
    }
}

fn count_words(record: &Record) -> String {
    match (record.present.len(), record.counted()) {
        (0, _) => "Nobody yet".into(),
        (here, counted) if here == counted as usize => here.to_string(),
        (here, counted) => format!("{here}, of whom {counted} have a vote"),
    }
}

fn quorum_words(room: &Room, record: &Record) -> String {
    match room.quorum.map(|q| q.standing(record.counted())) {
        None => "Nobody has said what makes a quorum of this body".into(),
        Some(Standing::Kept { .. }) => format!("Kept: {} make a quorum", room.needed().0),
        Some(Standing::Lost { fewest, needed }) => format!("Lost: {fewest} are here, and {needed} make a quorum"),
    }
}

fn apologies(room: &Room, record: &Record) -> String {
    let one = |(member, substitute): (&i64, &Option<i64>)| match substitute {
        Some(instead) => format!("{} ({} instead)", room.name(*member), room.name(*instead)),
        None => room.name(*member),
    };
    record.apologies.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// `carried` or `lost`, of one that was voted on.
fn outcome_words(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Carried => "Carried",
        Outcome::Lost => "Lost",
    }
}

fn log(room: &Room, asked: &Asked, entries: &[&Entry]) -> Markup {
    let pages = entries.len().div_ceil(PER_PAGE).max(1);
    let page = usize::try_from(asked.page()).unwrap_or(1).clamp(1, pages);
    let here: Vec<&&Entry> = entries.iter().rev().skip((page - 1) * PER_PAGE).take(PER_PAGE).collect();
    let (number, of) = (u32::try_from(page).unwrap_or(1), u32::try_from(pages).unwrap_or(1));
    html! {
        h2.govuk-heading-m #log { "Everything in order, the newest first" }
        p.govuk-body { (pagination::showing(number, 50, here.len(), entries.len() as u64)) }
        ul.redress-entries {
            @for entry in here {
                li.redress-entry {
                    p.redress-entry__facts {
                        @if room.record.is_struck(entry.id) { del { (room.told_entry(entry)) } " Struck out." } @else {
                            (room.told_entry(entry)) " "
                            a.govuk-link href={ (room.address()) "/strike?entry=" (crate::desk::room::choices::entry_word(entry.id)) } {
                                "Strike out" span.govuk-visually-hidden { " entry " (entry.id.number) " of " (entry.by) }
                            }
                        }
                    }
                }
            }
        }
        (pagination::pages(number, of, |n| asked.address_with(&room.address(), "page", &n.to_string())))
    }
}
