//! `/desk/reset/{token}`: sets a password with a link that came by e-mail; once, within an hour.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{AppendHeaders, IntoResponse, Redirect, Response};
use maud::html;
use redress::sign_in::secret::Secret;
use redress_store::desk::account::Account;
use redress_store::desk::journal::Act;

use super::form::{self, Line};
use super::frame;
use crate::desk::DeskSite;
use crate::failure::Failure;
use crate::pages::Answer;
use crate::pages::asked::Problem;
use crate::sign_in::door::Door;
use crate::sign_in::sent::Sent;
use crate::sign_in::{chosen, letters, password};

/// `GET`: the form. Opening the link uses nothing up: mail programs open links by themselves.
pub async fn show(State(desk): State<DeskSite>, door: Door, Path(token): Path<String>) -> Answer {
    let token = Secret::new(token);
    match whose(&desk, &token).await? {
        Some(account) => page(&desk, &door, &token, &account, &[]),
        None => Ok(over(&desk)),
    }
}

/// `POST`: sets the password.
pub async fn submit(State(desk): State<DeskSite>, door: Door, Path(token): Path<String>, sent: Sent) -> Answer {
    let token = Secret::new(token);
    let Some(account) = whose(&desk, &token).await? else { return Ok(over(&desk)) };
    let problems = match door.admits(&sent) {
        true => chosen::problems(&desk, &account, &sent),
        false => vec![form::wrong("", "This form lay open too long, or your browser did not keep its cookie. Try again")],
    };
    if !problems.is_empty() {
        return page(&desk, &door, &token, &account, &problems);
    }
    let hash = password::hash(sent.secret("new")).await?;
    let act = Act { who: &account.full_name, at: desk.clock().now().timestamp() };
    let letter = letters::password_changed(&desk, &account);
    if !desk.desk.use_reset(&act, &token, &hash, letter.as_ref()).await? {
        return Ok(over(&desk));
    }
    Ok(Redirect::to("/desk/sign-in?done=password").into_response())
}

async fn whose(desk: &DeskSite, token: &Secret) -> Result<Option<Account>, Failure> {
    match desk.desk.reset_for(token, desk.clock().now().timestamp()).await? {
        Some(account) => Ok(desk.desk.account(account).await?),
        None => Ok(None),
    }
}

fn over(desk: &DeskSite) -> Response {
    let body = html! {
        h1.govuk-heading-l { "This link cannot be used" }
        p.govuk-body { "It was used before, a newer password was set, or it is more than an hour old." }
        p.govuk-body { a.govuk-link href="/desk/forgotten" { "Ask for a new link" } }
    };
    let mut page = frame::page(desk, "/desk/forgotten", "This link cannot be used", &[], body);
    *page.status_mut() = StatusCode::NOT_FOUND;
    page
}

fn page(desk: &DeskSite, door: &Door, token: &Secret, account: &Account, problems: &[Problem]) -> Answer {
    let (field, cookie) = door.token(desk)?;
    let body = html! {
        h1.govuk-heading-l { "Choose a password" }
        p.govuk-body { "For " (account.name) "." }
        form method="post" action={ "/desk/reset/" (token.expose()) } novalidate {
            (form::token(&field))
            (form::username(&account.name))
            (new(problems))
            button.govuk-button type="submit" { "Set the password" }
        }
    };
    let page = frame::page(desk, "/desk/forgotten", "Choose a password", problems, body);
    Ok((AppendHeaders([cookie]), page).into_response())
}

/// The fields for a new password, typed twice.
pub fn new(problems: &[Problem]) -> maud::Markup {
    let new = Line { name: "new", label: "New password", hint: chosen::HINT, kind: "password", autocomplete: "new-password", value: "" };
    let again =
        Line { name: "again", label: "The new password again", hint: "", kind: "password", autocomplete: "new-password", value: "" };
    html! {
        (new.input(problems))
        (again.input(problems))
    }
}
