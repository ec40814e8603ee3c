//! Questions of members at the desk: those that wait first, narrowed by kind, by answered or not, and to the posts of who looks.

use axum::extract::State;
use maud::{Markup, html};
use redress::access::{Act, Subject, SubjectKind};
use redress::members_room::question::Kind;
use redress_store::desk::work::member_question::MemberQuestion;
use serde::Serialize;

use super::{answer, at};
use crate::desk::DeskSite;
use crate::desk::deed::Context;
use crate::failure::Failure;
use crate::layout::filter::Filter;
use crate::layout::{pagination, tag};
use crate::pages::asked::Asked;
use crate::pages::{Answer, Format};
use crate::sign_in::visitor::Visitor;

const PATH: &str = "/desk/questions";
const PER_PAGE: usize = 50;

#[derive(Debug, Serialize)]
struct Listed {
    total: usize,
    page: u32,
    questions: Vec<MemberQuestion>,
}

/// `/desk/questions`
pub async fn list(State(desk): State<DeskSite>, visitor: Visitor, format: Format, asked: Asked) -> Answer {
    let context = Context::of(desk, visitor);
    context.may(Act::ReadDesk, &Subject::new(SubjectKind::Item))?;
    let all = fitting(&context, &asked).await?;
    let total = all.len();
    let (page, pages) = paged(&asked, total, PER_PAGE);
    let listed = Listed {
        total,
        page: u32::try_from(page).unwrap_or(1),
        questions: all.into_iter().skip((page - 1) * PER_PAGE).take(PER_PAGE).collect(),
    };
    let kinds = Kind::ALL.into_iter().map(|k| (k.word().to_string(), k.words().to_string())).collect();
    let states = vec![("waiting".into(), "Waiting".into()), ("answered".into(), "Answered".into())];
    let filter = Filter::new(PATH, &asked, Vec::new())
        .choice_or("state", "Answered or not", "Both", states)
        .choice_or("kind", "Kind", "Every kind", kinds)
        .choice_or("whose", "Whose", "Of every post", vec![("mine".into(), "Of my posts".into())]);
    let body = html! {
        h1.govuk-heading-l { "Questions of members" }
        (filter.form())
        (filter.chosen())
        @if listed.questions.is_empty() { p.govuk-body { "No question fits. Members ask from their room." } } @else {
            p.govuk-body { (pagination::showing(listed.page, 50, listed.questions.len(), total as u64)) }
        }
        (entries(&listed.questions, PATH))
        (pagination::pages(listed.page, pages, |n| asked.address_with(PATH, "page", &n.to_string())))
    };
    Ok(answer(&context, &format, &asked, "Questions of members", &listed, body))
}

/// A page that is there, and how many there are; one that is not is the first.
pub fn paged(asked: &Asked, total: usize, per_page: usize) -> (usize, u32) {
    let pages = total.div_ceil(per_page).max(1);
    let page = usize::try_from(asked.page()).ok().filter(|p| (1..=pages).contains(p)).unwrap_or(1);
    (page, u32::try_from(pages).unwrap_or(1))
}

/// The questions that fit and that this person may read.
async fn fitting(context: &Context, asked: &Asked) -> Result<Vec<MemberQuestion>, Failure> {
    let (desk, now) = (&context.desk.desk, context.now.datetime());
    let mine: Vec<i64> = desk.posts_of(context.account(), now.date()).await?.into_iter().map(|held| held.post_id).collect();
    let sealed = desk.member_questions().await?;
    // Only the one place that decides says what is in this list.
    let mut all: Vec<MemberQuestion> = sealed.into_iter().filter_map(|q| q.open(&context.reader(), Act::ReadPaper, now).ok()).collect();
    all.retain(|q| match asked.get("state") {
        "waiting" => q.answered_at.is_none(),
        "answered" => q.answered_at.is_some(),
        _ => true,
    });
    all.retain(|q| asked.get("kind").is_empty() || q.kind == asked.get("kind"));
    all.retain(|q| asked.get("whose") != "mine" || mine.contains(&q.post_id));
    Ok(all)
}

/// Questions as lists show them.
pub fn entries(questions: &[MemberQuestion], at_address: &str) -> Markup {
    html! {
        ul.redress-entries {
            @for question in questions {
                li.redress-entry {
                    p.redress-entry__title { a.govuk-link href={ (at_address) "/" (question.id) } { (question.kind().words()) " " (question.id) ": " (question.post) } }
                    p.redress-entry__facts {
                        @if question.answered_at.is_some() { (tag("Answered", "green")) } @else { (tag("Waiting", "yellow")) }
                        " Asked by " (question.asked_by) ", " (at(&question.asked_at))
                        @if let Some(answered) = &question.answered_at { "; answered " (at(answered)) }
                    }
                }
            }
        }
    }
}
