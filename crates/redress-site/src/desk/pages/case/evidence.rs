//! The evidence of a case: what each recommendation still needs, and the bundles that were made.

use axum::extract::{Path, State};
use jiff::civil::Date;
use maud::html;
use redress_store::desk::work::bundle::BundleSent;
use serde::Serialize;

use super::{around, load};
use crate::desk::deed::Context;
use crate::desk::deeds::make_bundle::MakeBundle;
use crate::desk::pages::{answer, at, day, offer};
use crate::desk::{DeskSite, evidence};
use crate::layout::tag;
use crate::pages::asked::Asked;
use crate::pages::{Answer, Format};
use crate::sign_in::visitor::Visitor;

/// The page.
#[derive(Debug, Serialize)]
struct EvidencePage {
    recommendations: Vec<Needs>,
    bundles: Vec<Made>,
}

/// What a recommendation needs.
#[derive(Debug, Serialize)]
struct Needs {
    id: i64,
    key: String,
    due_on: Option<Date>,
    required: usize,
    files: usize,
    missing: Vec<String>,
}

/// A bundle that was made.
#[derive(Debug, Serialize)]
struct Made {
    id: i64,
    deadline: Option<Date>,
    made_by: String,
    made_at: String,
    sha256: String,
    sent: Option<BundleSent>,
}

/// `/desk/cases/{case}/evidence`
pub async fn show(State(desk): State<DeskSite>, visitor: Visitor, format: Format, Path(id): Path<i64>, asked: Asked) -> Answer {
    let context = Context::of(desk, visitor);
    let loaded = load(&context, id).await?;
    let desk = &context.desk.desk;
    let mut page = EvidencePage { recommendations: Vec::new(), bundles: Vec::new() };
    let mut all = desk.recommendations_of_case(id).await?;
    all.extend(super::carried(&context, id).await?);
    for kept in all {
        let shown = evidence::of(&context, kept.id).await?;
        let key = kept.tracked.asked().key();
        page.recommendations.push(Needs {
            id: kept.id,
            due_on: kept.tracked.asked().original(),
            required: shown.required.len(),
            files: shown.filed.len(),
            missing: shown.missing(&key),
            key,
        });
    }
    for bundle in desk.bundles_of_case(id).await? {
        let sent = desk.bundle_sent(bundle.id).await?;
        let deadline = bundle.manifest.deadline;
        page.bundles.push(Made { id: bundle.id, deadline, made_by: bundle.made_by, made_at: bundle.made_at, sha256: bundle.sha256, sent });
    }
    let body = html! {
        h2.govuk-heading-m { "What each recommendation needs" }
        @if page.recommendations.is_empty() { p.govuk-body { "This case has no recommendation." } }
        ul.redress-entries {
            @for needs in &page.recommendations {
                li.redress-entry {
                    p.redress-entry__title { a.govuk-link href={ "/desk/recommendations/" (needs.id) } { "Recommendation " (needs.key) } }
                    p.redress-entry__facts {
                        "Original date: " (needs.due_on.map_or("none was given".into(), redress::day::long)) ". Files: " (needs.files) " "
                        @if needs.required == 0 { (tag("Nobody has said what it needs", "grey")) }
                        @else if needs.missing.is_empty() { (tag("Everything is shown", "green")) }
                        @else { (tag("Not shown yet", "red")) " " (needs.missing.join("; ")) }
                    }
                }
            }
        }
        h2.govuk-heading-m { "Bundles for the Ombudsman" }
        @if page.bundles.is_empty() { p.govuk-body { "None was made." } }
        ul.redress-entries {
            @for made in &page.bundles {
                li.redress-entry {
                    p.redress-entry__title { a.govuk-link href={ "/desk/bundles/" (made.id) } { "Bundle " (made.id) @if let Some(on) = made.deadline { " for " (redress::day::long(on)) } } }
                    p.redress-entry__facts {
                        "Made by " (made.made_by) ", " (at(&made.made_at)) ". "
                        @match &made.sent { Some(sent) => { "Went on " (day(&sent.on_date)) "." } None => "Not recorded as sent." }
                        " SHA-256 " code { (made.sha256) }
                    }
                }
            }
        }
        ul.govuk-list { (offer::<MakeBundle>(&context, &loaded.subject, &format!("{}/bundle", loaded.address()))) }
    };
    Ok(answer(&context, &format, &asked, &format!("Evidence, {}", loaded.title()), &page, around(&loaded, "/evidence", body)))
}
