//! Linking an entry of the forward plan to the agenda item that considers it. The agenda then waits for the entry's notice.

use maud::{Markup, html};
use redress::access::Act;
use redress::forward_plan::Decider;
use redress_store::desk::work::item::PlannedItem;
use serde_json::json;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::forward_plan::{self, Loaded};
use crate::desk::pages::{item, meeting};
use crate::failure::Failure;

/// Linking an entry.
pub struct LinkPlanEntry {
    loaded: Loaded,
    title: String,
    /// Each item with its words, and the body and day of its meeting.
    items: Vec<(PlannedItem, String, String)>,
}

/// The most items that the form offers.
const MOST: i64 = 1_000;

impl Deed for LinkPlanEntry {
    const PATH: &'static str = "/desk/forward-plan/{entry}/item";
    const TITLE: &'static str = "Link the entry to an agenda item";
    const ACT: Act = Act::KeepForwardPlan;
    const FIELDS: &'static [Field] =
        &[Field::new("item", "Agenda item", Ask::OneOf), Field::new("revision", "What was seen", Ask::Carried)];

    async fn load(context: &Context, keys: &Keys) -> Result<LinkPlanEntry, Failure> {
        let loaded = forward_plan::load(context, keys.number("entry")?).await?;
        let desk = &context.desk.desk;
        let mut items = Vec::new();
        for planned in desk.items_to_plan(&context.now.date().to_string(), MOST).await? {
            let Some(met) = desk.planned_meeting(planned.planned_meeting_id).await? else { continue };
            let planned = item::veiled(context, planned).await?;
            let words = format!("{}: item {}", meeting::title(&met), item::title(&planned));
            items.push((planned, words, met.body));
        }
        Ok(LinkPlanEntry { title: loaded.title(context), loaded, items })
    }

    fn about(&self) -> About {
        super::about(&self.loaded, &self.title)
    }

    fn before(&self) -> Markup {
        html! { p.govuk-body { "The agenda item of a key decision, and the decision, are published only when the entry's notice makes it lawful on the day of the meeting." } }
    }

    fn possible(&self) -> bool {
        !self.loaded.is_out() && !self.items.is_empty()
    }

    fn impossible(&self) -> String {
        if self.loaded.is_out() { "The entry was taken out of the plan".into() } else { "No coming meeting has an item yet".into() }
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        match field {
            "item" => self.items.iter().map(|(item, words, _)| (item.id.to_string(), words.clone())).collect(),
            _ => Vec::new(),
        }
    }

    fn given(&self, field: &str) -> Vec<String> {
        match field {
            "item" => self.loaded.kept.planned_item_id.iter().map(i64::to_string).collect(),
            "revision" => vec![self.loaded.kept.revision.to_string()],
            _ => Vec::new(),
        }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let mut kept = self.loaded.kept.clone();
        if filled.number("revision") != Some(kept.revision) {
            return Err(Undone::changed());
        }
        let chosen = self.items.iter().find(|(item, ..)| filled.number("item") == Some(item.id));
        let (planned, _, body) = chosen.ok_or_else(|| Undone::wrong("item", "Agenda item: choose one"))?;
        if let Decider::Body { body: decides, .. } = &kept.working.entry.decider
            && decides != body
        {
            return Err(Undone::wrong("item", format!("The entry says that {decides} decides, and this is an item of {body}")));
        }
        kept.planned_item_id = Some(planned.id);
        kept.planned_meeting_id = Some(planned.planned_meeting_id);
        let told = json!({ "item": planned.id, "meeting": planned.planned_meeting_id });
        if !context.desk.desk.change_plan_entry(&kept, ("link_plan_entry", &told), &context.act()).await? {
            return Err(Undone::changed());
        }
        Ok(Done::at(self.loaded.address()))
    }
}
