//! The meetings of the bodies on which somebody sits today, the next first; with what became of each.

use axum::extract::State;
use maud::{Markup, html};
use redress::meeting::Standing;
use redress_store::desk::work::meeting_list::{ListedMeeting, Wanted};
use serde::Serialize;

use super::super::{meeting, questions};
use crate::desk::DeskSite;
use crate::desk::deed::Context;
use crate::failure::Failure;
use crate::layout::filter::Filter;
use crate::layout::{pagination, tag};
use crate::pages::asked::Asked;
use crate::pages::{Answer, Format};
use crate::sign_in::visitor::Visitor;

const PATH: &str = "/members/meetings";
const PER_PAGE: usize = 50;

/// On which side of today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// Today and later, the next first.
    Coming,
    /// Before today, the last first.
    Over,
}

#[derive(Debug, Serialize)]
struct Listed {
    total: usize,
    page: u32,
    meetings: Vec<ListedMeeting>,
}

/// The meetings of the bodies on which whoever asks sits today.
pub async fn of_mine(context: &Context, when: When) -> Result<Vec<ListedMeeting>, Failure> {
    let today = context.now.date();
    let wanted = match when {
        When::Coming => Wanted { from: Some(today.to_string()), ..Wanted::default() },
        When::Over => Wanted { to: redress::counting::plus(today, -1).map(|day| day.to_string()), newest_first: true, ..Wanted::default() },
    };
    let seats = &context.visitor.signed_in.seats;
    let mut all = context.desk.desk.meetings_wanted(&wanted).await?;
    all.retain(|listed| seats.contains(&listed.meeting.body_slug));
    Ok(all)
}

/// `/members/meetings`
pub async fn list(State(desk): State<DeskSite>, visitor: Visitor, format: Format, asked: Asked) -> Answer {
    let context = Context::of(desk, visitor);
    super::own(&context)?;
    let when = if asked.get("when") == "over" { When::Over } else { When::Coming };
    let all = of_mine(&context, when).await?;
    let total = all.len();
    let (page, pages) = questions::paged(&asked, total, PER_PAGE);
    let page = Listed {
        total,
        meetings: all.into_iter().skip((page - 1) * PER_PAGE).take(PER_PAGE).collect(),
        page: u32::try_from(page).unwrap_or(1),
    };
    let filter = Filter::new(PATH, &asked, Vec::new()).choice_or("when", "When", "Still to come", vec![("over".into(), "Over".into())]);
    let body = html! {
        span.govuk-caption-l { a.govuk-link href="/members" { "Members’ room" } }
        h1.govuk-heading-l { "Meetings of my bodies" }
        (filter.form())
        @if total > 0 { p.govuk-body { (pagination::showing(page.page, 50, page.meetings.len(), total as u64)) } }
        (listed(&page.meetings))
        (pagination::pages(page.page, pages, |n| asked.address_with(PATH, "page", &n.to_string())))
    };
    Ok(super::room(&context, &format, &asked, "Meetings of my bodies", &page, body))
}

/// What a reader must not overlook.
pub fn standing(standing: Standing) -> Markup {
    let colour = match standing {
        Standing::Cancelled | Standing::Moved | Standing::Inquorate => "red",
        Standing::Adjourned | Standing::Continued => "yellow",
        Standing::Held => "green",
        Standing::Planned | Standing::Called => "grey",
    };
    tag(standing.words(), colour)
}

/// Meetings as lists show them.
pub fn listed(meetings: &[ListedMeeting]) -> Markup {
    html! {
        @if meetings.is_empty() { p.govuk-body { "None." } } @else {
            ul.redress-entries {
                @for listed in meetings {
                    li.redress-entry {
                        p.redress-entry__title { a.govuk-link href=(super::meeting::address(listed.meeting.id)) { (meeting::title(&listed.meeting)) } }
                        p.redress-entry__facts {
                            (standing(listed.standing))
                            @if let Some(starts) = &listed.meeting.starts { " " (starts) }
                            @if let Some(place) = &listed.meeting.place { " " (place) }
                        }
                    }
                }
            }
        }
    }
}
