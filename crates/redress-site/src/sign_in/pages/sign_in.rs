//! `/desk/sign-in`: name and password.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{AppendHeaders, IntoResponse};
use maud::{Markup, html};
use redress::sign_in::name_of;
use redress::sign_in::secret::Secret;
use redress_store::desk::account::Account;

use super::form::{self, Line};
use super::frame;
use crate::desk::DeskSite;
use crate::failure::Failure;
use crate::pages::Answer;
use crate::pages::asked::{Asked, Problem, address_of};
use crate::sign_in::door::Door;
use crate::sign_in::sent::Sent;
use crate::sign_in::session::{Begin, next};
use crate::sign_in::source::Source;
use crate::sign_in::{gate, password};

/// `GET`: the form.
pub async fn show(State(desk): State<DeskSite>, door: Door, asked: Asked) -> Answer {
    let told = asked.words("done").is_some_and(|done| done == "password").then_some(PASSWORD_SET);
    page(&desk, &door, Page { next: next(asked.get("next")), told, ..Page::default() }, &[])
}

/// `POST`: signs in, or says what is wrong.
pub async fn submit(State(desk): State<DeskSite>, door: Door, source: Source, headers: HeaderMap, sent: Sent) -> Answer {
    let (typed, next) = (sent.get("name"), next(sent.get("next")));
    let again = Page { next, name: typed, told: None };
    if !door.admits(&sent) {
        return page(&desk, &door, again, &[form::wrong("", STALE)]);
    }
    let (name, password) = (name_of(typed), sent.secret("password"));
    let missing = missing(&name, &password);
    if !missing.is_empty() {
        return page(&desk, &door, again, &missing);
    }
    let (from, known) = gate::device_or_network(&desk, &name, &headers, &source).await?;
    let attempt = match gate::attempt(&desk, &name, (&from, known)).await? {
        Err(wait) => return frame::waits(page(&desk, &door, again, &[form::wrong("name", wait.words())])?, wait),
        Ok(attempt) => attempt,
    };
    let Some(account) = fitting(&desk, &name, password).await? else {
        return page(&desk, &door, again, &[form::wrong("name", WRONG), form::wrong("password", "Enter your password again")]);
    };
    desk.desk.succeeded(attempt).await?;
    let begin = Begin { account: &account, how: "password", roles: &[], headers: &headers, source: &source, next };
    if account.totp_confirmed_at.is_some() { begin.halfway(&desk).await } else { begin.whole(&desk).await }
}

const PASSWORD_SET: &str = "Your password is set. Sign in with it.";
const STALE: &str = "This form lay open too long, or your browser did not keep its cookie. Try again";
const WRONG: &str = "The name and password do not fit together. Check both";

/// The open account of a person that name and password fit; it takes as long where there is none.
async fn fitting(desk: &DeskSite, name: &str, password: Secret) -> Result<Option<Account>, Failure> {
    let account = desk.desk.account_named(name).await?.filter(|a| a.closed_at.is_none() && a.kind == "person");
    let hash = match &account {
        Some(account) => desk.desk.password_hash(account.id).await?,
        None => None,
    };
    let fits = password::fits(password, hash).await?;
    Ok(account.filter(|_| fits))
}

fn missing(name: &str, password: &Secret) -> Vec<Problem> {
    let name = name.is_empty().then(|| form::wrong("name", "Enter your e-mail address"));
    let password = password.expose().is_empty().then(|| form::wrong("password", "Enter your password"));
    name.into_iter().chain(password).collect()
}

#[derive(Clone, Copy, Default)]
struct Page<'a> {
    next: &'a str,
    name: &'a str,
    told: Option<&'a str>,
}

fn page(desk: &DeskSite, door: &Door, page: Page<'_>, problems: &[Problem]) -> Answer {
    let (token, cookie) = door.token(desk)?;
    let body = html! {
        @if let Some(told) = page.told { p.govuk-inset-text role="status" { (told) } }
        h1.govuk-heading-l { "Sign in" }
        p.govuk-body { "For councillors, officers and others whom the council has given an account." }
        @if desk.sign_in.provider.is_some() {
            a.govuk-button href=(address_of("/desk/sign-in/provider", [("next", page.next)].into_iter())) role="button" draggable="false" {
                "Sign in with the council's account"
            }
            h2.govuk-heading-m { "Or with a password" }
        }
        (fields(page, &token, problems))
        p.govuk-body { a.govuk-link href="/desk/forgotten" { "Forgotten or never had a password" } }
    };
    let page = frame::page(desk, "/desk/sign-in", "Sign in", problems, body);
    Ok((AppendHeaders([cookie]), page).into_response())
}

fn fields(page: Page<'_>, token: &Secret, problems: &[Problem]) -> Markup {
    let name = Line { name: "name", label: "E-mail address", hint: "", kind: "text", autocomplete: "username", value: page.name };
    let password = Line { name: "password", label: "Password", hint: "", kind: "password", autocomplete: "current-password", value: "" };
    html! {
        form method="post" action="/desk/sign-in" novalidate {
            (form::token(token))
            input type="hidden" name="next" value=(page.next);
            (name.input(problems))
            (password.input(problems))
            button.govuk-button type="submit" { "Sign in" }
        }
    }
}
