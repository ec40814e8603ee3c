//! What stands against publishing an item of the executive, or its decision: a key decision whose notice failed, or no entry.

use jiff::civil::Date;
use redress::duty::Governance;
use redress::forward_plan::not_in_plan;
use redress::plan::is_executive;
use redress::publishing::KeyFault;
use redress_store::desk::work::item::PlannedItem;
use redress_store::desk::work::meeting::PlannedMeeting;

use crate::desk::deed::Context;
use crate::failure::Failure;

/// Parts of an agenda that decide nothing.
const NO_BUSINESS: [&str; 2] = ["opening", "exclusion"];

/// What stands against the decision of an item at its meeting.
pub async fn key_faults(context: &Context, meeting: &PlannedMeeting, item: &PlannedItem) -> Result<Vec<KeyFault>, Failure> {
    let council = context.desk.site.council();
    let decides_nothing = item.place.as_deref().is_some_and(|place| NO_BUSINESS.contains(&place));
    // The Regulations of 2012 bind the executive alone; a council that works by committees has none.
    if !is_executive(&meeting.body) || council.governance == Governance::CommitteeSystem || decides_nothing {
        return Ok(Vec::new());
    }
    let Ok(held) = meeting.on_date.parse::<Date>() else { return Ok(Vec::new()) };
    let entries = context.desk.desk.entries_of_item(item.id).await?;
    if entries.is_empty() {
        return Ok(vec![KeyFault { item: item.number.clone(), words: not_in_plan(&item.number), bars: false }]);
    }
    let mut found = Vec::new();
    for kept in entries {
        let fault = |words: String| KeyFault { item: item.number.clone(), words, bars: true };
        let head = format!("Item {}, forward plan {}", item.number, kept.reference);
        let standing = kept.standing();
        if kept.working.taken_out.is_some() && standing.needs_notice(council.threshold()) {
            found.push(fault(format!("{head}: the entry was taken out of the plan, so nobody has notice of the decision.")));
            continue;
        }
        // A day that the statute book does not serve has no such duty.
        let clock = (&context.readings(), context.desk.site.calendar.as_ref());
        let Ok(Some(way)) = standing.way_on(held, council.threshold(), clock) else { continue };
        if !way.lawful() {
            let untested = if kept.working.entry.key.is_none() {
                " Nobody has answered whether it is a key decision; until then it is treated as one."
            } else {
                ""
            };
            found.push(fault(format!("{head}: {}{untested}", way.words())));
        }
    }
    Ok(found)
}
