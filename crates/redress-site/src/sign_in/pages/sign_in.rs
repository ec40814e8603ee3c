//! `/desk/sign-in`: name and password.

use axum::extract::State;
use axum::http::header::{HeaderValue, RETRY_AFTER};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{AppendHeaders, IntoResponse, Response};
use jiff::Timestamp;
use maud::{Markup, html};
use redress::sign_in::name_of;
use redress::sign_in::secret::Secret;
use redress_store::desk::account::Account;
use redress_store::desk::account::attempt::Try;

use super::form::{self, Line};
use super::frame;
use crate::desk::DeskSite;
use crate::failure::Failure;
use crate::pages::Answer;
use crate::pages::asked::{Asked, Problem};
use crate::sign_in::cookie::Cookie;
use crate::sign_in::door::Door;
use crate::sign_in::password;
use crate::sign_in::sent::Sent;
use crate::sign_in::session::{Begin, next};
use crate::sign_in::source::Source;

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
    let now = desk.clock().now().timestamp();
    let (from, known) = device_or_network(&desk, &name, &headers, &source).await?;
    let attempt = match desk.desk.attempt(&name, &from, known, now).await? {
        Try::Wait(until) => return waits(page(&desk, &door, again, &[form::wrong("name", wait_words(now, until))])?, now, until),
        Try::Made { id, after } => {
            tokio::time::sleep(after.unsigned_abs()).await;
            id
        }
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

/// What an unknown browser is known by is its network; one that signed in to this account before is known by its cookie.
async fn device_or_network(desk: &DeskSite, name: &str, headers: &HeaderMap, source: &Source) -> Result<(String, bool), Failure> {
    let Some(device) = Cookie::Device.of(headers, &desk.sign_in) else { return Ok((source.network.clone(), false)) };
    if !desk.desk.is_known_device(name, &device).await? {
        return Ok((source.network.clone(), false));
    }
    let hash = redress_store::chain::sha256(device.expose().as_bytes());
    Ok((format!("device {}", hash.get(..16).unwrap_or("")), true))
}

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

/// How long to wait, and what helps meanwhile.
pub(super) fn wait_words(now: Timestamp, until: Timestamp) -> String {
    let seconds = (until.as_second() - now.as_second()).max(1);
    let wait = match seconds {
        1..60 => format!("{seconds} seconds"),
        _ => match (seconds + 59) / 60 {
            1 => "a minute".to_string(),
            minutes => format!("{minutes} minutes"),
        },
    };
    format!("Too many tries from here. Wait {wait} and try again; nobody else is held up by this, and you can sign in elsewhere")
}

/// The page of somebody who has to wait.
pub(super) fn waits(mut page: Response, now: Timestamp, until: Timestamp) -> Answer {
    *page.status_mut() = StatusCode::TOO_MANY_REQUESTS;
    page.headers_mut().insert(RETRY_AFTER, HeaderValue::from((until.as_second() - now.as_second()).max(1)));
    Ok(page)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_is_said_in_words() {
        let at = |second: i64| Timestamp::from_second(second).expect("a time");
        for (seconds, words) in [(5, "Wait 5 seconds"), (60, "Wait a minute"), (61, "Wait 2 minutes"), (900, "Wait 15 minutes")] {
            assert!(wait_words(at(0), at(seconds)).contains(words), "{seconds}");
        }
    }
}
