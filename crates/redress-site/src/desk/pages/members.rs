//! The members' own papers: those that each may read, restricted ones included. Opening one is logged.

use axum::extract::State;
use maud::html;
use redress::access::{Act, Subject, SubjectKind};
use serde::Serialize;

use super::answer;
use crate::desk::DeskSite;
use crate::desk::deed::Context;
use crate::layout::tag;
use crate::pages::asked::Asked;
use crate::pages::{Answer, Format};
use crate::sign_in::visitor::Visitor;

#[derive(Debug, Serialize)]
struct Line {
    id: i64,
    title: String,
    restricted: bool,
}

/// `/members`
pub async fn show(State(desk): State<DeskSite>, visitor: Visitor, format: Format, asked: Asked) -> Answer {
    let context = Context::of(desk, visitor);
    context.may(Act::OwnAccount, &Subject::new(SubjectKind::Account).by(context.account()))?;
    let now = context.now.datetime();
    let wanted = asked.get("q").to_lowercase();
    let mut lines = Vec::new();
    for sealed in context.desk.desk.papers(500).await? {
        let drafts = context.can(Act::ReadPaper, &sealed.subject().clone().published(false));
        let restricted = sealed.subject().restriction.as_ref().is_some_and(|r| r.stands_on(now.date()));
        // Only the one place that decides says what is in this list.
        let Ok(paper) = sealed.open(&context.reader(), Act::ReadPaper, now) else { continue };
        let paper = if drafts { paper } else { super::paper::as_public(paper) };
        if wanted.is_empty() || paper.title.to_lowercase().contains(&wanted) {
            lines.push(Line { id: paper.id, title: paper.title, restricted });
        }
    }
    let body = html! {
        h1.govuk-heading-l { "My papers" }
        form.redress-filter method="get" action="/members" {
            div.govuk-form-group {
                label.govuk-label for="q" { "Words of the title" }
                input.govuk-input id="q" name="q" type="text" value=(asked.get("q"));
            }
            button.govuk-button type="submit" { "Apply" }
        }
        @if lines.is_empty() { p.govuk-body { "There is no paper here for you." } } @else {
            ul.redress-entries {
                @for line in &lines {
                    li.redress-entry {
                        p.redress-entry__title {
                            a.govuk-link href={ "/desk/papers/" (line.id) } { (line.title) }
                            @if line.restricted { " " (tag("Restricted: in confidence", "red")) }
                        }
                    }
                }
            }
        }
    };
    Ok(answer(&context, &format, &asked, "My papers", &lines, body))
}
