//! Changing an entry of the forward plan. What was published is changed with a reason, which the plan shows.

use maud::{Markup, html};
use redress::access::Act;
use redress::forward_plan::Why;
use serde_json::json;

use super::form::{Offered, fields};
use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::Field;
use crate::desk::filled::Filled;
use crate::desk::forward_plan::{self, Loaded};
use crate::failure::Failure;

/// Changing an entry.
pub struct ChangePlanEntry {
    loaded: Loaded,
    title: String,
    offered: Offered,
}

impl Deed for ChangePlanEntry {
    const PATH: &'static str = "/desk/forward-plan/{entry}/change";
    const TITLE: &'static str = "Change the entry";
    const ACT: Act = Act::KeepForwardPlan;
    const FIELDS: &'static [Field] = fields!(
        Field::new("why", "What changed and why", Ask::Text).hint("Needed once the entry is published: the plan shows it").optional(),
        Field::new("revision", "What was seen", Ask::Carried)
    );

    async fn load(context: &Context, keys: &Keys) -> Result<ChangePlanEntry, Failure> {
        let loaded = forward_plan::load(context, keys.number("entry")?).await?;
        let offered = Offered::load(context, Some(&loaded.kept)).await?;
        Ok(ChangePlanEntry { title: loaded.title(context), loaded, offered })
    }

    fn about(&self) -> About {
        super::about(&self.loaded, &self.title)
    }

    fn before(&self) -> Markup {
        html! {
            @if self.loaded.kept.is_published() {
                p.govuk-body { "A day that is brought forward needs its own 28 clear days from the day on which the change is published: regulation 9." }
            }
        }
    }

    fn possible(&self) -> bool {
        !self.loaded.is_out()
    }

    fn impossible(&self) -> String {
        "The entry was taken out of the plan".into()
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        self.offered.of(field)
    }

    fn given(&self, field: &str) -> Vec<String> {
        match field {
            "revision" => vec![self.loaded.kept.revision.to_string()],
            _ => self.offered.given(&self.loaded.kept, field),
        }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let mut kept = self.loaded.kept.clone();
        if filled.number("revision") != Some(kept.revision) {
            return Err(Undone::changed());
        }
        let (entry, meeting) = self.offered.read(context, filled).await?;
        if let Some(item) = self.loaded.item.as_ref().filter(|i| Some(i.planned_meeting_id) != meeting) {
            let told = format!("Item {} of another meeting considers this entry. Link it to another item first", item.number);
            return Err(Undone::wrong("when", told));
        }
        let why = filled.words("why").map(|words| Why { words, by: context.visitor.signed_in.name.clone(), on: context.now.date() });
        let published = kept.is_published();
        kept.working.change(entry, why, published).map_err(|wrong| Undone::fields(Self::FIELDS, vec![wrong]))?;
        kept.planned_meeting_id = meeting;
        let body = json!({ "entry": kept.working.entry, "meeting": meeting, "why": filled.words("why") });
        if !context.desk.desk.change_plan_entry(&kept, ("change_plan_entry", &body), &context.act()).await? {
            return Err(Undone::changed());
        }
        Ok(Done::at(self.loaded.address()))
    }
}
