//! One file per page of signing in. Plain forms, kept nowhere, that work without script.

/// The own account.
mod account;
/// The code of the second factor.
mod code;
/// Asking for a link to set a password.
mod forgotten;
/// Inputs, and what was wrong with what was typed.
mod form;
/// The frame around these pages.
mod frame;
/// To the council's own sign-in service and back.
mod provider;
/// Setting a password with a link.
mod reset;
/// Signing in with a password.
mod sign_in;
/// Signing out.
mod sign_out;

use axum::Router;
use axum::routing::{get, post};

use crate::desk::DeskSite;

/// Every address and who may open it: `anyone`, for whom the page itself checks what they bring, or whoever `signed in`.
pub const ROUTES: &[(&str, &str)] = &[
    ("/desk/sign-in", "anyone"),
    ("/desk/sign-in/code", "anyone"),
    ("/desk/sign-in/provider", "anyone"),
    ("/desk/sign-in/provider/answer", "anyone"),
    ("/desk/forgotten", "anyone"),
    ("/desk/reset/{token}", "anyone"),
    ("/desk/sign-out", "signed in"),
    ("/desk/account", "signed in"),
    ("/desk/account/password", "signed in"),
    ("/desk/account/second-factor", "signed in"),
    ("/desk/account/second-factor/off", "signed in"),
    ("/desk/account/sessions", "signed in"),
];

/// The pages.
pub fn router() -> Router<DeskSite> {
    Router::new()
        .route("/desk/sign-in", get(sign_in::show).post(sign_in::submit))
        .route("/desk/sign-in/code", get(code::show).post(code::submit))
        .route("/desk/sign-in/provider", get(provider::away))
        .route("/desk/sign-in/provider/answer", get(provider::answer))
        .route("/desk/forgotten", get(forgotten::show).post(forgotten::submit))
        .route("/desk/reset/{token}", get(reset::show).post(reset::submit))
        .route("/desk/sign-out", post(sign_out::submit))
        .route("/desk/account", get(account::show))
        .route("/desk/account/password", get(account::password::show).post(account::password::submit))
        .route("/desk/account/second-factor", get(account::second::show).post(account::second::submit))
        .route("/desk/account/second-factor/off", get(account::second::show_off).post(account::second::submit_off))
        .route("/desk/account/sessions", get(account::sessions::show).post(account::sessions::submit))
}
