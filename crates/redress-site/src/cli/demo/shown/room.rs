//! The members' room: questions with and without an answer, and notes on the pack.

use serde_json::json;

use super::{DIRECTOR, Town, pack::Pack};
use crate::cli::demo::days::morning;
use crate::cli::demo::office::made;
use crate::desk::deeds::answer_member::AnswerMember;
use crate::desk::deeds::ask_officer::AskOfficer;
use crate::desk::deeds::follow::Follow;
use crate::desk::deeds::note::WriteNote;

/// Lays it out.
pub async fn lay_out(town: &Town<'_>, pack: &Pack) -> anyhow::Result<()> {
    let Town { office, days, .. } = town;
    let item = pack.winter;
    let asked = morning(days.today, -4)?;
    let question = json!({ "kind": "question", "item": item, "post": DIRECTOR,
        "words": "How many complaints of ice on steps came in on the days between two rounds?" });
    let answered: i64 = made(&office.does::<AskOfficer>("member", asked, &[], question).await?, "question")?;
    let words = "Fourteen last winter, nine of them about the steps at Priory Heights. They would be on the third round.";
    office.does::<AnswerMember>("director", morning(days.today, -2)?, &[("question", answered)], json!({ "words": words })).await?;
    let briefing = json!({ "kind": "briefing", "item": pack.grants, "post": DIRECTOR,
        "words": "Please tell me before the meeting which wards the 140 homes that wait are in." });
    office.does::<AskOfficer>("member", morning(days.today, -1)?, &[], briefing).await?;
    let of = [("meeting", pack.meeting)];
    for note in [
        json!({ "page": "5", "words": "This figure was wrong: the supplement has the right one." }),
        json!({ "item": item, "words": "Ask who grits when the crew is out on the roads." }),
    ] {
        office.does::<WriteNote>("member", morning(days.today, -1)?, &of, note).await?;
    }
    office.does::<Follow>("member", asked, &[("item", item)], json!({})).await?;
    Ok(())
}
