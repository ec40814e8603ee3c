//! The lights of the estates: scrutiny looks at them, refers them to Cabinet, and Cabinet decides; one issue has both.

use serde_json::json;

use super::{SCRUTINY, Town, sheet, workspace};
use crate::cli::demo::days::{agenda, evening, morning};
use crate::cli::demo::office::{File, made};
use crate::desk::deeds::add_item::AddItem;
use crate::desk::deeds::add_paper::AddPaper;
use crate::desk::deeds::body_said::RecordBodySaid;
use crate::desk::deeds::decision::RecordDecision;
use crate::desk::deeds::plan_meeting::PlanMeeting;
use crate::desk::deeds::publish::Publish;
use crate::desk::deeds::publish_issue::PublishIssue;
use crate::desk::deeds::refer::Refer;
use crate::desk::deeds::take_up::TakeUp;

const TITLE: &str = "Lights on the estates at night";
const SURVEY: &[&[&str]] = &[
    &[
        "Lights on the estates at night",
        "Report of the Director of Homes and Communities",
        "1. In the winter a third of the lamps on the estates were found out of order.",
        "2. A lamp that is reported is mended after nineteen days, counted over the last twelve months.",
        "3. Residents of six estates were asked in September. What they say is on the next page.",
    ],
    &[
        "What residents say",
        "4. Of 412 who answered, 268 walk another way after dark because a path is not lit.",
        "5. Most ask for two things: a number on each lamp, and to be told when it will be mended.",
        "6. The committee is asked what it wants to put to Cabinet.",
    ],
];
const DECIDED: &str = "RESOLVED\n(a) That the Director of Homes and Communities number every lamp on the estates by the spring.\n\
    (b) That a lamp which is reported be mended within ten working days.\n\
    (c) That the Director of Homes and Communities report to Cabinet on both every three months.";

/// What came of it.
pub struct Lit {
    /// Cabinet's meeting.
    pub meeting: i64,
    /// The matter there.
    pub item: i64,
    /// Another matter of that evening.
    pub charges: i64,
    /// The matter at scrutiny.
    pub scrutiny_item: i64,
}

/// Lays it out.
pub async fn lay_out(town: &Town<'_>) -> anyhow::Result<Lit> {
    let (scrutiny_item, referral) = at_scrutiny(town).await?;
    let Town { office, days, cabinet, .. } = town;
    let before = morning(days.cabinet, -14)?;
    let plan = json!({ "body": cabinet, "on": days.cabinet.to_string(), "starts": "18:30", "place": "Council Chamber, Guildhall" });
    let meeting: i64 = made(&office.does::<PlanMeeting>("clerk", before, &[], plan).await?, "meeting")?;
    let of = [("meeting", meeting)];
    let opening = json!({ "number": "1", "title": "Minutes of the last meeting", "place": "opening" });
    office.does::<AddItem>("clerk", before, &of, opening).await?;
    let taking = json!({ "how": "new", "meeting": meeting, "number": "6" });
    let item: i64 = made(&office.does::<TakeUp>("clerk", before, &[("referral", referral)], taking).await?, "item")?;
    let new = json!({ "number": "7", "title": "Charges of the leisure centre car park",
        "agenda_text": "To decide the charges of the leisure centre car park from the new year on." });
    let charges: i64 = made(&office.does::<AddItem>("clerk", before, &of, new).await?, "item")?;
    publish(town, meeting, agenda(days.cabinet)?, "Agenda published").await?;
    workspace::lay_out(town, meeting).await?;
    decided(town, item, charges).await?;
    publish(town, meeting, morning(days.cabinet, 1)?, "Decisions published").await?;
    let at = morning(days.cabinet, 1)?;
    if let Some(issue) = office.desk().planned_item(item).await?.and_then(|i| i.issue_id) {
        office.does::<PublishIssue>("clerk", at, &[("issue", issue)], json!({ "reason": "Referred to Cabinet and decided there" })).await?;
    }
    Ok(Lit { meeting, item, charges, scrutiny_item })
}

/// Scrutiny looks at it, says what it thinks and refers it; gives the item and the referral.
async fn at_scrutiny(town: &Town<'_>) -> anyhow::Result<(i64, i64)> {
    let Town { office, days, scrutiny, cabinet, .. } = town;
    let before = morning(days.scrutiny, -14)?;
    let plan = json!({ "body": scrutiny, "on": days.scrutiny.to_string(), "starts": "18:00", "place": "Committee Room 1, Guildhall" });
    let meeting: i64 = made(&office.does::<PlanMeeting>("clerk", before, &[], plan).await?, "meeting")?;
    let new = json!({ "number": "5", "title": TITLE, "agenda_text": "To look at how the lights of the estates are kept." });
    let item: i64 = made(&office.does::<AddItem>("clerk", before, &[("meeting", meeting)], new).await?, "item")?;
    let file = File { name: "lights.pdf", bytes: sheet::pdf("Lights on the estates at night", SURVEY) };
    let paper = json!({ "title": "Lights on the estates: what was found", "public_title": "Lights on the estates: what was found" });
    office.sends::<AddPaper>("author", before, &[("item", item)], paper, Some(file)).await?;
    publish(town, meeting, agenda(days.scrutiny)?, "Agenda published").await?;
    let said = format!("{SCRUTINY} finds that a lamp must be mended sooner, and asks Cabinet to decide within what time.");
    office.does::<RecordBodySaid>("clerk", evening(days.scrutiny, 50), &[("item", item)], json!({ "said": said })).await?;
    let asked = json!({ "to": cabinet, "asked": "To decide within what time a lamp on the estates is mended, and to number the lamps." });
    let referral = office.does::<Refer>("clerk", morning(days.scrutiny, 1)?, &[("item", item)], asked).await?;
    Ok((item, made(&referral, "referral")?))
}

async fn decided(town: &Town<'_>, item: i64, charges: i64) -> anyhow::Result<()> {
    let Town { office, days, .. } = town;
    let at = evening(days.cabinet, 55);
    let lights = json!({ "text": DECIDED, "reasons": "Residents avoid paths that are not lit, and cannot say which lamp is out.",
        "options_rejected": "To mend within five working days, which the contractor cannot promise in the winter.",
        "interests": "None", "key": "no" });
    office.does::<RecordDecision>("clerk", at, &[("item", item)], lights).await?;
    let parking = json!({ "text": "RESOLVED\n(a) That an hour in the leisure centre car park cost £1.20 from the new year on.",
        "reasons": "The charge has not changed for four years and no longer pays for the upkeep.",
        "options_rejected": "To leave the charge as it is, and to charge after six in the evening only.", "interests": "None", "key": "no" });
    office.does::<RecordDecision>("clerk", at, &[("item", charges)], parking).await?;
    Ok(())
}

/// Publishes everything of a meeting that is ready.
pub async fn publish(town: &Town<'_>, meeting: i64, at: jiff::civil::DateTime, reason: &str) -> anyhow::Result<()> {
    let answers = json!({ "reason": reason, "read": "yes" });
    town.office.does::<Publish>("clerk", at, &[("meeting", meeting)], answers).await?;
    Ok(())
}
