//! The same fault again: the lead case with its repeats, what was promised in each, and whether evidence of it exists.

use jiff::civil::Date;
use maud::{Markup, html};
use redress::ombudsman::recommendation::Nature;
use redress::ombudsman::repeats::{Because, Evidence, Known, family};
use serde::Serialize;

use super::{Loaded, load};
use crate::desk::deed::Context;
use crate::desk::evidence;
use crate::failure::Failure;
use crate::layout::tag;

/// A case of the family, as this reader may see it.
#[derive(Debug, Serialize)]
pub struct Again {
    id: i64,
    key: String,
    began: Option<Date>,
    lead: bool,
    /// The case that the page is about.
    own: bool,
    because: Option<Because>,
    promised: Vec<Promised>,
}

/// What was promised and is not for a person.
#[derive(Debug, Serialize)]
struct Promised {
    recommendation: i64,
    key: String,
    asked: String,
    due_on: Option<Date>,
    evidence: Evidence,
    evidence_words: String,
}

/// The family of a case; nothing where it stands alone. A case that this reader may not read is as if it were not there.
pub async fn of(context: &Context, own: &Loaded) -> Result<Vec<Again>, Failure> {
    let desk = &context.desk.desk;
    let mut all: Vec<(Loaded, bool)> = Vec::new();
    for case in desk.case_files().await? {
        match load(context, case.id).await {
            Ok(loaded) => {
                let fault = fault(context, &loaded).await?;
                all.push((loaded, fault));
            }
            Err(Failure::MayNot(_) | Failure::NotFound) => {}
            Err(failure) => return Err(failure),
        }
    }
    let known: Vec<Known<'_>> = all.iter().map(|(loaded, fault)| known(loaded, *fault)).collect();
    let readable = |key| known.iter().any(|k| k.key == key);
    // Over a case that this reader may not read no link leads on.
    let links: Vec<_> = desk.follows().await?.links().iter().filter(|l| readable(&l.later) && readable(&l.earlier)).cloned().collect();
    let Some(of) = known.iter().find(|k| *k.key == own.case.key) else { return Ok(Vec::new()) };
    let mut again = Vec::new();
    for (at, one) in family(of, &known, &links).into_iter().enumerate() {
        let Some((loaded, _)) = all.iter().find(|(l, _)| l.case.key == one.key) else { continue };
        again.push(Again {
            id: loaded.case.id,
            key: one.key.to_string(),
            began: one.began,
            lead: at == 0,
            own: one.key == own.case.key,
            because: one.because,
            promised: promised(context, loaded.case.id).await?,
        });
    }
    Ok(again)
}

fn known(loaded: &Loaded, fault: bool) -> Known<'_> {
    let file = &loaded.case.file;
    Known {
        key: &loaded.case.key,
        began: loaded.papers.iter().filter_map(|p| p.dated_on().or(p.received_on())).min(),
        subject: &file.subject,
        services: &file.services,
        findings: &file.findings,
        fault,
    }
}

/// Whether a paper on the case says that fault was found.
async fn fault(context: &Context, loaded: &Loaded) -> Result<bool, Failure> {
    for paper in &loaded.papers {
        if context.desk.desk.particulars(paper.id).await?.found.is_some_and(|found| found.fault()) {
            return Ok(true);
        }
    }
    Ok(false)
}

async fn promised(context: &Context, case: i64) -> Result<Vec<Promised>, Failure> {
    let mut promised = Vec::new();
    for kept in context.desk.desk.recommendations_of_case(case).await? {
        let asked = kept.tracked.asked();
        if asked.nature() != Nature::ServiceImprovement {
            continue;
        }
        let evidence = Evidence::of(&kept.tracked, evidence::of(context, kept.id).await?.filed.len());
        promised.push(Promised {
            recommendation: kept.id,
            key: asked.key(),
            asked: asked.text().into(),
            due_on: asked.original(),
            evidence,
            evidence_words: evidence.words(),
        });
    }
    Ok(promised)
}

/// The part of the page; nothing where the case stands alone.
pub fn section(again: &[Again]) -> Markup {
    html! {
        @if !again.is_empty() {
            h2.govuk-heading-m { "Same fault again" }
            ul.redress-entries {
                @for one in again {
                    li.redress-entry {
                        p.redress-entry__title {
                            a.govuk-link href={ "/desk/cases/" (one.id) } { "Case " (one.key) }
                            @if one.lead { " " (tag("Lead case", "blue")) }
                            @if one.own { " " (tag("This case", "grey")) }
                        }
                        p.redress-entry__facts {
                            @if let Some(began) = one.began { (redress::day::long(began)) ". " }
                            @if let Some(because) = &one.because { (because.words()) "." }
                        }
                        @if one.promised.is_empty() { p.redress-entry__facts { "No improvement of the service was asked for." } }
                        @for promised in &one.promised {
                            p.redress-entry__passage { a.govuk-link href={ "/desk/recommendations/" (promised.recommendation) } { (promised.key) } ": " (promised.asked) }
                            p.redress-entry__facts {
                                @if let Some(due) = promised.due_on { "Original date " (redress::day::long(due)) ". " }
                                (promised.evidence_words) "."
                            }
                        }
                    }
                }
            }
        }
    }
}
