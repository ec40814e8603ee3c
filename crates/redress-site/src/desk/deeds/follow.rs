//! Following an item: one message each time that something of it is published.

use redress::access::{Act, Subject, SubjectKind};
use redress_store::desk::work::item::PlannedItem;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::Field;
use crate::desk::filled::Filled;
use crate::desk::pages::item;
use crate::failure::Failure;

/// Following an item.
pub struct Follow {
    item: PlannedItem,
    reads: bool,
}

impl Deed for Follow {
    const PATH: &'static str = "/desk/items/{item}/follow";
    const TITLE: &'static str = "Follow the item";
    const ACT: Act = Act::Follow;
    const FIELDS: &'static [Field] = &[];

    async fn load(context: &Context, keys: &Keys) -> Result<Follow, Failure> {
        let id = keys.number("item")?;
        if context.can(Act::ReadDesk, &Subject::new(SubjectKind::Item)) {
            return Ok(Follow { item: item::load(context, id).await?.0, reads: true });
        }
        // Who reads no drafts follows what is public, and sees no working title.
        let public = context.desk.desk.cleared("item", id).await?.is_some_and(|c| c.ended_at.is_none());
        let item = context.desk.desk.planned_item(id).await?.filter(|_| public).ok_or(Failure::NotFound)?;
        Ok(Follow { item: PlannedItem { title: item.public_title.clone().unwrap_or_default(), ..item }, reads: false })
    }

    fn about(&self) -> About {
        About::of(Subject::new(SubjectKind::Item)).caption(item::title(&self.item)).back(if self.reads {
            format!("/desk/items/{}", self.item.id)
        } else {
            "/members".into()
        })
    }

    async fn carry_out(&self, context: &Context, _: &Filled) -> Result<Done, Undone> {
        context.desk.desk.follow(context.account(), self.item.id, &context.act()).await?;
        Ok(Done::at(self.about().back))
    }
}
