//! The agenda of a planned meeting as the clerk builds it: its parts in order, when it is due, what waits, what was published.

use axum::extract::{Path, State};
use maud::{Markup, html};
use redress::access::{Act, Subject, SubjectKind};
use redress::agenda::order::Place;
use redress_store::desk::work::agenda_version::AgendaVersion;
use redress_store::desk::work::clearing::Cleared;
use redress_store::desk::work::item::PlannedItem;
use redress_store::desk::work::item_event::ItemEvent;
use redress_store::desk::work::meeting::PlannedMeeting;
use serde::Serialize;

use super::{answer, offer};
use crate::desk::DeskSite;
use crate::desk::deed::{Context, Deed};
use crate::desk::deeds::{
    add_item::AddItem, change_item::ChangeItem, late_item::AddLateItem, leave_agenda, publish::Publish, put_in_order::PutInOrder,
    shorter_notice::RecordShorterNotice, standing_items::SetStandingItems, start_agenda::StartAgenda, supplement::AddSupplement,
};
use crate::desk::filled::TOKEN;
use crate::failure::Failure;
use crate::layout::tag;
use crate::pages::asked::Asked;
use crate::pages::{Answer, Format};
use crate::sign_in::visitor::Visitor;

/// When it is due, and what is missing.
mod notice;
/// Its pages and supplements.
mod paged;
/// What waits for the Ombudsman.
mod waiting;

#[derive(Debug, Serialize)]
struct AgendaPage {
    meeting: PlannedMeeting,
    /// What stands for this order; a change sends it back.
    seen: String,
    published: bool,
    parts: Vec<Part>,
    notice: Option<notice::Notice>,
    waits: Vec<waiting::Waiting>,
    off: Vec<Gone>,
    versions: Vec<AgendaVersion>,
    pages: paged::Pages,
}

/// A part of the agenda.
#[derive(Debug, Serialize)]
struct Part {
    place: Place,
    items: Vec<Line>,
}

/// An item on it.
#[derive(Debug, Serialize)]
struct Line {
    item: PlannedItem,
    cleared: Option<Cleared>,
    /// It stands in private without a ground on record.
    ground_missing: bool,
    /// The words for the minutes of an urgent item.
    urgent: Option<String>,
}

/// An item that came off.
#[derive(Debug, Serialize)]
struct Gone {
    event: ItemEvent,
    title: String,
    to: Option<String>,
}

/// `/desk/meetings/{meeting}/agenda`
pub async fn show(State(desk): State<DeskSite>, visitor: Visitor, format: Format, Path(id): Path<i64>, asked: Asked) -> Answer {
    let context = Context::of(desk, visitor);
    context.may(Act::ReadDesk, &Subject::new(SubjectKind::Meeting))?;
    let page = load(&context, id).await?;
    let body = body(&context, &page);
    Ok(answer(&context, &format, &asked, &format!("Agenda: {}", super::meeting::title(&page.meeting)), &page, body))
}

async fn load(context: &Context, id: i64) -> Result<AgendaPage, Failure> {
    let desk = &context.desk.desk;
    let meeting = desk.planned_meeting(id).await?.ok_or(Failure::NotFound)?;
    let agenda = desk.agenda(id).await?;
    let mut parts: Vec<Part> = Place::ALL.into_iter().map(|place| Part { place, items: Vec::new() }).collect();
    let waits = waiting::read(context, &meeting, &agenda).await?;
    for (place, item) in agenda.items {
        let line = Line {
            cleared: desk.cleared("item", item.id).await?,
            ground_missing: place == Place::Private && desk.private_plan(item.id).await?.is_none(),
            urgent: desk.late_item(item.id).await?.map(|opinion| opinion.minute),
            item: super::item::veiled(context, item).await?,
        };
        if let Some(part) = parts.iter_mut().find(|p| p.place == place) {
            part.items.push(line);
        }
    }
    Ok(AgendaPage {
        notice: notice::read(context, &meeting).await?,
        off: gone(context, id).await?,
        versions: desk.agenda_versions(id).await?,
        pages: paged::read(context, id).await?,
        seen: agenda.seen,
        published: agenda.published,
        waits,
        parts,
        meeting,
    })
}

async fn gone(context: &Context, meeting: i64) -> Result<Vec<Gone>, Failure> {
    let desk = &context.desk.desk;
    let mut all = Vec::new();
    for (event, item) in desk.off_agenda(meeting).await? {
        let to = match event.to_meeting_id {
            Some(to) => desk.planned_meeting(to).await?.as_ref().map(super::meeting::title),
            None => None,
        };
        let shown = super::item::veiled(context, item).await?;
        all.push(Gone { event, title: shown.title, to });
    }
    Ok(all)
}

fn body(context: &Context, page: &AgendaPage) -> Markup {
    let meeting = &page.meeting;
    let to = |what: &str| format!("/desk/meetings/{}/{what}", meeting.id);
    let (item, of_meeting) = (Subject::new(SubjectKind::Item), Subject::new(SubjectKind::Meeting));
    let empty = page.parts.iter().all(|p| p.items.is_empty());
    html! {
        span.govuk-caption-l { a.govuk-link href={ "/desk/meetings/" (meeting.id) } { (super::meeting::title(meeting)) } }
        h1.govuk-heading-l { "Agenda" }
        (notice::section(page.notice.as_ref(), meeting))
        (waiting::section(&page.waits, meeting))
        @if empty { p.govuk-body { "No items yet. Start the agenda with what stands on every one of this body, then add items." } }
        @for part in page.parts.iter().filter(|p| !p.items.is_empty()) { (section(context, page, part)) }
        (exclusion(context, page))
        h2.govuk-heading-m { "Do" }
        ul.govuk-list {
            @if !page.published { (offer::<StartAgenda>(context, &item, &to("start-agenda"))) }
            @if page.published { (offer::<AddLateItem>(context, &item, &to("late-item"))) } @else { (offer::<AddItem>(context, &item, &to("add-item"))) }
            @if !page.published && !empty { (offer::<PutInOrder>(context, &item, &to("order"))) }
            (offer::<Publish>(context, &of_meeting, &to("publish")))
            @if page.published { (offer::<AddSupplement>(context, &of_meeting, &to("supplement"))) }
            (offer::<RecordShorterNotice>(context, &of_meeting, &to("shorter-notice")))
            (offer::<SetStandingItems>(context, &of_meeting, &format!("/desk/bodies/{}/standing-items", meeting.body_id)))
        }
        (paged::section(&page.pages))
        (off(&page.off))
        (versions(&page.versions))
    }
}

fn section(context: &Context, page: &AgendaPage, part: &Part) -> Markup {
    html! {
        h2.govuk-heading-m { (part.place.words()) }
        ol.redress-entries role="list" {
            @for (at, line) in part.items.iter().enumerate() {
                li.redress-entry {
                    p.redress-entry__title { a.govuk-link href={ "/desk/items/" (line.item.id) } { (super::item::title(&line.item)) } }
                    p.redress-entry__facts { (standing(line)) }
                    @if let Some(words) = &line.urgent { p.redress-entry__passage { "For the minutes: " (words) } }
                    (deeds(context, page, line, at + 1, part.items.len()))
                }
            }
        }
    }
}

fn standing(line: &Line) -> Markup {
    html! {
        @match &line.cleared {
            Some(c) if c.ended_at.is_none() => { (tag("Published", "green")) " " (super::at(&c.at)) },
            Some(_) => (tag("Withdrawn", "red")),
            None => (tag("Not published", "grey")),
        }
        @if line.urgent.is_some() { " " (tag("Urgent", "yellow")) }
        @if line.ground_missing { " " (tag("No ground", "red")) " " a.govuk-link href={ "/desk/items/" (line.item.id) "/private" } { "Plan the item in private" } }
    }
}

/// Up and down by a button each, which need neither script nor mouse; the rest on pages of their own.
fn deeds(context: &Context, page: &AgendaPage, line: &Line, at: usize, of: usize) -> Markup {
    let subject = Subject::new(SubjectKind::Item);
    let title = super::item::title(&line.item);
    let step = |to: usize, words: &str| {
        html! {
            form method="post" action={ "/desk/meetings/" (page.meeting.id) "/order" } {
                input type="hidden" name=(TOKEN) value=(context.visitor.form_token);
                input type="hidden" name="item" value=(line.item.id);
                input type="hidden" name="to" value=(to);
                input type="hidden" name="seen" value=(page.seen);
                button.redress-plain type="submit" { (words) span.govuk-visually-hidden { ": " (title) } }
            }
        }
    };
    let linked = |address: &str, words: &str| {
        html! { a.govuk-link href={ "/desk/items/" (line.item.id) "/" (address) } { (words) span.govuk-visually-hidden { ": " (title) } } }
    };
    html! {
        @if context.can(Act::AddItem, &subject) {
            @if !page.published {
                @if at > 1 { (step(at - 1, "Move up")) }
                @if at < of { (step(at + 1, "Move down")) }
            }
            p.redress-entry__facts {
                @if line.cleared.is_none() { (linked("change", ChangeItem::TITLE)) ", " }
                (linked("take-off", leave_agenda::TakeOff::TITLE)) ", "
                (linked("put-off", leave_agenda::PutOff::TITLE))
            }
        }
    }
}

/// The motion to exclude the public is offered once something is to be heard in private.
fn exclusion(context: &Context, page: &AgendaPage) -> Markup {
    let has = |place: Place| page.parts.iter().any(|p| p.place == place && !p.items.is_empty());
    let wanted = has(Place::Private) && !has(Place::Exclusion) && !page.published;
    html! {
        @if wanted && context.can(Act::AddItem, &Subject::new(SubjectKind::Item)) {
            div.govuk-inset-text {
                p.govuk-body { "Business is planned in private, and no motion to exclude the public is on the agenda." }
                p.govuk-body { a.govuk-link href={ "/desk/meetings/" (page.meeting.id) "/add-item?place=exclusion&title=Exclusion+of+the+public" } { "Add the motion to exclude the public" } }
            }
        }
    }
}

fn off(gone: &[Gone]) -> Markup {
    html! {
        @if !gone.is_empty() {
            h2.govuk-heading-m { "Came off this agenda" }
            ul.govuk-list.govuk-list--bullet {
                @for one in gone {
                    li {
                        (one.title) ": "
                        @match &one.to { Some(to) => { "put off to " (to) }, None => "taken off" }
                        " on " (super::day(&one.event.on_date)) " by " (one.event.recorded_by) ". " (one.event.why)
                    }
                }
            }
        }
    }
}

fn versions(versions: &[AgendaVersion]) -> Markup {
    html! {
        @if !versions.is_empty() {
            h2.govuk-heading-m { "What was published when" }
            @for version in versions.iter().rev() {
                h3.govuk-heading-s { "Version " (version.number) ", " (super::at(&version.at)) ", by " (version.by_name) }
                @if version.changes.is_empty() { p.govuk-body { "The agenda was published with " (version.contents.items.len()) " items." } } @else {
                    ul.govuk-list.govuk-list--bullet { @for change in &version.changes { li { (change) } } }
                }
            }
        }
    }
}
