//! A body at the desk: what is settled of it, who sits on it, its meetings, and how often each member was there.

use axum::extract::{Path, State};
use maud::{Markup, html};
use redress::access::{Act, Subject, SubjectKind};
use redress::agenda::order::Numbering;
use redress_store::desk::work::body_particulars::KeptParticulars;
use redress_store::desk::work::meeting_list::{ListedMeeting, Wanted};
use serde::Serialize;

use super::{answer, at, offer};
use crate::desk::DeskSite;
use crate::desk::deed::Context;
use crate::desk::deeds::{
    keep_body::KeepBody, plan_meeting::PlanMeeting, plan_year::PlanYear, publish_calendar::PublishCalendar, seat_on_body::SeatOnBody,
};
use crate::failure::Failure;
use crate::layout::summary::Summary;
use crate::layout::{tag, verbatim};
use crate::pages::asked::Asked;
use crate::pages::bodies::sentence_case;
use crate::pages::{Answer, Format};
use crate::sign_in::visitor::Visitor;

/// Who sits on it.
mod seats;

use seats::Seats;

/// How many of its next meetings are shown.
const SHOWN: usize = 6;

#[derive(Debug, Serialize)]
struct BodyPage {
    #[serde(flatten)]
    kept: KeptParticulars,
    parent: Option<String>,
    predecessor: Option<String>,
    quorum: Option<String>,
    seats: Seats,
    next: Vec<ListedMeeting>,
}

/// A body of an address.
pub async fn open(context: &Context, id: i64) -> Result<KeptParticulars, Failure> {
    context.desk.desk.body_particulars(id).await?.ok_or(Failure::NotFound)
}

/// The address of its page.
pub fn address(id: i64) -> String {
    format!("/desk/bodies/{id}")
}

/// `/desk/bodies/{body}`
pub async fn show(State(desk): State<DeskSite>, visitor: Visitor, format: Format, Path(id): Path<i64>, asked: Asked) -> Answer {
    let context = Context::of(desk, visitor);
    context.may(Act::ReadDesk, &Subject::new(SubjectKind::Meeting))?;
    let desk = &context.desk.desk;
    let kept = open(&context, id).await?;
    let today = context.now.date().to_string();
    let seats = seats::read(&context, id, &today).await?;
    let mut next = desk.meetings_wanted(&Wanted { body: Some(id), from: Some(today), ..Wanted::default() }).await?;
    next.truncate(SHOWN);
    let named = async |body: Option<i64>| -> Result<Option<String>, Failure> {
        let Some(body) = body else { return Ok(None) };
        Ok(desk.body_particulars(body).await?.map(|kept| kept.name))
    };
    let page = BodyPage {
        parent: named(kept.particulars.parent).await?,
        predecessor: named(kept.particulars.predecessor).await?,
        quorum: kept.particulars.quorum.words(seats.votes),
        seats,
        next,
        kept,
    };
    let body = body(&context, &page);
    Ok(answer(&context, &format, &asked, &page.kept.name, &page, body))
}

fn body(context: &Context, page: &BodyPage) -> Markup {
    let id = page.kept.body_id;
    let to = |what: &str| format!("/desk/bodies/{id}/{what}");
    let subject = Subject::new(SubjectKind::Meeting);
    html! {
        span.govuk-caption-l { a.govuk-link href="/desk/bodies" { "Bodies" } }
        h1.govuk-heading-l { (page.kept.name) }
        @if page.kept.revision == 0 { p.govuk-body { (tag("Particulars not settled", "yellow")) " What stands here is what its name tells." } }
        (particulars(page))
        p.govuk-body { a.govuk-link href={ "/bodies/" (page.kept.slug) } { "Its public page" } }
        (seats::section(id, &page.seats))
        h2.govuk-heading-m { "Next meetings" }
        @if page.next.is_empty() { p.govuk-body { "None is planned." } } @else {
            ul.redress-entries { @for listed in &page.next { (super::meetings::line(listed)) } }
        }
        p.govuk-body { a.govuk-link href={ "/desk/meetings?body=" (id) } { "Every meeting of " (page.kept.name) } }
        h2.govuk-heading-m { "Do" }
        ul.govuk-list {
            (offer::<KeepBody>(context, &subject, &to("particulars")))
            (offer::<SeatOnBody>(context, &subject, &to("seat")))
            (offer::<PlanMeeting>(context, &subject, &format!("/desk/meetings/plan?body={id}")))
            (offer::<PlanYear>(context, &subject, &to("programme")))
            (offer::<PublishCalendar>(context, &subject, &to("publish-calendar")))
        }
    }
}

fn particulars(page: &BodyPage) -> Markup {
    let settled = &page.kept.particulars;
    let numbering = match &settled.numbering {
        Numbering::EachAgenda => "From 1 in each agenda".to_string(),
        Numbering::ThroughTheYear { next, year: Some(year) } => format!("On through the year, from {next}/{year}"),
        Numbering::ThroughTheYear { next, year: None } => format!("On through the year, from {next}"),
    };
    let mut rows = Summary::default()
        .row("Sort of body", html! { (sentence_case(page.kept.sort().words())) })
        .words("Set up by", page.parent.as_deref())
        .words("Quorum", Some(page.quorum.as_deref().unwrap_or("Not settled")))
        .words("Numbers of items", Some(&numbering));
    if let Some(words) = &settled.terms_of_reference {
        rows = rows.row("Terms of reference", verbatim::paragraphs(words));
    }
    rows = match (&settled.delegation, page.kept.revision) {
        (Some(words), _) => rows.row("It may decide", verbatim::paragraphs(words)),
        (None, 0) => rows.words("It may decide", Some("Not settled")),
        (None, _) => rows.words("It may decide", Some("No: it advises")),
    };
    rows = rows
        .words("Call-in", Some(if settled.call_in { "Its decisions may be called in" } else { "Its decisions are not called in" }))
        .words("Whom to ask", settled.contact.as_deref())
        .words("Shown at", settled.webcast.as_deref());
    if !settled.aliases.is_empty() {
        rows = rows
            .row("Other names", html! { ul.govuk-list { @for alias in &settled.aliases { li { (alias.line().replace(" | ", ", ")) } } } });
    }
    rows = rows.day("Set up on", settled.began).day("Last day", settled.ended).words("Took over from", page.predecessor.as_deref());
    if let (Some(by), Some(when)) = (&page.kept.kept_by, &page.kept.kept_at) {
        rows = rows.words("Settled", Some(&format!("{by}, {}", at(when))));
    }
    maud::Render::render(&rows)
}
