//! The issue of an item, in the drafts that its meeting is published by.

use redress::draft::{IssueDraft, Reading};

use crate::StoreError;
use crate::desk::Desk;
use crate::desk::work::issue::own_number;
use crate::desk::work::item::PlannedItem;

/// Names the issue of an item in the drafts of its meeting; gives the number by which the item points at it.
pub(super) async fn compose(desk: &Desk, item: &PlannedItem, reading: &mut Reading) -> Result<Option<String>, StoreError> {
    let Some(id) = item.issue_id else { return Ok(None) };
    let Some(issue) = desk.issue(id).await? else { return Ok(None) };
    let number = Some(own_number(id));
    if !reading.issues.iter().any(|known| known.foreign_id == number) {
        reading.issues.push(IssueDraft { title: issue.title, foreign_id: number.clone() });
    }
    Ok(number)
}
