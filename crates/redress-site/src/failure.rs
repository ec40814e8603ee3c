//! Every way in which a page can fail, with its status and its words.
//!
//! A handler only says what failed. `shown` stands around all of them and puts it in words, on a page or in JSON.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::header::CONTENT_TYPE;
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};
use redress::public::publication::Publication;
use redress_store::StoreError;
use serde::Serialize;

use crate::clock;
use crate::desk::is_private;
use crate::layout::{published, search_box};
use crate::pages::asked::address_of;
use crate::pages::{Format, Head, Render, Section, answer};
use crate::site::Site;

/// What stands in the way of a page.
#[derive(Debug, Clone)]
pub enum Failure {
    /// Nothing was ever published here.
    NotFound,
    /// It was withdrawn; the publication says why.
    Gone(Box<Publication>),
    /// Nobody has signed in, or no longer is; the address is where the way goes on afterwards.
    SignIn(String),
    /// Somebody signed in, but may not; the words say why.
    MayNot(String),
    /// The request cannot be read, or asks for something that addresses here do not do.
    Refused(StatusCode),
    /// The register or the index could not answer.
    Store(Arc<str>),
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Failure {
        Failure::Store(error.to_string().into())
    }
}

impl Failure {
    /// The status.
    pub fn status(&self) -> StatusCode {
        match self {
            Failure::NotFound => StatusCode::NOT_FOUND,
            Failure::Gone(_) => StatusCode::GONE,
            Failure::SignIn(_) => StatusCode::UNAUTHORIZED,
            Failure::MayNot(_) => StatusCode::FORBIDDEN,
            Failure::Refused(status) => *status,
            Failure::Store(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn title(&self) -> String {
        match self {
            Failure::NotFound => "Page not found".into(),
            Failure::Gone(publication) => published::title(publication),
            Failure::SignIn(_) => "Sign in first".into(),
            Failure::MayNot(_) => "You may not do this".into(),
            Failure::Refused(_) => "That request cannot be answered".into(),
            Failure::Store(_) => "Sorry, there is a problem with the service".into(),
        }
    }

    fn message(&self) -> String {
        match self {
            Failure::NotFound => "Nothing has been published at this address.".into(),
            Failure::Gone(publication) => format!(
                "This record was withdrawn on {}. The reason given: {}",
                redress::day::long(clock::day_of(publication.published_at)),
                publication.reason
            ),
            Failure::SignIn(_) => "This page is for people who have signed in. A program sends its token as a bearer token.".into(),
            Failure::MayNot(why) => why.clone(),
            Failure::Refused(StatusCode::PAYLOAD_TOO_LARGE) => "What was sent is too large: a file may have 100 MB, a form without one 1 MB of text. Nothing was recorded; go back, and what you typed is still there.".into(),
            Failure::Refused(_) => "Pages here can be read and nothing else, and their addresses are plain text.".into(),
            Failure::Store(_) => "The record could not be read just now. Nothing is lost. Try again in a few minutes.".into(),
        }
    }

    fn code(&self) -> &'static str {
        match self {
            Failure::NotFound => "not_found",
            Failure::Gone(_) => "withdrawn",
            Failure::SignIn(_) => "sign_in",
            Failure::MayNot(_) => "may_not",
            Failure::Refused(_) => "refused",
            Failure::Store(_) => "unavailable",
        }
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// Puts failures in words. An answer of the framework's own, such as for a wrong method, becomes a page too.
pub async fn shown(State(site): State<Site>, format: Format, request: Request, next: Next) -> Response {
    // A link to set a password is a secret, and this goes into the log.
    let path = match request.uri().path() {
        path if path.starts_with("/desk/reset/") => "/desk/reset/(secret)".to_string(),
        path if path.starts_with("/calendar/") => "/calendar/(secret)".to_string(),
        path => path.to_string(),
    };
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    let mut response = next.run(request).await;
    let failure = match response.extensions_mut().remove::<Failure>() {
        Some(failure) => failure,
        // An address of the desk holds numbers; one with something else there leads nowhere.
        None if response.status() == StatusCode::BAD_REQUEST && reads && is_private(&path) => Failure::NotFound,
        None if response.status().is_client_error() && !is_page(&response) => Failure::Refused(response.status()),
        None => return response,
    };
    if let (Failure::SignIn(next), Format::Html) = (&failure, &format) {
        let to = address_of("/desk/sign-in", [("next", next.as_str())].into_iter());
        return Redirect::to(&to).into_response();
    }
    if let Failure::Store(words) = &failure {
        eprintln!("redress: {path}: {words}");
    }
    answer(&site, &format, &FailurePage::of(&failure, path))
}

fn is_page(response: &Response) -> bool {
    let kind = response.headers().get(CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or("");
    kind.starts_with("text/html") || kind.starts_with("application/json")
}

/// The page of a failure.
#[derive(Debug, Serialize)]
struct FailurePage {
    error: Said,
    #[serde(skip_serializing_if = "Option::is_none")]
    withdrawn: Option<Publication>,
    #[serde(skip)]
    title: String,
    #[serde(skip)]
    path: String,
    #[serde(skip)]
    status: StatusCode,
}

#[derive(Debug, Serialize)]
struct Said {
    code: &'static str,
    message: String,
    field: Option<&'static str>,
}

impl FailurePage {
    fn of(failure: &Failure, path: String) -> FailurePage {
        let withdrawn = match failure {
            Failure::Gone(publication) => Some((**publication).clone()),
            _ => None,
        };
        let error = Said { code: failure.code(), message: failure.message(), field: None };
        FailurePage { error, withdrawn, title: failure.title(), path, status: failure.status() }
    }
}

impl Render for FailurePage {
    fn head(&self) -> Head {
        // What is not there has no twin to point to.
        Head { twinned: false, ..Head::new(self.title.clone(), self.path.clone(), Section::None) }
    }

    fn body(&self) -> Markup {
        html! {
            h1.govuk-heading-l { (self.title) }
            p.govuk-body { (self.error.message) }
            @if let Some(gone) = &self.withdrawn {
                p.govuk-body {
                    "That it was published, and when, stays on record: "
                    a.govuk-link href=(published::versions_address(gone)) { "every version of this record" }
                    "."
                }
            }
            @if self.status == StatusCode::NOT_FOUND {
                p.govuk-body { "If you typed the address, check that it is right. If you pasted it, check that you copied all of it." }
                p.govuk-body { "Search the record, or start from a list:" }
                (search_box(""))
                ul.govuk-list.govuk-list--bullet {
                    @for section in Section::ALL { li { a.govuk-link href=(section.address()) { (section.words()) } } }
                }
            }
        }
    }

    fn status(&self) -> StatusCode {
        self.status
    }
}
