//! A review of earlier cases: who commissioned it, its cases with what was found, its report to a board, and who may look.

use std::collections::BTreeMap;

use axum::extract::{Path, State};
use maud::{Markup, html};
use redress::access::{Act, Subject, SubjectKind};
use redress::ombudsman::review::{Commission, Report, Summary as Numbers};
use redress::reader::Role;
use redress::restriction::Audience;
use redress_store::desk::work::review::KeptReview;
use redress_store::desk::work::review_showing::{Opening, Showing};
use serde::Serialize;

use super::{answer, offer};
use crate::desk::DeskSite;
use crate::desk::deed::Context;
use crate::desk::deeds::{
    close_review::CloseReview, find_in_review::FindInReview, leave_out_of_review::LeaveOutOfReview, report_review::ReportReview,
    show_review::ShowReview, take_into_review::TakeIntoReview,
};
use crate::failure::Failure;
use crate::layout::{summary::Summary, tag};
use crate::pages::asked::Asked;
use crate::pages::{Answer, Format};
use crate::sign_in::visitor::Visitor;

/// A case of a review, for whom it is shown to.
pub mod case;
/// The cases with what was found.
pub mod members;
/// The meetings that get its report.
pub mod reports;
/// To whom it was shown.
mod shown;

use members::Member;
use reports::Reported;

/// The page.
#[derive(Debug, Serialize)]
struct ReviewPage {
    id: i64,
    commission: Commission,
    decided_by: Option<i64>,
    members: Vec<Member>,
    left_out: Vec<(String, String)>,
    summary: Numbers,
    words: String,
    /// Why it cannot be closed yet.
    not_yet: Option<String>,
    closed: Option<redress::ombudsman::history::Entry<String>>,
    report: Report,
    reports: Vec<Reported>,
    shown: Vec<Showing>,
    openings: Vec<Opening>,
}

/// A review with what access asks of it.
pub struct Loaded {
    /// The review.
    pub kept: KeptReview,
    /// What the rule is asked about.
    pub subject: Subject,
    /// To whom it was ever shown.
    pub showings: Vec<Showing>,
}

impl Loaded {
    /// Its title.
    pub fn title(&self) -> String {
        self.kept.review.commissioned().title.clone()
    }

    /// Its address.
    pub fn address(&self) -> String {
        format!("/desk/reviews/{}", self.kept.id)
    }
}

/// A review, for an officer.
pub async fn load(context: &Context, id: i64) -> Result<Loaded, Failure> {
    context.might(Act::ReadDesk)?;
    let loaded = known(context, id).await?;
    context.may(Act::ReadDesk, &loaded.subject)?;
    Ok(loaded)
}

/// A review for whoever may read it: officers, and those to whom it is shown. To others it is not there.
pub async fn open(context: &Context, id: i64) -> Result<Loaded, Failure> {
    context.might(Act::ReadPaper)?;
    let loaded = known(context, id).await?;
    context.may(Act::ReadPaper, &loaded.subject).map_err(|_| Failure::NotFound)?;
    Ok(loaded)
}

/// Writes down that somebody opened it, or a case in it, to whom it is shown. An officer's reading is their work.
pub async fn log(context: &Context, loaded: &Loaded, case: Option<i64>) -> Result<(), Failure> {
    if !context.can(Act::ReadDesk, &loaded.subject) {
        context.desk.desk.log_review_opening(loaded.kept.id, case, context.account(), &context.act()).await?;
    }
    Ok(())
}

async fn known(context: &Context, id: i64) -> Result<Loaded, Failure> {
    let (desk, today) = (&context.desk.desk, context.now.date());
    let kept = desk.review(id).await?.ok_or(Failure::NotFound)?;
    let showings = desk.showings(id).await?;
    let members = members_today(context).await?;
    let people = showings.iter().filter(|s| s.stands_on(today)).map(|s| s.account_id).filter(|a| members.contains(a)).collect();
    let shown_to = Audience { people, ..Audience::nobody() };
    Ok(Loaded { kept, subject: Subject::new(SubjectKind::Case).shown_to(shown_to), showings })
}

/// The accounts of those who are members of the council, or co-opted, today. Who has left it looks at nothing.
pub async fn members_today(context: &Context) -> Result<Vec<i64>, Failure> {
    let (desk, today) = (&context.desk.desk, context.now.date());
    let mut members = desk.holders_of(Role::Member, today).await?;
    members.extend(desk.holders_of(Role::CoOptedMember, today).await?);
    Ok(members)
}

/// `/desk/reviews/{review}`
pub async fn show(
    State(desk): State<DeskSite>,
    visitor: Visitor,
    format: Format,
    Path(keys): Path<BTreeMap<String, String>>,
    asked: Asked,
) -> Answer {
    let context = Context::of(desk, visitor);
    let id = keys.get("review").and_then(|v| v.parse().ok()).ok_or(Failure::NotFound)?;
    let loaded = open(&context, id).await?;
    log(&context, &loaded, None).await?;
    let page = read(&context, &loaded).await?;
    let body = body(&context, &loaded, &page);
    Ok(answer(&context, &format, &asked, &loaded.title(), &page, body))
}

async fn read(context: &Context, loaded: &Loaded) -> Result<ReviewPage, Failure> {
    let (desk, review) = (&context.desk.desk, &loaded.kept.review);
    let members = members::of(context, loaded).await?;
    let officer = context.can(Act::ReadDesk, &loaded.subject);
    let log = context.can(Act::ReadAccessLog, &Subject::council());
    let readable = |key: &redress::ombudsman::follows::CaseKey| members.iter().any(|m| m.case.is_some() && m.key == key.to_string());
    let left_out = review.all().iter().filter_map(|m| Some((m.case.to_string(), m.left_out.as_ref()?.value.clone())));
    Ok(ReviewPage {
        id: loaded.kept.id,
        commission: review.commissioned().clone(),
        decided_by: loaded.kept.decided_by,
        left_out: if context.can(Act::KeepReview, &loaded.subject) { left_out.collect() } else { Vec::new() },
        summary: review.summary(),
        words: review.summary().words(),
        not_yet: review.may_close().err().map(|why| why.to_string()),
        closed: review.closed().cloned(),
        report: review.report(context.now.date(), readable),
        reports: reports::of(context, loaded.kept.id).await?,
        shown: if officer { loaded.showings.clone() } else { Vec::new() },
        openings: if log { desk.review_openings(loaded.kept.id, 100).await? } else { Vec::new() },
        members,
    })
}

fn body(context: &Context, loaded: &Loaded, page: &ReviewPage) -> Markup {
    let to = |what: &str| format!("{}/{what}", loaded.address());
    let by = html! { @for holder in &page.commission.by { p.govuk-body { (holder) } } };
    let decided = html! { @if let Some(item) = page.decided_by { a.govuk-link href={ "/desk/items/" (item) } { "The item that decided it" } } @else { "Not recorded" } };
    let listed = format!("{} of {}", page.summary.of, page.commission.declared);
    html! {
        span.govuk-caption-l { "Review of earlier cases" }
        h1.govuk-heading-l { (page.commission.title) @if page.closed.is_some() { " " (tag("Closed", "grey")) } }
        (Summary::default()
            .row("Commissioned by", by)
            .day("Commissioned on", Some(page.commission.on))
            .row("Decision", decided)
            .words("Cases listed", Some(&listed))
            .words("Findings", Some(&page.words))
            .words("Not closed yet because", page.not_yet.as_deref().filter(|_| page.closed.is_none()))
            .words("Closed", page.closed.as_ref().map(|c| format!("{}, {}: {}", redress::day::long(c.on), c.by, c.value)).as_deref()))
        h2.govuk-heading-m { "Cases" }
        (members::table(loaded, &page.members))
        @if !page.left_out.is_empty() {
            h2.govuk-heading-m { "Left out again" }
            ul.govuk-list { @for (key, why) in &page.left_out { li { (key) ": " (why) } } }
        }
        (reports::body(&page.report, &page.reports))
        (shown::body(context, loaded, &page.shown, &page.openings))
        @if context.can(Act::KeepReview, &loaded.subject) || context.can(Act::CloseCase, &loaded.subject) {
            h2.govuk-heading-m { "Do" }
            ul.govuk-list {
                @if page.closed.is_none() {
                    (offer::<TakeIntoReview>(context, &loaded.subject, &to("take-in")))
                    (offer::<FindInReview>(context, &loaded.subject, &to("finding")))
                    (offer::<LeaveOutOfReview>(context, &loaded.subject, &to("leave-out")))
                    (offer::<CloseReview>(context, &loaded.subject, &to("close")))
                }
                (offer::<ReportReview>(context, &loaded.subject, &to("report-to")))
                (offer::<ShowReview>(context, &loaded.subject, &to("show-to")))
            }
        }
    }
}
