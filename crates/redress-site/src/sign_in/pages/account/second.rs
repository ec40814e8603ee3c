//! `/desk/account/second-factor`: turns on the code that signing in asks for, and off again.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use maud::html;
use redress::sign_in::secret::Secret;
use redress_store::desk::account::Account;
use redress_store::desk::journal::Act;

use super::super::form::{self, Line};
use super::super::{code, frame};
use super::{own, password};
use crate::desk::DeskSite;
use crate::failure::Failure;
use crate::pages::Answer;
use crate::pages::asked::Problem;
use crate::sign_in::sent::Sent;
use crate::sign_in::source::Source;
use crate::sign_in::visitor::Visitor;
use crate::sign_in::{gate, letters, totp};

const ON: &str = "/desk/account/second-factor";
const OFF: &str = "/desk/account/second-factor/off";

/// `GET`: the picture to scan, and the form that confirms it.
pub async fn show(State(desk): State<DeskSite>, visitor: Visitor) -> Answer {
    let account = own(&desk, &visitor).await?;
    if account.totp_confirmed_at.is_some() {
        return Ok(Redirect::to("/desk/account").into_response());
    }
    page(&desk, &visitor, &account, &[]).await
}

/// `POST`: a code that fits turns it on; the recovery codes are shown this once.
pub async fn submit(State(desk): State<DeskSite>, visitor: Visitor, source: Source, headers: HeaderMap, sent: Sent) -> Answer {
    visitor.checks(sent.token())?;
    let account = own(&desk, &visitor).await?;
    let now = desk.clock().now().timestamp();
    let Some((secret, false)) = desk.desk.second_factor(account.id).await? else { return Ok(Redirect::to(ON).into_response()) };
    let mut problems = Vec::new();
    if account.password_set_at.is_some() {
        problems.extend(password::proof(&desk, &account, &source, &headers, sent.secret("current")).await?);
    }
    let step = totp::step(&secret, sent.get("code"), now);
    if step.is_none() {
        problems.push(form::wrong("code", "This code does not fit. Enter the one that your phone shows now"));
    }
    let (Some(step), true) = (step, problems.is_empty()) else { return page(&desk, &visitor, &account, &problems).await };
    let codes = totp::recovery_codes()?;
    let act = Act { who: &account.full_name, at: now };
    match desk.desk.confirm_second_factor(&act, account.id, step, &codes).await? {
        true => Ok(recovery(&desk, &codes)),
        false => Ok(Redirect::to("/desk/account").into_response()),
    }
}

/// `GET`: asks for a code before turning it off.
pub async fn show_off(State(desk): State<DeskSite>, visitor: Visitor) -> Answer {
    own(&desk, &visitor).await?;
    Ok(page_off(&desk, &visitor, &[]))
}

/// `POST`: turns it off.
pub async fn submit_off(State(desk): State<DeskSite>, visitor: Visitor, source: Source, headers: HeaderMap, sent: Sent) -> Answer {
    visitor.checks(sent.token())?;
    let account = own(&desk, &visitor).await?;
    let (from, known) = gate::device_or_network(&desk, &account.name, &headers, &source).await?;
    let attempt = match gate::attempt(&desk, &format!("code {}", account.id), (&from, known)).await? {
        Err(wait) => return frame::waits(page_off(&desk, &visitor, &[form::wrong("code", wait.words())]), wait),
        Ok(attempt) => attempt,
    };
    if !code::fits(&desk, &account, &sent.secret("code")).await? {
        return Ok(page_off(
            &desk,
            &visitor,
            &[form::wrong("code", "This code does not fit, ran out or was used before. Enter the next one")],
        ));
    }
    desk.desk.succeeded(attempt).await?;
    let act = Act { who: &account.full_name, at: desk.clock().now().timestamp() };
    desk.desk.drop_second_factor(&act, account.id, letters::second_factor_off(&desk, &account).as_ref()).await?;
    Ok(Redirect::to("/desk/account?done=second").into_response())
}

/// The secret that waits to be confirmed: the same until then, so that a second look does not undo the first.
async fn proposed(desk: &DeskSite, account: &Account) -> Result<Secret, Failure> {
    if let Some((secret, _)) = desk.desk.second_factor(account.id).await? {
        return Ok(secret);
    }
    let secret = totp::new_secret()?;
    desk.desk.propose_second_factor(account.id, &secret).await?;
    Ok(secret)
}

async fn page(desk: &DeskSite, visitor: &Visitor, account: &Account, problems: &[Problem]) -> Answer {
    let secret = proposed(desk, account).await?;
    let picture = totp::address(&secret, &account.name, &desk.site.authority()).and_then(|address| totp::picture(&address));
    let code =
        Line { name: "code", label: "The six digits that it shows", hint: "", kind: "text", autocomplete: "one-time-code", value: "" };
    let body = html! {
        h1.govuk-heading-l { "Ask for a code when you sign in" }
        ol.govuk-list.govuk-list--number {
            li { "Install a program for one-time codes on your phone, if you have none." }
            li { "Scan this picture with it, or type the secret below." }
            li { "Enter the six digits that it shows." }
        }
        @if let Some(picture) = picture { (picture) }
        p.govuk-body { "Secret: " code.redress-secret { (totp::spaced(&secret).replace('-', " ")) } }
        form method="post" action=(ON) novalidate {
            (form::token_of(visitor))
            @if account.password_set_at.is_some() { (password::current().input(problems)) }
            (code.input(problems))
            button.govuk-button type="submit" { "Turn it on" }
        }
        p.govuk-body { a.govuk-link href="/desk/account" { "Cancel" } }
    };
    Ok(frame::page(desk, ON, "Ask for a code when you sign in", problems, body))
}

fn recovery(desk: &DeskSite, codes: &[Secret]) -> Response {
    let body = html! {
        h1.govuk-heading-l { "Keep these recovery codes" }
        p.govuk-body { "Signing in asks for a code from now on. Without your phone, each of these signs you in once. They are shown only now: print them or write them down." }
        ul.govuk-list { @for code in codes { li { code { (totp::spaced(code)) } } } }
        p.govuk-body { a.govuk-link href="/desk/account" { "I have kept them" } }
    };
    frame::page(desk, ON, "Keep these recovery codes", &[], body)
}

fn page_off(desk: &DeskSite, visitor: &Visitor, problems: &[Problem]) -> Response {
    let hint = "Six digits from the program on your phone, or one of your recovery codes";
    let code = Line { name: "code", label: "Code", hint, kind: "text", autocomplete: "one-time-code", value: "" };
    let body = html! {
        h1.govuk-heading-l { "No longer ask for a code" }
        p.govuk-body { "Your password alone signs you in then." }
        form method="post" action=(OFF) novalidate {
            (form::token_of(visitor))
            (code.input(problems))
            button.govuk-button.govuk-button--warning type="submit" { "Turn it off" }
        }
        p.govuk-body { a.govuk-link href="/desk/account" { "Cancel" } }
    };
    frame::page(desk, OFF, "No longer ask for a code", problems, body)
}
