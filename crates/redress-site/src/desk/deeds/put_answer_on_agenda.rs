//! Putting a statement of assurance before a meeting: request, answer and their days become a paper of an item, and the paper
//! that came with the answer goes along. They are published as every paper of an agenda is.

use maud::{Markup, html};
use redress::access::Act;
use redress::members_room::question::{Answered, Kind, statement};
use redress::monitoring_report::draft::Document;
use redress::ombudsman::follows::CaseKey;
use redress_store::desk::work::meeting_list::Wanted;
use redress_store::desk::work::paper::WorkingPaper;
use serde_json::json;

use crate::clock::local;
use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::document;
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::question::{self, Loaded};
use crate::desk::pages::{case, item, meeting};
use crate::desk::safe_words;
use crate::failure::Failure;

/// Putting it there.
pub struct PutAnswerOnAgenda {
    loaded: Loaded,
    items: Vec<(String, String)>,
    covered: bool,
}

impl Deed for PutAnswerOnAgenda {
    const PATH: &'static str = "/desk/questions/{question}/agenda";
    const TITLE: &'static str = "Put the answer on the agenda";
    const ACT: Act = Act::AddPaper;
    const FIELDS: &'static [Field] =
        &[Field::new("item", "Item", Ask::OneOf).hint("Of a meeting that is still to come; its agenda needs the item first")];

    async fn load(context: &Context, keys: &Keys) -> Result<PutAnswerOnAgenda, Failure> {
        let loaded = question::load(context, keys.number("question")?).await?;
        let desk = &context.desk.desk;
        let mut items = Vec::new();
        let wanted = Wanted { from: Some(context.now.date().to_string()), ..Wanted::default() };
        for listed in desk.meetings_wanted(&wanted).await?.into_iter().filter(|l| l.standing.may_add().is_ok()) {
            for (_, planned) in desk.agenda(listed.meeting.id).await?.items {
                let shown = item::veiled(context, planned).await?;
                items.push((shown.id.to_string(), format!("{}: {}", meeting::title(&listed.meeting), item::title(&shown))));
            }
        }
        Ok(PutAnswerOnAgenda { covered: loaded.covered(context), loaded, items })
    }

    fn about(&self) -> About {
        About::of(self.loaded.subject.clone()).caption(self.loaded.title()).back(self.loaded.address())
    }

    fn before(&self) -> Markup {
        html! { @if !self.possible() { p.govuk-body { (self.impossible()) "." } } }
    }

    fn possible(&self) -> bool {
        self.loaded.question.kind() == Kind::Assurance
            && self.loaded.answer.is_some()
            && self.loaded.on_agenda.is_none()
            && !self.covered
            && !self.items.is_empty()
    }

    fn impossible(&self) -> String {
        let why = match (&self.loaded.on_agenda, &self.loaded.answer) {
            _ if self.loaded.question.kind() != Kind::Assurance => "Only a statement of assurance is put before a meeting",
            (Some(_), _) => "It is before a meeting already",
            (None, None) => "It is not answered yet",
            _ if self.covered => {
                "What it is about is restricted or under an embargo: add the answer to the item as a paper and restrict that"
            }
            _ => "No meeting that is still to come has an item: add the item to its agenda first",
        };
        why.into()
    }

    fn given(&self, field: &str) -> Vec<String> {
        let own = self.loaded.question.planned_item_id.map(|id| id.to_string());
        own.filter(|id| field == "item" && self.items.iter().any(|(offered, _)| offered == id)).into_iter().collect()
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        if field == "item" { self.items.clone() } else { Vec::new() }
    }

    async fn consequences(&self, context: &Context, _: &Filled) -> Result<Option<Markup>, Undone> {
        self.for_the_public(context).await?;
        let Some(document) = self.document() else { return Ok(None) };
        Ok(Some(html! {
            p.govuk-body { "This becomes a paper of the item. Nothing is public before the item’s papers are published; then everybody reads it:" }
            h2.govuk-heading-m { (document.title) }
            (document::shown(&document))
        }))
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let Some(item) = filled.number("item") else { return Err(Undone::wrong("item", "Item: choose one")) };
        let Some(document) = self.document() else { return Err(Undone::wrong("", self.impossible())) };
        self.for_the_public(context).await?;
        let bytes = document::file(&document, &context.desk.site.authority());
        let (paper, version) = document::paper(&document, &bytes, "statement-of-assurance.html", None, context.account());
        let paper = WorkingPaper { public_title: Some(document.title.clone()), ..paper };
        let put = context.desk.desk.put_answer_on_agenda(self.loaded.question.id, item, (&paper, &version, &bytes), &context.act()).await?;
        let Some(paper) = put else { return Err(Undone::changed()) };
        Ok(Done::made(format!("/desk/items/{item}"), json!({ "item": item, "paper": paper })))
    }
}

impl PutAnswerOnAgenda {
    /// Refuses what the public may not read of it: a person's name, and a case that is not public.
    async fn for_the_public(&self, context: &Context) -> Result<(), Undone> {
        let answer = self.loaded.answer.as_ref().map_or("", |a| a.words.as_str());
        for words in [self.loaded.question.words.as_str(), answer, self.loaded.paper_title.as_deref().unwrap_or("")] {
            safe_words::names_nobody("item", words)?;
        }
        for (_, key) in &self.loaded.cases {
            let public = match CaseKey::read(key) {
                Ok(key) => case::published(context, &key).await?,
                Err(_) => false,
            };
            if !public {
                return Err(Undone::wrong("item", format!("Case {key} is not public, and the paper names it. Publish the case first")));
            }
        }
        Ok(())
    }

    /// The paper; none while there is no answer.
    fn document(&self) -> Option<Document> {
        let (question, answer) = (&self.loaded.question, self.loaded.answer.as_ref()?);
        let day = |at: &str| at.parse().map(|at| local(at).date()).ok();
        let cases: Vec<String> = self.loaded.cases.iter().map(|(_, key)| key.clone()).collect();
        let answered = Answered {
            asked_by: &question.asked_by,
            asked_on: day(&question.asked_at)?,
            asked: &question.words,
            cases: &cases,
            post: &question.post,
            answered_by: &answer.answered_by,
            answered_on: day(&answer.answered_at)?,
            answer: &answer.words,
            paper: self.loaded.paper_title.as_deref(),
        };
        Some(statement(question.kind(), &answered))
    }
}
