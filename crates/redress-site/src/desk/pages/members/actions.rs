//! What members are to do. Nothing in the record gives a member something to do yet, so there is nothing to show.

use maud::{Markup, html};

/// On the room's first page.
pub fn section() -> Markup {
    html! {}
}
