//! Decisions that were agreed as urgent, by quarter: what the leader reports to the council under regulation 19.

use axum::extract::State;
use jiff::civil::Date;
use maud::{Markup, html};
use redress::restriction::ledger::Quarter;
use serde::Serialize;

use super::entry::exceptions;
use super::{Line, all};
use crate::failure::Failure;
use crate::pages::{Answer, Format, Head, Render, Section, answer};
use crate::site::Site;

/// Urgent decisions.
#[derive(Debug, Serialize)]
pub struct Urgent {
    /// By quarter of the decision, the newest first.
    pub quarters: Vec<OfQuarter>,
}

/// The urgent decisions of a quarter.
#[derive(Debug, Serialize)]
pub struct OfQuarter {
    /// `April to June 2026`.
    pub quarter: String,
    /// Its first day.
    pub from: Date,
    /// The decisions.
    pub decisions: Vec<Line>,
}

/// `/forward-plan/urgent`
pub async fn list(State(site): State<Site>, format: Format) -> Answer {
    Ok(answer(&site, &format, &load(&site).await?))
}

async fn load(site: &Site) -> Result<Urgent, Failure> {
    let mut lines: Vec<Line> = all(site).await?.into_iter().filter(|l| l.entry.urgency.is_some() && l.taken_out.is_none()).collect();
    lines.reverse();
    let mut quarters: Vec<OfQuarter> = Vec::new();
    for line in lines {
        let quarter = Quarter::of(line.said.when.first());
        match quarters.iter_mut().find(|q| q.from == quarter.first()) {
            Some(known) => known.decisions.push(line),
            None => quarters.push(OfQuarter { quarter: quarter.words(), from: quarter.first(), decisions: vec![line] }),
        }
    }
    Ok(Urgent { quarters })
}

impl Render for Urgent {
    fn head(&self) -> Head {
        Head::new("Urgent decisions", "/forward-plan/urgent", Section::ForwardPlan).under("Forward plan", "/forward-plan")
    }

    fn body(&self) -> Markup {
        html! {
            h1.govuk-heading-l { "Urgent decisions" }
            p.govuk-body { "Decisions of the executive that were agreed as urgent, with what each is about and why it could not wait. The leader or the mayor reports them to the council at least once a year: SI 2012/2089, regulation 19." }
            @if self.quarters.is_empty() { p.govuk-body { "No urgent decision is published." } }
            @for of in &self.quarters {
                h2.govuk-heading-m { (of.quarter) }
                @for line in &of.decisions {
                    section.redress-item {
                        ul.redress-entries { (line.show()) }
                        (exceptions(&line.entry))
                    }
                }
            }
        }
    }
}
