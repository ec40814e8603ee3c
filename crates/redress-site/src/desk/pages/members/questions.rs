//! What a member asked, with the answers. Nobody else's questions stand here.

use axum::extract::{Path, State};
use maud::html;
use redress::access::Act;
use redress_store::desk::work::member_question::MemberQuestion;
use serde::Serialize;

use super::super::{question, questions};
use crate::desk::DeskSite;
use crate::desk::deed::{Context, Deed};
use crate::desk::deeds::ask_officer::AskOfficer;
use crate::failure::Failure;
use crate::layout::pagination;
use crate::pages::asked::Asked;
use crate::pages::{Answer, Format};
use crate::sign_in::visitor::Visitor;

const PATH: &str = "/members/questions";
const PER_PAGE: usize = 50;

#[derive(Debug, Serialize)]
struct Listed {
    total: usize,
    page: u32,
    questions: Vec<MemberQuestion>,
}

/// What they asked and may still read, those without an answer first.
pub async fn read(context: &Context) -> Result<Vec<MemberQuestion>, Failure> {
    let (reader, now) = (context.reader(), context.now.datetime());
    let sealed = context.desk.desk.questions_of_account(context.account()).await?;
    Ok(sealed.into_iter().filter_map(|q| q.open(&reader, Act::ReadPaper, now).ok()).collect())
}

/// `/members/questions`
pub async fn list(State(desk): State<DeskSite>, visitor: Visitor, format: Format, asked: Asked) -> Answer {
    let context = Context::of(desk, visitor);
    super::own(&context)?;
    let all = read(&context).await?;
    let total = all.len();
    let (page, pages) = questions::paged(&asked, total, PER_PAGE);
    let page = Listed {
        total,
        questions: all.into_iter().skip((page - 1) * PER_PAGE).take(PER_PAGE).collect(),
        page: u32::try_from(page).unwrap_or(1),
    };
    let body = html! {
        span.govuk-caption-l { a.govuk-link href="/members" { "Members’ room" } }
        h1.govuk-heading-l { "What I asked" }
        @if context.might(AskOfficer::ACT).is_ok() { p.govuk-body { a.govuk-link href=(AskOfficer::PATH) { (AskOfficer::TITLE) } } }
        @if total > 0 { p.govuk-body { (pagination::showing(page.page, 50, page.questions.len(), total as u64)) } }
        @else { p.govuk-body { "Nothing yet." } }
        (questions::entries(&page.questions, PATH))
        (pagination::pages(page.page, pages, |n| asked.address_with(PATH, "page", &n.to_string())))
    };
    Ok(super::room(&context, &format, &asked, "What I asked", &page, body))
}

/// `/members/questions/{question}`
pub async fn show(State(desk): State<DeskSite>, visitor: Visitor, format: Format, Path(id): Path<i64>, asked: Asked) -> Answer {
    let context = Context::of(desk, visitor);
    context.might(Act::ReadPaper)?;
    let loaded = question::load(&context, id).await?;
    // Whoever may read the same paper does not therefore read what another member asked about it.
    if loaded.question.account_id != context.account() {
        return Err(Failure::NotFound);
    }
    let body = html! {
        span.govuk-caption-l { a.govuk-link href=(PATH) { "What I asked" } }
        h1.govuk-heading-l { (loaded.title()) }
        (question::shown(&loaded, ""))
    };
    Ok(super::room(&context, &format, &asked, &loaded.title(), &loaded, body))
}
