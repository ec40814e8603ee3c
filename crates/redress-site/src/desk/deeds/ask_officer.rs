//! A member asks a post: a question, a briefing, a statement of assurance. The letter that tells of it has no word of it.

use maud::{Markup, html};
use redress::access::{Act, Subject, may};
use redress::members_room::question::{Kind, can_be_asked, check};
use redress::ombudsman::follows::CaseKey;
use redress::reader::Reader;
use redress_store::desk::account::post::Post;
use redress_store::desk::outbox::Letter;
use redress_store::desk::work::member_question::NewQuestion;
use serde_json::json;

use super::register;
use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::{case as case_page, members, review};
use crate::failure::Failure;

/// Asking.
pub struct AskOfficer {
    posts: Vec<Post>,
    items: Vec<(String, String)>,
    /// The paper that it is about, with its title as this person reads it.
    paper: Option<(i64, String)>,
    chosen: Option<String>,
}

const KINDS: &[(&str, &str)] = &[
    ("question", "A question"),
    ("briefing", "A briefing before a meeting"),
    ("assurance", "A statement of assurance, for who chairs overview and scrutiny"),
];

impl Deed for AskOfficer {
    const PATH: &'static str = "/members/ask";
    const TITLE: &'static str = "Ask an officer";
    const ACT: Act = Act::AskOfficer;
    const FIELDS: &'static [Field] = &[
        Field::new("kind", "What you ask for", Ask::One(KINDS)),
        Field::new("item", "The item that it is about", Ask::OneOf).optional(),
        Field::new("cases", "The cases that it is about", Ask::Line)
            .hint("References with commas between them, such as 23 900 001, 23 900 002")
            .optional(),
        Field::new("paper", "The paper that it is about", Ask::Carried).optional(),
        Field::new("post", "Who is asked", Ask::OneOf),
        Field::new("words", "What you ask", Ask::Text)
            .hint("You and officers read it; what is asked of a restricted paper, only who may read that paper"),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<AskOfficer, Failure> {
        let desk = &context.desk.desk;
        let mut posts = desk.posts().await?;
        posts.retain(|post| post.role().is_some_and(can_be_asked));
        let items = members::coming(context, context.now.date()).await?;
        let named = keys.all("paper").first().and_then(|id| id.parse().ok());
        Ok(AskOfficer {
            posts,
            items: items.into_iter().map(|i| (i.id.to_string(), i.title)).collect(),
            paper: match named {
                Some(id) => Some(paper(context, id).await?),
                None => None,
            },
            chosen: keys.all("item").first().map(|id| (*id).to_string()),
        })
    }

    fn about(&self) -> About {
        let caption = self.paper.as_ref().map(|(_, title)| title.clone()).unwrap_or_default();
        About::of(Subject::council()).caption(caption).back("/members/questions")
    }

    fn before(&self) -> Markup {
        html! { @if let Some((_, title)) = &self.paper { p.govuk-body { "It is about the paper: " (title) } } }
    }

    fn possible(&self) -> bool {
        !self.posts.is_empty()
    }

    fn impossible(&self) -> String {
        "No post is on record that could be asked: democratic services can say who to turn to".into()
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        match field {
            "item" => self.items.clone(),
            "post" => self.posts.iter().map(|p| (p.id.to_string(), named(p))).collect(),
            _ => Vec::new(),
        }
    }

    fn given(&self, field: &str) -> Vec<String> {
        match field {
            "kind" => vec!["question".into()],
            "paper" => self.paper.iter().map(|(id, _)| id.to_string()).collect(),
            "item" => self.chosen.iter().cloned().collect(),
            _ => Vec::new(),
        }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let desk = &context.desk.desk;
        let kind = Kind::of_word(filled.get("kind")).unwrap_or(Kind::Question);
        let wrong = |w| Undone::fields(Self::FIELDS, vec![w]);
        kind.may_be_asked_by(&members::seats(context).await?).map_err(wrong)?;
        let cases = known_cases(context, filled.get("cases")).await?;
        let (item, paper) = (filled.number("item"), self.paper.as_ref().map(|(id, _)| *id));
        let found = check(kind, filled.get("words"), item.is_some(), paper.is_some(), cases.len());
        if !found.is_empty() {
            return Err(Undone::fields(Self::FIELDS, found));
        }
        let Some(post) = filled.number("post").and_then(|id| self.posts.iter().find(|p| p.id == id)) else {
            return Err(Undone::wrong("post", "Who is asked: choose one"));
        };
        let subject = desk.subject_of_asking(context.account(), item, paper, &cases).await?;
        if !context.can(Act::ReadPaper, &subject) {
            return Err(Undone::wrong("item", "You may not read what this is about yet, so you cannot ask about it here"));
        }
        let addresses = readers(context, post.id, &subject).await?;
        if addresses.is_empty() {
            return Err(Undone::wrong("post", "Nobody in this post today may read what it is about. Choose another post"));
        }
        let letters = |id: i64| {
            let to = addresses.iter().flatten();
            to.map(|to| Letter {
                to: to.clone(),
                subject: format!("A member asks: {}", named(post)),
                body: format!(
                    "A member asked something of {}. It is not in this letter. Sign in to read and answer it:\n{}/desk/questions/{id}\n",
                    named(post),
                    context.desk.site.base
                ),
                about: format!("member_question {id}"),
                holds_secret: false,
            })
            .collect()
        };
        let new = NewQuestion { account: context.account(), kind, post: post.id, item, paper, cases: &cases, words: filled.get("words") };
        let id = desk.ask_officer(&new, &letters, &context.act()).await?;
        Ok(Done::made(format!("/members/questions/{id}"), json!({ "question": id })))
    }
}

/// `Director of Homes (repairs)`
fn named(post: &Post) -> String {
    match &post.area {
        Some(area) => format!("{} ({area})", post.title),
        None => post.title.clone(),
    }
}

/// A paper that this person may read, by the title that they read; any other is not there.
async fn paper(context: &Context, id: i64) -> Result<(i64, String), Failure> {
    let sealed = context.desk.desk.working_paper(id).await?.ok_or(Failure::NotFound)?;
    let drafts = crate::desk::pages::paper::reads_drafts(context, sealed.subject());
    let paper = sealed.open(&context.reader(), Act::ReadPaper, context.now.datetime()).map_err(|_| Failure::NotFound)?;
    let paper = if drafts { paper } else { crate::desk::pages::paper::as_public(paper) };
    Ok((id, paper.title))
}

/// Cases that members know of: published, or in a review that is shown to whoever asks. Any other is not named by a refusal.
async fn known_cases(context: &Context, typed: &str) -> Result<Vec<i64>, Undone> {
    let desk = &context.desk.desk;
    let mut all = Vec::new();
    for key in register::keys(typed).map_err(|w| Undone::wrong("cases", w.message))? {
        let unknown = || Undone::wrong("cases", format!("There is no case {key} that is published or shown to you"));
        let case = desk.case_of(&key).await?.ok_or_else(unknown)?;
        if !case_page::published(context, &key).await? && !shown(context, &key, case.id).await? {
            return Err(unknown());
        }
        all.push(case.id);
    }
    Ok(all)
}

async fn shown(context: &Context, key: &CaseKey, case: i64) -> Result<bool, Failure> {
    let desk = &context.desk.desk;
    for id in desk.reviews_shown_to(context.account(), context.now.date()).await? {
        let Ok(loaded) = review::open(context, id).await else { continue };
        let subject = loaded.subject.clone().under_all(desk.embargoes_of_case(case).await?);
        if loaded.kept.review.members().any(|m| m.case == *key) && context.can(Act::ReadPaper, &subject) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Those in a post today who may read what a question is about, each with an address where they have one.
async fn readers(context: &Context, post: i64, subject: &Subject) -> Result<Vec<Option<String>>, Failure> {
    let (desk, now) = (&context.desk.desk, context.now.datetime());
    let mut all = Vec::new();
    for account in desk.holders_of_post(post, now.date()).await? {
        let Some(person) = desk.signed_in(account, now.date()).await? else { continue };
        if may(&Reader::SignedIn(person), Act::AnswerMember, subject, now).is_ok() {
            all.push(desk.account(account).await?.and_then(|a| a.email));
        }
    }
    Ok(all)
}
