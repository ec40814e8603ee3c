//! The forward plan: a key decision in time, one that is heard in private, one of an officer, and one by the general exception.

use anyhow::Context;
use jiff::civil::DateTime;
use redress::counting::plus;
use serde_json::{Value, json};

use super::{DIRECTOR, Town, pack::Pack};
use crate::cli::demo::days::morning;
use crate::cli::demo::office::made;
use crate::desk::deeds::plan_entry::add::AddPlanEntry;
use crate::desk::deeds::plan_entry::change::ChangePlanEntry;
use crate::desk::deeds::plan_entry::exception::GiveGeneralException;
use crate::desk::deeds::plan_entry::item::LinkPlanEntry;
use crate::desk::deeds::plan_entry::publish::PublishPlan;

/// Lays it out.
pub async fn lay_out(town: &Town<'_>, pack: &Pack) -> anyhow::Result<()> {
    let Town { office, days, cabinet, .. } = town;
    let far = plus(days.today, 45).context("a day")?.to_string();
    let ahead = office.desk().planned_meetings(&far, 50).await?;
    let meeting = ahead.iter().find(|m| m.body_id == *cabinet).context("Cabinet has no meeting so far ahead")?.id;
    let first = morning(days.today, -40)?;
    let of_cabinet = json!({ "decider": "body", "body": cabinet, "when": "meeting", "meeting": meeting });
    let transport = json!({ "title": "Contracts for school transport", "pounds": 1_420_000, "service": "Transport",
        "matter": "Whether to let the contracts for school transport again for four years",
        "documents": "Report of the director\nWhat parents and schools said", "wards": "Ladybrook\nHarbour", "consultees": "Schools\nParents of pupils who travel",
        "how_consulted": "By letter and at two meetings" });
    let entry = add(town, first, merged(&of_cabinet, &transport)).await?;
    let land = json!({ "title": "Purchase of land at Millrace Lane", "pounds": 860_000, "service": "Property", "private": "yes",
        "matter": "Whether to buy land for forty homes, and for how much",
        "private_reason": "The report gives the price that the council would pay, and the owner still talks to others (paragraph 3 of Schedule 12A)." });
    add(town, first, merged(&of_cabinet, &land)).await?;
    let lifts = json!({ "title": "Upkeep of lifts in council homes", "pounds": 310_000, "service": "Housing repairs", "decider": "person",
        "matter": "To whom the contract for the upkeep of lifts is let", "person": "Marguerite Pell", "person_title": DIRECTOR,
        "when": "period", "from": plus(days.today, 20).context("a day")?.to_string(), "to": plus(days.today, 34).context("a day")?.to_string() });
    add(town, first, lifts).await?;
    publish(town, first, "Forward plan published").await?;

    let changed = morning(days.today, -12)?;
    let why = json!({ "why": "The number of pupils who travel was counted again, and the contracts cost more.", "pounds": 1_510_000 });
    office.does::<ChangePlanEntry>("clerk", changed, &[("entry", entry)], why).await?;
    let grants = json!({ "title": "Grants for warm homes", "pounds": 420_000, "service": "Housing", "decider": "body", "body": cabinet,
        "matter": "Which way to go on when the grant of the government ends", "when": "meeting", "meeting": pack.meeting });
    let late = add(town, morning(days.today, -6)?, grants).await?;
    office.does::<LinkPlanEntry>("clerk", morning(days.today, -6)?, &[("entry", late)], json!({ "item": pack.grants })).await?;
    let notice = morning(days.today, -6)?;
    let exception = json!({ "told": "Councillor Kwabena Littlemore", "available": notice.date().to_string(),
        "reason": "The government said only last week that its grant ends in March." });
    office.does::<GiveGeneralException>("clerk", notice, &[("entry", late)], exception).await?;
    publish(town, notice, "An entry changed, and notice of a general exception").await
}

/// What every entry says alike.
async fn add(town: &Town<'_>, at: DateTime, own: Value) -> anyhow::Result<i64> {
    let common = json!({ "significant": "no", "affected": 1, "member": "Councillor Maribel Ostergate",
        "officer": "Democratic services, Guildhall, Market Place, Thornmere", "documents": "Report of the director",
        "copies_from": "Guildhall, Market Place, Thornmere", "later_documents": "Write to democratic services", "private": "no" });
    made(&town.office.does::<AddPlanEntry>("clerk", at, &[], merged(&common, &own)).await?, "entry")
}

async fn publish(town: &Town<'_>, at: DateTime, reason: &str) -> anyhow::Result<()> {
    town.office.does::<PublishPlan>("clerk", at, &[], json!({ "reason": reason, "read": "yes" })).await?;
    Ok(())
}

/// The one with what the other says besides or instead.
fn merged(one: &Value, other: &Value) -> Value {
    let mut all = one.clone();
    for (name, value) in other.as_object().into_iter().flatten() {
        all[name] = value.clone();
    }
    all
}
