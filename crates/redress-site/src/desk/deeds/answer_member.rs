//! Answering a member's question, once, with a paper where one goes with it. The letter that tells of it has no word of it.

use maud::{Markup, html};
use redress::access::{Act, Subject, SubjectKind};
use redress_store::desk::outbox::Letter;
use redress_store::desk::work::paper::WorkingPaper;
use serde_json::json;

use super::add_version::{keep, looked_at};
use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::question::{self, Loaded};
use crate::failure::Failure;

/// Answering.
pub struct AnswerMember {
    loaded: Loaded,
    /// They hold or cover the post that is asked.
    holds: bool,
    /// They answer for it, as democratic services do.
    for_it: bool,
    /// Something covers what the question is about.
    covered: bool,
}

impl Deed for AnswerMember {
    const PATH: &'static str = "/desk/questions/{question}/answer";
    const TITLE: &'static str = "Answer the member";
    const ACT: Act = Act::AnswerMember;
    const FIELDS: &'static [Field] = &[
        Field::new("words", "Answer", Ask::Text).hint("The member reads it in their room. It is not changed afterwards"),
        Field::new("title", "Title of the paper", Ask::Line).hint("Where a paper goes with the answer").optional(),
        Field::new("file", "Paper", Ask::File).hint("PDF, Word, Excel, PowerPoint, OpenDocument, text or a picture").optional(),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<AnswerMember, Failure> {
        let loaded = question::load(context, keys.number("question")?).await?;
        let holders = context.desk.desk.holders_of_post(loaded.question.post_id, context.now.date()).await?;
        Ok(AnswerMember {
            holds: holders.contains(&context.account()),
            // Whoever keeps agendas sees that members are answered.
            for_it: !loaded.question.kind().needs_the_post_itself() && context.can(Act::AddItem, &Subject::new(SubjectKind::Item)),
            covered: loaded.covered(context),
            loaded,
        })
    }

    fn about(&self) -> About {
        About::of(self.loaded.subject.clone()).caption(self.loaded.title()).back(self.loaded.address())
    }

    fn before(&self) -> Markup {
        html! {
            @if self.possible() { div.govuk-inset-text { @for line in self.loaded.question.words.lines() { p.govuk-body { (line) } } } }
            @else { p.govuk-body { (self.impossible()) "." } }
        }
    }

    fn possible(&self) -> bool {
        self.loaded.answer.is_none() && (self.holds || self.for_it)
    }

    fn impossible(&self) -> String {
        match &self.loaded.answer {
            Some(answer) => format!("{} answered it already", answer.answered_by),
            None if self.loaded.question.kind().needs_the_post_itself() => {
                format!("Assurance is given by {} alone: only who holds or covers that post answers", self.loaded.question.post)
            }
            None => format!(
                "It was put to {}: who holds or covers that post answers, or democratic services for them",
                self.loaded.question.post
            ),
        }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let desk = &context.desk.desk;
        let question = &self.loaded.question;
        let paper = match filled.file("file") {
            None => None,
            Some(_) if self.covered => {
                return Err(Undone::wrong(
                    "file",
                    "What the question is about is covered, and a file sent here would not be. Add the paper to the item and restrict it there",
                ));
            }
            Some(file) => {
                let looked = looked_at(context, file).await?;
                let title = filled.words("title").unwrap_or_else(|| format!("Paper with the answer to question {}", question.id));
                let new = WorkingPaper { title, author: context.account(), ..WorkingPaper::default() };
                let id = desk.add_working_paper(&new, &context.act()).await?;
                keep(context, id, file, &looked, false).await?;
                Some(id)
            }
        };
        let asker = desk.account(question.account_id).await?.filter(|a| a.closed_at.is_none());
        let letter = asker.and_then(|a| a.email).map(|to| Letter {
            to,
            subject: format!("Your question was answered: {}", question.post),
            body: format!(
                "{} answered what you asked. The answer is not in this letter. Sign in to read it:\n{}/members/questions/{}\n",
                question.post, context.desk.site.base, question.id
            ),
            about: format!("member_question {}", question.id),
            holds_secret: false,
        });
        if !desk.answer_member(question.id, filled.get("words"), paper, letter.as_ref(), &context.act()).await? {
            return Err(Undone::changed());
        }
        Ok(Done::made(self.loaded.address(), json!({ "question": question.id, "paper": paper })))
    }
}
