//! A stop of an issue's way at the desk: an item with what was decided and said there, as far as this person may read it.

use maud::{Markup, html};
use redress::access::{Act, SubjectKind};
use redress_store::desk::work::decision::RecordedDecision;
use redress_store::desk::work::item::PlannedItem;
use redress_store::desk::work::meeting::PlannedMeeting;
use redress_store::desk::work::paper::WorkingPaper;
use redress_store::desk::work::referral::KeptReferral;
use redress_store::desk::work::scrutiny_recommendation::KeptScrutiny;
use serde::Serialize;

use crate::desk::deed::Context;
use crate::desk::pages::{case, item, meeting};
use crate::failure::Failure;
use crate::layout::compared;

/// A stop.
#[derive(Debug, Serialize)]
pub struct Stop {
    /// The meeting.
    pub meeting: PlannedMeeting,
    /// The item, veiled where it is.
    pub item: PlannedItem,
    /// The cases that it considers and that this person may read.
    cases: Vec<(i64, String)>,
    papers: Vec<WorkingPaper>,
    decision: Option<RecordedDecision>,
    minute: Option<String>,
    /// What the body said of it.
    pub said: Option<String>,
    recommendations: Vec<KeptScrutiny>,
}

/// Reads a stop.
pub async fn read(context: &Context, planned: PlannedItem) -> Result<Stop, Failure> {
    let desk = &context.desk.desk;
    let held = desk.planned_meeting(planned.planned_meeting_id).await?.ok_or(Failure::NotFound)?;
    let item = item::veiled(context, planned).await?;
    let outcome = context.can(Act::ReadPaper, &desk.words_of_item(&item, SubjectKind::Decision, false).await?);
    let mut cases = Vec::new();
    for kept in desk.cases_of_item(item.id).await? {
        if let Ok(loaded) = case::load(context, kept.id).await {
            cases.push((kept.id, loaded.case.key.to_string()));
        }
    }
    Ok(Stop {
        cases,
        papers: item::papers(context, item.id).await?,
        decision: desk.recorded_decision(item.id).await?.filter(|_| outcome),
        minute: desk.minute(item.id).await?.filter(|_| outcome).map(|m| m.public_words),
        said: desk.comment_of(item.id).await?.filter(|_| outcome),
        recommendations: if outcome { desk.scrutiny_of_item(item.id).await? } else { Vec::new() },
        meeting: held,
        item,
    })
}

/// The stop as a part of the page, with the referrals that begin or end there.
pub fn section(stop: &Stop, referrals: &[KeptReferral]) -> Markup {
    html! {
        section.redress-item {
            h3.govuk-heading-m { (meeting::title(&stop.meeting)) }
            p.govuk-body { a.govuk-link href={ "/desk/items/" (stop.item.id) } { (item::title(&stop.item)) } }
            @for r in referrals.iter().filter(|r| r.taken_up_item_id == Some(stop.item.id)) {
                p.govuk-body { "Referred by " (r.from_body) " on " (super::day(&r.on_date)) "; taken up here. Asked: " (r.asked) }
            }
            @if !stop.cases.is_empty() {
                p.govuk-body { "Cases: " @for (at, (id, key)) in stop.cases.iter().enumerate() { @if at > 0 { ", " } a.govuk-link href={ "/desk/cases/" (id) } { (key) } } }
            }
            @if !stop.papers.is_empty() {
                h4.govuk-heading-s { "Papers" }
                ul.govuk-list { @for paper in &stop.papers { li { a.govuk-link href={ "/desk/papers/" (paper.id) } { (paper.title) } } } }
            }
            @if let Some(decision) = &stop.decision { (decided(decision)) }
            @if let Some(minute) = &stop.minute { h4.govuk-heading-s { "Public minute" } p.govuk-body { (minute) } }
            @if let Some(said) = &stop.said { h4.govuk-heading-s { "What the body said of it" } p.govuk-body { (said) } }
            @if !stop.recommendations.is_empty() {
                h4.govuk-heading-s { "Recommendations of scrutiny" }
                ul.govuk-list {
                    @for kept in &stop.recommendations {
                        li {
                            a.govuk-link href={ "/desk/scrutiny-recommendations/" (kept.id) } { "Recommendation " (kept.recommendation.number) }
                            ": " (kept.recommendation.response().map_or("not answered", |r| r.answer.words()))
                        }
                    }
                }
            }
            @for r in referrals.iter().filter(|r| r.planned_item_id == stop.item.id) {
                p.govuk-body {
                    "Referred to " (r.to_body) @if let Some(section) = &r.section { " (" (section) ")" } ": " (r.asked) " "
                    @match (r.received.as_deref(), &r.received_date) {
                        (Some("taken_up"), Some(on)) => { "Taken up on " (super::day(on)) "." },
                        (Some(_), Some(on)) => { "Declined on " (super::day(on)) ": " (r.declined_why.as_deref().unwrap_or("")) },
                        _ => "It waits there.",
                    }
                }
            }
        }
    }
}

fn decided(recorded: &RecordedDecision) -> Markup {
    let decision = &recorded.decision;
    html! {
        h4.govuk-heading-s { "Decision" }
        p.govuk-body { (decision.text) }
        @if let Some(minuted) = decision.as_minuted.as_ref().filter(|m| !compared::same(&m.text, &decision.text)) {
            (compared::key("the decision as published", "the minutes"))
            div.redress-record.redress-record--quoted { p { (compared::runs(&decision.text, &minuted.text)) } }
        }
        @if !recorded.voted.is_empty() { p.govuk-body { "Voted: " (recorded.voted.join(", ")) } }
    }
}
