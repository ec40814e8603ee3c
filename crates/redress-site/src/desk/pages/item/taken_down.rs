//! What was taken down under an item in the meeting's workspace, for those who may read it.

use maud::{Markup, html};
use redress::access::{Act, Subject, SubjectKind};
use redress_store::desk::work::item::PlannedItem;

use crate::desk::deed::Context;
use crate::desk::pages::workspace;
use crate::desk::room::Room;
use crate::failure::Failure;

/// The part of the item's page. It is the clerk's own note until it is minuted, so it is shown to those who minute.
pub async fn section(context: &Context, item: &PlannedItem) -> Result<Markup, Failure> {
    if !context.can(Act::RecordMinute, &Subject::new(SubjectKind::Item)) {
        return Ok(html! {});
    }
    let room = Room::of(context, item.planned_meeting_id).await?;
    let record = room.readable_record();
    let called = record.order.contains(&item.number);
    if !called || !room.item(&item.number).is_some_and(|i| i.open) {
        return Ok(html! {});
    }
    Ok(html! {
        h2.govuk-heading-m { "Taken down in the meeting" }
        (workspace::under(&room, &record, &item.number, true))
        p.govuk-body { a.govuk-link href=(room.address()) { "The meeting's workspace" } }
    })
}
