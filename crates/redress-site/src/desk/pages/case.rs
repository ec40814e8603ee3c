//! A paper of the Ombudsman's: its clock, its embargo, what it recommends, the items that consider it, what is owed.

use axum::extract::{Path, State};
use jiff::civil::Date;
use maud::{Markup, html};
use redress::access::{Act, Subject, SubjectKind};
use redress::duty;
use redress::embargo::{Embargo, State as EmbargoState, Tells, title_tells};
use redress::ombudsman::paper::PaperKind;
use redress::ombudsman::recommendation::due_before_meeting;
use redress_store::desk::work::item::PlannedItem;
use redress_store::desk::work::ombudsman_paper::{OmbudsmanPaper, Recommendation};
use redress_store::desk::work::owed::Owed;
use serde::Serialize;

use super::{answer, day, offer};
use crate::desk::DeskSite;
use crate::desk::deed::Context;
use crate::desk::deeds::{
    confirm_lifting::ConfirmLifting, leak::LogLeak, readers::SayWhoMayRead, recommend::Recommend, report_lifting::ReportLifting,
};
use crate::failure::Failure;
use crate::layout::{scrolling, summary::Summary, tag};
use crate::pages::asked::Asked;
use crate::pages::{Answer, Format};
use crate::sign_in::visitor::Visitor;

/// The page.
#[derive(Debug, Serialize)]
struct CasePage {
    paper: OmbudsmanPaper,
    embargo: Option<Embargo>,
    recommendations: Vec<Told>,
    total_pence: i64,
    items: Vec<(PlannedItem, String)>,
    owed: Vec<Due>,
}

/// Something owed, with the last day on which the office is open for it.
#[derive(Debug, Serialize)]
struct Due {
    #[serde(flatten)]
    owed: Owed,
    last_working_day: Option<Date>,
}

/// A recommendation with what its date means against the meetings.
#[derive(Debug, Serialize)]
struct Told {
    #[serde(flatten)]
    recommendation: Recommendation,
    warnings: Vec<String>,
}

/// A paper of the Ombudsman's, for who may read it, with what access asks of it.
pub async fn load(context: &Context, id: i64) -> Result<(OmbudsmanPaper, Subject), Failure> {
    context.might(Act::ReadDesk)?;
    let (paper, subject) = known(context, id).await?;
    context.may(Act::ReadDesk, &subject)?;
    Ok((paper, subject))
}

/// The same for an act that is open to those who may not read it, and shows nothing of it.
pub async fn known(context: &Context, id: i64) -> Result<(OmbudsmanPaper, Subject), Failure> {
    let paper = context.desk.desk.ombudsman_paper(id).await?.ok_or(Failure::NotFound)?;
    let embargo = match paper.embargo_id {
        Some(id) => context.desk.desk.embargo(id).await?,
        None => None,
    };
    Ok((paper, Subject::new(SubjectKind::OmbudsmanPaper).embargoed(embargo)))
}

/// The embargo of a paper, with its number.
pub async fn embargo(context: &Context, paper: &OmbudsmanPaper) -> Result<Option<(i64, Embargo)>, Failure> {
    let Some(id) = paper.embargo_id else { return Ok(None) };
    Ok(context.desk.desk.embargo(id).await?.map(|embargo| (id, embargo)))
}

/// `Report under section 30, 19 015 597, dated 21 January 2021`
pub fn title(paper: &OmbudsmanPaper) -> String {
    let kind = PaperKind::of_word(&paper.kind).map_or("Paper", PaperKind::words);
    let dated = paper.dated.as_deref().map_or("date not recorded".into(), |d| format!("dated {}", day(d)));
    format!("{kind}, {}, {dated}", paper.reference.replace('-', " "))
}

/// What a text for the public would give away of a paper under embargo.
pub fn tells(text: &str, paper: &OmbudsmanPaper) -> Vec<Tells> {
    let references: Vec<_> = paper.reference.parse().into_iter().collect();
    let services: Vec<&str> = paper.services.lines().collect();
    let subject: Vec<&str> = paper.subject.split_whitespace().filter(|w| w.len() > 4).collect();
    title_tells(text, &references, &services, &subject)
}

/// What a duty asks, in the statute book's words.
pub fn duty_words(key: &str) -> String {
    duty::find(key).map_or_else(|_| key.to_string(), |d| d.must.to_string())
}

/// `/desk/cases/{paper}`
pub async fn show(State(desk): State<DeskSite>, visitor: Visitor, format: Format, Path(id): Path<i64>, asked: Asked) -> Answer {
    let context = Context::of(desk, visitor);
    let (paper, subject) = load(&context, id).await?;
    let desk = &context.desk.desk;
    let mut items = Vec::new();
    for item in desk.items_about(id).await? {
        let meeting = desk.planned_meeting(item.planned_meeting_id).await?.ok_or(Failure::NotFound)?;
        items.push((item, meeting.on_date));
    }
    let recommendations: Vec<Told> = desk.recommendations(id).await?.into_iter().map(|r| told(r, &items)).collect();
    let page = CasePage {
        embargo: embargo(&context, &paper).await?.map(|(_, embargo)| embargo),
        total_pence: recommendations.iter().filter_map(|t| t.recommendation.pence).sum(),
        recommendations,
        items,
        owed: desk.owed_for(id).await?.into_iter().map(|owed| due(&context, &paper, owed)).collect(),
        paper,
    };
    let body = body(&context, &page, &subject);
    Ok(answer(&context, &format, &asked, &title(&page.paper), &page, body))
}

fn due(context: &Context, paper: &OmbudsmanPaper, owed: Owed) -> Due {
    let from = owed.from_date.parse().ok();
    let inputs = duty::Inputs { from, report_dated: paper.dated.as_deref().and_then(|d| d.parse().ok()), ..duty::Inputs::NOTHING };
    let answer =
        duty::find(&owed.duty).and_then(|duty| duty::compute(duty, &inputs, &duty::Settings::default(), &context.desk.site.calendar));
    let last_working_day = answer.ok().and_then(|a| a.due.last_working_day).filter(|day| day.to_string() <= owed.due_on);
    Due { owed, last_working_day }
}

fn told(recommendation: Recommendation, items: &[(PlannedItem, String)]) -> Told {
    let due = recommendation.due_on.as_deref().and_then(|d| d.parse().ok());
    let meetings = items.iter().filter_map(|(_, on)| on.parse().ok());
    let warnings = due.map(|due| meetings.filter_map(|meeting| due_before_meeting(due, meeting)).collect()).unwrap_or_default();
    Told { recommendation, warnings }
}

fn body(context: &Context, page: &CasePage, subject: &Subject) -> Markup {
    let paper = &page.paper;
    let to = |what: &str| format!("/desk/cases/{}/{what}", paper.id);
    let facts = Summary::default()
        .words("Subject", Some(&paper.subject))
        .row("Received", html! { (day(&paper.received)) })
        .words("Services", Some(&paper.services.replace('\n', ", ")))
        .words("Complainant", Some(&paper.complainant))
        .words("Registered by", Some(&format!("{}, {}", paper.registered_by, super::at(&paper.registered_at))));
    html! {
        h1.govuk-heading-l { (title(paper)) }
        (facts)
        (page.embargo.as_ref().map(|embargo| embargoed(context, embargo)).unwrap_or_default())
        h2.govuk-heading-m { "Owed" }
        (owed(&page.owed))
        h2.govuk-heading-m { "Recommendations" }
        (recommendations(page))
        h2.govuk-heading-m { "Items" }
        @if page.items.is_empty() { p.govuk-body { "No meeting has it on its agenda yet." } }
        ul.govuk-list {
            @for (item, on) in &page.items {
                li { a.govuk-link href={ "/desk/items/" (item.id) } { "Item " (item.number) ", meeting of " (day(on)) } }
            }
        }
        h2.govuk-heading-m { "Do" }
        ul.govuk-list {
            (offer::<Recommend>(context, subject, &to("recommend")))
            @if page.embargo.is_some() {
                (offer::<SayWhoMayRead>(context, subject, &to("readers")))
                (offer::<ReportLifting>(context, subject, &to("published-by-ombudsman")))
                @if let Some(report) = page.embargo.iter().flat_map(|e| &e.reported).rfind(|r| r.confirmed.is_none()) {
                    (offer::<ConfirmLifting>(context, &subject.clone().first_done_by(report.by_account), &to("confirm-published")))
                }
                (offer::<LogLeak>(context, subject, &to("leak")))
            }
        }
    }
}

fn embargoed(context: &Context, embargo: &Embargo) -> Markup {
    html! {
        h2.govuk-heading-m { "Embargo" }
        @match embargo.state(context.now.datetime()) {
            EmbargoState::Held => p.govuk-body { (tag("Held", "yellow")) " Nothing that it covers is published, and nobody else may read it." },
            EmbargoState::NotToBePublicised => p.govuk-body { (tag("Not to be publicised", "red")) " By direction of the Ombudsman: Local Government Act 1974, section 30(7)." },
            EmbargoState::Lifted { at, .. } => p.govuk-body { (tag("Lifted", "green")) " On " (redress::day::long(at.date())) ". Nothing was published by that: each paper has its own decision." },
        }
        p.govuk-body { "Title for public lists: " strong { (embargo.safe_title) } }
        p.govuk-body { "Who may read it besides those whose office it is: " (embargo.audience.words()) "." }
        ul.govuk-list.govuk-list--bullet {
            @for report in &embargo.reported {
                li {
                    (report.by) " reported on " (redress::day::long(report.at.date())) " that the Ombudsman published at " (report.address) ". "
                    @match &report.confirmed {
                        Some(confirmed) => { "Confirmed by " (confirmed.by) " on " (redress::day::long(confirmed.at.date())) "." },
                        None => "Not confirmed yet.",
                    }
                }
            }
            @for leak in &embargo.leaks { li { "Leak logged by " (leak.by) " on " (redress::day::long(leak.at.date())) ": " (leak.where_seen) } }
        }
    }
}

fn owed(owed: &[Due]) -> Markup {
    html! {
        @if owed.is_empty() { p.govuk-body { "Nothing that the program counts follows from this paper." } }
        ul.redress-entries {
            @for Due { owed: one, last_working_day } in owed {
                li.redress-entry {
                    p.redress-entry__title { (duty_words(&one.duty)) }
                    p.redress-entry__facts {
                        "Last day " (weekday(&one.due_on)) ", " (one.because) ". "
                        @if let Some(working) = last_working_day { "Last working day " (redress::day::with_weekday(*working)) ". " }
                        a.govuk-link href={ "/duties/" (one.duty) } { "The law" span.govuk-visually-hidden { " of: " (duty_words(&one.duty)) } }
                    }
                }
            }
        }
    }
}

fn recommendations(page: &CasePage) -> Markup {
    let table = html! {
        table.govuk-table {
            thead.govuk-table__head {
                tr.govuk-table__row {
                    th.govuk-table__header scope="col" { "Label" }
                    th.govuk-table__header scope="col" { "Recommendation" }
                    th.govuk-table__header scope="col" { "Due" }
                    th.govuk-table__header scope="col" { "Money" }
                }
            }
            tbody.govuk-table__body {
                @for Told { recommendation, warnings } in &page.recommendations {
                    tr.govuk-table__row {
                        th.govuk-table__header scope="row" { (recommendation.label) }
                        td.govuk-table__cell { (recommendation.words) }
                        td.govuk-table__cell {
                            (recommendation.due_on.as_deref().map_or("No date given".into(), weekday))
                            @for warning in warnings { p.govuk-body-s { (tag("Warning", "yellow")) " " (warning) } }
                        }
                        td.govuk-table__cell { (recommendation.pence.map(pounds).unwrap_or_default()) }
                    }
                }
            }
        }
    };
    html! {
        @if page.recommendations.is_empty() { p.govuk-body { "None is recorded." } } @else {
            (scrolling("Recommendations", table))
            p.govuk-body { "Money in all: " strong { (pounds(page.total_pence)) } }
        }
    }
}

fn weekday(stored: &str) -> String {
    stored.parse().map_or_else(|_| stored.to_string(), redress::day::with_weekday)
}

/// `£900`, `£12.50`
pub fn pounds(pence: i64) -> String {
    if pence % 100 == 0 { format!("£{}", pence / 100) } else { format!("£{}.{:02}", pence / 100, pence % 100) }
}
