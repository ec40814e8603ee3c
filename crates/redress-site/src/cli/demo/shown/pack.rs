//! A pack with numbered pages for a meeting to come, and a supplement with an appendix that had a wrong figure.

use jiff::civil::DateTime;
use serde_json::json;

use super::{Town, lighting::publish, sheet};
use crate::cli::demo::days::morning;
use crate::cli::demo::office::{File, made};
use crate::desk::deeds::add_item::AddItem;
use crate::desk::deeds::add_paper::AddPaper;
use crate::desk::deeds::add_version::AddVersion;
use crate::desk::deeds::plan_meeting::PlanMeeting;
use crate::desk::deeds::supplement::AddSupplement;

const PLAN: &[&[&str]] = &[
    &[
        "Winter on the estates",
        "Report of the Director of Homes and Communities",
        "1. Steps, ramps and paths of the estates are gritted from five in the morning on.",
    ],
    &["2. Last winter they were gritted on 31 days. The store was empty twice.", "3. Appendix A says what another round would cost."],
    &["4. Cabinet is asked to choose how many rounds there are this winter."],
];
const COSTS: &[&[&str]] = &[
    &["Appendix A: what a round costs", "Two rounds a day: 18,400 pounds for the winter."],
    &["Three rounds a day: 22,900 pounds for the winter."],
];
const RIGHT: &[&[&str]] = &[
    &["Appendix A: what a round costs", "Two rounds a day: 18,400 pounds for the winter."],
    &["Three rounds a day: 29,200 pounds for the winter. The first figure left out the second crew."],
];
const GRANTS: &[&[&str]] = &[
    &[
        "Grants for warm homes",
        "Report of the Director of Homes and Communities",
        "1. The grant of the government ends in March, and 140 homes wait.",
    ],
    &["2. Three ways to go on are set out in the table.", "3. Cabinet is asked which of them to prepare."],
];

/// What the meeting has.
pub struct Pack {
    /// The meeting.
    pub meeting: i64,
    /// The matter with the appendix.
    pub winter: i64,
    /// The matter that is in the forward plan.
    pub grants: i64,
}

/// Lays it out.
pub async fn lay_out(town: &Town<'_>) -> anyhow::Result<Pack> {
    let Town { office, days, cabinet, .. } = town;
    let before = morning(days.today, -8)?;
    let plan = json!({ "body": cabinet, "on": days.coming.to_string(), "starts": "18:30", "place": "Council Chamber, Guildhall" });
    let meeting: i64 = made(&office.does::<PlanMeeting>("clerk", before, &[], plan).await?, "meeting")?;
    let opening = json!({ "number": "1", "title": "Minutes of the last meeting", "place": "opening" });
    office.does::<AddItem>("clerk", before, &[("meeting", meeting)], opening).await?;
    let mut items = Vec::new();
    for (number, title, text) in [
        ("4", "Winter on the estates", "To decide how often paths are gritted."),
        ("5", "Grants for warm homes", "To say which way is prepared."),
    ] {
        let new = json!({ "number": number, "title": title, "agenda_text": text });
        let item: i64 = made(&office.does::<AddItem>("clerk", before, &[("meeting", meeting)], new).await?, "item")?;
        items.push(item);
    }
    let [winter, grants] = items.as_slice() else { anyhow::bail!("two items were added") };
    paper(town, before, *winter, "Winter on the estates", PLAN).await?;
    let costs = paper(town, before, *winter, "Appendix A: what a round costs", COSTS).await?;
    paper(town, before, *grants, "Grants for warm homes", GRANTS).await?;
    publish(town, meeting, morning(days.today, -5)?, "Agenda published").await?;

    let later = morning(days.today, -1)?;
    let file = File { name: "appendix-a.pdf", bytes: sheet::pdf("Appendix A: what a round costs", RIGHT) };
    office.sends::<AddVersion>("author", later, &[("paper", costs)], json!({}), Some(file)).await?;
    let why = "The appendix had a wrong figure for three rounds";
    let new = json!({ "papers": [costs], "why": why });
    office.does::<AddSupplement>("clerk", later, &[("meeting", meeting)], new).await?;
    publish(town, meeting, later, "Supplement 1: an appendix is replaced").await?;
    Ok(Pack { meeting, winter: *winter, grants: *grants })
}

async fn paper(town: &Town<'_>, at: DateTime, item: i64, title: &str, pages: &[&[&str]]) -> anyhow::Result<i64> {
    let name = format!("{}.pdf", title.split(':').next().unwrap_or(title).to_lowercase().replace(' ', "-"));
    let file = File { name: &name, bytes: sheet::pdf(title, pages) };
    let new = json!({ "title": title, "public_title": title });
    made(&town.office.sends::<AddPaper>("author", at, &[("item", item)], new, Some(file)).await?, "paper")
}
