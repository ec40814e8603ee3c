//! The evidence of a recommendation: what must be shown, the files that show it, and the bundles they went into.

use maud::{Markup, html};
use redress::access::Subject;
use redress_store::desk::work::evidence::KeptEvidence;
use serde::Serialize;

use crate::desk::deed::Context;
use crate::desk::deeds::file_evidence::FileEvidence;
use crate::desk::deeds::require_evidence::RequireEvidence;
use crate::desk::deeds::withdraw_evidence::WithdrawEvidence;
use crate::desk::evidence::{self, Shown};
use crate::desk::pages::{at, offer};
use crate::failure::Failure;
use crate::layout::tag;

/// What the page shows of it.
#[derive(Debug, Serialize)]
pub struct Evidence {
    required: Vec<Needed>,
    ended: Vec<Ended>,
    withdrawn: Vec<KeptEvidence>,
    bundles: Vec<Bundle>,
}

/// A requirement with the files that show it.
#[derive(Debug, Serialize)]
struct Needed {
    number: i64,
    words: String,
    added_by: String,
    added_at: String,
    files: Vec<KeptEvidence>,
}

/// What was asked for in error.
#[derive(Debug, Serialize)]
struct Ended {
    words: String,
    by: String,
    at: String,
    why: String,
}

/// A bundle that holds some of it.
#[derive(Debug, Serialize)]
struct Bundle {
    id: i64,
    made_at: String,
}

/// Loads what the page shows.
pub async fn load(context: &Context, recommendation: i64) -> Result<Evidence, Failure> {
    let Shown { required, ended, filed, withdrawn } = evidence::of(context, recommendation).await?;
    let bundles = context.desk.desk.bundles_of_recommendation(recommendation).await?;
    let files = |number: i64| filed.iter().filter(|f| f.number == number).cloned().collect();
    Ok(Evidence {
        required: required
            .into_iter()
            .map(|r| Needed { files: files(r.number), number: r.number, words: r.words, added_by: r.added_by, added_at: r.added_at })
            .collect(),
        ended: ended
            .into_iter()
            .map(|r| Ended {
                words: r.words,
                by: r.ended_by.unwrap_or_default(),
                at: r.ended_at.unwrap_or_default(),
                why: r.ended_why.unwrap_or_default(),
            })
            .collect(),
        withdrawn,
        bundles: bundles.into_iter().map(|b| Bundle { id: b.id, made_at: b.made_at }).collect(),
    })
}

/// The part of the page.
pub fn section(context: &Context, recommendation: i64, subject: &Subject, shown: &Evidence) -> Markup {
    let to = |what: &str| format!("/desk/recommendations/{recommendation}/{what}");
    html! {
        h2.govuk-heading-m { "Evidence" }
        @if shown.required.is_empty() { p.govuk-body { "Nobody has said yet what evidence is needed." } }
        @for needed in &shown.required {
            h3.govuk-heading-s { (needed.number) ". " (needed.words) }
            @if needed.files.is_empty() { p.govuk-body { (tag("Not shown yet", "red")) } }
            ul.redress-entries { @for file in &needed.files { (one(context, subject, file)) } }
        }
        @if !shown.withdrawn.is_empty() || !shown.ended.is_empty() {
            h3.govuk-heading-s { "Withdrawn" }
            ul.redress-entries {
                @for file in &shown.withdrawn { (one(context, subject, file)) }
                @for ended in &shown.ended {
                    li.redress-entry {
                        p.redress-entry__title { (ended.words) }
                        p.redress-entry__facts { "Not needed: " (ended.why) ". " (ended.by) ", " (at(&ended.at)) }
                    }
                }
            }
        }
        @if !shown.bundles.is_empty() {
            h3.govuk-heading-s { "Bundles for the Ombudsman" }
            ul.govuk-list { @for bundle in &shown.bundles { li { a.govuk-link href={ "/desk/bundles/" (bundle.id) } { "Bundle " (bundle.id) } ", made " (at(&bundle.made_at)) } } }
        }
        ul.govuk-list {
            (offer::<RequireEvidence>(context, subject, &to("require")))
            @if !shown.required.is_empty() { (offer::<FileEvidence>(context, subject, &to("file-evidence"))) }
        }
    }
}

fn one(context: &Context, subject: &Subject, file: &KeptEvidence) -> Markup {
    let findings = found(file);
    html! {
        li.redress-entry {
            p.redress-entry__title {
                a.govuk-link href={ "/desk/evidence/" (file.id) "/file" } { (file.name) " (" (file.media) ", " (redress::paper::size_words(file.bytes.unsigned_abs())) ")" }
            }
            p.redress-entry__facts { (file.filed_by) ", " (at(&file.filed_at)) ". SHA-256 " code { (file.sha256) } }
            @if !findings.is_empty() {
                p.govuk-body { "Hidden in the file:" }
                ul.govuk-list.govuk-list--bullet { @for words in &findings { li { (words) } } }
            }
            @match &file.withdrawn_at {
                Some(when) => p.redress-entry__facts {
                    "Withdrawn: " (file.withdrawn_why.as_deref().unwrap_or_default()) ". " (file.withdrawn_by.as_deref().unwrap_or_default()) ", " (at(when))
                },
                None => ul.govuk-list { (offer::<WithdrawEvidence>(context, subject, &format!("/desk/evidence/{}/withdraw", file.id))) },
            }
        }
    }
}

/// What was found in a file when it was filed, in words.
fn found(file: &KeptEvidence) -> Vec<String> {
    let looked: serde_json::Value = serde_json::from_str(&file.looked).unwrap_or_default();
    let all = looked["findings"].as_array().map(Vec::as_slice).unwrap_or_default();
    let words = |f: &serde_json::Value| match (f["words"].as_str(), f["place"].as_str()) {
        (Some(words), Some(place)) => Some(format!("{words} ({place})")),
        (words, _) => words.map(str::to_string),
    };
    all.iter().filter_map(words).collect()
}
