//! What became of a meeting: the status with its reason, and the way to the meeting that goes on with it.

use maud::{Markup, html};
use redress::day::long;
use redress::meeting::Happened;
use redress::public::meeting::Meeting;
use redress::public::{Kind, address};

/// The notice above the facts; nothing for a meeting of which nothing is recorded.
pub fn notice(meeting: &Meeting) -> Markup {
    let outcome = meeting.outcome.as_ref().filter(|outcome| outcome.what != Happened::Held);
    html! {
        @if let Some(outcome) = outcome {
            div.govuk-inset-text {
                p.govuk-body { strong { (outcome.words()) } ". Recorded on " (long(outcome.on)) "." }
                @if !outcome.why.is_empty() { p.govuk-body { (outcome.why) } }
                @if let (Some(to), Some(day)) = (&outcome.to, outcome.to_day()) {
                    p.govuk-body { a.govuk-link href=(address(Kind::Meeting, to)) { "Go to the meeting of " (long(day)) } }
                }
            }
        }
        @if let Some(from) = &meeting.goes_on_with {
            p.govuk-body {
                "This meeting goes on with the business of "
                a.govuk-link href=(address(Kind::Meeting, from)) { "the meeting of " (from.get(..10).and_then(|day| day.parse().ok()).map_or_else(|| from.clone(), long)) }
                "."
            }
        }
    }
}
