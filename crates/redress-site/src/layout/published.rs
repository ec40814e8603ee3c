//! Where a record comes from: its version, when it was published, the source and where in it each value was read.

use maud::{Markup, html};
use redress::provenance::{Provenance, Source};
use redress::public::publication::Publication;

use crate::clock;

/// `Version 2, published 3 March 2025`, with the way to every version.
pub fn version(publication: &Publication) -> Markup {
    html! {
        p.redress-meta {
            "Version " (publication.version) ", published "
            (super::summary::day(clock::day_of(publication.published_at))) ". "
            a.govuk-link href=(versions_address(publication)) { "Every version of this record" } "."
        }
    }
}

/// What a publication is called on lists: a withdrawal by what it took away, never by words that were withdrawn.
pub fn title(publication: &Publication) -> String {
    if publication.withdrawn { format!("{} withdrawn", publication.kind.words()) } else { publication.title.clone() }
}

/// The address of the list of a record's versions.
pub fn versions_address(publication: &Publication) -> String {
    format!("/versions/{}/{}", publication.kind.word(), publication.key)
}

/// The source and the place of each value in it.
pub fn source(source: Option<&Source>, read: &[Provenance]) -> Markup {
    let Some(source) = source else { return html! {} };
    html! {
        details.govuk-details {
            summary.govuk-details__summary { span.govuk-details__summary-text { "Where each value was read" } }
            div.govuk-details__text {
                p.govuk-body { "Source: " (source.name) br; "SHA-256 of its bytes: " span.redress-hash { (source.sha256) } }
                @if !read.is_empty() { (super::scrolling("Where each value was read", places(read))) }
            }
        }
    }
}

fn places(read: &[Provenance]) -> Markup {
    html! {
        table.govuk-table {
            caption.govuk-table__caption.govuk-table__caption--s { "Values and their place in the source" }
            thead.govuk-table__head {
                tr.govuk-table__row {
                    th.govuk-table__header scope="col" { "Value" }
                    th.govuk-table__header scope="col" { "Lines" }
                    th.govuk-table__header scope="col" { "Element" }
                }
            }
            tbody.govuk-table__body {
                @for place in read {
                    tr.govuk-table__row {
                        th.govuk-table__header scope="row" { (place.field) }
                        td.govuk-table__cell { (place.line) @if place.to_line > place.line { " to " (place.to_line) } }
                        td.govuk-table__cell { (place.element.as_deref().unwrap_or("Not recorded")) }
                    }
                }
            }
        }
    }
}
