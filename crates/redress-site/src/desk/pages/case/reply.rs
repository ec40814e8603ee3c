//! The draft of the reply to a report: who considered it, what was decided of each recommendation, what was asked of whom; and what
//! of it is not on record yet, for without that the reply does not go.

use axum::extract::{Path, State};
use maud::html;
use redress::monitoring_report::draft::Document;
use redress::ombudsman::consideration::Considered;
use redress::wrong::Wrong;
use serde::Serialize;

use super::{around, load};
use crate::desk::deed::Context;
use crate::desk::deeds::log_letter::LogLetter;
use crate::desk::pages::{answer, offer, ombudsman_paper};
use crate::desk::{DeskSite, considered, document, reply};
use crate::pages::asked::Asked;
use crate::pages::{Answer, Format};
use crate::sign_in::visitor::Visitor;

/// A report with the draft of its reply.
#[derive(Debug, Serialize)]
struct Draft {
    paper: i64,
    title: String,
    considered: Considered,
    missing: Vec<Wrong>,
    /// Why the reply does not go yet.
    barred: Option<String>,
    document: Document,
}

/// `/desk/cases/{case}/reply`
pub async fn show(State(desk): State<DeskSite>, visitor: Visitor, format: Format, Path(id): Path<i64>, asked: Asked) -> Answer {
    let context = Context::of(desk, visitor);
    let loaded = load(&context, id).await?;
    let mut drafts = Vec::new();
    for report in reply::reports(&loaded.papers) {
        let considered = considered::of_report(&context, report.id).await?;
        let keys: Vec<String> = context.desk.desk.cases_of_paper(report.id).await?.iter().map(|c| c.key.to_string()).collect();
        let about = format!("the report on {} {}", if keys.len() == 1 { "case" } else { "cases" }, keys.join(", "));
        drafts.push(Draft {
            paper: report.id,
            title: ombudsman_paper::title(report),
            missing: considered.missing(),
            barred: reply::bar(&context, report).await?.map(|bar| bar.to_string()),
            document: considered.reply(&about),
            considered,
        });
    }
    let body = html! {
        h2.govuk-heading-m { "Draft of the reply" }
        @if drafts.is_empty() { p.govuk-body { "The Ombudsman made no report on this case. A statement asks for no reply under section 31(2) of the Local Government Act 1974." } }
        @for draft in &drafts {
            h3.govuk-heading-m { a.govuk-link href={ "/desk/ombudsman-papers/" (draft.paper) } { (draft.title) } }
            @if !draft.missing.is_empty() || draft.barred.is_some() {
                div.govuk-inset-text {
                    p.govuk-body { strong { "The reply does not go yet." } " Section 31(2) asks that the authority consider the report and tell the Ombudsman what it has done or proposes to do." }
                    ul.govuk-list.govuk-list--bullet {
                        @for wrong in &draft.missing { li { (wrong.message) } }
                        @if let Some(bar) = draft.barred.as_ref().filter(|_| draft.missing.is_empty()) { li { (bar) } }
                    }
                }
            }
            div.redress-record { p.govuk-body { strong { (draft.document.title) } } (document::shown(&draft.document)) }
        }
        @if !drafts.is_empty() {
            p.govuk-body { "It is made of the record, and is no record itself. When the letter has gone, log it: that meets the duty." }
            ul.govuk-list { (offer::<LogLetter>(&context, &loaded.subject, &format!("{}/log-letter", loaded.address()))) }
        }
    };
    Ok(answer(&context, &format, &asked, &format!("Reply, {}", loaded.title()), &drafts, around(&loaded, "/reply", body)))
}
