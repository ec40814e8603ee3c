//! Whether the reply to a report may go: every recommendation answered by members, and no refusal that waits for full council.

use redress::ombudsman::axes::{Level, waits_for_council};
use redress::ombudsman::guards::CannotReply;
use redress_store::desk::work::ombudsman_paper::OmbudsmanPaper;
use redress_store::desk::work::recommendation::KeptRecommendation;

use super::deed::Context;
use crate::failure::Failure;

/// The reports among papers.
pub fn reports(papers: &[OmbudsmanPaper]) -> impl Iterator<Item = &OmbudsmanPaper> {
    papers.iter().filter(|p| matches!(p.kind.as_str(), "report" | "further_report"))
}

/// Why the reply to a report does not go yet; nothing where it may.
pub async fn bar(context: &Context, report: &OmbudsmanPaper) -> Result<Option<CannotReply>, Failure> {
    let all = context.desk.desk.recommendations_of_paper(report.id).await?;
    if all.iter().any(|r| waits_for_council(r.tracked.responses())) {
        return Ok(Some(CannotReply::ReservedToFullCouncil));
    }
    if all.is_empty() {
        return Ok(if decided(context, report).await? { None } else { Some(CannotReply::NotConsidered) });
    }
    Ok(if unanswered(&all).is_empty() { None } else { Some(CannotReply::NotDecided) })
}

/// Whether a meeting that was held decided about a case of the report.
async fn decided(context: &Context, report: &OmbudsmanPaper) -> Result<bool, Failure> {
    let desk = &context.desk.desk;
    let mut items = desk.items_about(report.id).await?;
    for case in desk.cases_of_paper(report.id).await? {
        items.extend(desk.items_of_case(case.id).await?);
    }
    for item in items {
        let held = desk.planned_meeting(item.planned_meeting_id).await?.and_then(|m| m.on_date.parse::<jiff::civil::Date>().ok());
        if held.is_some_and(|on| on <= context.now.date()) && desk.recorded_decision(item.id).await?.is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The recommendations that members have not answered.
pub fn unanswered(all: &[KeptRecommendation]) -> Vec<&KeptRecommendation> {
    let by_members = |r: &&KeptRecommendation| r.tracked.responses().entries().iter().any(|e| e.value.level == Level::Members);
    all.iter().filter(|r| !by_members(r)).collect()
}
