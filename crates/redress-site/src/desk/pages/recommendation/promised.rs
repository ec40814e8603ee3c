//! Was this promised before? What was asked of the same service in earlier cases, the evidence that went, and the cases of
//! that service which came after it.

use jiff::civil::Date;
use maud::{Markup, html};
use redress::ombudsman::axes::words;
use redress::ombudsman::recommendation::Nature;
use redress_store::desk::work::recommendation::KeptRecommendation;
use serde::Serialize;

use crate::desk::deed::Context;
use crate::desk::pages::case::{self, Loaded};
use crate::failure::Failure;

/// A recommendation of an earlier case.
#[derive(Debug, Serialize)]
pub struct Earlier {
    id: i64,
    key: String,
    asked: String,
    due_on: Option<Date>,
    /// The days on which evidence went.
    evidence: Vec<Date>,
    ombudsman: String,
    /// Cases of the same service whose first paper came after the original date.
    later_cases: Vec<(i64, String)>,
}

/// What was asked of the same service before, by original date. A remedy for a person promises nothing to others, and a case
/// that this reader may not read is as if it were not there.
pub async fn before(context: &Context, kept: &KeptRecommendation, loaded: &Loaded) -> Result<Vec<Earlier>, Failure> {
    let services = &loaded.case.file.services;
    let Some(own) = kept.tracked.asked().original().filter(|_| kept.tracked.asked().nature() != Nature::Personal) else {
        return Ok(Vec::new());
    };
    let desk = &context.desk.desk;
    let mut cases = Vec::new();
    for other in desk.case_files().await?.into_iter().filter(|c| c.file.services.iter().any(|s| services.contains(s))) {
        match case::load(context, other.id).await {
            Ok(found) => cases.push(found),
            Err(Failure::MayNot(_) | Failure::NotFound) => {}
            Err(failure) => return Err(failure),
        }
    }
    let began = |c: &Loaded| c.papers.iter().filter_map(|p| p.dated_on().or(p.received_on())).min();
    let mut earlier = Vec::new();
    for case in cases.iter().filter(|c| c.case.id != loaded.case.id) {
        for one in desk.recommendations_of_case(case.case.id).await? {
            let asked = one.tracked.asked();
            let Some(due) = asked.original().filter(|due| asked.nature() != Nature::Personal && *due < own) else { continue };
            let later = cases.iter().filter(|c| c.case.id != case.case.id && began(c).is_some_and(|on| on > due));
            earlier.push(Earlier {
                id: one.id,
                key: asked.key(),
                asked: asked.text().into(),
                due_on: Some(due),
                evidence: one.tracked.sent().entries().iter().map(|e| e.on).collect(),
                ombudsman: words(&one.tracked, context.now.date()).ombudsman,
                later_cases: later.map(|c| (c.case.id, c.case.key.to_string())).collect(),
            });
        }
    }
    earlier.sort_by(|a, b| (a.due_on, &a.key).cmp(&(b.due_on, &b.key)));
    Ok(earlier)
}

/// The part of the page; a remedy for a person has none.
pub fn section(earlier: &[Earlier], nature: Nature) -> Markup {
    html! {
        @if nature != Nature::Personal {
            h2.govuk-heading-m { "Was this promised before?" }
            @if earlier.is_empty() { p.govuk-body { "Nothing earlier was asked of the same service in another case that you may read." } }
            ul.redress-entries {
                @for one in earlier {
                    li.redress-entry {
                        p.redress-entry__title { a.govuk-link href={ "/desk/recommendations/" (one.id) } { "Recommendation " (one.key) } }
                        p.redress-entry__passage { (one.asked) }
                        p.redress-entry__facts {
                            @if let Some(due) = one.due_on { "Original date " (redress::day::long(due)) ". " }
                            @if one.evidence.is_empty() { "No evidence was sent. " } @else {
                                "Evidence sent " (one.evidence.iter().map(|on| redress::day::long(*on)).collect::<Vec<_>>().join(", ")) ". "
                            }
                            (one.ombudsman) "."
                        }
                        @if !one.later_cases.is_empty() {
                            p.redress-entry__facts {
                                "Cases of the same service since: "
                                @for (id, key) in &one.later_cases { a.govuk-link href={ "/desk/cases/" (id) } { (key) } " " }
                            }
                        }
                    }
                }
            }
        }
    }
}
