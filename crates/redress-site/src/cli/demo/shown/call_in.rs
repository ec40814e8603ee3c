//! The charges of the car park are called in, looked at by scrutiny, sent back, and decided again as they were.

use redress::counting::plus;
use serde_json::json;

use super::Town;
use crate::cli::demo::days::morning;
use crate::desk::deeds::call_in::RequestCallIn;
use crate::desk::deeds::call_in_outcome::DecideCallIn;
use anyhow::Context;

/// Lays it out.
pub async fn lay_out(town: &Town<'_>, item: i64) -> anyhow::Result<()> {
    let Town { office, days, cabinet, .. } = town;
    let desk = office.desk();
    let decision = desk.decision_of_item(item).await?.context("no decision on the charges")?.id;
    let of = [("decision", decision)];
    let seated = desk.seats_on(*cabinet, &days.cabinet.to_string()).await?;
    // Those who did not decide it.
    let members = desk.members_in_office(days.cabinet).await?;
    let callers: Vec<i64> = members.iter().map(|(id, _)| *id).filter(|id| seated.iter().all(|s| s.member_id != *id)).take(6).collect();
    let at = morning(days.cabinet, 5)?;
    let grounds =
        "The report does not say how many will park in the streets around the centre instead, and nobody who lives there was asked.";
    let asked = json!({ "members": callers, "at": format!("{}T09:30", at.date()), "grounds": grounds });
    office.does::<RequestCallIn>("clerk", at, &of, asked).await?;
    let met = plus(days.cabinet, 15).context("a day")?;
    let why = "Ask those who live in the four nearest streets before the charge is changed.";
    let back = json!({ "outcome": "sent_back", "on": met.to_string(), "why": why });
    office.does::<DecideCallIn>("clerk", morning(met, 1)?, &of, back).await?;
    let taken =
        json!({ "outcome": "sent_back", "on": met.to_string(), "why": why, "again": "confirmed", "again_on": days.again.to_string() });
    office.does::<DecideCallIn>("clerk", morning(days.again, 1)?, &of, taken).await?;
    Ok(())
}
