//! What the committee recommended: accepted, accepted in part, rejected with reasons, and one that still waits.

use serde_json::{Value, json};

use super::{DIRECTOR, Town};
use crate::cli::demo::days::morning;
use crate::cli::demo::office::made;
use crate::desk::deeds::publish_scrutiny::PublishScrutiny;
use crate::desk::deeds::recommend_scrutiny::RecommendScrutiny;
use crate::desk::deeds::respond_scrutiny::RespondScrutiny;

/// Lays it out.
pub async fn lay_out(town: &Town<'_>, item: i64) -> anyhow::Result<()> {
    let Town { office, days, .. } = town;
    let sent = morning(days.scrutiny, 4)?;
    let answers: [(&str, Option<Value>); 4] = [
        (
            "Put a number on every lamp on the estates, and show it on the public map.",
            Some(json!({ "answer": "accepted", "action": "Every lamp gets a number by the spring", "owner": DIRECTOR,
                "by_when": days.ago(-120)?.to_string(), "evidence": "The decision of Cabinet, item 6" })),
        ),
        (
            "Mend a lamp within five working days of its report.",
            Some(json!({ "answer": "in_part", "action": "A lamp is mended within ten working days", "owner": DIRECTOR,
                "not": "The contractor cannot promise five working days in the winter." })),
        ),
        (
            "Light the path along the canal through the night.",
            Some(json!({ "answer": "rejected", "reasons": "The path belongs to another body, which does not want it lit after eleven." })),
        ),
        ("Count every three months how many lamps were out for longer than that.", None),
    ];
    let mut made_of = Vec::new();
    for (number, (text, answer)) in (1..).zip(answers) {
        let received = sent.date().to_string();
        let new =
            json!({ "number": number, "text": text, "addressee": "executive", "to": "Cabinet", "received": received, "notice": received });
        let id: i64 = made(&office.does::<RecommendScrutiny>("clerk", sent, &[("item", item)], new).await?, "recommendation")?;
        made_of.push((id, answer));
    }
    let answered = morning(days.cabinet, 6)?;
    for (id, answer) in made_of {
        let of = [("recommendation", id)];
        office.does::<PublishScrutiny>("clerk", sent, &of, json!({ "reason": "Recommendation of the committee" })).await?;
        let Some(mut answer) = answer else { continue };
        answer["on"] = json!(answered.date().to_string());
        answer["by"] = json!("Cabinet, item 6");
        office.does::<RespondScrutiny>("chief", answered, &of, answer).await?;
        office.does::<PublishScrutiny>("clerk", answered, &of, json!({ "reason": "Cabinet answered" })).await?;
    }
    Ok(())
}
