//! Adding an entry to the forward plan. It is public once the plan is published.

use maud::{Markup, html};
use redress::access::{Act, Subject, SubjectKind};
use redress_store::desk::work::forward_plan::Planning;
use serde_json::json;

use super::form::{Offered, fields};
use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::Field;
use crate::desk::filled::Filled;
use crate::failure::Failure;

/// Adding an entry.
pub struct AddPlanEntry {
    offered: Offered,
}

impl Deed for AddPlanEntry {
    const PATH: &'static str = "/desk/forward-plan/add";
    const TITLE: &'static str = "Add an entry to the forward plan";
    const ACT: Act = Act::KeepForwardPlan;
    const FIELDS: &'static [Field] = fields!();

    async fn load(context: &Context, _: &Keys) -> Result<AddPlanEntry, Failure> {
        Ok(AddPlanEntry { offered: Offered::load(context, None).await? })
    }

    fn about(&self) -> About {
        About::of(Subject::new(SubjectKind::Item)).back("/desk/forward-plan")
    }

    fn before(&self) -> Markup {
        html! { p.govuk-body { "Save what is known now. Before the entry is published, everything that regulation 9 asks for must be answered." } }
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        self.offered.of(field)
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let (entry, meeting) = self.offered.read(context, filled).await?;
        let planning = Planning { entry: &entry, meeting, item: None };
        let (id, reference) = context.desk.desk.plan_entry(&planning, &context.act()).await?;
        Ok(Done::made(format!("/desk/forward-plan/{id}"), json!({ "entry": id, "reference": reference })))
    }
}
