//! A bundle of evidence: requirement by requirement what the Ombudsman asked, by when, and which file shows it.

use axum::extract::{Path, State};
use jiff::Timestamp;
use maud::{Markup, html};
use redress::access::Act;
use redress::ombudsman::bundle::{FileEntry, Manifest};
use redress::paper::size_words;
use redress_store::desk::work::bundle::{BundleSent, KeptBundle};
use serde::Serialize;

use super::case::{self, Loaded};
use super::paper::attachment;
use super::{answer, at, day, offer};
use crate::bundle::pack::packed;
use crate::desk::DeskSite;
use crate::desk::deed::Context;
use crate::desk::deeds::send_bundle::SendBundle;
use crate::failure::Failure;
use crate::layout::summary::Summary;
use crate::pages::asked::Asked;
use crate::pages::{Answer, Format};
use crate::sign_in::visitor::Visitor;

/// The page.
#[derive(Debug, Serialize)]
struct BundlePage {
    bundle: KeptBundle,
    sent: Option<BundleSent>,
}

/// A bundle, for who may read its case.
pub async fn load(context: &Context, id: i64) -> Result<(KeptBundle, Loaded), Failure> {
    context.might(Act::ReadDesk)?;
    let bundle = context.desk.desk.bundle(id).await?.ok_or(Failure::NotFound)?;
    let loaded = case::load(context, bundle.case_file_id).await?;
    // What lives on in this case may belong to one that is more closed.
    for recommendation in context.desk.desk.recommendations_of_bundle(id).await? {
        case::load(context, recommendation.case_file_id).await?;
    }
    Ok((bundle, loaded))
}

/// `Bundle 4 for case 23 006 024`
pub fn title(bundle: &KeptBundle) -> String {
    format!("Bundle {} for case {}", bundle.id, bundle.manifest.case)
}

/// `/desk/bundles/{bundle}`
pub async fn show(State(desk): State<DeskSite>, visitor: Visitor, format: Format, Path(id): Path<i64>, asked: Asked) -> Answer {
    let context = Context::of(desk, visitor);
    let (bundle, loaded) = load(&context, id).await?;
    let page = BundlePage { sent: context.desk.desk.bundle_sent(id).await?, bundle };
    let body = body(&context, &page, &loaded);
    Ok(answer(&context, &format, &asked, &title(&page.bundle), &page, body))
}

/// `/desk/bundles/{bundle}/file`
pub async fn file(State(desk): State<DeskSite>, visitor: Visitor, Path(id): Path<i64>) -> Answer {
    let context = Context::of(desk, visitor);
    let (bundle, loaded) = load(&context, id).await?;
    let bytes = packed(&context.desk.desk, &bundle).await?;
    Ok(attachment(&format!("bundle-{id}-{}.zip", loaded.case.key.slug()), bytes))
}

fn body(context: &Context, page: &BundlePage, loaded: &Loaded) -> Markup {
    let bundle = &page.bundle;
    let sent = page.sent.as_ref();
    let went = sent.map(|s| format!("On {}, by {}. Recorded by {}, {}", day(&s.on_date), s.channel, s.sent_by, at(&s.sent_at)));
    html! {
        span.govuk-caption-l { a.govuk-link href={ (loaded.address()) "/evidence" } { (loaded.title()) } }
        h1.govuk-heading-l { (title(bundle)) }
        (Summary::default()
            .day("Deadline", bundle.manifest.deadline)
            .words("Made by", Some(&format!("{}, {}", bundle.made_by, at(&bundle.made_at))))
            .words("Went to the Ombudsman", Some(went.as_deref().unwrap_or("Not recorded yet")))
            .words("The Ombudsman's receipt", sent.and_then(|s| s.receipt.as_deref()))
            .row("SHA-256 of the manifest", html! { code { (bundle.sha256) } }))
        (index(&bundle.manifest))
        h2.govuk-heading-m { "The letter" }
        ul.redress-entries { li.redress-entry { (told(&bundle.manifest.cover)) } }
        h2.govuk-heading-m { "Do" }
        ul.govuk-list {
            li { a.govuk-link href={ "/desk/bundles/" (bundle.id) "/file" } { "Download the bundle (ZIP)" } }
            li { a.govuk-link href="/ombudsman/verify-a-bundle" { "How anybody can check a bundle" } }
            @if sent.is_none() { (offer::<SendBundle>(context, &loaded.subject, &format!("/desk/bundles/{}/send", bundle.id))) }
        }
    }
}

/// The index: recommendation, original date, requirement, files.
pub fn index(manifest: &Manifest) -> Markup {
    html! {
        @for rows in manifest.index.chunk_by(|a, b| a.recommendation == b.recommendation) {
            @if let Some(first) = rows.first() {
                h2.govuk-heading-m { "Recommendation " (first.recommendation) }
                blockquote.govuk-inset-text { @for line in first.asked.lines() { (line) br; } }
                p.govuk-body { "Original date: " (first.due_on.map_or("none was given".into(), redress::day::with_weekday)) }
            }
            @for row in rows {
                h3.govuk-heading-s { (row.number) ". " (row.required) }
                ul.redress-entries {
                    @for file in manifest.files.iter().filter(|f| row.files.contains(&f.name)) { li.redress-entry { (told(file)) } }
                }
            }
        }
    }
}

fn told(file: &FileEntry) -> Markup {
    html! {
        p.redress-entry__title { (file.name) " (" (size_words(file.bytes)) ")" }
        p.redress-entry__facts { (file.filed_by) ", " (moment(file.filed_at)) ". SHA-256 " code { (file.sha256) } }
    }
}

fn moment(when: Timestamp) -> String {
    at(&when.to_string())
}
