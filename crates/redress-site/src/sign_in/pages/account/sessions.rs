//! `/desk/account/sessions`: signs out another browser, or every other one.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect};
use redress_store::desk::journal::Act;

use crate::desk::DeskSite;
use crate::pages::Answer;
use crate::sign_in::sent::Sent;
use crate::sign_in::visitor::Visitor;

/// `GET`: the list stands on the account's page; the way back from signing in may lead here.
pub async fn show(_: Visitor) -> Redirect {
    Redirect::to("/desk/account")
}

/// `POST`: ends a session of the own account, or all but this one.
pub async fn submit(State(desk): State<DeskSite>, visitor: Visitor, sent: Sent) -> Answer {
    visitor.checks(sent.token())?;
    let act = Act { who: &visitor.signed_in.name, at: desk.clock().now().timestamp() };
    let account = visitor.signed_in.account;
    let done = match sent.get("session").parse() {
        Ok(session) => {
            desk.desk.end_session(&act, account, session, "signed out from another browser").await?;
            "out"
        }
        Err(_) => {
            desk.desk.end_sessions(&act, account, visitor.session).await?;
            "everywhere"
        }
    };
    Ok(Redirect::to(&format!("/desk/account?done={done}")).into_response())
}
