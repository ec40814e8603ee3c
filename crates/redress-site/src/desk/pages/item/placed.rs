//! Where an item stands on its agenda: in which part, whether it came late, whether it came off.

use maud::{Markup, html};
use redress::access::{Subject, SubjectKind};
use redress::agenda::off::Off;
use redress::agenda::order::Place;
use redress_store::desk::work::late_item::Opinion;
use serde::Serialize;

use super::super::offer;
use crate::desk::deed::Context;
use crate::desk::deeds::change_item::ChangeItem;
use crate::desk::deeds::leave_agenda::{PutOff, TakeOff};
use crate::failure::Failure;
use crate::layout::summary::Summary;

/// Where it stands.
#[derive(Debug, Serialize)]
pub struct Placed {
    place: Option<Place>,
    urgent: Option<Opinion>,
    off: Option<Off>,
    published: bool,
}

/// Reads it.
pub async fn read(context: &Context, item: i64) -> Result<Placed, Failure> {
    let desk = &context.desk.desk;
    let place = desk.planned_item(item).await?.and_then(|i| i.place).and_then(|word| Place::of_word(&word));
    Ok(Placed {
        place,
        urgent: desk.late_item(item).await?,
        off: desk.off(item).await?,
        published: desk.cleared("item", item).await?.is_some(),
    })
}

/// On the page of the item.
pub fn section(placed: &Placed) -> Markup {
    html! {
        @if let Some(off) = &placed.off { div.govuk-inset-text { (off.words()) } }
        @if placed.place.is_some() || placed.urgent.is_some() {
            (Summary::default()
                .words("Part of the agenda", placed.place.map(Place::words))
                .words("For the minutes", placed.urgent.as_ref().map(|u| u.minute.as_str())))
        }
    }
}

/// What can be done about it.
pub fn deeds(context: &Context, placed: &Placed, item: i64) -> Markup {
    let (subject, to) = (Subject::new(SubjectKind::Item), |what: &str| format!("/desk/items/{item}/{what}"));
    html! {
        @if !placed.published { (offer::<ChangeItem>(context, &subject, &to("change"))) }
        @if placed.off.is_none() {
            (offer::<TakeOff>(context, &subject, &to("take-off")))
            (offer::<PutOff>(context, &subject, &to("put-off")))
        }
    }
}
