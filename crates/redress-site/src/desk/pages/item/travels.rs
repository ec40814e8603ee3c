//! Where the matter of an item goes: its issue, its referrals, what scrutiny recommended there.

use maud::{Markup, html};
use redress::access::{Act, Subject, SubjectKind};
use redress_store::desk::work::issue::KeptIssue;
use redress_store::desk::work::item::PlannedItem;
use redress_store::desk::work::referral::KeptReferral;
use redress_store::desk::work::scrutiny_recommendation::KeptScrutiny;
use serde::Serialize;

use crate::desk::deed::Context;
use crate::desk::deeds::{
    body_said::RecordBodySaid, open_issue::OpenIssue, put_into_issue::PutIntoIssue, recommend_scrutiny::RecommendScrutiny, refer::Refer,
};
use crate::desk::pages::{day, offer};
use crate::failure::Failure;

/// Where it goes.
#[derive(Debug, Serialize)]
pub struct Travels {
    issue: Option<KeptIssue>,
    referrals: Vec<KeptReferral>,
    said: Option<String>,
    recommendations: Vec<KeptScrutiny>,
}

/// Reads it, as far as this person may.
pub async fn read(context: &Context, item: &PlannedItem) -> Result<Travels, Failure> {
    let desk = &context.desk.desk;
    let outcome = context.can(Act::ReadPaper, &desk.words_of_item(item, SubjectKind::Decision, false).await?);
    Ok(Travels {
        issue: match item.issue_id {
            Some(id) => desk.issue(id).await?,
            None => None,
        },
        referrals: desk.referrals_of_item(item.id).await?,
        said: desk.comment_of(item.id).await?.filter(|_| outcome),
        recommendations: if outcome { desk.scrutiny_of_item(item.id).await? } else { Vec::new() },
    })
}

/// The part of the item's page.
pub fn section(travels: &Travels, item: i64) -> Markup {
    html! {
        @if let Some(issue) = &travels.issue {
            h2.govuk-heading-m { "Issue" }
            p.govuk-body { a.govuk-link href={ "/desk/issues/" (issue.id) } { (issue.title) } }
        }
        @for r in &travels.referrals {
            p.govuk-body {
                @if r.planned_item_id == item {
                    "Referred to " (r.to_body) " on " (day(&r.on_date)) @if let Some(section) = &r.section { " (" (section) ")" } ". "
                    @match (r.received.as_deref(), &r.received_date) {
                        (Some("taken_up"), Some(on)) => { "Taken up on " (day(on)) "." },
                        (Some(_), Some(on)) => { "Declined on " (day(on)) "." },
                        _ => "It waits there.",
                    }
                } @else { "Takes up what " (r.from_body) " referred on " (day(&r.on_date)) ": " (r.asked) }
            }
        }
        @if let Some(said) = &travels.said { h2.govuk-heading-m { "What the body said of it" } p.govuk-body { (said) } }
        @if !travels.recommendations.is_empty() {
            h2.govuk-heading-m { "Recommendations of scrutiny" }
            ul.govuk-list {
                @for kept in &travels.recommendations {
                    li { a.govuk-link href={ "/desk/scrutiny-recommendations/" (kept.id) } { "Recommendation " (kept.recommendation.number) } ": " (kept.recommendation.text) }
                }
            }
        }
    }
}

/// What can be done about it.
pub fn offers(context: &Context, item: &PlannedItem) -> Markup {
    let subject = Subject::new(SubjectKind::Item);
    let to = |what: &str| format!("/desk/items/{}/{what}", item.id);
    html! {
        @if item.issue_id.is_none() { (offer::<OpenIssue>(context, &subject, &format!("/desk/issues/create?item={}", item.id))) }
        (offer::<PutIntoIssue>(context, &subject, &to("issue")))
        (offer::<Refer>(context, &subject, &to("refer")))
        (offer::<RecordBodySaid>(context, &subject, &to("comment")))
        (offer::<RecommendScrutiny>(context, &subject, &to("scrutiny-recommendations")))
    }
}
