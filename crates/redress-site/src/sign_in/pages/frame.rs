//! The frame around these pages: the council's name, no way into the desk.

use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderValue, REFERRER_POLICY, RETRY_AFTER};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use crate::desk::DeskSite;
use crate::layout;
use crate::pages::asked::Problem;
use crate::pages::{Answer, Head, Section};
use crate::sign_in::gate::Wait;

/// A page, kept nowhere; what was wrong stands on top of it. Its address is told to nobody, whatever it holds.
pub fn page(desk: &DeskSite, address: &str, title: &str, problems: &[Problem], body: Markup) -> Response {
    let head = Head { twinned: false, wrong: !problems.is_empty(), ..Head::new(title, address, Section::None) };
    let body = html! {
        (layout::errors::summary(problems))
        (body)
    };
    let html = layout::frame(&desk.site.council(), &desk.site.base, &head, body).into_string();
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let headers = [(CONTENT_TYPE, "text/html; charset=utf-8"), (CACHE_CONTROL, "no-store"), (REFERRER_POLICY, "no-referrer")];
    (status, headers, html).into_response()
}

/// The page of somebody who has to wait.
pub fn waits(mut page: Response, wait: Wait) -> Answer {
    *page.status_mut() = StatusCode::TOO_MANY_REQUESTS;
    page.headers_mut().insert(RETRY_AFTER, HeaderValue::from(wait.seconds()));
    Ok(page)
}
