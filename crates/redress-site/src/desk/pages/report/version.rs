//! A version of a report, and what it says differently from another.

use axum::extract::{Path, State};
use maud::html;
use redress::report::changes::{Change, changes};
use redress_store::desk::work::report::{TextVersion, VersionLine};
use serde::Serialize;

use super::load;
use crate::desk::DeskSite;
use crate::desk::deed::Context;
use crate::desk::pages::{answer, at};
use crate::failure::Failure;
use crate::layout::{compared, report_text};
use crate::pages::asked::Asked;
use crate::pages::{Answer, Format};
use crate::sign_in::visitor::Visitor;

#[derive(Debug, Serialize)]
struct VersionPage {
    report: i64,
    version: TextVersion,
    against: Option<i64>,
    others: Vec<VersionLine>,
    changes: Vec<Change>,
}

/// `/desk/reports/{report}/versions/{version}`
pub async fn show(
    State(desk): State<DeskSite>,
    visitor: Visitor,
    format: Format,
    Path((id, wanted)): Path<(i64, i64)>,
    asked: Asked,
) -> Answer {
    let context = Context::of(desk, visitor);
    let loaded = load(&context, id).await?;
    let desk = &context.desk.desk;
    let version = desk.report_version(id, wanted).await?.filter(|v| v.version == wanted).ok_or(Failure::NotFound)?;
    let others: Vec<VersionLine> = desk.report_versions(id).await?.into_iter().filter(|v| v.version != wanted).collect();
    let asked_for = asked.words("against").and_then(|a| a.parse::<i64>().ok());
    let against = asked_for.or(Some(wanted - 1)).filter(|n| others.iter().any(|o| o.version == *n));
    let other = match against {
        Some(other) => desk.report_version(id, other).await?,
        None => None,
    };
    let changes =
        other.as_ref().map(|o| if o.version < wanted { changes(&o.text, &version.text) } else { changes(&version.text, &o.text) });
    let page = VersionPage { report: id, version, against, others, changes: changes.unwrap_or_default() };
    let body = html! {
        span.govuk-caption-l { a.govuk-link href=(loaded.address()) { (loaded.kept.title) } }
        h1.govuk-heading-l { "Version " (wanted) }
        p.govuk-body { "Saved " (at(&page.version.saved_at)) " by " (page.version.saved_by) ". SHA-256 " span.redress-hash { (page.version.sha256) } }
        @if !page.others.is_empty() {
            form.redress-filter method="get" {
                label.govuk-label for="against" { "Compare it with" }
                select.govuk-select #against name="against" {
                    @for other in &page.others { option value=(other.version) selected[page.against == Some(other.version)] { "Version " (other.version) } }
                }
                " " button.govuk-button.govuk-button--secondary type="submit" { "Compare" }
            }
        }
        @if let Some(against) = page.against {
            @let (first, second) = (against.min(wanted), against.max(wanted));
            h2.govuk-heading-m { "What version " (second) " changed against version " (first) }
            (compared::key(&format!("version {first}"), &format!("version {second}")))
            @if page.changes.is_empty() { p.govuk-body { "No word." } }
            @for change in &page.changes { div.redress-record.redress-record--quoted { p { (compared::show(&change.runs)) } } }
        }
        h2.govuk-heading-m { "Text" }
        div.redress-record { (report_text::shown(&page.version.text)) }
    };
    Ok(answer(&context, &format, &asked, &format!("Version {wanted}: {}", loaded.kept.title), &page, body))
}
