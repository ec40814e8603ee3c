//! `/desk/sign-out`: ends the session.

use axum::extract::State;
use axum::response::{AppendHeaders, IntoResponse, Redirect};
use redress_store::desk::journal::Act;

use crate::desk::DeskSite;
use crate::pages::Answer;
use crate::sign_in::cookie::Cookie;
use crate::sign_in::sent::Sent;
use crate::sign_in::visitor::Visitor;

/// `POST`: ends the session of whoever asks.
pub async fn submit(State(desk): State<DeskSite>, visitor: Visitor, sent: Sent) -> Answer {
    visitor.checks(sent.token())?;
    if let Some(session) = visitor.session {
        let act = Act { who: &visitor.signed_in.name, at: desk.clock().now().timestamp() };
        desk.desk.end_session(&act, visitor.signed_in.account, session, "signed out").await?;
    }
    let cleared = AppendHeaders([Cookie::Session.clear(&desk.sign_in)]);
    // What a device kept of a meeting goes with the session: some of it may be private.
    let device = [("clear-site-data", "\"storage\"")];
    Ok((cleared, device, Redirect::to("/desk/sign-in")).into_response())
}
