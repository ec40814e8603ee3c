//! Cases, the newest reference first, each for who may read it; narrowed by words, by kind of paper, by open or closed.

use axum::extract::State;
use maud::html;
use redress::access::{Act, Subject, SubjectKind};
use redress::ombudsman::paper::PaperKind;
use serde::Serialize;

use super::case::{self, Loaded};
use super::{answer, link, offer};
use crate::desk::DeskSite;
use crate::desk::deed::Context;
use crate::desk::deeds::register::Register;
use crate::pages::asked::Asked;
use crate::pages::{Answer, Format};
use crate::sign_in::visitor::Visitor;

#[derive(Debug, Serialize)]
struct Line {
    id: i64,
    key: String,
    subject: String,
    services: String,
    kind: Option<String>,
    received: Option<String>,
    open: bool,
}

/// `/desk/cases`
pub async fn list(State(desk): State<DeskSite>, visitor: Visitor, format: Format, asked: Asked) -> Answer {
    let context = Context::of(desk, visitor);
    context.may(Act::ReadDesk, &Subject::council())?;
    let (words, kind, state) = (asked.get("q").to_lowercase(), asked.get("kind"), asked.get("state"));
    let mut lines = Vec::new();
    for kept in context.desk.desk.case_files().await? {
        let Ok(loaded) = case::load(&context, kept.id).await else { continue };
        let line = line(&loaded);
        let fits_words = words.is_empty()
            || format!("{} {} {} {}", line.key, line.key.replace(' ', ""), line.subject, line.services).to_lowercase().contains(&words);
        let fits_kind = kind.is_empty() || loaded.papers.iter().any(|p| p.kind == kind);
        let fits_state = state.is_empty() || (state == "open") == line.open;
        if fits_words && fits_kind && fits_state {
            lines.push(line);
        }
    }
    let body = html! {
        h1.govuk-heading-l { "Cases" }
        ul.govuk-list {
            (offer::<Register>(&context, &Subject::new(SubjectKind::OmbudsmanPaper), "/desk/cases/register"))
            (link(&context, Act::ReadDesk, &Subject::council(), "/desk/reviews", "Reviews of earlier cases"))
        }
        form.redress-filter method="get" action="/desk/cases" {
            div.govuk-form-group {
                label.govuk-label for="q" { "Reference or words" }
                input.govuk-input id="q" name="q" type="text" value=(asked.get("q"));
            }
            div.govuk-form-group {
                label.govuk-label for="kind" { "Kind of paper" }
                select.govuk-select id="kind" name="kind" {
                    option value="" { "Any" }
                    @for (word, words) in PaperKind::CHOICES { option value=(word) selected[kind == *word] { (words) } }
                }
            }
            div.govuk-form-group {
                label.govuk-label for="state" { "Open or closed" }
                select.govuk-select id="state" name="state" {
                    option value="" { "Both" }
                    option value="open" selected[state == "open"] { "Open" }
                    option value="closed" selected[state == "closed"] { "Closed by the council" }
                }
            }
            button.govuk-button type="submit" { "Apply" }
        }
        p.govuk-body { (lines.len()) (if lines.len() == 1 { " case" } else { " cases" }) " that you may read" }
        ul.redress-entries {
            @for line in &lines {
                li.redress-entry {
                    p.redress-entry__title { a.govuk-link href={ "/desk/cases/" (line.id) } { (line.key) } ": " (line.subject) }
                    p.redress-entry__facts {
                        (line.kind.as_deref().and_then(PaperKind::of_word).map_or("No paper is registered", PaperKind::words))
                        @if let Some(received) = &line.received { ", received " (super::day(received)) }
                        ". " (line.services)
                        @if !line.open { " Closed by the council." }
                    }
                }
            }
        }
    };
    Ok(answer(&context, &format, &asked, "Cases", &lines, body))
}

fn line(loaded: &Loaded) -> Line {
    let (file, last) = (&loaded.case.file, loaded.papers.last());
    Line {
        id: loaded.case.id,
        key: loaded.case.key.to_string(),
        subject: file.subject.clone(),
        services: file.services.join(", "),
        kind: last.map(|p| p.kind.clone()),
        received: last.map(|p| p.received.clone()).filter(|r| !r.is_empty()),
        open: file.closure.closed_by_council().is_none(),
    }
}
