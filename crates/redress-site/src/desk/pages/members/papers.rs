//! The papers that a member may read, restricted ones included. Opening one is logged.

use axum::extract::State;
use maud::{Markup, html};
use redress::access::Act;
use serde::Serialize;

use super::super::{paper, questions};
use crate::desk::DeskSite;
use crate::desk::deed::Context;
use crate::failure::Failure;
use crate::layout::{pagination, tag};
use crate::pages::asked::Asked;
use crate::pages::{Answer, Format};
use crate::sign_in::visitor::Visitor;

const PATH: &str = "/members/papers";
const PER_PAGE: usize = 50;
/// So many papers back is looked: what is older is found from its meeting.
const LOOKED_AT: i64 = 500;
/// And so many for the first page of the room, which shows a few.
pub const LATEST: i64 = 40;

/// A paper.
#[derive(Debug, Serialize)]
pub struct Line {
    id: i64,
    title: String,
    restricted: bool,
}

#[derive(Debug, Serialize)]
struct Listed {
    total: usize,
    page: u32,
    papers: Vec<Line>,
}

/// The papers that they may read and whose title has these words, among so many of the newest.
pub async fn read(context: &Context, words: &str, among: i64) -> Result<Vec<Line>, Failure> {
    let (now, wanted) = (context.now.datetime(), words.to_lowercase());
    let mut lines = Vec::new();
    for sealed in context.desk.desk.papers(among).await? {
        let drafts = paper::reads_drafts(context, sealed.subject());
        let restricted = sealed.subject().restriction.as_ref().is_some_and(|r| r.stands_on(now.date()));
        // Only the one place that decides says what is in this list.
        let Ok(opened) = sealed.open(&context.reader(), Act::ReadPaper, now) else { continue };
        let opened = if drafts { opened } else { paper::as_public(opened) };
        if wanted.is_empty() || opened.title.to_lowercase().contains(&wanted) {
            lines.push(Line { id: opened.id, title: opened.title, restricted });
        }
    }
    Ok(lines)
}

/// `/members/papers`
pub async fn list(State(desk): State<DeskSite>, visitor: Visitor, format: Format, asked: Asked) -> Answer {
    let context = Context::of(desk, visitor);
    super::own(&context)?;
    let all = read(&context, asked.get("q"), LOOKED_AT).await?;
    let total = all.len();
    let (page, pages) = questions::paged(&asked, total, PER_PAGE);
    let page = Listed {
        total,
        papers: all.into_iter().skip((page - 1) * PER_PAGE).take(PER_PAGE).collect(),
        page: u32::try_from(page).unwrap_or(1),
    };
    let body = html! {
        span.govuk-caption-l { a.govuk-link href="/members" { "Members’ room" } }
        h1.govuk-heading-l { "Papers that I may read" }
        form.redress-filter method="get" action=(PATH) {
            div.govuk-form-group {
                label.govuk-label for="q" { "Words of the title" }
                input.govuk-input id="q" name="q" type="text" value=(asked.get("q"));
            }
            button.govuk-button type="submit" { "Apply" }
        }
        @if total > 0 { p.govuk-body { (pagination::showing(page.page, 50, page.papers.len(), total as u64)) } }
        (listed(&page.papers))
        (pagination::pages(page.page, pages, |n| asked.address_with(PATH, "page", &n.to_string())))
    };
    Ok(super::room(&context, &format, &asked, "Papers that I may read", &page, body))
}

/// Papers as lists show them.
pub fn listed(papers: &[Line]) -> Markup {
    html! {
        @if papers.is_empty() { p.govuk-body { "There is no paper here for you." } } @else {
            ul.redress-entries {
                @for line in papers {
                    li.redress-entry {
                        p.redress-entry__title {
                            a.govuk-link href={ "/desk/papers/" (line.id) } { (line.title) }
                            @if line.restricted { " " (tag("Restricted: in confidence", "red")) }
                        }
                    }
                }
            }
        }
    }
}
