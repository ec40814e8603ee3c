//! The draft of the letter that asks the Ombudsman for more time, as forms show it.

use maud::{Markup, html};
use redress::ombudsman::extension::{Draft, draft};
use redress::ombudsman::tracked::Tracked;

use super::deed::Context;

/// The letter, with what the owner said last of how it goes.
pub fn letter(context: &Context, tracked: &Tracked) -> String {
    let asked = tracked.asked();
    draft(&Draft {
        council: &context.desk.site.authority(),
        key: &asked.key(),
        original: asked.original(),
        expected: tracked.expected(),
        until: None,
        why: "",
        so_far: tracked.updates().last().map_or("", |u| u.value.text.as_str()),
        by: &context.visitor.signed_in.name,
        on: context.now.date(),
    })
}

/// The letter, to be copied.
pub fn shown(letter: &str) -> Markup {
    html! {
        h2.govuk-heading-m #draft { "A draft of the letter" }
        p.govuk-body { "It is sent by nobody but you. Fill in what stands in square brackets." }
        textarea.govuk-textarea rows="16" readonly aria-labelledby="draft" { (letter) }
    }
}
