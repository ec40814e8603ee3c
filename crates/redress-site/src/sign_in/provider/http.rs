//! Asking the service: no redirects, ten seconds, a megabyte. The library asks through this instead of a client of its own.

use std::pin::Pin;
use std::time::Duration;

use anyhow::Context;
use openidconnect::{HttpRequest, HttpResponse};
use reqwest::redirect::Policy;

const PATIENCE: Duration = Duration::from_secs(10);
const LONGEST: usize = 1 << 20;

/// The service gave no answer.
#[derive(Debug, thiserror::Error)]
pub(super) enum NoAnswer {
    #[error("{0}")]
    Http(#[from] reqwest::Error),
    #[error("its answer is too long")]
    Long,
    #[error("{0}")]
    Unread(#[from] axum::http::Error),
}

#[derive(Clone)]
pub(super) struct Asking(reqwest::Client);

type Answering = Pin<Box<dyn Future<Output = Result<HttpResponse, NoAnswer>> + Send>>;

impl Asking {
    pub(super) fn new() -> anyhow::Result<Asking> {
        // Another part of the program may have chosen the same one before.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = reqwest::Client::builder().redirect(Policy::none()).timeout(PATIENCE).build();
        Ok(Asking(client.context("the sign-in service cannot be asked")?))
    }

    /// What the library calls for each request.
    pub(super) fn closure(&self) -> impl Fn(HttpRequest) -> Answering + Send + Sync + use<> {
        let client = self.0.clone();
        move |request| Box::pin(ask(client.clone(), request))
    }
}

async fn ask(client: reqwest::Client, request: HttpRequest) -> Result<HttpResponse, NoAnswer> {
    let mut answer = client.execute(request.try_into()?).await.map_err(reqwest::Error::without_url)?;
    let (status, headers) = (answer.status(), answer.headers().clone());
    let mut body = Vec::new();
    while let Some(part) = answer.chunk().await? {
        body.extend_from_slice(&part);
        if body.len() > LONGEST {
            return Err(NoAnswer::Long);
        }
    }
    let mut response = axum::http::Response::builder().status(status).body(body)?;
    *response.headers_mut() = headers;
    Ok(response)
}
