//! The desk's pages and acts: what officers and members see and do when they have signed in.

use std::sync::Arc;

use axum::Router;
use redress_store::desk::Desk;

use crate::clock::Clock;
use crate::sign_in::settings::Settings;
use crate::site::Site;

/// What every page of the desk needs. A public node has none.
#[derive(Clone)]
pub struct DeskSite {
    /// The public site beside it: names, calendar, clock.
    pub site: Site,
    /// The working record.
    pub desk: Desk,
    /// How people sign in.
    pub sign_in: Arc<Settings>,
}

impl DeskSite {
    /// The clock.
    pub fn clock(&self) -> &Clock {
        &self.site.clock
    }
}

/// Whether an address is private: its answers are kept nowhere.
pub fn is_private(path: &str) -> bool {
    ["/desk", "/members"]
        .iter()
        .any(|door| path.strip_prefix(door).is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '.', '?'])))
}

/// Every address of the desk.
pub fn router(desk: DeskSite) -> Router<Site> {
    Router::new().merge(crate::sign_in::pages::router()).with_state(desk)
}
