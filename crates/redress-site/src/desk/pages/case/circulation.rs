//! How members were told of a case: the reports about it, and who has a copy of each.

use axum::extract::{Path, State};
use maud::html;
use serde::Serialize;

use super::{around, load};
use crate::desk::DeskSite;
use crate::desk::deed::Context;
use crate::desk::deeds::mark_wider::MarkWider;
use crate::desk::pages::circulation::{Brief, listed, of_paper};
use crate::desk::pages::{answer, monitoring_report, offer};
use crate::failure::Failure;
use crate::pages::asked::Asked;
use crate::pages::{Answer, Format};
use crate::sign_in::visitor::Visitor;

#[derive(Debug, Serialize)]
struct Told {
    report: i64,
    title: String,
    copies: Vec<Brief>,
    answer_copies: Vec<Brief>,
}

#[derive(Debug, Serialize)]
struct CirculationPage {
    wider: Option<String>,
    reports: Vec<Told>,
    not_shown: usize,
}

/// `/desk/cases/{case}/circulation`
pub async fn show(State(desk): State<DeskSite>, visitor: Visitor, format: Format, Path(id): Path<i64>, asked: Asked) -> Answer {
    let context = Context::of(desk, visitor);
    let loaded = load(&context, id).await?;
    let desk = &context.desk.desk;
    let wider = desk.wider_implications().await?.into_iter().find(|(case, _)| *case == id).map(|(_, reason)| reason);
    let (mut reports, mut not_shown) = (Vec::new(), 0);
    for kept in desk.monitoring_reports_of_case(id).await? {
        match monitoring_report::of(&context, kept).await {
            Ok(of) => reports.push(Told {
                report: of.kept.id,
                title: of.title(),
                copies: of_paper(&context, of.kept.paper).await?,
                answer_copies: of_paper(&context, of.adopted()).await?,
            }),
            // Another case in it is covered for this reader.
            Err(Failure::MayNot(_) | Failure::NotFound) => not_shown += 1,
            Err(failure) => return Err(failure),
        }
    }
    let page = CirculationPage { wider, reports, not_shown };
    let body = html! {
        h2.govuk-heading-m { "How members were told" }
        @if let Some(reason) = &page.wider { p.govuk-body { "It has wider implications, so it gets a report of its own: " (reason) "." } }
        @if page.reports.is_empty() { p.govuk-body { "No report to members is about this case." } }
        @if page.not_shown > 0 { p.govuk-body { (page.not_shown) " more that you may not read." } }
        @for told in &page.reports {
            h3.govuk-heading-s { a.govuk-link href={ "/desk/monitoring-reports/" (told.report) } { (told.title) } }
            (listed(&told.copies))
            @if !told.answer_copies.is_empty() { p.govuk-body { "The executive's report in answer:" } (listed(&told.answer_copies)) }
        }
        ul.govuk-list { (offer::<MarkWider>(&context, &loaded.subject, &format!("{}/wider", loaded.address()))) }
    };
    Ok(answer(&context, &format, &asked, &format!("Members told, {}", loaded.title()), &page, around(&loaded, "/circulation", body)))
}
