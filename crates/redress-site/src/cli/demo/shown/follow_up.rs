//! What the clauses ask, followed: one action that is late and has more time, one that is done, and a report that comes back.

use redress::counting::plus;
use serde_json::json;

use super::{DIRECTOR, HEAD, Town};
use crate::cli::demo::days::morning;
use crate::cli::demo::office::made;
use crate::desk::deeds::action::add::AddAction;
use crate::desk::deeds::action::close::CloseAction;
use crate::desk::deeds::action::more_time::GiveMoreTime;
use crate::desk::deeds::action::progress::GiveProgress;
use crate::desk::deeds::action::publish::PublishActions;
use crate::desk::deeds::recurrence::set::SetRecurrence;
use anyhow::Context;

/// Lays it out.
pub async fn lay_out(town: &Town<'_>, item: i64) -> anyhow::Result<()> {
    let Town { office, days, .. } = town;
    let added = morning(days.cabinet, 4)?;
    let due = |n: i32| plus(days.cabinet, n).context("a day");
    let mut actions = Vec::new();
    for (clause, words, owner, due) in [
        ("(a)", "Number every lamp on the estates.", DIRECTOR, due(28)?),
        ("(b)", "Agree with the contractor that a lamp is mended within ten working days.", HEAD, due(21)?),
    ] {
        let new = json!({ "origin": "clause", "clause": clause, "words": words, "owner": owner, "due": due.to_string(), "reports_to": ["Cabinet"] });
        let action: i64 = made(&office.does::<AddAction>("clerk", added, &[("item", item)], new).await?, "action")?;
        actions.push(action);
    }
    let [numbers, contract] = actions.as_slice() else { return Ok(()) };
    let (numbers, contract) = ([("action", *numbers)], [("action", *contract)]);
    let publish = |reason: &str| json!({ "reason": reason });
    office.does::<PublishActions>("clerk", added, &[], publish("Actions of the Cabinet's decision")).await?;

    let going = json!({ "how": "going", "words": "The lamps of two estates have their numbers.", "public": ["yes"] });
    office.does::<GiveProgress>("director", morning(days.cabinet, 14)?, &numbers, going).await?;
    let done = json!({ "evidence": "The contract as changed, which counts ten working days from the report of a lamp." });
    office.does::<CloseAction>("author", morning(days.cabinet, 20)?, &contract, done).await?;
    let not = json!({ "how": "not", "words": "The plates for the last estate came with the wrong numbers and go back.",
        "expected": plus(days.today, 25).context("a day")?.to_string(), "public": ["yes"] });
    office.does::<GiveProgress>("director", morning(days.cabinet, 18)?, &numbers, not).await?;
    let more = json!({ "to": plus(days.today, 30).context("a day")?.to_string(), "given_by": "Cabinet",
        "why": "The plates of one estate must be made again." });
    office.does::<GiveMoreTime>("clerk", morning(days.again, 1)?, &numbers, more).await?;

    let back = json!({ "what": "How soon the lamps of the estates are mended", "cycle": "every", "interval": "3 months", "owner": DIRECTOR,
        "told": [HEAD] });
    office.does::<SetRecurrence>("clerk", morning(days.again, 2)?, &[("item", item)], back).await?;
    office.does::<PublishActions>("clerk", morning(days.again, 2)?, &[], publish("How the actions stand")).await?;
    Ok(())
}
