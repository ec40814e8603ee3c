//! The same fault again, in public: the chain of cases that a case belongs to, what was promised in each, and whether evidence of it
//! went. Only where every case of the chain is public.

use jiff::civil::Date;
use maud::{Markup, html};
use redress::ombudsman::reference::Reference;
use redress::ombudsman::repeats::Evidence;
use redress::public::case::Case;
use redress::public::improvement::{Improvement, PublicNature};
use redress::public::{Kind, Record, address};
use redress_store::register::query::Belonging;
use serde::Serialize;

use crate::failure::Failure;
use crate::layout::summary::day;
use crate::layout::tag;
use crate::site::Site;

/// A case of the chain.
#[derive(Debug, Serialize)]
pub struct Again {
    /// Its reference.
    pub reference: Reference,
    /// The first of them.
    pub lead: bool,
    /// What was promised.
    pub promised: Vec<Promised>,
}

/// What was promised and is not for a person.
#[derive(Debug, Serialize)]
pub struct Promised {
    /// The key of its page.
    pub key: String,
    /// What was asked, in the Ombudsman's words.
    pub asked: String,
    /// The original date.
    pub due_on: Option<Date>,
    /// Whether anything shows that it was done.
    #[serde(flatten)]
    pub evidence: Evidence,
}

/// The chain of a case, the earliest first; nothing where it stands alone or a case of it is not public.
pub async fn of(site: &Site, case: &Case) -> Result<Vec<Again>, Failure> {
    let chain = case.file.as_ref().map(|file| file.chain.clone()).unwrap_or_default();
    let mut again = Vec::new();
    for (at, reference) in chain.into_iter().enumerate() {
        let slug = reference.slug();
        match site.standing(Kind::Case, &slug).await {
            Ok((_, Record::Case(Case { file: Some(_), .. }))) => {}
            Ok(_) | Err(Failure::NotFound | Failure::Gone(_)) => return Ok(Vec::new()),
            Err(failure) => return Err(failure),
        }
        let promised = site.belonging(Kind::Improvement, Belonging::Parent(&slug)).await?;
        again.push(Again { reference, lead: at == 0, promised: promised.into_iter().filter_map(self::promised).collect() });
    }
    Ok(again)
}

fn promised(record: Record) -> Option<Promised> {
    let Record::Improvement(improvement) = record else { return None };
    let Improvement { nature: PublicNature::ServiceImprovement, .. } = *improvement else { return None };
    let evidence = Evidence::from_days(improvement.accepted_evidence_on, improvement.evidence.iter().map(|e| e.on).max(), 0);
    Some(Promised { key: improvement.key(), asked: improvement.asked, due_on: improvement.due_on, evidence })
}

/// The part of the page; nothing without a chain.
pub fn section(again: &[Again], own: Reference) -> Markup {
    html! {
        @if !again.is_empty() {
            h2.govuk-heading-m { "Same fault again" }
            ul.redress-entries {
                @for one in again {
                    li.redress-entry {
                        p.redress-entry__title {
                            a.govuk-link href=(address(Kind::Case, &one.reference.slug())) { "Ombudsman case " span.redress-nowrap { (one.reference) } }
                            @if one.lead { " " (tag("Lead case", "blue")) }
                            @if one.reference == own { " " (tag("This case", "grey")) }
                        }
                        @if one.promised.is_empty() { p.redress-entry__facts { "No improvement of the service is published." } }
                        @for promised in &one.promised {
                            p.redress-entry__passage { a.govuk-link href=(address(Kind::Improvement, &promised.key)) { (promised.asked) } }
                            p.redress-entry__facts {
                                @if let Some(due) = promised.due_on { "Original date " (day(due)) ". " }
                                (promised.evidence.words()) "."
                            }
                        }
                    }
                }
            }
        }
    }
}
