//! The recommendations of a case: its own, and those of earlier cases that live on in it.

use axum::extract::{Path, State};
use maud::html;
use serde::Serialize;

use super::{around, load};
use crate::desk::DeskSite;
use crate::desk::deed::Context;
use crate::desk::deeds::recommend::Recommend;
use crate::desk::pages::ombudsman_paper::{Told, recommendations, told, with_days};
use crate::desk::pages::{answer, offer};
use crate::pages::asked::Asked;
use crate::pages::{Answer, Format};
use crate::sign_in::visitor::Visitor;

/// The page.
#[derive(Debug, Serialize)]
struct RecommendationsPage {
    recommendations: Vec<Told>,
    carried: Vec<Told>,
    total_pence: u64,
    /// How the case came here: by a paper of its own, or in a review of earlier cases.
    origin: &'static str,
}

/// `/desk/cases/{case}/recommendations`
pub async fn show(State(desk): State<DeskSite>, visitor: Visitor, format: Format, Path(id): Path<i64>, asked: Asked) -> Answer {
    let context = Context::of(desk, visitor);
    let loaded = load(&context, id).await?;
    let desk = &context.desk.desk;
    let items = with_days(&context, desk.items_of_case(id).await?).await?;
    let own = desk.recommendations_of_case(id).await?;
    let page = RecommendationsPage {
        total_pence: own.iter().filter_map(|r| r.tracked.asked().money.as_ref()).map(|m| m.asked()).fold(0, u64::saturating_add),
        origin: loaded.case.file.origin(),
        recommendations: own.iter().map(|r| told(&context, r, &items)).collect(),
        carried: super::carried(&context, id).await?.iter().map(|r| told(&context, r, &items)).collect(),
    };
    let body = html! {
        h2.govuk-heading-m { "Recommendations" }
        @if loaded.case.file.from_review { p.govuk-body { "Origin: a review of earlier cases. They are tracked like any other, and no year’s figures count them again." } }
        (recommendations(&page.recommendations, page.total_pence))
        @if !page.carried.is_empty() {
            h2.govuk-heading-m { "Carried forward from earlier cases" }
            p.govuk-body { "They are linked, not copied: each keeps its own date and its days late." }
            (recommendations(&page.carried, 0))
        }
        ul.govuk-list {
            @for paper in &loaded.papers { (offer::<Recommend>(&context, &loaded.subject, &format!("/desk/ombudsman-papers/{}/recommend", paper.id))) }
        }
    };
    let title = format!("Recommendations, {}", loaded.title());
    Ok(answer(&context, &format, &asked, &title, &page, around(&loaded, "/recommendations", body)))
}
