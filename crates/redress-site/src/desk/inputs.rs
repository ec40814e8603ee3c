//! The fields of a form as a page shows them, with what was typed and what was wrong beside each.

use maud::{Markup, html};

use super::field::{Ask, Field};
use crate::pages::asked::Problem;

/// What one field shows: the values it has, the choices it offers, what was wrong.
pub struct Shown<'a> {
    /// The field.
    pub field: &'a Field,
    /// The word of its form, where a page has several forms; each part of it has an id of its own then.
    pub form: &'a str,
    /// Values as typed or offered.
    pub values: Vec<String>,
    /// Choices of the record.
    pub offered: Vec<(String, String)>,
    /// What was wrong.
    pub problem: Option<&'a Problem>,
}

/// Fields that hang on a choice stand together, under what was chosen; without a script they are always there.
pub fn grouped(all: &[Field], group: &[Field], shown: Markup) -> Markup {
    let Some((choice, value)) = group.first().and_then(|f| f.only_if) else { return shown };
    let chosen = all.iter().find(|f| f.name == choice).and_then(Field::fixed).into_iter().flatten().find(|(v, _)| *v == value);
    let words = chosen.map_or(value, |(_, words)| words.split(':').next().unwrap_or(words));
    html! {
        fieldset.govuk-fieldset {
            legend.govuk-fieldset__legend { "Only for “" (words) "”" }
            div.redress-only { (shown) }
        }
    }
}

impl Shown<'_> {
    fn value(&self) -> &str {
        self.values.first().map_or("", String::as_str)
    }

    /// The id of the field on its page.
    fn id(&self) -> String {
        if self.form.is_empty() { self.field.name.into() } else { format!("{}-{}", self.form, self.field.name) }
    }

    fn described(&self) -> Option<String> {
        let hint = (!self.hint().is_empty()).then(|| format!("{}-hint", self.id()));
        let error = self.problem.map(|_| format!("{}-error", self.id()));
        let all: Vec<String> = hint.into_iter().chain(error).collect();
        (!all.is_empty()).then(|| all.join(" "))
    }

    fn hint(&self) -> String {
        let form = match self.field.ask {
            Ask::Date => "For example, 27 March 2025",
            Ask::DateOrUnknown => "For example, 27 March 2025, or write: not known",
            Ask::Moment => "Date and time, for example, 2025-03-27 14:30",
            _ => "",
        };
        [self.field.hint, form].into_iter().filter(|h| !h.is_empty()).collect::<Vec<_>>().join(". ")
    }

    fn choices(&self) -> Vec<(String, String)> {
        match self.field.fixed() {
            Some(fixed) => fixed.iter().map(|(v, w)| ((*v).to_string(), (*w).to_string())).collect(),
            None => self.offered.clone(),
        }
    }

    fn around(&self, inner: Markup) -> Markup {
        let field = self.field;
        html! {
            div class={ "govuk-form-group" @if self.problem.is_some() { " govuk-form-group--error" } } {
                label.govuk-label.govuk-label--s for=(self.id()) { (field.label) @if field.optional { " (optional)" } }
                (self.help())
                (inner)
            }
        }
    }

    fn help(&self) -> Markup {
        let hint = self.hint();
        html! {
            @if !hint.is_empty() { div.govuk-hint id={ (self.id()) "-hint" } { (hint) } }
            @if let Some(problem) = self.problem {
                p.govuk-error-message id={ (self.id()) "-error" } { span.govuk-visually-hidden { "Error: " } (problem.message) }
            }
        }
    }

    /// The field.
    pub fn input(&self) -> Markup {
        let (field, described) = (self.field, self.described());
        let line = |kind: &str, class: &str, mode: Option<&str>| {
            html! { input class={ "govuk-input " (class) } id=(self.id()) name=(field.name) type=(kind) value=(self.value()) inputmode=[mode] aria-describedby=[&described]; }
        };
        match field.ask {
            Ask::Line => self.around(line("text", "", None)),
            Ask::Email => self.around(line("email", "", None)),
            Ask::Date | Ask::DateOrUnknown | Ask::Moment => self.around(line("text", "govuk-input--width-20", None)),
            Ask::Number => self.around(line("text", "govuk-input--width-5", Some("numeric"))),
            Ask::Money => self.around(html! {
                div.govuk-input__wrapper { div.govuk-input__prefix aria-hidden="true" { "£" } (line("text", "govuk-input--width-5", Some("decimal"))) }
            }),
            Ask::Text => self.around(html! {
                textarea.govuk-textarea id=(self.id()) name=(field.name) rows="5" aria-describedby=[&described] { (self.value()) }
            }),
            Ask::File => self.around(html! {
                input.govuk-file-upload id=(self.id()) name=(field.name) type="file" aria-describedby=[&described];
            }),
            Ask::Carried => html! { input type="hidden" name=(field.name) value=(self.value()); },
            Ask::OneOf if self.offered.len() > 7 => self.select(described.as_deref()),
            Ask::One(_) | Ask::OneOf => self.group("govuk-radios", "radio", described.as_deref()),
            Ask::Any(_) | Ask::AnyOf => self.group("govuk-checkboxes", "checkbox", described.as_deref()),
        }
    }

    fn select(&self, described: Option<&str>) -> Markup {
        let field = self.field;
        self.around(html! {
            select.govuk-select id=(self.id()) name=(field.name) aria-describedby=[described] {
                option value="" { "Choose" }
                @for (value, words) in self.choices() { option value=(value) selected[self.value() == value] { (words) } }
            }
        })
    }

    fn group(&self, class: &str, kind: &str, described: Option<&str>) -> Markup {
        let field = self.field;
        let item = format!("{class}__item");
        let (input, label) = (format!("{class}__input"), format!("{class}__label"));
        // A radio that was chosen cannot be left blank again, so leaving it blank is a choice too.
        let none = (kind == "radio" && field.optional).then(|| (String::new(), "None".to_string()));
        let choices: Vec<(String, String)> = none.into_iter().chain(self.choices()).collect();
        html! {
            div class={ "govuk-form-group" @if self.problem.is_some() { " govuk-form-group--error" } } {
                fieldset.govuk-fieldset aria-describedby=[described] {
                    legend.govuk-fieldset__legend.govuk-fieldset__legend--s { (field.label) @if field.optional { " (optional)" } }
                    (self.help())
                    div class={ (class) " " (class) "--small" } {
                        @if choices.is_empty() { p.govuk-body id=(self.id()) tabindex="-1" { "There is nothing to choose here yet." } }
                        @for (at, (value, words)) in choices.iter().enumerate() {
                            // The first has the field's own name, so that the error summary leads to it.
                            @let id = if at == 0 { self.id() } else { format!("{}-{}", self.id(), at + 1) };
                            div class=(item) {
                                input class=(input) id=(id) name=(field.name) type=(kind) value=(value) checked[self.values.contains(value) || (value.is_empty() && self.values.is_empty())];
                                label class={ "govuk-label " (label) } for=(id) { (words) }
                            }
                        }
                    }
                }
            }
        }
    }
}
