//! Recording that a body or a post gave more time. The original date stays, and lateness is counted from it.

use maud::{Markup, html};
use redress::access::Act;
use redress::action::Event;

use super::{REVISION, carried, record};
use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::action::{self, Loaded};
use crate::desk::safe_words;
use crate::failure::Failure;

/// Recording it.
pub struct GiveMoreTime(Loaded);

impl Deed for GiveMoreTime {
    const PATH: &'static str = "/desk/actions/{action}/more-time";
    const TITLE: &'static str = "Record that more time was given";
    const ACT: Act = Act::KeepAction;
    const FIELDS: &'static [Field] = &[
        Field::new("to", "Until when", Ask::Date),
        Field::new("given_by", "Who gave it", Ask::Line).hint("The body or the post, such as Executive, 4 June 2025"),
        Field::new("why", "Why more time is needed", Ask::Text).hint("The public reads it where the action is public"),
        REVISION,
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<GiveMoreTime, Failure> {
        Ok(GiveMoreTime(action::load(context, keys.number("action")?).await?))
    }

    fn about(&self) -> About {
        self.0.about()
    }

    fn before(&self) -> Markup {
        html! {
            (self.0.asked())
            p.govuk-body { "The original date stays, and the action is late from the day after it." }
        }
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
        let to = filled.date("to").ok_or_else(|| Undone::wrong("to", "Give the day"))?;
        safe_words::names_nobody("why", filled.get("why"))?;
        let event = Event::Extended { to, given_by: filled.get("given_by").into(), why: filled.get("why").into() };
        record(context, &self.0, filled, "give_more_time", event, Self::FIELDS).await
    }
}
