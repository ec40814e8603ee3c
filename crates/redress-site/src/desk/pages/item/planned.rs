//! The entries of the forward plan that an item considers, and whether its decision has its notice.

use maud::{Markup, html};
use redress::forward_plan::Way;
use redress::publishing::KeyFault;
use redress_store::desk::work::item::PlannedItem;
use redress_store::desk::work::meeting::PlannedMeeting;
use serde::Serialize;

use crate::desk::deed::Context;
use crate::desk::forward_plan::{gate, loaded};
use crate::desk::pages::forward_plan::way_tag;
use crate::failure::Failure;
use crate::layout::tag;

/// What the forward plan says of an item.
#[derive(Debug, Serialize)]
pub struct Planned {
    /// Number and title of each entry, with the way to its decision and whether it is key.
    entries: Vec<(i64, String, Option<Way>, Option<bool>)>,
    /// What stands against the decision: its words, and whether it bars.
    faults: Vec<(String, bool)>,
}

/// Reads it.
pub async fn read(context: &Context, item: &PlannedItem, meeting: &PlannedMeeting) -> Result<Planned, Failure> {
    let mut entries = Vec::new();
    for kept in context.desk.desk.entries_of_item(item.id).await? {
        let one = loaded(context, kept).await?;
        let key = one.kept.working.entry.is_key(context.desk.site.council().threshold());
        entries.push((one.kept.id, one.title(context), one.way(context), key));
    }
    let faults = gate::key_faults(context, meeting, item).await?;
    Ok(Planned { entries, faults: faults.into_iter().map(|KeyFault { words, bars, .. }| (words, bars)).collect() })
}

/// Shows it; nothing for what the forward plan is not about.
pub fn section(planned: &Planned) -> Markup {
    html! {
        @if !planned.entries.is_empty() || !planned.faults.is_empty() {
            h2.govuk-heading-m { "Forward plan" }
            ul.govuk-list {
                @for (id, title, way, key) in &planned.entries {
                    li { a.govuk-link href={ "/desk/forward-plan/" (id) } { (title) } " " (way_tag(way.as_ref(), *key)) }
                }
            }
            @for (words, bars) in &planned.faults {
                p.govuk-body { @if *bars { (tag("Stops the agenda", "red")) } @else { (tag("Warning", "yellow")) } " " (words) }
            }
        }
    }
}
