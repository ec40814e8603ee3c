//! A question of a member at the desk: what is asked of whom, about what, the answer, and whether both are before a meeting.

use axum::extract::{Path, State};
use maud::{Markup, html};
use redress::access::{Act, Subject};
use redress_store::desk::work::member_question::{MemberAnswer, MemberQuestion, OnAgenda};
use serde::Serialize;

use super::{answer, at, offer};
use crate::desk::DeskSite;
use crate::desk::deed::Context;
use crate::desk::deeds::{answer_member::AnswerMember, put_answer_on_agenda::PutAnswerOnAgenda};
use crate::failure::Failure;
use crate::layout::summary::Summary;
use crate::layout::tag;
use crate::pages::asked::Asked;
use crate::pages::{Answer, Format};
use crate::sign_in::visitor::Visitor;

/// A question with what there is of it.
#[derive(Debug, Serialize)]
pub struct Loaded {
    /// The question.
    pub question: MemberQuestion,
    /// The cases that it is about: number and reference.
    pub cases: Vec<(i64, String)>,
    /// The item that it is about, as this person may see it.
    pub item: Option<String>,
    /// The answer.
    pub answer: Option<MemberAnswer>,
    /// The title of the paper that came with it, where this person may read that.
    pub paper_title: Option<String>,
    /// Where it went before a meeting.
    pub on_agenda: Option<OnAgenda>,
    /// What the rule is asked about.
    #[serde(skip)]
    pub subject: Subject,
}

impl Loaded {
    /// `Question 3: Statement of assurance`
    pub fn title(&self) -> String {
        format!("Question {}: {}", self.question.id, self.question.kind().words())
    }

    /// Its address at the desk.
    pub fn address(&self) -> String {
        format!("/desk/questions/{}", self.question.id)
    }

    /// Whether something covers what it is about now.
    pub fn covered(&self, context: &Context) -> bool {
        let now = context.now.datetime();
        self.subject.embargoes().any(|e| e.covers(now)) || self.subject.restriction.as_ref().is_some_and(|r| r.stands_on(now.date()))
    }
}

/// A question, for who may read what it is about; for anybody else it is not there.
pub async fn load(context: &Context, id: i64) -> Result<Loaded, Failure> {
    let desk = &context.desk.desk;
    let sealed = desk.member_question(id).await?.ok_or(Failure::NotFound)?;
    let subject = sealed.subject().clone();
    let question = sealed.open(&context.reader(), Act::ReadPaper, context.now.datetime()).map_err(|_| Failure::NotFound)?;
    let answer = desk.answer_to(id).await?;
    let item = match question.planned_item_id {
        Some(item) => Some(super::members::item_title(context, item).await?),
        None => None,
    };
    let paper_title = match answer.as_ref().and_then(|a| a.working_paper_id) {
        Some(paper) => paper_title(context, paper).await?,
        None => None,
    };
    Ok(Loaded {
        cases: desk.cases_of_question(id).await?,
        item,
        paper_title,
        on_agenda: desk.on_agenda(id).await?,
        answer,
        question,
        subject,
    })
}

async fn paper_title(context: &Context, id: i64) -> Result<Option<String>, Failure> {
    let Some(sealed) = context.desk.desk.working_paper(id).await? else { return Ok(None) };
    let drafts = super::paper::reads_drafts(context, sealed.subject());
    let opened = sealed.open(&context.reader(), Act::ReadPaper, context.now.datetime()).ok();
    Ok(opened.map(|paper| if drafts { paper.title } else { super::paper::as_public(paper).title }))
}

/// `/desk/questions/{question}`
pub async fn show(State(desk): State<DeskSite>, visitor: Visitor, format: Format, Path(id): Path<i64>, asked: Asked) -> Answer {
    let context = Context::of(desk, visitor);
    context.might(Act::ReadDesk)?;
    let loaded = load(&context, id).await?;
    let to = |what: &str| format!("{}/{what}", loaded.address());
    let body = html! {
        span.govuk-caption-l { a.govuk-link href="/desk/questions" { "Questions of members" } }
        h1.govuk-heading-l { (loaded.title()) }
        (shown(&loaded, "/desk/items"))
        h2.govuk-heading-m { "Do" }
        ul.govuk-list {
            @if loaded.answer.is_none() { (offer::<AnswerMember>(&context, &loaded.subject, &to("answer"))) }
            @if loaded.answer.is_some() && loaded.on_agenda.is_none() { (offer::<PutAnswerOnAgenda>(&context, &loaded.subject, &to("agenda"))) }
        }
    };
    Ok(answer(&context, &format, &asked, &loaded.title(), &loaded, body))
}

/// The question with its answer, as the desk and the room show both.
pub fn shown(loaded: &Loaded, items: &str) -> Markup {
    let question = &loaded.question;
    let cases: Vec<&str> = loaded.cases.iter().map(|(_, key)| key.as_str()).collect();
    html! {
        (Summary::default()
            .words("Asked by", Some(&format!("{}, {}", question.asked_by, at(&question.asked_at))))
            .words("Asked of", Some(&question.post))
            .words("About the item", loaded.item.as_deref())
            .words("About the cases", Some(cases.join(", ")).filter(|c| !c.is_empty()).as_deref()))
        @if let Some(paper) = question.working_paper_id { p.govuk-body { a.govuk-link href={ "/desk/papers/" (paper) } { "The paper that it is about" } } }
        div.govuk-inset-text { @for line in question.words.lines() { p.govuk-body { (line) } } }
        h2.govuk-heading-m { "Answer" }
        @match &loaded.answer {
            None => p.govuk-body { (tag("Not answered yet", "yellow")) },
            Some(answer) => {
                p.govuk-body { (answer.answered_by) ", " (at(&answer.answered_at)) ":" }
                div.govuk-inset-text { @for line in answer.words.lines() { p.govuk-body { (line) } } }
                @if let (Some(paper), Some(title)) = (answer.working_paper_id, &loaded.paper_title) {
                    p.govuk-body { a.govuk-link href={ "/desk/papers/" (paper) } { "The paper with it: " (title) } }
                }
            },
        }
        @if let Some(put) = &loaded.on_agenda {
            p.govuk-body { (tag("On the agenda", "green")) " Put there by " (put.put_by) ", " (at(&put.put_at)) ". " @if !items.is_empty() { a.govuk-link href={ (items) "/" (put.planned_item_id) } { "The item" } } }
        }
    }
}
