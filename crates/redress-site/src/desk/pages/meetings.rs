//! Planned meetings: of a body, in a month, by what became of each.

use axum::extract::State;
use jiff::civil::Date;
use maud::{Markup, html};
use redress::access::{Act, Subject, SubjectKind};
use redress::meeting::Standing;
use redress_store::desk::work::meeting_list::{ListedMeeting, Wanted};
use serde::Serialize;

use super::{answer, offer};
use crate::desk::DeskSite;
use crate::desk::deed::Context;
use crate::desk::deeds::{add_body::AddBody, plan_meeting::PlanMeeting};
use crate::layout::filter::Filter;
use crate::layout::{pagination, tag};
use crate::pages::asked::{Asked, Problem};
use crate::pages::{Answer, Format};
use crate::sign_in::visitor::Visitor;

const PATH: &str = "/desk/meetings";
const PER_PAGE: usize = 50;

/// A page of the list.
#[derive(Debug, Serialize)]
struct Meetings {
    total: usize,
    page: u32,
    meetings: Vec<ListedMeeting>,
}

/// `/desk/meetings`
pub async fn list(State(desk): State<DeskSite>, visitor: Visitor, format: Format, asked: Asked) -> Answer {
    let context = Context::of(desk, visitor);
    let subject = Subject::new(SubjectKind::Meeting);
    context.may(Act::ReadDesk, &subject)?;
    let mut problems = Vec::new();
    let month = month(&asked, &mut problems);
    let from = asked.date("from", &mut problems);
    let wanted = Wanted {
        body: asked.get("body").parse().ok(),
        from: month.map(|(first, _)| first).max(from).map(|day| day.to_string()),
        to: month.map(|(_, last)| last.to_string()),
        newest_first: asked.get("order") == "newest",
    };
    let became = asked.get("became");
    let all = context.desk.desk.meetings_wanted(&wanted).await?;
    let fitting: Vec<ListedMeeting> = all.into_iter().filter(|m| became.is_empty() || m.standing.word() == became).collect();
    let (total, pages) = (fitting.len(), fitting.len().div_ceil(PER_PAGE));
    let page = usize::try_from(asked.page()).unwrap_or(1);
    let page = if page > pages { 1 } else { page };
    let meetings = fitting.into_iter().skip((page - 1) * PER_PAGE).take(PER_PAGE).collect();
    let shown = Meetings { total, page: u32::try_from(page).unwrap_or(1), meetings };
    let bodies = context.desk.desk.bodies().await?.into_iter().map(|(id, name)| (id.to_string(), name)).collect();
    let standings = Standing::ALL.iter().map(|s| (s.word().to_string(), s.words().to_string())).collect();
    let filter = Filter::new(PATH, &asked, problems)
        .choice("body", "Body", bodies)
        .words("month", "Month", "For example, 2026-05")
        .words("from", "From this day on", "For example, 27 March 2025")
        .choice("became", "What became of it", standings)
        .choice_or("order", "Order", "Oldest first", vec![("newest".into(), "Newest first".into())]);
    let body = html! {
        (filter.errors())
        h1.govuk-heading-l { "Meetings" }
        ul.govuk-list {
            (offer::<PlanMeeting>(&context, &subject, "/desk/meetings/plan"))
            (offer::<AddBody>(&context, &subject, "/desk/bodies/add"))
            li { a.govuk-link href="/desk/bodies" { "Bodies, and who sits on them" } }
        }
        (filter.form())
        (filter.chosen())
        @if shown.total == 0 { p.govuk-body { "No meeting at the desk fits." } } @else {
            p.govuk-body { (pagination::showing(shown.page, 50, shown.meetings.len(), shown.total as u64)) }
            ul.redress-entries { @for listed in &shown.meetings { (line(listed)) } }
            (pagination::pages(shown.page, u32::try_from(pages).unwrap_or(1), |n| asked.address_with(PATH, "page", &n.to_string())))
        }
    };
    Ok(answer(&context, &format, &asked, "Meetings", &shown, body))
}

/// A meeting as a line of a list.
pub fn line(listed: &ListedMeeting) -> Markup {
    let meeting = &listed.meeting;
    let facts: Vec<&str> = meeting.starts.as_deref().into_iter().chain(meeting.place.as_deref()).collect();
    html! {
        li.redress-entry {
            p.redress-entry__title { a.govuk-link href={ "/desk/meetings/" (meeting.id) } { (super::meeting::title(meeting)) } }
            p.redress-entry__facts { (standing_tag(listed.standing)) " " (facts.join(", ")) }
        }
    }
}

/// Where a meeting stands, as a tag with words.
pub fn standing_tag(standing: Standing) -> Markup {
    let colour = match standing {
        Standing::Planned | Standing::Called => "blue",
        Standing::Held | Standing::Continued => "green",
        Standing::Adjourned | Standing::Moved => "yellow",
        Standing::Cancelled | Standing::Inquorate => "red",
    };
    tag(standing.words(), colour)
}

/// The first and the last day of the month that was asked for: `2026-05`.
fn month(asked: &Asked, problems: &mut Vec<Problem>) -> Option<(Date, Date)> {
    let text = asked.words("month")?;
    let month = redress::day::read_month(&text);
    if month.is_none() {
        problems.push(Problem { field: "month", value: text, message: "Month must be a year and a month, such as 2026-05".into() });
    }
    month
}
