//! Handing a recommendation over to another post. Who had it before stays on record.

use maud::{Markup, html};
use redress::access::Act;
use redress::ombudsman::follow_up::{CannotHandOver, HandOver};
use redress::ombudsman::history::Entry;
use redress_store::desk::account::post::Post;
use redress_store::desk::work::recommendation::KeptRecommendation;
use serde_json::json;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::case::Loaded;
use crate::desk::pages::recommendation;
use crate::failure::Failure;

/// Handing over.
pub struct HandOverOne {
    kept: KeptRecommendation,
    loaded: Loaded,
    posts: Vec<Post>,
}

/// The posts that are held today, which alone can be handed to: nothing goes to a post that stands empty.
pub async fn held_posts(context: &Context) -> Result<Vec<Post>, Failure> {
    let people = context.desk.desk.people_on(context.now.date()).await?;
    let mut posts = context.desk.desk.posts().await?;
    posts.retain(|post| people.iter().any(|person| person.posts.contains(&post.id)));
    Ok(posts)
}

/// Why a hand-over is refused, beside its field.
pub fn refused(why: &CannotHandOver) -> Undone {
    match why {
        CannotHandOver::ToItself => Undone::wrong("to", "The post has it already: choose another"),
        CannotHandOver::NoReason => Undone::wrong("why", "Say why it is handed over"),
        CannotHandOver::NotFromTheOwner(_) => Undone::changed(),
        CannotHandOver::Entry(why) => Undone::wrong("", why.to_string()),
    }
}

impl Deed for HandOverOne {
    const PATH: &'static str = "/desk/recommendations/{recommendation}/hand-over";
    const TITLE: &'static str = "Hand it over";
    const ACT: Act = Act::HandOver;
    const FIELDS: &'static [Field] =
        &[Field::new("to", "To which post", Ask::OneOf).hint("Posts that somebody holds today"), Field::new("why", "Why", Ask::Text)];

    async fn load(context: &Context, keys: &Keys) -> Result<HandOverOne, Failure> {
        let (kept, loaded) = recommendation::load(context, keys.number("recommendation")?).await?;
        Ok(HandOverOne { kept, loaded, posts: held_posts(context).await? })
    }

    fn about(&self) -> About {
        About::of(self.loaded.subject.clone())
            .caption(recommendation::title(&self.kept))
            .back(format!("/desk/recommendations/{}", self.kept.id))
    }

    fn before(&self) -> Markup {
        let original = self.kept.tracked.asked().original();
        html! { @if let Some(day) = original { p.govuk-body { "The original date, " (redress::day::long(day)) ", goes with it and does not change." } } }
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        let owner = self.kept.tracked.owner();
        match field {
            "to" => self.posts.iter().filter(|p| p.id != owner).map(|p| (p.id.to_string(), words(p))).collect(),
            _ => Vec::new(),
        }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let to = filled.number("to").ok_or_else(|| Undone::wrong("to", "To which post: choose one"))?;
        let mut kept = self.kept.clone();
        let hand = HandOver { from: Some(kept.tracked.owner()), to, why: filled.get("why").into() };
        let entry = Entry::new(&context.visitor.signed_in.name, context.now.date(), hand.clone());
        kept.tracked.hand_over(entry).map_err(|why| refused(&why))?;
        if !context.desk.desk.change_recommendation(&kept, "hand_over", &json!(hand), &context.act()).await? {
            return Err(Undone::changed());
        }
        Ok(Done::made(self.about().back, json!({ "owner": to })))
    }
}

/// A post with its service.
pub fn words(post: &Post) -> String {
    match &post.area {
        Some(area) => format!("{}, {area}", post.title),
        None => post.title.clone(),
    }
}
