//! What a device keeps for reading without a connection: the list of it, what makes the room an app, and the worker that keeps it.

use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::response::IntoResponse;
use maud::html;
use serde::Serialize;
use serde_json::json;

use crate::asset;
use crate::desk::DeskSite;
use crate::desk::deed::Context;
use crate::desk::deeds::set_restricted_offline::allowed;
use crate::failure::Failure;
use crate::pages::asked::Asked;
use crate::pages::{Answer, Format};
use crate::security;
use crate::sign_in::visitor::Visitor;

#[derive(Debug, Serialize)]
struct Offline {
    /// Whose device this is while they are signed in.
    account: i64,
    /// Whether restricted papers may be kept.
    restricted: bool,
}

/// `/members/offline`
pub async fn show(State(desk): State<DeskSite>, visitor: Visitor, format: Format, asked: Asked) -> Answer {
    let context = Context::of(desk, visitor);
    super::own(&context)?;
    let page = Offline { account: context.account(), restricted: allowed(&context).await? };
    let body = html! {
        span.govuk-caption-l { a.govuk-link href="/members" { "Members’ room" } }
        h1.govuk-heading-l { "Kept on this device" }
        div #kept {
            p.govuk-body { "Nothing is kept on this device. Open a meeting and choose to keep it. This needs a browser that runs scripts; without one, open each file of a meeting and save it." }
        }
        p.govuk-body {
            @if page.restricted { "The council allows papers in confidence to be kept. Whoever opens this device can read them." }
            @else { "Papers in confidence are never kept." }
        }
        p.govuk-body { "Signing out removes everything. What you may no longer read is removed the next time that this device has a connection." }
    };
    Ok(super::room(&context, &format, &asked, "Kept on this device", &page, body))
}

/// `/members/app.webmanifest`
pub async fn manifest(State(desk): State<DeskSite>, visitor: Visitor) -> Answer {
    let context = Context::of(desk, visitor);
    super::own(&context)?;
    let name = format!("Members’ room, {}", context.desk.site.authority());
    let app = json!({
        "id": "/members/", "name": name, "short_name": "Members’ room", "lang": "en-GB", "start_url": "/members/meetings", "scope": "/members/",
        "display": "standalone", "icons": [{ "src": asset::ICON.as_str(), "sizes": "any", "type": "image/svg+xml" }]
    });
    Ok(([(CONTENT_TYPE, "application/manifest+json"), (CACHE_CONTROL, "no-store")], app.to_string()).into_response())
}

/// `/members/worker.js`
pub async fn worker(State(desk): State<DeskSite>, visitor: Visitor) -> Answer {
    let context = Context::of(desk, visitor);
    super::own(&context)?;
    let script = asset::worker().ok_or(Failure::NotFound)?;
    let headers =
        [(CONTENT_TYPE, "text/javascript; charset=utf-8"), (CACHE_CONTROL, "no-store"), (CONTENT_SECURITY_POLICY, security::OF_THE_WORKER)];
    Ok((headers, script).into_response())
}
