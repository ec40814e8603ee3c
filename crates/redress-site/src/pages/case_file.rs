//! What a case's page shows of the council's published file: papers, counts, the chain of cases, and what was recommended.

use maud::{Markup, html};
use redress::public::case::PublicFile;

use super::{case, improvement};
use crate::layout::summary::{Summary, day};

/// The file's facts. Of personal remedies there is one number, and none while it is small.
pub fn facts(file: &PublicFile) -> Summary {
    let mut rows = Summary::default();
    if !file.services.is_empty() {
        rows = rows.row("Services", html! { (file.services.join(", ")) });
    }
    rows = rows.words("Made against, before this council took its place", file.predecessor.as_deref());
    if !file.papers.is_empty() {
        rows = rows.row(
            "The Ombudsman’s papers",
            html! {
                ul.govuk-list {
                    @for paper in &file.papers {
                        li {
                            (paper.kind)
                            @if let Some(dated) = paper.dated { " of " (day(dated)) }
                            @match paper.received {
                                Some(received) => { ", received " (day(received)) },
                                None => ", day of receipt not known",
                            }
                        }
                    }
                }
            },
        );
    }
    if !file.chain.is_empty() {
        rows = rows.row("Follows one another", case::links(&file.chain));
    }
    rows.row("Service improvements asked for", html! { (file.service_improvements) })
        .row("Procedural recommendations", html! { (file.procedural) })
        .row("Personal remedies", html! { (file.personal.words()) })
        .day("Closed by the Ombudsman", file.closed_by_ombudsman_on)
}

/// The facts, and each recommendation that is not for a person.
pub fn shown(file: &PublicFile, improvements: &[improvement::Line]) -> Markup {
    html! {
        h2.govuk-heading-m { "The council’s file" }
        (facts(file))
        @if !improvements.is_empty() {
            h2.govuk-heading-m { "What the Ombudsman asked for" }
            ul.redress-entries { @for line in improvements { (line.show()) } }
        }
    }
}
