//! The Ombudsman's papers about a case, and the letters that went and came.

use axum::extract::{Path, State};
use axum::response::Response;
use maud::html;
use redress::ombudsman::letter::From;
use redress_store::desk::work::letter::KeptLetter;
use redress_store::desk::work::ombudsman_paper::OmbudsmanPaper;
use serde::Serialize;

use super::{around, load};
use crate::desk::DeskSite;
use crate::desk::deed::Context;
use crate::desk::deeds::log_letter::LogLetter;
use crate::desk::pages::{answer, day, offer, ombudsman_paper};
use crate::failure::Failure;
use crate::pages::asked::Asked;
use crate::pages::{Answer, Format};
use crate::sign_in::visitor::Visitor;

/// The page.
#[derive(Debug, Serialize)]
struct PapersPage {
    papers: Vec<OmbudsmanPaper>,
    letters: Vec<KeptLetter>,
}

/// `/desk/cases/{case}/papers`
pub async fn show(State(desk): State<DeskSite>, visitor: Visitor, format: Format, Path(id): Path<i64>, asked: Asked) -> Answer {
    let context = Context::of(desk, visitor);
    let loaded = load(&context, id).await?;
    let page = PapersPage { papers: loaded.papers.clone(), letters: super::letters(&context, id).await? };
    let body = html! {
        h2.govuk-heading-m { "The Ombudsman's papers" }
        @if page.papers.is_empty() { p.govuk-body { "None is registered." } }
        ul.redress-entries {
            @for paper in &page.papers {
                li.redress-entry {
                    p.redress-entry__title { a.govuk-link href={ "/desk/ombudsman-papers/" (paper.id) } { (ombudsman_paper::title(paper)) } }
                    p.redress-entry__facts { "Received " (if paper.received.is_empty() { "on a day that is not known".to_string() } else { day(&paper.received) }) }
                }
            }
        }
        h2.govuk-heading-m { "Letters" }
        @if page.letters.is_empty() { p.govuk-body { "None is logged." } }
        ul.redress-entries {
            @for letter in &page.letters {
                li.redress-entry {
                    p.redress-entry__title { a.govuk-link href={ "/desk/letters/" (letter.id) "/file" } { (letter.name) " (" (letter.media) ", " (redress::paper::size_words(letter.bytes.unsigned_abs())) ")" } }
                    p.redress-entry__facts {
                        (match letter.letter.from() { From::Ombudsman => "From the Ombudsman", From::Council => "From the council", From::Other => "From somebody else" })
                        ", " (redress::day::long(letter.letter.day())) ": " (letter.summary) ". Logged by " (letter.letter.logged_by()) ". SHA-256 " code { (letter.sha256) }
                    }
                }
            }
        }
        ul.govuk-list { (offer::<LogLetter>(&context, &loaded.subject, &format!("{}/log-letter", loaded.address()))) }
    };
    Ok(answer(&context, &format, &asked, &format!("Papers, {}", loaded.title()), &page, around(&loaded, "/papers", body)))
}

/// `/desk/letters/{letter}/file`
pub async fn file(State(desk): State<DeskSite>, visitor: Visitor, Path(id): Path<i64>) -> Answer {
    let context = Context::of(desk, visitor);
    context.might(redress::access::Act::ReadDesk)?;
    let (letter, cases) = context.desk.desk.letter(id).await?.ok_or(Failure::NotFound)?;
    // Whoever may read none of its cases may not read it; a letter about two is as closed as the closer one.
    for case in cases {
        load(&context, case).await?;
    }
    let bytes = context.desk.desk.bytes_of_letter(&letter).await?.ok_or(Failure::NotFound)?;
    Ok::<Response, Failure>(crate::desk::pages::paper::attachment(&letter.name, bytes))
}
