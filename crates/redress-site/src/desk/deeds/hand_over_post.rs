//! Handing everything open of a post over to another post, each recommendation with a record of its own.

use maud::{Markup, html};
use redress::access::{Act, Subject, SubjectKind};
use redress::ombudsman::follow_up::HandOver;
use redress::ombudsman::history::Entry;
use redress_store::desk::account::post::Post;
use redress_store::desk::work::recommendation::KeptRecommendation;
use serde_json::json;

use super::hand_over::{held_posts, refused, words};
use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::case;
use crate::failure::Failure;

/// Handing over a post.
pub struct HandOverPost {
    post: Post,
    open: Vec<KeptRecommendation>,
    posts: Vec<Post>,
}

impl Deed for HandOverPost {
    const PATH: &'static str = "/desk/posts/{post}/hand-over";
    const TITLE: &'static str = "Hand over everything open";
    const ACT: Act = Act::HandOver;
    const FIELDS: &'static [Field] =
        &[Field::new("to", "To which post", Ask::OneOf).hint("Posts that somebody holds today"), Field::new("why", "Why", Ask::Text)];

    async fn load(context: &Context, keys: &Keys) -> Result<HandOverPost, Failure> {
        let id = keys.number("post")?;
        let post = context.desk.desk.posts().await?.into_iter().find(|p| p.id == id).ok_or(Failure::NotFound)?;
        let mut open = Vec::new();
        for kept in context.desk.desk.open_of_post(id).await? {
            // What an embargo covers is handed over by those who may read it, and is not told of here.
            if context.can(Act::HandOver, &case::known(context, kept.case_file_id).await?.subject) {
                open.push(kept);
            }
        }
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
            @if self.open.is_empty() { p.govuk-body { "This post owns no recommendation that is open." } } @else {
                p.govuk-body { "Open recommendations of this post, each with its original date, which does not change:" }
                ul.govuk-list.govuk-list--bullet {
                    @for kept in &self.open {
                        li {
                            a.govuk-link href={ "/desk/recommendations/" (kept.id) } { (kept.tracked.asked().key()) }
                            @if let Some(day) = kept.tracked.asked().original() { ", " (redress::day::long(day)) }
                        }
                    }
                }
            }
        }
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
            return Err(Undone::wrong("", "This post owns no recommendation that is open"));
        }
        let hand = HandOver { from: Some(self.post.id), to, why: filled.get("why").into() };
        let mut all = self.open.clone();
        for kept in &mut all {
            let entry = Entry::new(&context.visitor.signed_in.name, context.now.date(), hand.clone());
            kept.tracked.hand_over(entry).map_err(|why| refused(&why))?;
        }
        if !context.desk.desk.change_recommendations(&all, "hand_over", &json!(hand), &context.act()).await? {
            return Err(Undone::changed());
        }
        let keys: Vec<String> = all.iter().map(|kept| kept.tracked.asked().key()).collect();
        Ok(Done::made(self.about().back, json!({ "owner": to, "handed_over": keys })))
    }
}
