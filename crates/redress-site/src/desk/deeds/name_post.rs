//! Other names of a post: what decisions and reports call it. An action that names one of them is the post's.

use maud::{Markup, html};
use redress::access::{Act, Subject, SubjectKind};
use redress_store::desk::account::post::Post;
use serde_json::json;

use super::hand_over::words;
use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::failure::Failure;

/// Keeping them.
pub struct NamePost {
    post: Post,
    names: Vec<String>,
}

/// A longer name is none.
const LONGEST: usize = 120;

impl Deed for NamePost {
    const PATH: &'static str = "/desk/posts/{post}/names";
    const TITLE: &'static str = "Other names of the post";
    const ACT: Act = Act::KeepPosts;
    const FIELDS: &'static [Field] = &[Field::new("names", "Other names", Ask::Text)
        .hint("One to a line, as decisions and reports write them. None leads to two posts")
        .optional()];

    async fn load(context: &Context, keys: &Keys) -> Result<NamePost, Failure> {
        let (id, desk) = (keys.number("post")?, &context.desk.desk);
        let post = desk.posts().await?.into_iter().find(|p| p.id == id).ok_or(Failure::NotFound)?;
        let names = desk.post_aliases().await?.into_iter().filter(|(_, of)| *of == id).map(|(name, _)| name).collect();
        Ok(NamePost { post, names })
    }

    fn about(&self) -> About {
        About::of(Subject::new(SubjectKind::Post)).caption(words(&self.post)).back("/desk/posts")
    }

    fn before(&self) -> Markup {
        html! { p.govuk-body { "What a decision asks of a post under one of these names becomes an action of this post." } }
    }

    fn given(&self, field: &str) -> Vec<String> {
        if field == "names" { vec![self.names.join("\n")] } else { Vec::new() }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let bare = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
        let mut names: Vec<String> = Vec::new();
        for name in filled.get("names").lines().map(bare).filter(|name| !name.is_empty() && *name != self.post.title) {
            if name.chars().count() > LONGEST {
                return Err(Undone::wrong("names", format!("A name must be {LONGEST} characters or fewer")));
            }
            if !names.iter().any(|known| known.to_lowercase() == name.to_lowercase()) {
                names.push(name);
            }
        }
        match context.desk.desk.keep_post_aliases(self.post.id, &names, &context.act()).await? {
            Ok(()) => Ok(Done::made(self.about().back, json!({ "names": names }))),
            Err(taken) => Err(Undone::wrong("names", format!("“{taken}” is the name of another post. A name leads to one post"))),
        }
    }
}
