//! What is late, for members: the figures of the quarter that runs over the published actions, each with its list.

use maud::{Markup, html};

use crate::layout::action_pack::Pack;

/// On the room's first page.
pub fn section(pack: &Pack) -> Markup {
    html! {
        h2.govuk-heading-m { "What is late" }
        (pack.table())
        p.govuk-body { a.govuk-link href="/actions/quarter" { "The quarterly pack: another quarter, or one committee" } }
    }
}
