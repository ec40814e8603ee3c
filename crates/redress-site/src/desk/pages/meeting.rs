//! A planned meeting: its agenda, and whether each part of it is public.

use axum::extract::{Path, State};
use maud::{Markup, html};
use redress::access::{Act, Subject, SubjectKind};
use redress_store::desk::work::clearing::Cleared;
use redress_store::desk::work::item::PlannedItem;
use redress_store::desk::work::meeting::PlannedMeeting;
use serde::Serialize;

use super::{answer, day, offer};
use crate::desk::DeskSite;
use crate::desk::deed::Context;
use crate::desk::deeds::{add_item::AddItem, publish::Publish};
use crate::failure::Failure;
use crate::layout::{summary::Summary, tag};
use crate::pages::asked::Asked;
use crate::pages::{Answer, Format};
use crate::sign_in::visitor::Visitor;

#[derive(Debug, Serialize)]
struct MeetingPage {
    meeting: PlannedMeeting,
    items: Vec<(PlannedItem, Option<Cleared>)>,
}

/// `Cabinet, 11 March 2021`
pub fn title(meeting: &PlannedMeeting) -> String {
    format!("{}, {}", meeting.body, day(&meeting.on_date))
}

/// `/desk/meetings/{meeting}`
pub async fn show(State(desk): State<DeskSite>, visitor: Visitor, format: Format, Path(id): Path<i64>, asked: Asked) -> Answer {
    let context = Context::of(desk, visitor);
    context.may(Act::ReadDesk, &Subject::new(SubjectKind::Meeting))?;
    let desk = &context.desk.desk;
    let meeting = desk.planned_meeting(id).await?.ok_or(Failure::NotFound)?;
    let mut items = Vec::new();
    for item in desk.planned_items(id).await? {
        let cleared = desk.cleared("item", item.id).await?;
        items.push((super::item::veiled(&context, item).await?, cleared));
    }
    let page = MeetingPage { meeting, items };
    let body = body(&context, &page);
    Ok(answer(&context, &format, &asked, &title(&page.meeting), &page, body))
}

fn body(context: &Context, page: &MeetingPage) -> Markup {
    let meeting = &page.meeting;
    let public = page.items.iter().any(|(_, cleared)| cleared.as_ref().is_some_and(|c| c.ended_at.is_none()));
    html! {
        h1.govuk-heading-l { (title(meeting)) }
        (Summary::default().words("Start", meeting.starts.as_deref()).words("Place", meeting.place.as_deref()))
        @if public { p.govuk-body { a.govuk-link href={ "/meetings/" (meeting.key()) } { "The meeting's public page" } } }
        h2.govuk-heading-m { "Agenda" }
        @if page.items.is_empty() { p.govuk-body { "No items yet." } } @else {
            ul.redress-entries {
                @for (item, cleared) in &page.items {
                    li.redress-entry {
                        p.redress-entry__title { a.govuk-link href={ "/desk/items/" (item.id) } { (super::item::title(item)) } }
                        p.redress-entry__facts {
                            @match cleared {
                                Some(c) if c.ended_at.is_none() => { (tag("Published", "green")) " " (super::at(&c.at)) },
                                Some(_) => (tag("Withdrawn", "red")),
                                None => (tag("Not published", "grey")),
                            }
                        }
                    }
                }
            }
        }
        h2.govuk-heading-m { "Do" }
        ul.govuk-list {
            (offer::<AddItem>(context, &Subject::new(SubjectKind::Item), &format!("/desk/meetings/{}/add-item", meeting.id)))
            (super::link(context, Act::RecordMinute, &Subject::new(SubjectKind::Meeting), &format!("/desk/meetings/{}/workspace", meeting.id), "Workspace: take down what happens"))
            (offer::<Publish>(context, &Subject::new(SubjectKind::Meeting), &format!("/desk/meetings/{}/publish", meeting.id)))
        }
    }
}
