//! `/desk/account/password`: changes the own password; the old one is asked for.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect};
use maud::html;
use redress::sign_in::secret::Secret;
use redress_store::desk::account::Account;
use redress_store::desk::journal::Act;

use super::super::form::{self, Line};
use super::super::{frame, reset};
use super::own;
use crate::desk::DeskSite;
use crate::failure::Failure;
use crate::pages::Answer;
use crate::pages::asked::Problem;
use crate::sign_in::sent::Sent;
use crate::sign_in::source::Source;
use crate::sign_in::visitor::Visitor;
use crate::sign_in::{chosen, gate, letters, password};

/// `GET`: the form.
pub async fn show(State(desk): State<DeskSite>, visitor: Visitor) -> Answer {
    let account = own(&desk, &visitor).await?;
    page(&desk, &visitor, &account, &[])
}

/// `POST`: changes it. Every other session ends.
pub async fn submit(State(desk): State<DeskSite>, visitor: Visitor, source: Source, headers: HeaderMap, sent: Sent) -> Answer {
    visitor.checks(sent.token())?;
    let account = own(&desk, &visitor).await?;
    let mut problems = chosen::problems(&desk, &account, &sent);
    if let Some(problem) = proof(&desk, &account, &source, &headers, sent.secret("current")).await? {
        problems.insert(0, problem);
    }
    if !problems.is_empty() {
        return page(&desk, &visitor, &account, &problems);
    }
    let hash = password::hash(sent.secret("new")).await?;
    let act = Act { who: &account.full_name, at: desk.clock().now().timestamp() };
    let letter = letters::password_changed(&desk, &account);
    desk.desk.change_password(&act, account.id, &hash, visitor.session, letter.as_ref()).await?;
    Ok(Redirect::to("/desk/account?done=password").into_response())
}

/// What is wrong with the own password in the field `current`; wrong tries wait here as they do at the door.
pub async fn proof(
    desk: &DeskSite,
    account: &Account,
    source: &Source,
    headers: &HeaderMap,
    typed: Secret,
) -> Result<Option<Problem>, Failure> {
    if typed.expose().is_empty() {
        return Ok(Some(form::wrong("current", "Enter the password that you have now")));
    }
    let (from, known) = gate::device_or_network(desk, &account.name, headers, source).await?;
    match gate::attempt(desk, &account.name, (&from, known)).await? {
        Err(wait) => Ok(Some(form::wrong("current", wait.words()))),
        Ok(attempt) if password::fits(typed, desk.desk.password_hash(account.id).await?).await? => {
            desk.desk.succeeded(attempt).await?;
            Ok(None)
        }
        Ok(_) => Ok(Some(form::wrong("current", "This is not the password that you have now"))),
    }
}

fn page(desk: &DeskSite, visitor: &Visitor, account: &Account, problems: &[Problem]) -> Answer {
    let body = html! {
        h1.govuk-heading-l { "Change your password" }
        p.govuk-body { "Every other browser that is signed in to your account is signed out." }
        form method="post" action="/desk/account/password" novalidate {
            (form::token_of(visitor))
            (form::username(&account.name))
            (current().input(problems))
            (reset::new(problems))
            button.govuk-button type="submit" { "Change your password" }
        }
        p.govuk-body { a.govuk-link href="/desk/account" { "Cancel" } }
    };
    Ok(frame::page(desk, "/desk/account/password", "Change your password", problems, body))
}

/// The field for the password that somebody has now.
pub fn current() -> Line<'static> {
    let label = "The password that you have now";
    Line { name: "current", label, hint: "", kind: "password", autocomplete: "current-password", value: "" }
}
