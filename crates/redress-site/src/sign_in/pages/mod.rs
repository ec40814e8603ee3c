//! One file per page of signing in. Plain forms, kept nowhere, that work without script.

/// Inputs, and what was wrong with what was typed.
mod form;
/// The frame around these pages.
mod frame;
/// Signing in with a password.
mod sign_in;
/// Signing out.
mod sign_out;

use axum::Router;
use axum::routing::{get, post};

use crate::desk::DeskSite;

/// Every address and who may open it: `anyone` who is at the door, or whoever `signed in`.
pub const ROUTES: &[(&str, &str)] = &[("/desk/sign-in", "anyone"), ("/desk/sign-out", "signed in")];

/// The pages.
pub fn router() -> Router<DeskSite> {
    Router::new().route("/desk/sign-in", get(sign_in::show).post(sign_in::submit)).route("/desk/sign-out", post(sign_out::submit))
}
