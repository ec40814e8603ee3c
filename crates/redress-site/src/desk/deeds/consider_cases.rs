//! Saying which cases an item considers, as the agenda is to show them.

use redress::access::{Act, Subject, SubjectKind};
use redress_store::desk::work::item::PlannedItem;

use super::add_item;
use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::{case, item};
use crate::failure::Failure;

/// Saying so.
pub struct ConsiderCases {
    item: PlannedItem,
    now: Vec<String>,
}

impl Deed for ConsiderCases {
    const PATH: &'static str = "/desk/items/{item}/cases";
    const TITLE: &'static str = "Say which cases it considers";
    const ACT: Act = Act::AddItem;
    const FIELDS: &'static [Field] =
        &[Field::new("cases", "Cases", Ask::Line).hint("References in the order of the agenda, with a / between them")];

    async fn load(context: &Context, keys: &Keys) -> Result<ConsiderCases, Failure> {
        let (item, _) = item::load(context, keys.number("item")?).await?;
        let mut now = Vec::new();
        for kept in context.desk.desk.cases_of_item(item.id).await? {
            // What an embargo covers is not told to those outside of it, who then cannot change it either.
            case::load(context, kept.id).await?;
            now.push(kept.key.to_string());
        }
        Ok(ConsiderCases { item, now })
    }

    fn about(&self) -> About {
        About::of(Subject::new(SubjectKind::Item)).caption(item::title(&self.item)).back(format!("/desk/items/{}", self.item.id))
    }

    fn given(&self, _: &str) -> Vec<String> {
        if self.now.is_empty() { Vec::new() } else { vec![self.now.join(" / ")] }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let cases = add_item::cases(context, filled.get("cases"), None).await?;
        let covering = add_item::covering(context, &cases).await?;
        if covering.is_some() && self.item.ombudsman_paper_id != covering {
            // An item goes by the embargo of its paper: one about another paper would show what is covered.
            return Err(Undone::wrong(
                "cases",
                "A case among these is under an embargo. Add an item about its paper instead, with its safe title",
            ));
        }
        context.desk.desk.consider_cases(self.item.id, &cases, &context.act()).await?;
        Ok(Done::made(self.about().back, serde_json::json!({ "cases": cases })))
    }
}
