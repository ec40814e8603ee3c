//! `/desk/sign-in/code`: the code of the second factor, after the password.

use axum::extract::{FromRequestParts, State};
use axum::http::HeaderMap;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Redirect};
use maud::html;
use redress::sign_in::secret::Secret;
use redress_store::desk::account::Account;
use redress_store::desk::journal::Act;

use super::form::{self, Line};
use super::frame;
use crate::desk::DeskSite;
use crate::failure::Failure;
use crate::pages::Answer;
use crate::pages::asked::{Asked, Problem};
use crate::sign_in::cookie::Cookie;
use crate::sign_in::sent::Sent;
use crate::sign_in::session::{Begin, next};
use crate::sign_in::source::Source;
use crate::sign_in::visitor::{form_token, same};
use crate::sign_in::{gate, totp};

/// Somebody who gave the right password and no code yet; none where that was too long ago.
pub struct Halfway(Option<(Account, Secret)>);

impl FromRequestParts<DeskSite> for Halfway {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, desk: &DeskSite) -> Result<Halfway, Failure> {
        let Some(token) = Cookie::Session.of(&parts.headers, &desk.sign_in) else { return Ok(Halfway(None)) };
        let session = desk.desk.session(&token, desk.clock().now().timestamp(), desk.sign_in.limits).await?;
        let Some(session) = session.filter(|s| s.awaits_code) else { return Ok(Halfway(None)) };
        let account = desk.desk.account(session.account_id).await?;
        Ok(Halfway(account.map(|account| (account, Secret::new(form_token(&token))))))
    }
}

/// `GET`: the form.
pub async fn show(State(desk): State<DeskSite>, Halfway(who): Halfway, asked: Asked) -> Answer {
    let Some((_, token)) = who else { return Ok(Redirect::to("/desk/sign-in").into_response()) };
    page(&desk, &token, next(asked.get("next")), &[])
}

/// `POST`: signs in, or says that the code does not fit.
pub async fn submit(State(desk): State<DeskSite>, Halfway(who): Halfway, source: Source, headers: HeaderMap, sent: Sent) -> Answer {
    let Some((account, token)) = who else { return Ok(Redirect::to("/desk/sign-in").into_response()) };
    let next = next(sent.get("next"));
    if !sent.token().is_some_and(|sent| same(sent, token.expose())) {
        return page(&desk, &token, next, &[form::wrong("", "This form was not sent from this page. Try again")]);
    }
    if sent.get("code").is_empty() {
        return page(&desk, &token, next, &[form::wrong("code", "Enter the code")]);
    }
    let (from, known) = gate::device_or_network(&desk, &account.name, &headers, &source).await?;
    let attempt = match gate::attempt(&desk, &format!("code {}", account.id), (&from, known)).await? {
        Err(wait) => return frame::waits(page(&desk, &token, next, &[form::wrong("code", wait.words())])?, wait),
        Ok(attempt) => attempt,
    };
    if !fits(&desk, &account, &sent.secret("code")).await? {
        return page(&desk, &token, next, &[form::wrong("code", "This code does not fit, ran out or was used before. Enter the next one")]);
    }
    desk.desk.succeeded(attempt).await?;
    Begin { account: &account, how: "password", roles: &[], headers: &headers, source: &source, next }.whole(&desk).await
}

/// Uses a code or a recovery code; each once.
pub async fn fits(desk: &DeskSite, account: &Account, code: &Secret) -> Result<bool, Failure> {
    let now = desk.clock().now().timestamp();
    let Some((secret, true)) = desk.desk.second_factor(account.id).await? else { return Ok(false) };
    if let Some(step) = totp::step(&secret, code.expose(), now) {
        return Ok(desk.desk.use_step(account.id, step).await?);
    }
    let act = Act { who: &account.full_name, at: now };
    Ok(desk.desk.use_recovery_code(&act, account.id, &totp::plain_code(code.expose())).await?)
}

fn page(desk: &DeskSite, token: &Secret, next: &str, problems: &[Problem]) -> Answer {
    let hint = "Six digits from the program on your phone, or one of your recovery codes";
    let code = Line { name: "code", label: "Code", hint, kind: "text", autocomplete: "one-time-code", value: "" };
    let body = html! {
        h1.govuk-heading-l { "Enter your code" }
        form method="post" action="/desk/sign-in/code" novalidate {
            (form::token(token))
            input type="hidden" name="next" value=(next);
            (code.input(problems))
            button.govuk-button type="submit" { "Sign in" }
        }
        p.govuk-body { a.govuk-link href="/desk/sign-in" { "Begin again" } }
    };
    Ok(frame::page(desk, "/desk/sign-in/code", "Enter your code", problems, body))
}
