//! A form that narrows a list: what was asked stays in its fields, what was wrong with it stands beside them.

use maud::{Markup, html};
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::pages::asked::{Asked, Problem};

/// The filters of a list.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    path: &'static str,
    asked: Asked,
    fields: Vec<Field>,
    problems: Vec<Problem>,
}

#[derive(Debug, Clone)]
struct Field {
    name: &'static str,
    label: &'static str,
    hint: &'static str,
    /// The words of a choice not made.
    any: &'static str,
    choices: Option<Vec<(String, String)>>,
}

impl Filter {
    /// The filters of the list at a path.
    pub fn new(path: &'static str, asked: &Asked, problems: Vec<Problem>) -> Filter {
        Filter { path, asked: asked.clone(), fields: Vec::new(), problems }
    }

    /// Adds a field for words.
    pub fn words(mut self, name: &'static str, label: &'static str, hint: &'static str) -> Filter {
        self.fields.push(Field { name, label, hint, any: "", choices: None });
        self
    }

    /// Adds a choice: values and words.
    pub fn choice(mut self, name: &'static str, label: &'static str, choices: Vec<(String, String)>) -> Filter {
        self.fields.push(Field { name, label, hint: "", any: "Any", choices: Some(choices) });
        self
    }

    /// Adds a choice whose first answer has a word of its own.
    pub fn choice_or(mut self, name: &'static str, label: &'static str, any: &'static str, choices: Vec<(String, String)>) -> Filter {
        self.fields.push(Field { name, label, hint: "", any, choices: Some(choices) });
        self
    }

    /// Adds the order: newest first unless asked otherwise.
    pub fn order(mut self) -> Filter {
        let choices = vec![("oldest".into(), "Oldest first".into())];
        self.fields.push(Field { name: "order", label: "Order", hint: "", any: "Newest first", choices: Some(choices) });
        self
    }

    /// Adds a choice of years.
    pub fn years(self, years: &[i16]) -> Filter {
        self.choice("year", "Year", years.iter().map(|y| (y.to_string(), y.to_string())).collect())
    }

    /// Whether something that was asked cannot be read.
    pub fn wrong(&self) -> bool {
        !self.problems.is_empty()
    }

    /// Whether anything narrows the list.
    pub fn is_set(&self) -> bool {
        self.fields.iter().any(|f| !self.asked.get(f.name).is_empty())
    }

    /// The query, for links to other pages of the list.
    pub fn asked(&self) -> &Asked {
        &self.asked
    }

    /// The list's own address with the filters that it knows.
    pub fn address(&self) -> String {
        let mut names: Vec<&str> = self.fields.iter().map(|f| f.name).collect();
        names.push("page");
        self.asked.address(self.path, &names)
    }

    /// What is wrong, at the top of the page.
    pub fn errors(&self) -> Markup {
        super::errors::summary(&self.problems)
    }

    /// The form.
    pub fn form(&self) -> Markup {
        self.form_with("Narrow the list", "Apply")
    }

    /// The form with a heading and a button of its own.
    pub fn form_with(&self, heading: &str, button: &str) -> Markup {
        html! {
            form.redress-filter action=(self.path) method="get" {
                h2.govuk-heading-s { (heading) }
                @for field in &self.fields { (self.field(field)) }
                button.govuk-button type="submit" { (button) }
                @if self.is_set() { p.govuk-body-s { a.govuk-link href=(self.path) { "Clear all" } } }
            }
        }
    }

    /// What narrows the list, each with a link that takes it away.
    pub fn chosen(&self) -> Markup {
        html! {
            @if self.is_set() {
                h2.govuk-visually-hidden { "What narrows this list" }
                ul.redress-chosen {
                    @for field in self.fields.iter().filter(|f| !self.asked.get(f.name).is_empty()) {
                        li {
                            (field.label) ": " (self.shown(field)) " "
                            a.govuk-link href=(self.asked.address_with(self.path, field.name, "")) {
                                "Remove" span.govuk-visually-hidden { " " (field.label) " from the filter" }
                            }
                        }
                    }
                }
            }
        }
    }

    fn shown<'a>(&'a self, field: &'a Field) -> &'a str {
        let value = self.asked.get(field.name);
        let choices = field.choices.as_deref().unwrap_or_default();
        choices.iter().find(|(v, _)| v == value).map_or(value, |(_, words)| words.as_str())
    }

    fn field(&self, field: &Field) -> Markup {
        let value = self.asked.get(field.name);
        let problem = self.problems.iter().find(|p| p.field == field.name);
        let hint = format!("{}-hint", field.name);
        let error = format!("{}-error", field.name);
        let described = match (!field.hint.is_empty(), problem.is_some()) {
            (true, true) => Some(format!("{hint} {error}")),
            (true, false) => Some(hint.clone()),
            (false, true) => Some(error.clone()),
            (false, false) => None,
        };
        html! {
            div class={ "govuk-form-group" @if problem.is_some() { " govuk-form-group--error" } } {
                label.govuk-label for=(field.name) { (field.label) }
                @if !field.hint.is_empty() { div.govuk-hint id=(hint) { (field.hint) } }
                @if let Some(problem) = problem {
                    p.govuk-error-message id=(error) { span.govuk-visually-hidden { "Error: " } (problem.message) }
                }
                @match &field.choices {
                    Some(choices) => (select(field, value, choices, described.as_deref())),
                    None => { input.govuk-input id=(field.name) name=(field.name) type="text" value=(value) aria-describedby=[described]; }
                }
            }
        }
    }
}

fn select(field: &Field, value: &str, choices: &[(String, String)], described: Option<&str>) -> Markup {
    let unknown = !value.is_empty() && !choices.iter().any(|(v, _)| v == value);
    html! {
        select.govuk-select id=(field.name) name=(field.name) aria-describedby=[described] {
            option value="" { (field.any) }
            @if unknown { option value=(value) selected { (value) } }
            @for (choice, words) in choices { option value=(choice) selected[choice == value] { (words) } }
        }
    }
}

impl Serialize for Filter {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(None)?;
        for field in &self.fields {
            map.serialize_entry(field.name, &Some(self.asked.get(field.name)).filter(|v| !v.is_empty()))?;
        }
        map.serialize_entry("problems", &self.problems)?;
        map.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bad_value_stays_in_its_field_with_the_error_beside_it() {
        let asked = Asked::of(&[("from", "<yesterday>")]);
        let mut problems = Vec::new();
        asked.date("from", &mut problems);
        let filter = Filter::new("/meetings", &asked, problems).words("from", "From", "For example, 27 March 2025");
        let form = filter.form().into_string();
        assert!(form.contains("value=\"&lt;yesterday&gt;\"") && form.contains("aria-describedby=\"from-hint from-error\""), "{form}");
        assert!(filter.errors().into_string().contains("href=\"#from\""));
    }
}
