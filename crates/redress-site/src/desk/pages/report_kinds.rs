//! The kinds of officers' reports: sections, who signs each off, who clears the whole.

use axum::extract::State;
use maud::html;
use redress::access::{Act, Subject};
use redress_store::desk::work::report_kind::KeptKind;
use serde::Serialize;

use super::{answer, offer};
use crate::desk::DeskSite;
use crate::desk::deed::{Context, Deed};
use crate::desk::deeds::report::keep_kind::KeepKind;
use crate::pages::asked::Asked;
use crate::pages::{Answer, Format};
use crate::sign_in::visitor::Visitor;

#[derive(Debug, Serialize)]
struct Kinds {
    kinds: Vec<KeptKind>,
}

/// `/desk/report-kinds`
pub async fn list(State(desk): State<DeskSite>, visitor: Visitor, format: Format, asked: Asked) -> Answer {
    let context = Context::of(desk, visitor);
    context.may(Act::ReadDesk, &Subject::council())?;
    let page = Kinds { kinds: context.desk.desk.report_kinds().await? };
    let keeps = context.can(Act::ChangeSettings, &Subject::council());
    let body = html! {
        h1.govuk-heading-l { "Kinds of report" }
        @if page.kinds.is_empty() { p.govuk-body { "None yet. Whoever changes settings keeps the first; the form offers what most councils have." } }
        @for kept in &page.kinds {
            section.redress-item {
                h2.govuk-heading-m { (kept.kind.name) }
                h3.govuk-heading-s { "Sections" }
                ul.govuk-list.govuk-list--bullet {
                    @for section in &kept.kind.sections { li { (section.heading) @if let Some(post) = &section.signed_by { ", signed off by " (post) } } }
                }
                h3.govuk-heading-s { "Clearances" }
                ol.govuk-list.govuk-list--number {
                    @for stage in &kept.kind.path.stages { li { (stage.posts.join(" and ")) ", " (stage.working_days) " working days" } }
                }
                p.govuk-body {
                    "The last ends " (kept.kind.path.margin) " working days before the agenda is published. "
                    @match kept.kind.path.holds_for { Some(period) => { "A clearance holds for " (period.words()) "." }, None => "A clearance holds for as long as the version." }
                }
                @if keeps { p.govuk-body { a.govuk-link href={ (KeepKind::PATH) "?kind=" (kept.id) } { "Change" span.govuk-visually-hidden { " " (kept.kind.name) } } } }
            }
        }
        ul.govuk-list { (offer::<KeepKind>(&context, &Subject::council(), KeepKind::PATH)) }
    };
    Ok(answer(&context, &format, &asked, "Kinds of report", &page, body))
}
