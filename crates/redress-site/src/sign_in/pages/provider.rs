//! `/desk/sign-in/provider`: to the council's own sign-in service and back.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{AppendHeaders, IntoResponse, Redirect, Response};
use maud::html;
use redress::reader::Role;
use redress_store::desk::journal::Act;

use super::frame;
use crate::desk::DeskSite;
use crate::failure::Failure;
use crate::pages::Answer;
use crate::pages::asked::Asked;
use crate::sign_in::cookie::Cookie;
use crate::sign_in::provider::Provider;
use crate::sign_in::random;
use crate::sign_in::session::{Begin, next};
use crate::sign_in::source::Source;

/// `GET`: away to the service. What waits for the answer is in a cookie of this browser.
pub async fn away(State(desk): State<DeskSite>, asked: Asked) -> Answer {
    let provider = desk.sign_in.provider.as_ref().ok_or(Failure::NotFound)?;
    let trip = random::secret()?;
    let next = redress::sign_in::secret::Secret::new(next(asked.get("next")));
    match provider.away(&trip, &back_address(&desk)).await {
        Ok(to) => {
            let cookies = [Cookie::Provider.set(&desk.sign_in, &trip), Cookie::Next.set(&desk.sign_in, &next)];
            Ok((AppendHeaders(cookies), Redirect::to(&to)).into_response())
        }
        Err(unknown) => Ok(refused(&desk, &unknown.to_string(), UNASKED)),
    }
}

/// `GET`: back with an answer.
pub async fn answer(State(desk): State<DeskSite>, source: Source, headers: HeaderMap, asked: Asked) -> Answer {
    let provider = desk.sign_in.provider.as_ref().ok_or(Failure::NotFound)?;
    let next = Cookie::Next.of(&headers, &desk.sign_in).map_or_else(|| "/desk".to_string(), |n| n.expose().to_string());
    let trip = Cookie::Provider.of(&headers, &desk.sign_in).filter(|trip| Provider::is_of(trip, asked.get("state")));
    let Some(trip) = trip else { return Ok(refused(&desk, "an answer came that nobody waits for", UNTRUE)) };
    if asked.get("code").is_empty() {
        return Ok(refused(&desk, "the service did not sign somebody in", NOT_THERE));
    }
    let known = match provider.back(&trip, asked.get("code"), &back_address(&desk)).await {
        Ok(known) => known,
        Err(unknown) => return Ok(refused(&desk, &unknown.to_string(), UNTRUE)),
    };
    let act = Act { who: "sign-in service", at: desk.clock().now().timestamp() };
    let Some(account) = desk.desk.account_of_provider(&act, &known.subject, known.email.as_deref()).await? else {
        return Ok(refused(&desk, "somebody without an account came", STRANGER));
    };
    let roles: Vec<Role> = provider.groups().roles(&known.groups).into_iter().collect();
    let begin = Begin { account: &account, how: "provider", roles: &roles, headers: &headers, source: &source, next: &next };
    let cleared = AppendHeaders([Cookie::Provider.clear(&desk.sign_in), Cookie::Next.clear(&desk.sign_in)]);
    Ok((cleared, begin.whole(&desk).await?).into_response())
}

const UNASKED: &str = "The council's sign-in service does not answer just now. Try again in a few minutes, or sign in with a password.";
const UNTRUE: &str = "The sign-in took too long or was begun in another browser. Begin again.";
const NOT_THERE: &str = "You did not sign in at the council's sign-in service. Begin again, or sign in with a password.";
const STRANGER: &str = "The council's sign-in service knows you, but you have no account here. Ask whoever keeps the council's accounts for one \
                        in the name of your e-mail address.";

fn back_address(desk: &DeskSite) -> String {
    format!("{}/desk/sign-in/provider/answer", desk.site.base)
}

fn refused(desk: &DeskSite, log: &str, words: &str) -> Response {
    eprintln!("redress: sign-in: {log}");
    let body = html! {
        h1.govuk-heading-l { "You are not signed in" }
        p.govuk-body { (words) }
        p.govuk-body { a.govuk-link href="/desk/sign-in" { "Back to sign in" } }
    };
    let mut page = frame::page(desk, "/desk/sign-in", "You are not signed in", &[], body);
    *page.status_mut() = StatusCode::FORBIDDEN;
    (AppendHeaders([Cookie::Provider.clear(&desk.sign_in), Cookie::Next.clear(&desk.sign_in)]), page).into_response()
}
