//! How a report was considered, gathered from meetings, attendance, decisions, answers and actions, as far as a reader may see it.

use jiff::civil::Date;
use redress::access::{Act, SubjectKind};
use redress::ombudsman::consideration::{Answered, AskedOf, Consideration, Considered};
use redress::ombudsman::recommendation::Nature;
use redress_store::desk::work::action::{ActionQuery, KeptAction};
use redress_store::desk::work::item::PlannedItem;
use redress_store::desk::work::recommendation::KeptRecommendation;

use super::deed::Context;
use super::pages::actions;
use crate::failure::Failure;

/// How a report of the Ombudsman's was considered: its own item, and those of its cases.
pub async fn of_report(context: &Context, report: i64) -> Result<Considered, Failure> {
    let desk = &context.desk.desk;
    let mut items = desk.items_about(report).await?;
    for case in desk.cases_of_paper(report).await? {
        items.extend(desk.items_of_case(case.id).await?);
    }
    gathered(context, items, &desk.recommendations_of_paper(report).await?).await
}

/// The same of several cases as one.
pub async fn of_cases(context: &Context, cases: impl Iterator<Item = i64>) -> Result<Considered, Failure> {
    let (mut items, mut recommendations) = (Vec::new(), Vec::new());
    for case in cases {
        items.extend(context.desk.desk.items_of_case(case).await?);
        recommendations.extend(context.desk.desk.recommendations_of_case(case).await?);
    }
    gathered(context, items, &recommendations).await
}

async fn gathered(context: &Context, mut items: Vec<PlannedItem>, recommendations: &[KeptRecommendation]) -> Result<Considered, Failure> {
    items.sort_by_key(|item| item.id);
    items.dedup_by_key(|item| item.id);
    let mut meetings = Vec::new();
    for item in items {
        meetings.extend(considered(context, item, recommendations).await?);
    }
    meetings.sort_by_key(|a| (a.on, a.item));
    Ok(Considered { meetings, answers: recommendations.iter().map(|r| Answered::of(&r.tracked)).collect() })
}

/// An item of a meeting that was held and decided; none where this person may not read what was decided.
async fn considered(
    context: &Context,
    item: PlannedItem,
    recommendations: &[KeptRecommendation],
) -> Result<Option<Consideration>, Failure> {
    let desk = &context.desk.desk;
    let Some(meeting) = desk.planned_meeting(item.planned_meeting_id).await? else { return Ok(None) };
    let held = meeting.on_date.parse::<Date>().ok().filter(|on| *on <= context.now.date());
    let (Some(on), Some(recorded)) = (held, desk.recorded_decision(item.id).await?) else { return Ok(None) };
    let in_private = desk.private_plan(item.id).await?.is_some();
    if !context.can(Act::ReadPaper, &desk.words_of_item(&item, SubjectKind::Decision, in_private).await?) {
        return Ok(None);
    }
    let mut asked = Vec::new();
    for kept in actions::readable(context, ActionQuery { item: Some(item.id), ..ActionQuery::default() }).await? {
        asked.push(asked_of(&kept, recommendations));
    }
    asked.reverse();
    let present = desk.present_at(&meeting).await?;
    let number = item.number.clone();
    let (decided, reasons) = (recorded.decision.text, recorded.decision.reasons);
    Ok(Some(Consideration { item: item.id, number, body: meeting.body, on, present, decided, reasons, actions: asked }))
}

fn asked_of(kept: &KeptAction, recommendations: &[KeptRecommendation]) -> AskedOf {
    let from = kept.recommendation_id.and_then(|id| recommendations.iter().find(|r| r.id == id));
    AskedOf {
        words: kept.action.words.clone(),
        owner: kept.action.owner().into(),
        by: kept.action.original(),
        done: kept.action.closed().filter(|c| c.done).map(|c| c.on),
        // An action of a recommendation that is not at hand is kept back rather than told.
        personal: kept.recommendation_id.is_some() && from.is_none_or(|r| r.tracked.asked().nature() == Nature::Personal),
    }
}
