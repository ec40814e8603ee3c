//! Following an item: one message each time that something of it is published.

use redress::access::{Act, Subject, SubjectKind};
use redress_store::desk::work::item::PlannedItem;

use crate::desk::deed::{Context, Deed, Done, Keys, Undone};
use crate::desk::field::Field;
use crate::desk::filled::Filled;
use crate::desk::pages::item;
use crate::failure::Failure;

/// Following an item.
pub struct Follow {
    item: PlannedItem,
    back: String,
}

impl Deed for Follow {
    const PATH: &'static str = "/desk/items/{item}/follow";
    const TITLE: &'static str = "Follow the item";
    const ACT: Act = Act::Follow;
    const FIELDS: &'static [Field] = &[];

    async fn load(context: &Context, keys: &Keys) -> Result<Follow, Failure> {
        let (item, _) = item::load(context, keys.number("item")?).await?;
        let public = context.desk.desk.cleared("item", item.id).await?.is_some_and(|c| c.ended_at.is_none());
        // Who does not read the desk follows what is public, from the members' own pages.
        let back = match context.can(Act::ReadDesk, &Subject::new(SubjectKind::Item)) {
            true => format!("/desk/items/{}", item.id),
            false if public => "/members".into(),
            false => return Err(Failure::NotFound),
        };
        Ok(Follow { item, back })
    }

    fn subject(&self) -> Subject {
        Subject::new(SubjectKind::Item)
    }

    fn caption(&self) -> String {
        item::title(&self.item)
    }

    fn back(&self) -> String {
        self.back.clone()
    }

    async fn carry_out(&self, context: &Context, _: &Filled) -> Result<Done, Undone> {
        context.desk.desk.follow(context.account(), self.item.id, &context.act()).await?;
        Ok(Done::at(self.back()))
    }
}
