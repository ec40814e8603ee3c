//! Handing an action over to another post, with what is still to be done.

use maud::{Markup, html};
use redress::access::Act;
use redress::action::Event;

use super::{REVISION, carried, record};
use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::named_posts::NamedPosts;
use crate::desk::pages::action::{self, Loaded};
use crate::failure::Failure;

/// Handing over.
pub struct HandActionOver {
    loaded: Loaded,
    posts: NamedPosts,
}

impl Deed for HandActionOver {
    const PATH: &'static str = "/desk/actions/{action}/hand-over";
    const TITLE: &'static str = "Hand the action over";
    const ACT: Act = Act::KeepAction;
    const FIELDS: &'static [Field] = &[
        Field::new("to", "Post that takes it", Ask::OneOf),
        Field::new("why", "Why", Ask::Line),
        Field::new("open", "What is still to be done", Ask::Text).hint("For the new owner"),
        REVISION,
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<HandActionOver, Failure> {
        let loaded = action::load(context, keys.number("action")?).await?;
        Ok(HandActionOver { loaded, posts: NamedPosts::of(&context.desk.desk).await? })
    }

    fn about(&self) -> About {
        self.loaded.about()
    }

    fn before(&self) -> Markup {
        html! { (self.loaded.asked()) }
    }

    fn possible(&self) -> bool {
        self.loaded.kept.action.closed().is_none()
    }

    fn impossible(&self) -> String {
        "The action is closed. Open it again first, with the reason".into()
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        if field == "to" { self.posts.offered() } else { Vec::new() }
    }

    fn given(&self, field: &str) -> Vec<String> {
        carried(&self.loaded, field)
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let text = |name| filled.get(name).to_string();
        let event = Event::HandedOver { to: text("to"), why: text("why"), open: text("open") };
        record(context, &self.loaded, filled, "hand_action_over", event, Self::FIELDS).await
    }
}
