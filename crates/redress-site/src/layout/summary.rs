//! Names and values: the facts of a record.

use maud::{Markup, Render, html};

/// A list of names and values, in the order they are added.
#[derive(Default)]
pub struct Summary(Vec<(&'static str, Markup)>);

impl Summary {
    /// Adds a row.
    pub fn row(mut self, name: &'static str, value: Markup) -> Summary {
        self.0.push((name, value));
        self
    }

    /// Adds a row of words, where there are any.
    pub fn words(self, name: &'static str, value: Option<&str>) -> Summary {
        match value {
            Some(value) if !value.trim().is_empty() => self.row(name, html! { (value) }),
            _ => self,
        }
    }

    /// Adds a row with a day, where there is one.
    pub fn day(self, name: &'static str, value: Option<jiff::civil::Date>) -> Summary {
        match value {
            Some(date) => self.row(name, day(date)),
            None => self,
        }
    }
}

impl Render for Summary {
    fn render(&self) -> Markup {
        html! {
            @if !self.0.is_empty() {
                dl.govuk-summary-list {
                    @for (name, value) in &self.0 {
                        div.govuk-summary-list__row {
                            dt.govuk-summary-list__key { (name) }
                            dd.govuk-summary-list__value { (value) }
                        }
                    }
                }
            }
        }
    }
}

/// A day for people and for machines.
pub fn day(date: jiff::civil::Date) -> Markup {
    html! { time datetime=(date.to_string()) { (redress::day::long(date)) } }
}
