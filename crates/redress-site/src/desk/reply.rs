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
    Ok(if unanswered(&all).is_empty() { None } else { Some(CannotReply::NotDecided) })
}

/// The recommendations that members have not answered.
pub fn unanswered(all: &[KeptRecommendation]) -> Vec<&KeptRecommendation> {
    let by_members = |r: &&KeptRecommendation| r.tracked.responses().entries().iter().any(|e| e.value.level == Level::Members);
    all.iter().filter(|r| !by_members(r)).collect()
}
