//! Saying how an action goes. What was said before stays, and so does the original date.

use maud::{Markup, html};
use redress::access::Act;
use redress::action::{Event, Goes};

use super::{REVISION, carried, record};
use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::action::{self, Loaded};
use crate::desk::safe_words;
use crate::failure::Failure;

/// Saying so.
pub struct GiveProgress(Loaded);

impl Deed for GiveProgress {
    const PATH: &'static str = "/desk/actions/{action}/progress";
    const TITLE: &'static str = "Say how it goes";
    const ACT: Act = Act::GiveProgress;
    const FIELDS: &'static [Field] = &[
        Field::new("how", "How it goes", Ask::One(Goes::CHOICES)),
        Field::new("words", "In words", Ask::Text),
        Field::new("expected", "Day on which you expect it to be done", Ask::Date)
            .hint("It stands beside the original date, which does not change")
            .optional(),
        Field::new("public", "Who may read it", Ask::Any(&[("yes", "The public may read this once the action is published again")]))
            .optional(),
        REVISION,
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<GiveProgress, Failure> {
        Ok(GiveProgress(action::load(context, keys.number("action")?).await?))
    }

    fn about(&self) -> About {
        self.0.about()
    }

    fn before(&self) -> Markup {
        html! { (self.0.asked()) }
    }

    fn possible(&self) -> bool {
        self.0.kept.action.closed().is_none()
    }

    fn impossible(&self) -> String {
        "The action is closed. Open it again first, with the reason".into()
    }

    fn given(&self, field: &str) -> Vec<String> {
        carried(&self.0, field)
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let public = filled.has("public", "yes");
        if public {
            safe_words::names_nobody("words", filled.get("words"))?;
            safe_words::safe(context, std::slice::from_ref(&self.0.item), "words", filled.get("words")).await?;
        }
        let event = Event::Noted {
            words: filled.get("words").into(),
            public,
            goes: Goes::of_word(filled.get("how")).ok_or_else(|| Undone::wrong("how", "Choose one"))?,
            expected: filled.date("expected"),
        };
        record(context, &self.0, filled, "give_progress", event, Self::FIELDS).await
    }
}
