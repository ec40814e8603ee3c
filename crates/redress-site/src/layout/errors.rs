//! What is wrong with a form, at the top of its page: each leads to its field.

use maud::{Markup, html};

use crate::pages::asked::Problem;

/// The summary; nothing where nothing is wrong. What belongs to no field stands without a link.
pub fn summary(problems: &[Problem]) -> Markup {
    html! {
        @if !problems.is_empty() {
            div.govuk-error-summary {
                div role="alert" {
                    h2.govuk-error-summary__title { "There is a problem" }
                    div.govuk-error-summary__body {
                        ul.govuk-list.govuk-error-summary__list {
                            @for problem in problems {
                                li { @if problem.field.is_empty() { (problem.message) } @else { a href={ "#" (problem.field) } { (problem.message) } } }
                            }
                        }
                    }
                }
            }
        }
    }
}
