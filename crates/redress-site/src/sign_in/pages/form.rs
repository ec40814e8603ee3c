//! Inputs, and what was wrong with what was typed: in a summary on top, and beside each field.

use maud::{Markup, html};
use redress::sign_in::secret::Secret;

use crate::pages::asked::Problem;
use crate::sign_in::sent::TOKEN;
use crate::sign_in::visitor::Visitor;

/// One line to type.
#[derive(Debug, Clone, Copy)]
pub struct Line<'a> {
    /// Its name, which is also its id.
    pub name: &'static str,
    /// What is asked.
    pub label: &'a str,
    /// What helps to answer.
    pub hint: &'a str,
    /// `text`, `email` or `password`.
    pub kind: &'static str,
    /// What a browser or password manager fills in.
    pub autocomplete: &'static str,
    /// What was typed; never a password.
    pub value: &'a str,
}

impl Line<'_> {
    /// The field.
    pub fn input(&self, problems: &[Problem]) -> Markup {
        let problem = problems.iter().find(|p| p.field == self.name);
        let (hint, error) = (format!("{}-hint", self.name), format!("{}-error", self.name));
        let described = [(!self.hint.is_empty()).then_some(hint.as_str()), problem.map(|_| error.as_str())];
        let described = described.into_iter().flatten().collect::<Vec<_>>().join(" ");
        let described = (!described.is_empty()).then_some(described);
        let digits = (self.autocomplete == "one-time-code").then_some("text");
        html! {
            div class={ "govuk-form-group" @if problem.is_some() { " govuk-form-group--error" } } {
                label.govuk-label for=(self.name) { (self.label) }
                @if !self.hint.is_empty() { div.govuk-hint id=(hint) { (self.hint) } }
                @if let Some(problem) = problem {
                    p.govuk-error-message id=(error) { span.govuk-visually-hidden { "Error: " } (problem.message) }
                }
                input class={ "govuk-input" @if digits.is_some() { " govuk-input--width-10" } } id=(self.name) name=(self.name) type=(self.kind)
                    value=[(self.kind != "password").then_some(self.value)] autocomplete=(self.autocomplete) inputmode=[digits]
                    spellcheck="false" autocapitalize="none" aria-describedby=[described];
            }
        }
    }
}

/// The hidden field that a form must carry back.
pub fn token(token: &Secret) -> Markup {
    html! { input type="hidden" name=(TOKEN) value=(token.expose()); }
}

/// The same for somebody who signed in.
pub fn token_of(visitor: &Visitor) -> Markup {
    html! { input type="hidden" name=(TOKEN) value=(visitor.form_token); }
}

/// The account's name, for password managers; nobody sees it.
pub fn username(name: &str) -> Markup {
    html! { input type="hidden" name="username" value=(name) autocomplete="username"; }
}

/// Something wrong with a field, in words.
pub fn wrong(field: &'static str, message: impl Into<String>) -> Problem {
    Problem { field, value: String::new(), message: message.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_never_sent_back() {
        let line =
            Line { name: "password", label: "Password", hint: "", kind: "password", autocomplete: "current-password", value: "wet otter" };
        let page = line.input(&[wrong("password", "Enter your password")]).into_string();
        assert!(!page.contains("otter") && !page.contains("value="), "{page}");
        assert!(page.contains("aria-describedby=\"password-error\""), "{page}");
    }
}
