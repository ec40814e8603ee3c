//! A decision's texts: as published, its reasons, the options rejected, the interests; then as the minutes have it.

use maud::{Markup, PreEscaped, html};
use redress::decision::{Decision, Resolution};

use crate::layout::{clauses, compared, verbatim};

/// The texts under headings of a level.
pub fn decision(decision: &Decision, level: u8) -> Markup {
    html! {
        @if decision.text.trim().is_empty() { (verbatim::field(Some(&decision.text))) }
        @else { (clauses::of(&decision.text, &decision.clauses)) }
        (heading(level, "Reasons")) (verbatim::field(decision.reasons.as_deref()))
        (heading(level, "Options considered and rejected")) (verbatim::field(decision.options_rejected.as_deref()))
        (heading(level, "Interests and dispensations")) (verbatim::field(decision.interests.as_deref()))
        @if let Some(minuted) = &decision.as_minuted { (heading(level, "As published and as minuted")) (as_minuted(decision, minuted)) }
    }
}

fn as_minuted(published: &Decision, minuted: &Resolution) -> Markup {
    let labels = published.clauses_that_differ();
    html! {
        @if !labels.is_empty() {
            p.govuk-body { "The minutes repeat the decision. These clauses do not have the same words: " (labels.join(", ")) "." }
            (compared::key("the decision as published", "the minutes"))
            @for label in &labels { (clause(label, published, minuted)) }
        } @else if compared::same(&published.text, &minuted.text) {
            p.govuk-body { "The minutes repeat the decision in the same words." }
        } @else if published.clauses.len() == minuted.clauses.len() && !published.clauses.is_empty() {
            p.govuk-body { "The minutes repeat the decision; no labelled clause differs." }
        } @else {
            p.govuk-body { "The minutes give the decision in other words." }
            (compared::key("the decision as published", "the minutes"))
            div.redress-record.redress-record--quoted { p { (compared::runs(&published.text, &minuted.text)) } }
        }
        details.govuk-details {
            summary.govuk-details__summary { span.govuk-details__summary-text { "The decision as the minutes have it" } }
            div.govuk-details__text { (clauses::of(&minuted.text, &minuted.clauses)) }
        }
    }
}

fn clause(label: &str, published: &Decision, minuted: &Resolution) -> Markup {
    let in_list = |list: &[redress::resolution::Clause]| {
        list.iter().find(|c| c.label.as_deref() == Some(label)).map(|c| c.text.clone()).unwrap_or_default()
    };
    html! {
        div.redress-record.redress-record--quoted {
            div.redress-clause {
                span.redress-clause__label { (label) " " }
                div.redress-clause__words { p { (compared::runs(&in_list(&published.clauses), &in_list(&minuted.clauses))) } }
            }
        }
    }
}

/// A heading of a level from 2 to 4.
pub fn heading(level: u8, words: &str) -> Markup {
    let level = level.clamp(2, 4);
    html! {
        (PreEscaped(format!("<h{level} class=\"govuk-heading-s\">"))) (words) (PreEscaped(format!("</h{level}>")))
    }
}
