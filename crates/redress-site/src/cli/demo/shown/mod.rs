//! What the demonstration shows of a committee's work, each thing done by the deeds that people use: a matter that travels from
//! scrutiny to Cabinet and comes back, a call-in, a pack with a supplement, a forward plan, decisions of officers, a member's room.

/// A decision that was called in.
mod call_in;
/// What a clause asks, followed.
mod follow_up;
/// What is to be decided.
mod forward_plan;
/// A matter that travels between two bodies.
mod lighting;
/// From what was taken down to signed minutes.
mod minutes;
/// What officers decided.
mod officer_decisions;
/// What the director decided, one record to a line.
mod officer_record;
/// The papers of a meeting to come.
mod pack;
/// What members ask and write.
mod room;
/// What scrutiny recommended, and what it was answered.
mod scrutiny;
/// A file with pages.
mod sheet;
/// A meeting taken down as it went.
mod workspace;

use anyhow::Context;
use redress_store::desk::Desk;
use serde_json::json;

use super::days::{Days, morning};
use super::office::Office;
use crate::desk::deeds::appoint::Appoint;
use crate::desk::deeds::set_key_threshold::SetKeyThreshold;

/// The committee that looks at homes and estates.
const SCRUTINY: &str = "Housing and Communities Overview and Scrutiny Committee";
/// The post that answers for them.
const DIRECTOR: &str = "Director of Homes and Communities";
/// The post under it.
const HEAD: &str = "Head of Estates";

/// What the stories have in common.
struct Town<'a> {
    office: &'a Office,
    days: Days,
    /// The Cabinet.
    cabinet: i64,
    /// The scrutiny committee.
    scrutiny: i64,
    /// Cabinet's meeting that came after.
    again: i64,
}

/// Does it all.
pub async fn lay_out(office: &Office) -> anyhow::Result<()> {
    let desk = office.desk();
    let (cabinet, scrutiny) = (body(desk, "Cabinet").await?, body(desk, SCRUTINY).await?);
    let held = desk.meetings_of_body(cabinet).await?;
    let again = held.iter().rfind(|m| m.on_date < office.today().to_string()).context("no meeting of the Cabinet was held")?;
    let days = Days::of(office.today(), again.on_date.parse()?)?;
    let town = Town { office, days, cabinet, scrutiny, again: again.id };
    posts(&town).await?;
    let lit = lighting::lay_out(&town).await?;
    scrutiny::lay_out(&town, lit.scrutiny_item).await?;
    follow_up::lay_out(&town, lit.item).await?;
    call_in::lay_out(&town, lit.charges).await?;
    minutes::lay_out(&town, lit.meeting).await?;
    officer_decisions::lay_out(&town).await?;
    let pack = pack::lay_out(&town).await?;
    forward_plan::lay_out(&town, &pack).await?;
    room::lay_out(&town, &pack).await
}

/// A body by its name.
async fn body(desk: &Desk, name: &str) -> anyhow::Result<i64> {
    let found = desk.bodies().await?.into_iter().find(|(_, n)| n == name);
    Ok(found.with_context(|| format!("the demonstration has no {name}"))?.0)
}

/// Two posts that decisions name, and the sum from which a decision is key.
async fn posts(town: &Town<'_>) -> anyhow::Result<()> {
    let Town { office, days, .. } = town;
    let at = morning(days.scrutiny, -30)?;
    for (name, title, role) in [("director", DIRECTOR, "service_director"), ("author", HEAD, "report_author")] {
        let account = office.desk().account_named(name).await?.context("an account")?.id;
        let post = json!({ "title": title, "role": role, "from": at.date().to_string() });
        office.does::<Appoint>("admin", at, &[("account", account)], post).await?;
    }
    office.does::<SetKeyThreshold>("admin", at, &[], json!({ "pounds": 250_000 })).await?;
    Ok(())
}
