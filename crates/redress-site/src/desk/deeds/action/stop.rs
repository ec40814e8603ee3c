//! Ending an action that is not wanted any more. Only a decision does that, and it is named.

use maud::{Markup, html};
use redress::access::Act;
use redress::action::Event;

use super::{REVISION, carried, record};
use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::action::{self, Loaded};
use crate::desk::pages::decisions::{Later, later};
use crate::failure::Failure;

/// Ending it.
pub struct StopAction {
    loaded: Loaded,
    later: Vec<Later>,
}

impl Deed for StopAction {
    const PATH: &'static str = "/desk/actions/{action}/stop";
    const TITLE: &'static str = "End it by a decision";
    const ACT: Act = Act::KeepAction;
    const FIELDS: &'static [Field] = &[Field::new("decision", "Decision that ends it", Ask::OneOf), REVISION];

    async fn load(context: &Context, keys: &Keys) -> Result<StopAction, Failure> {
        let loaded = action::load(context, keys.number("action")?).await?;
        let later = later(context, loaded.kept.action.decided, loaded.item.id, loaded.meeting.body_id).await?;
        Ok(StopAction { loaded, later })
    }

    fn about(&self) -> About {
        self.loaded.about()
    }

    fn before(&self) -> Markup {
        html! {
            (self.loaded.asked())
            p.govuk-body { "What was decided is ended only by whoever decides after it. An action that was done is closed instead." }
        }
    }

    fn possible(&self) -> bool {
        self.loaded.kept.action.closed().is_none() && !self.later.is_empty()
    }

    fn impossible(&self) -> String {
        if self.loaded.kept.action.closed().is_some() {
            return "The action is closed already".into();
        }
        "No later decision is on record. Record the decision that ends it first".into()
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        if field == "decision" { self.later.iter().map(|l| (l.id.to_string(), l.words.clone())).collect() } else { Vec::new() }
    }

    fn given(&self, field: &str) -> Vec<String> {
        carried(&self.loaded, field)
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let chosen = self.later.iter().find(|l| Some(l.id) == filled.number("decision"));
        let chosen = chosen.ok_or_else(|| Undone::wrong("decision", "Choose the decision that ends it"))?;
        let event = Event::Stopped { decision: chosen.named.clone() };
        record(context, &self.loaded, filled, "stop_action", event, Self::FIELDS).await
    }
}
