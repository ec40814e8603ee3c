//! `/desk/forgotten`: asks for a link to set a password. The answer is the same whether there is an account or not.

use axum::extract::State;
use axum::response::{AppendHeaders, IntoResponse};
use maud::html;
use redress::sign_in::name_of;
use redress_store::desk::journal::Act;

use super::form::{self, Line};
use super::frame;
use crate::desk::DeskSite;
use crate::failure::Failure;
use crate::pages::Answer;
use crate::pages::asked::Problem;
use crate::sign_in::door::Door;
use crate::sign_in::sent::Sent;
use crate::sign_in::source::Source;
use crate::sign_in::{gate, letters, random};

/// `GET`: the form.
pub async fn show(State(desk): State<DeskSite>, door: Door) -> Answer {
    page(&desk, &door, "", &[])
}

/// `POST`: sends a letter, if there is somebody to send it to.
pub async fn submit(State(desk): State<DeskSite>, door: Door, source: Source, sent: Sent) -> Answer {
    let typed = sent.get("name");
    if !door.admits(&sent) {
        return page(
            &desk,
            &door,
            typed,
            &[form::wrong("", "This form lay open too long, or your browser did not keep its cookie. Try again")],
        );
    }
    if typed.is_empty() {
        return page(&desk, &door, typed, &[form::wrong("name", "Enter your e-mail address")]);
    }
    let name = name_of(typed);
    if let Err(wait) = gate::attempt(&desk, &format!("forgotten {name}"), (&source.network, false)).await? {
        return frame::waits(page(&desk, &door, typed, &[form::wrong("name", wait.words())])?, wait);
    }
    let aside = desk.clone();
    // Aside, so that the answer takes no longer for a name that is somebody's.
    tokio::spawn(async move {
        if let Err(failure) = send(&aside, &name).await {
            eprintln!("redress: a link to set a password could not be sent: {failure:?}");
        }
    });
    Ok(done(&desk))
}

/// Letters with a link that one person gets within an hour.
const MOST_AN_HOUR: i64 = 3;

async fn send(desk: &DeskSite, name: &str) -> Result<(), Failure> {
    let account = desk.desk.account_named(name).await?.filter(|a| a.closed_at.is_none() && a.kind == "person");
    let Some(account) = account else { return Ok(()) };
    // Many networks together must not fill one person's letter box.
    let hour_ago = desk.clock().now().timestamp() - jiff::SignedDuration::from_hours(1);
    if desk.desk.resets_since(account.id, hour_ago).await? >= MOST_AN_HOUR {
        return Ok(());
    }
    let token = random::secret()?;
    let Some(letter) = letters::reset(desk, &account, &token) else { return Ok(()) };
    let act = Act { who: "sign-in page", at: desk.clock().now().timestamp() };
    Ok(desk.desk.ask_reset(&act, account.id, &token, Some(&letter)).await?)
}

fn done(desk: &DeskSite) -> axum::response::Response {
    let body = html! {
        h1.govuk-heading-l { "Look at your e-mail" }
        p.govuk-body { "If you have an account here, a link to set a password is on its way to you. It works once, for an hour." }
        p.govuk-body { "Nothing came? Look among unwanted e-mail, or ask whoever keeps the council's accounts." }
        p.govuk-body { a.govuk-link href="/desk/sign-in" { "Back to sign in" } }
    };
    frame::page(desk, "/desk/forgotten", "Look at your e-mail", &[], body)
}

fn page(desk: &DeskSite, door: &Door, typed: &str, problems: &[Problem]) -> Answer {
    let (token, cookie) = door.token(desk)?;
    let name = Line { name: "name", label: "E-mail address", hint: "", kind: "text", autocomplete: "username", value: typed };
    let body = html! {
        h1.govuk-heading-l { "Set a new password" }
        @if desk.sign_in.mail.is_some() {
            p.govuk-body { "We send you a link with which you choose a password." }
            form method="post" action="/desk/forgotten" novalidate {
                (form::token(&token))
                (name.input(problems))
                button.govuk-button type="submit" { "Send the link" }
            }
        } @else {
            p.govuk-body { "This site sends no e-mail. Ask whoever keeps the council's accounts for a link to set your password." }
        }
        p.govuk-body { a.govuk-link href="/desk/sign-in" { "Back to sign in" } }
    };
    let page = frame::page(desk, "/desk/forgotten", "Set a new password", problems, body);
    Ok((AppendHeaders([cookie]), page).into_response())
}
