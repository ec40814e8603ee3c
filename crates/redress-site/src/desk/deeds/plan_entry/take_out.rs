//! Taking an entry out of the forward plan. What was published of it stays on record, with the reason.

use maud::{Markup, html};
use redress::access::Act;
use redress::forward_plan::Why;
use serde_json::json;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::forward_plan::{self, Loaded};
use crate::failure::Failure;

/// Taking an entry out.
pub struct TakeOutOfPlan {
    loaded: Loaded,
    title: String,
}

impl Deed for TakeOutOfPlan {
    const PATH: &'static str = "/desk/forward-plan/{entry}/withdraw";
    const TITLE: &'static str = "Take the entry out of the plan";
    const ACT: Act = Act::KeepForwardPlan;
    const FIELDS: &'static [Field] = &[
        Field::new("why", "Why it is taken out", Ask::Text).hint("The plan of the month shows it"),
        Field::new("revision", "What was seen", Ask::Carried),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<TakeOutOfPlan, Failure> {
        let loaded = forward_plan::load(context, keys.number("entry")?).await?;
        Ok(TakeOutOfPlan { title: loaded.title(context), loaded })
    }

    fn about(&self) -> About {
        super::about(&self.loaded, &self.title)
    }

    fn possible(&self) -> bool {
        !self.loaded.is_out()
    }

    fn impossible(&self) -> String {
        "The entry was taken out of the plan".into()
    }

    fn given(&self, field: &str) -> Vec<String> {
        if field == "revision" { vec![self.loaded.kept.revision.to_string()] } else { Vec::new() }
    }

    async fn consequences(&self, _: &Context, _: &Filled) -> Result<Option<Markup>, Undone> {
        Ok(Some(html! {
            @if self.loaded.kept.is_published() {
                p.govuk-body { "The public reads that it was taken out, and why, once the plan is published. A key decision on it would need a new entry with its own 28 clear days." }
            } @else {
                p.govuk-body { "It was never published, so the public reads nothing of it." }
            }
        }))
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let mut kept = self.loaded.kept.clone();
        if filled.number("revision") != Some(kept.revision) {
            return Err(Undone::changed());
        }
        let why = Why { words: filled.get("why").into(), by: context.visitor.signed_in.name.clone(), on: context.now.date() };
        let body = json!({ "why": why.words });
        kept.working.take_out(why).map_err(|wrong| Undone::fields(Self::FIELDS, vec![wrong]))?;
        if !context.desk.desk.change_plan_entry(&kept, ("take_out_of_plan", &body), &context.act()).await? {
            return Err(Undone::changed());
        }
        Ok(Done::at(self.loaded.address()))
    }
}
