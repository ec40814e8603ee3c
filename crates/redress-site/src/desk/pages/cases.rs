//! The Ombudsman's papers, those received last first; those that an embargo covers only for who may read them.

use axum::extract::State;
use maud::html;
use redress::access::{Act, Subject, SubjectKind};
use serde::Serialize;

use super::{answer, offer};
use crate::desk::DeskSite;
use crate::desk::deed::Context;
use crate::desk::deeds::register::Register;
use crate::pages::asked::Asked;
use crate::pages::{Answer, Format};
use crate::sign_in::visitor::Visitor;

#[derive(Debug, Serialize)]
struct Line {
    id: i64,
    title: String,
    received: String,
}

/// `/desk/cases`
pub async fn list(State(desk): State<DeskSite>, visitor: Visitor, format: Format, asked: Asked) -> Answer {
    let context = Context::of(desk, visitor);
    context.may(Act::ReadDesk, &Subject::council())?;
    let wanted = asked.get("q").to_lowercase();
    let mut lines = Vec::new();
    for paper in context.desk.desk.ombudsman_papers(500).await? {
        if super::ombudsman_paper::load(&context, paper.id).await.is_err() {
            continue;
        }
        let title = super::ombudsman_paper::title(&paper);
        if wanted.is_empty() || format!("{title} {}", paper.subject).to_lowercase().contains(&wanted) {
            lines.push(Line { id: paper.id, title, received: paper.received });
        }
    }
    let body = html! {
        h1.govuk-heading-l { "Cases" }
        ul.govuk-list { (offer::<Register>(&context, &Subject::new(SubjectKind::OmbudsmanPaper), "/desk/cases/register")) }
        form.redress-filter method="get" action="/desk/cases" {
            div.govuk-form-group {
                label.govuk-label for="q" { "Reference or words" }
                input.govuk-input id="q" name="q" type="text" value=(asked.get("q"));
            }
            button.govuk-button type="submit" { "Apply" }
        }
        @if lines.is_empty() { p.govuk-body { "No paper of the Ombudsman's that you may read fits." } } @else {
            ul.redress-entries {
                @for line in &lines {
                    li.redress-entry {
                        p.redress-entry__title { a.govuk-link href={ "/desk/cases/" (line.id) } { (line.title) } }
                        p.redress-entry__facts { "Received " (super::day(&line.received)) }
                    }
                }
            }
        }
    };
    Ok(answer(&context, &format, &asked, "Cases", &lines, body))
}
