//! Changing the words and the part of an item that is not published.

use maud::{Markup, html};
use redress::access::{Act, Subject, SubjectKind};
use redress::agenda::order::Place;
use redress_store::desk::work::item::PlannedItem;

use super::add_item::tells_nothing;
use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::item;
use crate::failure::Failure;

/// Changing an item.
pub struct ChangeItem {
    item: PlannedItem,
    veiled: bool,
    published: bool,
}

impl Deed for ChangeItem {
    const PATH: &'static str = "/desk/items/{item}/change";
    const TITLE: &'static str = "Change the item";
    const ACT: Act = Act::AddItem;
    const FIELDS: &'static [Field] = &[
        Field::new("title", "Working title", Ask::Line).hint("Officers use it; the public reads it only where no other title is chosen"),
        Field::new("public_title", "Title for the public", Ask::Line)
            .hint("Needed where the item is under an embargo or in private")
            .optional(),
        Field::new("agenda_text", "Agenda text", Ask::Text).optional(),
        Field::new("place", "Part of the agenda", Ask::One(Place::CHOICES)),
        Field::new("revision", "Which words were seen", Ask::Carried),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<ChangeItem, Failure> {
        let desk = &context.desk.desk;
        let (item, _) = item::load(context, keys.number("item")?).await?;
        let stored = desk.planned_item(item.id).await?.ok_or(Failure::NotFound)?;
        let published = desk.cleared("item", item.id).await?.is_some();
        // Whoever may not read the words does not write others over them.
        let veiled = stored.title != item.title || stored.agenda_text != item.agenda_text;
        let place =
            desk.agenda(item.planned_meeting_id).await?.items.iter().find(|(_, i)| i.id == item.id).map(|(place, _)| place.word().into());
        Ok(ChangeItem { item: PlannedItem { place, ..item }, veiled, published })
    }

    fn about(&self) -> About {
        About::of(Subject::new(SubjectKind::Item)).caption(item::title(&self.item)).back(format!("/desk/items/{}", self.item.id))
    }

    fn possible(&self) -> bool {
        !self.veiled && !self.published
    }

    fn impossible(&self) -> String {
        if self.veiled {
            "An embargo covers this item, and you are not among those who may read it".into()
        } else {
            "This item is published: its words stay as they were read. Take it off the agenda and say why, or add a late item".into()
        }
    }

    fn before(&self) -> Markup {
        html! { @if !self.possible() { p.govuk-body { (self.impossible()) "." } } }
    }

    fn given(&self, field: &str) -> Vec<String> {
        let item = &self.item;
        match field {
            "title" => vec![item.title.clone()],
            "public_title" => item.public_title.iter().cloned().collect(),
            "agenda_text" => item.agenda_text.iter().cloned().collect(),
            "place" => item.place.iter().cloned().collect(),
            "revision" => vec![item.revision.to_string()],
            _ => Vec::new(),
        }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let desk = &context.desk.desk;
        let public_title = filled.words("public_title");
        let covered = desk.embargo_of_item(&self.item).await?.is_some_and(|e| e.covers(context.now.datetime()));
        if let (true, Some(about)) = (covered, self.item.ombudsman_paper_id) {
            let paper = desk.ombudsman_paper(about).await?.ok_or(Failure::NotFound)?;
            if let Some(title) = &public_title {
                tells_nothing(title, &paper)?;
            }
        }
        let after = PlannedItem {
            title: filled.get("title").into(),
            public_title,
            agenda_text: filled.words("agenda_text"),
            place: filled.words("place"),
            revision: filled.number("revision").unwrap_or(0),
            ..self.item.clone()
        };
        if !desk.change_item(&after, &context.act()).await? {
            return Err(Undone::changed());
        }
        Ok(Done::made(self.about().back, serde_json::json!({ "item": self.item.id })))
    }
}
