//! Handing the report of what comes back over to another post. Who reported before stays on record.

use maud::{Markup, html};
use redress::access::{Act, Subject, SubjectKind};
use redress_store::desk::account::post::Post;
use serde_json::json;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::deeds::hand_over::{held_posts, words};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::named_posts::NamedPosts;
use crate::desk::pages::recurrence::{self, Loaded};
use crate::failure::Failure;

/// Handing over.
pub struct HandRecurrenceOver {
    loaded: Loaded,
    posts: Vec<Post>,
}

impl Deed for HandRecurrenceOver {
    const PATH: &'static str = "/desk/recurrences/{recurrence}/hand-over";
    const TITLE: &'static str = "Hand the review over";
    const ACT: Act = Act::KeepAction;
    const FIELDS: &'static [Field] = &[
        Field::new("to", "Post that reports from now on", Ask::OneOf).hint("Posts that somebody holds today"),
        Field::new("why", "Why", Ask::Line),
        Field::new("revision", "The version that you saw", Ask::Carried),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<HandRecurrenceOver, Failure> {
        let loaded = recurrence::load(context, keys.number("recurrence")?).await?;
        Ok(HandRecurrenceOver { loaded, posts: held_posts(context).await? })
    }

    fn about(&self) -> About {
        About::of(Subject::new(SubjectKind::Item)).caption(self.loaded.title()).back(self.loaded.address())
    }

    fn before(&self) -> Markup {
        html! { p.govuk-body { "Now it is " (self.loaded.view.recurrence.owner) ". What it reported stays as it is." } }
    }

    fn possible(&self) -> bool {
        self.loaded.view.recurrence.ended().is_none()
    }

    fn impossible(&self) -> String {
        "It has ended already".into()
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        let owner = self.loaded.view.kept.owner_post_id;
        match field {
            "to" => self.posts.iter().filter(|p| p.id != owner).map(|p| (p.id.to_string(), words(p))).collect(),
            _ => Vec::new(),
        }
    }

    fn given(&self, field: &str) -> Vec<String> {
        if field == "revision" { vec![self.loaded.view.kept.revision.to_string()] } else { Vec::new() }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let mut kept = self.loaded.view.kept.clone();
        if filled.number("revision") != Some(kept.revision) {
            return Err(Undone::changed());
        }
        let to = filled.number("to").ok_or_else(|| Undone::wrong("to", "Choose the post that reports from now on"))?;
        let posts = NamedPosts::of(&context.desk.desk).await?;
        let named = posts.named(to).unwrap_or_default();
        let (by, on, from) = (&context.visitor.signed_in.name, context.now.date(), kept.owner_post_id);
        kept.recurrence.hand_over(named, filled.get("why"), by, on).map_err(|wrong| Undone::fields(Self::FIELDS, vec![wrong]))?;
        kept.owner_post_id = to;
        let body = json!({ "from": from, "to": to, "why": filled.get("why") });
        if !context.desk.desk.change_recurrence(&kept, "hand_recurrence_over", &body, &context.act()).await? {
            return Err(Undone::changed());
        }
        Ok(Done::made(self.loaded.address(), json!({ "owner": to })))
    }
}
