//! The minutes on the page of a meeting: how far they are, and the whole of them, where what two items share stands once.

use maud::{Markup, html};
use redress::minutes::texts::whole;
use redress::public::item::Item;
use redress::public::meeting::Meeting;

use crate::pages::item::stage_of_minutes;

/// The minutes; nothing for a meeting whose minutes were not kept step by step.
pub fn section(meeting: &Meeting, items: &[Item]) -> Markup {
    let Some(stage) = &meeting.minutes else { return html! {} };
    let words = |item: &Item| Some((item.number.clone().unwrap_or_else(|| item.title.clone()), item.minutes.as_ref()?.text.clone()));
    let all: Vec<(String, String)> = items.iter().filter_map(words).collect();
    let whole = whole(&[], &all);
    html! {
        h2.govuk-heading-m { "Minutes" }
        (stage_of_minutes(stage))
        @if !whole.is_empty() {
            details.govuk-details {
                summary.govuk-details__summary { span.govuk-details__summary-text { "The whole minutes" } }
                div.govuk-details__text.redress-record { @for text in whole.split("\n\n") { p { (text) } } }
            }
        }
    }
}
