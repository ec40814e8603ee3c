//! To whom a review was shown, why and until when; and for who reads the access log, each time that one of them opened it.

use maud::{Markup, html};
use redress::access::{Act, Subject};
use redress_store::desk::work::review_showing::{Opening, Showing};

use super::super::{at, day};
use super::Loaded;
use crate::desk::deed::Context;

/// The lists.
pub fn body(context: &Context, loaded: &Loaded, shown: &[Showing], openings: &[Opening]) -> Markup {
    let today = context.now.date();
    let key = |case: i64| {
        let at = loaded.kept.cases.iter().position(|known| *known == case);
        at.and_then(|at| loaded.kept.review.all().get(at)).map_or("a case".to_string(), |m| format!("case {}", m.case))
    };
    html! {
        @if context.can(Act::ReadDesk, &loaded.subject) {
            h2.govuk-heading-m { "Who may look besides officers" }
            @if shown.is_empty() { p.govuk-body { "Nobody: it was shown to no member." } }
            ul.redress-entries {
                @for showing in shown {
                    li.redress-entry {
                        p.redress-entry__title { (showing.who) @if !showing.stands_on(today) { ": no longer" } }
                        p.redress-entry__facts { "Until " (day(&showing.until_date)) ". " (showing.why) " Shown by " (showing.shown_by) ", " (at(&showing.shown_at)) "." }
                    }
                }
            }
        }
        @if context.can(Act::ReadAccessLog, &Subject::council()) && !shown.is_empty() {
            h2.govuk-heading-m { "Who opened it" }
            @if openings.is_empty() { p.govuk-body { "None of them has opened it." } }
            ul.govuk-list {
                @for opening in openings { li { (at(&opening.at)) ": " (opening.who) " opened " (opening.case_file_id.map_or("the review".into(), key)) } }
            }
        }
    }
}
