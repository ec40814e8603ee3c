//! Words that the public may come to read, about an item that an embargo may cover.

use redress::person_in_case;
use redress_store::desk::work::item::PlannedItem;

use super::deed::{Context, Undone};
use super::pages::ombudsman_paper;
use crate::failure::Failure;

/// What these words give away of the item's paper while its embargo stands; none where nothing.
pub async fn tells(context: &Context, item: &PlannedItem, words: &str) -> Result<Option<String>, Failure> {
    let desk = &context.desk.desk;
    let Some(about) = item.ombudsman_paper_id else { return Ok(None) };
    if !desk.embargo_of_item(item).await?.is_some_and(|e| e.covers(context.now.datetime())) {
        return Ok(None);
    }
    let Some(paper) = desk.ombudsman_paper(about).await? else { return Ok(None) };
    let told: Vec<String> = ombudsman_paper::tells(words, &paper).iter().map(|t| t.words()).collect();
    Ok((!told.is_empty()).then(|| told.join("; ")))
}

/// Refuses words that give away what an embargo covers.
pub async fn safe(context: &Context, items: &[PlannedItem], field: &'static str, words: &str) -> Result<(), Undone> {
    for item in items {
        if let Some(told) = tells(context, item, words).await? {
            return Err(Undone::wrong(field, format!("While the embargo stands this says too much: {told}")));
        }
    }
    Ok(())
}

/// What is said of words that seem to name a person.
pub const NAMES: &str = "This seems to name a person. The public reads it: leave the name out";

/// Refuses words that seem to name a person, where the public reads them.
pub fn names_nobody(field: &'static str, words: &str) -> Result<(), Undone> {
    if person_in_case::find(words).is_empty() {
        return Ok(());
    }
    Err(Undone::wrong(field, NAMES))
}

/// The title of an item that gives nothing away: the one chosen for the public, or what stands in its place.
pub async fn title(context: &Context, item: &PlannedItem) -> Result<String, Failure> {
    let desk = &context.desk.desk;
    if let Some(title) = &item.public_title {
        return Ok(title.clone());
    }
    let covering = desk.embargo_of_item(item).await?.filter(|e| e.covers(context.now.datetime()));
    Ok(match covering {
        Some(embargo) => embargo.safe_title,
        None if desk.private_plan(item.id).await?.is_some() => "Item to be considered in private".into(),
        None => item.title.clone(),
    })
}
