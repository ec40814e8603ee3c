//! Adding a paper to an item, with its file looked into as it arrives.

use redress::access::{Act, Subject, SubjectKind};
use redress_store::desk::work::item::PlannedItem;
use redress_store::desk::work::paper::WorkingPaper;

use super::add_version::{keep, looked_at};
use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::item;
use crate::failure::Failure;

/// Adding a paper.
pub struct AddPaper {
    item: PlannedItem,
}

impl Deed for AddPaper {
    const PATH: &'static str = "/desk/items/{item}/add-paper";
    const TITLE: &'static str = "Add a paper";
    const ACT: Act = Act::AddPaper;
    const FIELDS: &'static [Field] = &[
        Field::new("title", "Title", Ask::Line),
        Field::new("public_title", "Title for the public", Ask::Line)
            .hint("For a restricted paper only where the public may know that it exists")
            .optional(),
        Field::new("whose", "Whose it is", Ask::Any(&[("ombudsman", "It is the Ombudsman's own paper, which the item is about")]))
            .optional(),
        Field::new("file", "File", Ask::File).hint("PDF, Word, Excel, PowerPoint, OpenDocument, text or a picture"),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<AddPaper, Failure> {
        Ok(AddPaper { item: item::load(context, keys.number("item")?).await?.0 })
    }

    fn about(&self) -> About {
        About::of(Subject::new(SubjectKind::Item)).caption(item::title(&self.item)).back(format!("/desk/items/{}", self.item.id))
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let Some(file) = filled.file("file") else { return Err(Undone::wrong("file", "Choose a file")) };
        let looked = looked_at(context, file).await?;
        let desk = &context.desk.desk;
        let new = WorkingPaper {
            planned_item_id: Some(self.item.id),
            ombudsman_paper_id: self.item.ombudsman_paper_id.filter(|_| filled.has("whose", "ombudsman")),
            title: filled.get("title").into(),
            public_title: filled.words("public_title"),
            author: context.account(),
            ..WorkingPaper::default()
        };
        let id = desk.add_working_paper(&new, &context.act()).await?;
        keep(context, id, file, &looked, false).await?;
        Ok(Done::made(format!("/desk/papers/{id}"), serde_json::json!({ "paper": id, "found": looked.findings })))
    }
}
