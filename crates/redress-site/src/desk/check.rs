//! Check your answers: what was filled in and what follows from it, before the deed is done. A program is told nothing twice.

use axum::response::Response;
use maud::{Markup, html};

use super::deed::{Context, Deed};
use super::field::{Ask, Field};
use super::filled::{Filled, TOKEN};
use super::frame;

/// The field that says that the answers were checked, or are to be changed.
pub const CHECKED: &str = "checked";

/// The page.
pub fn page<D: Deed>(context: &Context, deed: &D, filled: &Filled, told: &Markup) -> Response {
    let caption = deed.about().caption;
    let asked = |field: &&Field| field.only_if.is_none_or(|(choice, value)| filled.get(choice) == value);
    let body = html! {
        @if !caption.is_empty() { span.govuk-caption-l { (caption) } }
        h1.govuk-heading-l { "Check your answers: " (D::TITLE) }
        dl.govuk-summary-list {
            @for field in D::FIELDS.iter().filter(asked).filter(|f| f.ask != Ask::Carried) {
                div.govuk-summary-list__row {
                    dt.govuk-summary-list__key { (field.label) }
                    dd.govuk-summary-list__value { (words(deed, field, filled)) }
                }
            }
        }
        h2.govuk-heading-m { "What follows" }
        (told)
        form method="post" novalidate {
            input type="hidden" name=(TOKEN) value=(context.visitor.form_token);
            @for field in D::FIELDS {
                @for value in filled.all(field.name) { input type="hidden" name=(field.name) value=(value); }
            }
            div.govuk-button-group {
                button.govuk-button type="submit" name=(CHECKED) value="yes" { (D::TITLE) }
                button.govuk-button.govuk-button--secondary type="submit" name=(CHECKED) value="change" { "Change the answers" }
            }
        }
    };
    frame::page(context, &frame::Top { title: format!("Check your answers: {}", D::TITLE), ..frame::Top::default() }, body)
}

/// An answer as a person reads it: choices in their words, days in full.
fn words<D: Deed>(deed: &D, field: &Field, filled: &Filled) -> Markup {
    let offered = deed.offered(field.name);
    let one = |value: String| match field.ask {
        Ask::Date | Ask::DateOrUnknown => filled.date(field.name).map_or(value, redress::day::long),
        _ => {
            let fixed = field.fixed().into_iter().flatten().find(|(v, _)| *v == value).map(|(_, words)| (*words).to_string());
            fixed.or_else(|| offered.iter().find(|(v, _)| *v == value).map(|(_, words)| words.clone())).unwrap_or(value)
        }
    };
    let all: Vec<String> = filled.all(field.name).into_iter().map(one).collect();
    html! {
        @if all.is_empty() { "Not given" }
        @for (at, value) in all.iter().enumerate() {
            @if at > 0 { br; }
            @for (n, line) in value.lines().enumerate() { @if n > 0 { br; } (line) }
        }
    }
}
