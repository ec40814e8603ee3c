//! The minutes of that evening: built, read by the chair, published as a draft, confirmed with a correction, signed.

use anyhow::Context;
use redress::body::Capacity;
use serde_json::json;

use super::Town;
use crate::cli::demo::days::morning;
use crate::desk::deeds::minutes::build::BuildMinutes;
use crate::desk::deeds::minutes::chair_check::ChairCheck;
use crate::desk::deeds::minutes::confirm::Confirm;
use crate::desk::deeds::minutes::correct::Correct;
use crate::desk::deeds::minutes::publish::PublishMinutes;
use crate::desk::deeds::minutes::send_to_chair::SendToChair;
use crate::desk::deeds::minutes::sign::Sign;

/// Through every stage.
pub async fn lay_out(town: &Town<'_>, meeting: i64) -> anyhow::Result<()> {
    let Town { office, days, cabinet, again, .. } = town;
    let of = [("meeting", meeting)];
    let held = days.cabinet;
    office.does::<BuildMinutes>("clerk", morning(held, 4)?, &of, json!({})).await?;
    let note = "Please read this by the end of the week.";
    office.does::<SendToChair>("clerk", morning(held, 4)?, &of, json!({ "note": note })).await?;
    let seats = office.desk().seats_on(*cabinet, &held.to_string()).await?;
    let chair = &seats.iter().find(|s| s.capacity() == Capacity::Chair).or(seats.first()).context("no chair")?.name;
    office.does::<ChairCheck>("clerk", morning(held, 6)?, &of, json!({ "chair": chair, "result": "nothing" })).await?;
    let reason = json!({ "reason": "Draft minutes published", "read": "yes" });
    office.does::<PublishMinutes>("clerk", morning(held, 7)?, &of, reason).await?;

    let items = office.desk().planned_items(meeting).await?;
    let lights = items.iter().find(|i| i.number == "6").context("no item 6")?.id;
    let words = office.desk().minute(lights).await?.context("no minute of item 6")?.public_words;
    let words = words.replace("Cabinet thanked the residents", "Cabinet thanked the 412 residents");
    let at = morning(days.again, 1)?;
    let corrected = json!({ "item": lights, "words": words, "by": chair });
    office.does::<Correct>("clerk", at, &of, corrected).await?;
    let confirmed = json!({ "meeting": again, "corrections": "In item 6, the number of residents who answered was added." });
    office.does::<Confirm>("clerk", at, &of, confirmed).await?;
    office.does::<Sign>("clerk", at, &of, json!({ "presiding": chair, "day": days.again.to_string() })).await?;
    let reason = json!({ "reason": "Minutes confirmed with a correction and signed", "read": "yes" });
    office.does::<PublishMinutes>("clerk", at, &of, reason).await?;
    Ok(())
}
