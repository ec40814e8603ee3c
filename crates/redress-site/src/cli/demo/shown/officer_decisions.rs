//! What officers and one member decided under delegation, each published; one record corrects another.

use serde_json::json;

use super::{DIRECTOR, HEAD, Town, officer_record::RECORDS};
use crate::cli::demo::days::morning;
use crate::cli::demo::office::made;
use crate::desk::deeds::change_by_record::CorrectDecision;
use crate::desk::deeds::publish_decision::PublishDecision;
use crate::desk::deeds::record_delegated::RecordDelegated;

/// Records and publishes them, the earliest first.
pub async fn lay_out(town: &Town<'_>) -> anyhow::Result<()> {
    let Town { office, days, .. } = town;
    let mut last = None;
    for record in RECORDS {
        let on = days.ago(record.ago)?;
        let mut answers = json!({ "maker": record.maker, "authority": record.authority, "title": record.title, "service": record.service,
            "on": on.to_string(), "text": record.text, "reasons": record.reasons, "options_rejected": record.options, "conflicts": "None",
            "exempt": "no" });
        match record.maker {
            "member" => {
                answers["name"] = json!("Councillor Maribel Ostergate");
                answers["office"] = json!("Leader of the council");
                answers["key"] = json!("no");
            }
            "council_officer" => {
                answers["delegation"] = json!("licence");
                answers["post"] = json!(HEAD);
                answers["key"] = json!("not_executive");
            }
            _ => {
                answers["post"] = json!(if record.ago % 2 == 0 { DIRECTOR } else { HEAD });
                answers["key"] = json!("no");
            }
        }
        let at = morning(on, 0)?;
        let decision: i64 = made(&office.does::<RecordDelegated>("clerk", at, &[], answers).await?, "decision")?;
        publish(town, decision, at, "Decision published").await?;
        last = Some((decision, on, record));
    }
    let Some((decision, on, record)) = last else { return Ok(()) };
    let right = json!({ "on": on.to_string(), "why": "The record gave the wrong number of homes.", "text": record.text.replace("six", "seven"),
        "reasons": record.reasons, "options_rejected": record.options, "conflicts": "None" });
    let at = morning(on, 1)?;
    let corrected: i64 = made(&office.does::<CorrectDecision>("clerk", at, &[("decision", decision)], right).await?, "decision")?;
    publish(town, corrected, at, "Decision corrected").await
}

async fn publish(town: &Town<'_>, decision: i64, at: jiff::civil::DateTime, reason: &str) -> anyhow::Result<()> {
    let answers = json!({ "reason": reason, "read": "yes" });
    town.office.does::<PublishDecision>("clerk", at, &[("decision", decision)], answers).await?;
    Ok(())
}
