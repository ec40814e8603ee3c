//! Opening an action again that was closed, with the reason.

use maud::{Markup, html};
use redress::access::Act;
use redress::action::Event;

use super::{REVISION, carried, record};
use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::action::{self, Loaded};
use crate::failure::Failure;

/// Opening it again.
pub struct ReopenAction(Loaded);

impl Deed for ReopenAction {
    const PATH: &'static str = "/desk/actions/{action}/reopen";
    const TITLE: &'static str = "Open the action again";
    const ACT: Act = Act::KeepAction;
    const FIELDS: &'static [Field] = &[Field::new("why", "Why", Ask::Text).hint("Such as: two homes were not visited"), REVISION];

    async fn load(context: &Context, keys: &Keys) -> Result<ReopenAction, Failure> {
        Ok(ReopenAction(action::load(context, keys.number("action")?).await?))
    }

    fn about(&self) -> About {
        self.0.about()
    }

    fn before(&self) -> Markup {
        html! { (self.0.asked()) }
    }

    fn possible(&self) -> bool {
        self.0.kept.action.closed().is_some()
    }

    fn impossible(&self) -> String {
        "The action is open".into()
    }

    fn given(&self, field: &str) -> Vec<String> {
        carried(&self.0, field)
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let event = Event::Reopened { why: filled.get("why").into() };
        record(context, &self.0, filled, "reopen_action", event, Self::FIELDS).await
    }
}
