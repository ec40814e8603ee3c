//! The pages of a meeting's papers at the desk: the pack, its supplements, and those that wait to be published.

use maud::{Markup, html};
use redress_store::desk::work::pack::{KeptPack, KeptSupplement};
use serde::Serialize;

use crate::desk::deed::Context;
use crate::failure::Failure;
use crate::layout::tag;

/// Pages and supplements.
#[derive(Debug, Serialize)]
pub struct Pages {
    /// The pages of the pack; none before it was published.
    pack: Option<u32>,
    supplements: Vec<Supplement>,
}

#[derive(Debug, Serialize)]
struct Supplement {
    #[serde(flatten)]
    kept: KeptSupplement,
    /// The references of its pages, once it is published.
    references: Vec<String>,
}

/// Reads them.
pub async fn read(context: &Context, meeting: i64) -> Result<Pages, Failure> {
    let kept: KeptPack = context.desk.desk.pack(meeting).await?;
    let pack = kept.pack();
    let references = |number: Option<i64>| {
        let number = number.and_then(|n| u32::try_from(n).ok())?;
        pack.as_ref().map(|p| p.references(number))
    };
    let supplements = kept.supplements.iter().map(|s| Supplement { kept: s.clone(), references: references(s.number).unwrap_or_default() });
    Ok(Pages { pack: kept.pages, supplements: supplements.collect() })
}

/// On the page.
pub fn section(pages: &Pages) -> Markup {
    let Some(pack) = pages.pack else { return html! {} };
    html! {
        h2.govuk-heading-m { "Pages and supplements" }
        p.govuk-body { "The pack was published with " (pack) @if pack == 1 { " page." } @else { " pages." } " Its page numbers never change." }
        ul.redress-entries {
            @for one in &pages.supplements {
                li.redress-entry {
                    @match (one.kept.number, one.kept.published_on.as_deref()) {
                        (Some(number), Some(day)) => {
                            "Supplement " (number) ", published " (super::super::day(day)) ": " (one.kept.why)
                            @if let (Some(first), Some(last)) = (one.references.first(), one.references.iter().next_back()) {
                                p.redress-entry__facts { "Pages " (first) @if first != last { " to " (last) } }
                            }
                        },
                        _ => { (tag("Not published", "grey")) " A supplement after page " (one.kept.after_page) ": " (one.kept.why) },
                    }
                }
            }
        }
    }
}
