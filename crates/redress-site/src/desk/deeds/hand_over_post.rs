//! Handing everything open of a post over to another: recommendations, actions and reviews, each with a record of its own.

use maud::{Markup, html};
use redress::access::{Act, Subject, SubjectKind};
use redress::action::{self, Event};
use redress::ombudsman::follow_up::HandOver;
use redress::ombudsman::history::Entry;
use redress_store::desk::account::post::Post;
use redress_store::desk::work::action::{ActionQuery, KeptAction};
use redress_store::desk::work::post_hand_over::Goes;
use serde_json::json;

use super::hand_over::{held_posts, refused, words};
use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::named_posts::NamedPosts;
use crate::desk::pages::{action as action_page, case};
use crate::failure::Failure;

/// Handing over a post.
pub struct HandOverPost {
    post: Post,
    open: Goes,
    posts: Vec<Post>,
}

impl Deed for HandOverPost {
    const PATH: &'static str = "/desk/posts/{post}/hand-over";
    const TITLE: &'static str = "Hand over everything open";
    const ACT: Act = Act::HandOver;
    const FIELDS: &'static [Field] = &[
        Field::new("to", "To which post", Ask::OneOf).hint("Posts that somebody holds today"),
        Field::new("why", "Why", Ask::Text),
        Field::new("open", "What is still to be done", Ask::Text).hint("For the new owner, where actions go over").optional(),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<HandOverPost, Failure> {
        let id = keys.number("post")?;
        let post = context.desk.desk.posts().await?.into_iter().find(|p| p.id == id).ok_or(Failure::NotFound)?;
        let open = open_of(context, id).await?;
        Ok(HandOverPost { post, open, posts: held_posts(context).await? })
    }

    fn about(&self) -> About {
        About::of(Subject::new(SubjectKind::Post)).caption(words(&self.post)).back("/desk/posts")
    }

    fn possible(&self) -> bool {
        !self.open.is_empty()
    }

    fn before(&self) -> Markup {
        html! {
            @if self.open.is_empty() { p.govuk-body { (self.impossible()) "." } } @else {
                p.govuk-body { "What is open of this post, each with its original date, which does not change:" }
                ul.govuk-list.govuk-list--bullet {
                    @for kept in &self.open.recommendations {
                        li {
                            a.govuk-link href={ "/desk/recommendations/" (kept.id) } { (kept.tracked.asked().key()) }
                            @if let Some(day) = kept.tracked.asked().original() { ", " (redress::day::long(day)) }
                        }
                    }
                    @for kept in &self.open.actions {
                        li {
                            a.govuk-link href={ "/desk/actions/" (kept.id) } { (kept.title()) }
                            @if let Some(day) = kept.action.original() { ": " (redress::day::long(day)) }
                        }
                    }
                    @for kept in &self.open.recurrences {
                        li { a.govuk-link href={ "/desk/recurrences/" (kept.id) } { (kept.recurrence.what) } ", " (kept.recurrence.cycle.words()) }
                    }
                }
            }
        }
    }

    fn impossible(&self) -> String {
        "This post owns no recommendation, action or review that is open".into()
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        match field {
            "to" => self.posts.iter().filter(|p| p.id != self.post.id).map(|p| (p.id.to_string(), words(p))).collect(),
            _ => Vec::new(),
        }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let to = filled.number("to").ok_or_else(|| Undone::wrong("to", "To which post: choose one"))?;
        if self.open.is_empty() {
            return Err(Undone::wrong("", self.impossible()));
        }
        let (name, today) = (context.visitor.signed_in.name.clone(), context.now.date());
        let posts = NamedPosts::of(&context.desk.desk).await?;
        let named = posts.named(to).unwrap_or_default();
        let hand = HandOver { from: Some(self.post.id), to, why: filled.get("why").into() };
        let mut goes = self.open.clone();
        for kept in &mut goes.recommendations {
            kept.tracked.hand_over(Entry::new(&name, today, hand.clone())).map_err(|why| refused(&why))?;
        }
        for kept in &mut goes.actions {
            let event = Event::HandedOver { to: named.into(), why: filled.get("why").into(), open: filled.get("open").into() };
            let entry = action::Entry { on: today, by: name.clone(), event };
            kept.action.record(entry, &posts.words()).map_err(|wrong| Undone::fields(Self::FIELDS, vec![wrong]))?;
            kept.owner_post_id = to;
        }
        for kept in &mut goes.recurrences {
            let handed = kept.recurrence.hand_over(named, filled.get("why"), &name, today);
            handed.map_err(|wrong| Undone::fields(Self::FIELDS, vec![wrong]))?;
            kept.owner_post_id = to;
        }
        if !context.desk.desk.hand_over_post(&goes, &json!(hand), &context.act()).await? {
            return Err(Undone::changed());
        }
        let keys: Vec<String> = goes.recommendations.iter().map(|kept| kept.tracked.asked().key()).collect();
        let actions: Vec<i64> = goes.actions.iter().map(|kept| kept.id).collect();
        let recurrences: Vec<i64> = goes.recurrences.iter().map(|kept| kept.id).collect();
        Ok(Done::made(self.about().back, json!({ "owner": to, "handed_over": keys, "actions": actions, "recurrences": recurrences })))
    }
}

/// What is open of a post and whoever asks may hand over. What an embargo covers is handed over by those who may read it, and is not
/// told of here.
async fn open_of(context: &Context, post: i64) -> Result<Goes, Failure> {
    let desk = &context.desk.desk;
    let mut open = Goes::default();
    for kept in desk.open_of_post(post).await? {
        if context.can(Act::HandOver, &case::known(context, kept.case_file_id).await?.subject) {
            open.recommendations.push(kept);
        }
    }
    let actions = desk.actions(ActionQuery { owner: Some(post), ..ActionQuery::default() }).await?;
    for kept in actions.into_iter().filter(|k| k.action.closed().is_none()) {
        if may_read(context, kept.planned_item_id, Some(&kept)).await? {
            open.actions.push(kept);
        }
    }
    for kept in desk.recurrences_of_post(post).await? {
        if may_read(context, kept.planned_item_id, None).await? {
            open.recurrences.push(kept);
        }
    }
    Ok(open)
}

/// Whether whoever asks may read what the decision at an item asked, or an action of it.
pub async fn may_read(context: &Context, item: i64, action: Option<&KeptAction>) -> Result<bool, Failure> {
    let desk = &context.desk.desk;
    let Some(item) = desk.planned_item(item).await? else { return Ok(false) };
    let subject = match action {
        Some(action) => action_page::subject_of(desk, action, &item).await?,
        None => action_page::subject(desk, &item).await?,
    };
    Ok(context.can(Act::ReadPaper, &subject))
}
