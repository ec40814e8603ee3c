//! A case of a review, for whom the review is shown to: its papers and what was agreed, without the rest of the desk.

use std::collections::BTreeMap;

use axum::extract::{Path, State};
use maud::html;
use redress::access::Act;
use serde::Serialize;

use super::members::{self, Agreed};
use super::{log, open};
use crate::desk::DeskSite;
use crate::desk::deed::Context;
use crate::desk::pages::{answer, case, day, ombudsman_paper};
use crate::failure::Failure;
use crate::layout::summary::Summary;
use crate::pages::asked::Asked;
use crate::pages::{Answer, Format};
use crate::sign_in::visitor::Visitor;

/// The page.
#[derive(Debug, Serialize)]
struct CasePage {
    review: i64,
    case: i64,
    key: String,
    subject: String,
    predecessor: Option<String>,
    findings: Vec<String>,
    papers: Vec<Paper>,
    agreed: Vec<Agreed>,
}

/// A paper of the Ombudsman's.
#[derive(Debug, Serialize)]
struct Paper {
    title: String,
    received: Option<String>,
}

/// `/desk/reviews/{review}/cases/{case}`
pub async fn show(
    State(desk): State<DeskSite>,
    visitor: Visitor,
    format: Format,
    Path(keys): Path<BTreeMap<String, String>>,
    asked: Asked,
) -> Answer {
    let context = Context::of(desk, visitor);
    let number = |name: &str| keys.get(name).and_then(|v| v.parse::<i64>().ok()).ok_or(Failure::NotFound);
    let (review, id) = (number("review")?, number("case")?);
    let loaded = open(&context, review).await?;
    let under = loaded.kept.cases.iter().zip(loaded.kept.review.all()).any(|(case, m)| *case == id && m.left_out.is_none());
    if !under {
        return Err(Failure::NotFound);
    }
    let found = case::known(&context, id).await?;
    // What an embargo covers is not even there for those whom it keeps out.
    context.may(Act::ReadPaper, &members::subject(&loaded, &found)).map_err(|_| Failure::NotFound)?;
    log(&context, &loaded, Some(id)).await?;
    let page = CasePage {
        review,
        case: id,
        key: found.case.key.to_string(),
        subject: found.case.file.subject.clone(),
        predecessor: found.case.file.predecessor.clone(),
        findings: found.case.file.findings.clone(),
        papers: found
            .papers
            .iter()
            .map(|p| Paper { title: ombudsman_paper::title(p), received: Some(p.received.clone()).filter(|r| !r.is_empty()) })
            .collect(),
        agreed: members::agreed(&context, id).await?,
    };
    let body = html! {
        span.govuk-caption-l { a.govuk-link href=(loaded.address()) { (loaded.title()) } }
        h1.govuk-heading-l { (found.title()) }
        (Summary::default()
            .words("Subject", Some(&page.subject))
            .words("Made against", page.predecessor.as_deref())
            .row("Found", html! { @for one in &page.findings { p.govuk-body { (one) } } }))
        h2.govuk-heading-m { "The Ombudsman's papers" }
        @if page.papers.is_empty() { p.govuk-body { "None is registered." } }
        ul.govuk-list { @for paper in &page.papers { li { (paper.title) @if let Some(received) = &paper.received { ", received " (day(received)) } } } }
        h2.govuk-heading-m { "Agreed actions" }
        @if page.agreed.is_empty() { p.govuk-body { "None is on record." } }
        ul.redress-entries {
            @for agreed in &page.agreed {
                li.redress-entry {
                    p.redress-entry__title { (agreed.key) ": " (agreed.text) }
                    p.redress-entry__facts { (agreed.due_on.map_or("No date was given".into(), |d| format!("Due {}", redress::day::long(d)))) ". " (agreed.timeliness) }
                }
            }
        }
        @if context.can(Act::ReadDesk, &found.subject) { p.govuk-body { a.govuk-link href=(found.address()) { "The case file" } } }
    };
    Ok(answer(&context, &format, &asked, &found.title(), &page, body))
}
