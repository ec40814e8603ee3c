//! The server: kept answers at once, everything else through the router; one task that follows the register.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context;
use axum::Router;
use axum::body::Body;
use axum::http::{Method, Request, Response, StatusCode, Uri};
use http_body_util::{BodyExt, Either, Full, Limited};
use hyper::body::{Bytes, Incoming};
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::TcpListener;
use tower::ServiceExt;
use tower_http::compression::CompressionLayer;

use crate::cache::{Cache, Encoding, Kept};
use crate::clock;
use crate::routes;
use crate::site::Site;

/// How often a node looks whether something was published.
const LOOK: Duration = Duration::from_secs(1);
/// A request's headers must have arrived by then.
const PATIENCE: Duration = Duration::from_secs(30);
/// An answer that is not kept in memory whole may be this long.
const LONGEST_ANSWER: usize = 512 << 20;

type Answer = Response<Either<Full<Bytes>, Body>>;

/// Serves the site until the program is told to stop.
pub async fn serve(site: Site, listen: SocketAddr) -> anyhow::Result<()> {
    let listener = TcpListener::bind(listen)
        .await
        .with_context(|| format!("{listen} cannot be listened on; is another program using it? --listen takes another address"))?;
    run(site, listener, stop()).await
}

/// Serves on a listener that is open already, until `stop` comes.
pub async fn run(site: Site, listener: TcpListener, stop: impl Future<Output = ()>) -> anyhow::Result<()> {
    let cache = Arc::new(Cache::default());
    let router = routes::router(site.clone()).layer(CompressionLayer::new());
    let following = tokio::spawn(follow(site, cache.clone()));
    let mut stop = std::pin::pin!(stop);
    loop {
        let stream = tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => stream,
                Err(_) => {
                    // Out of file handles: wait for some connection to end rather than stop serving.
                    tokio::time::sleep(Duration::from_millis(50)).await;
                    continue;
                }
            },
            () = &mut stop => break,
        };
        let _ = stream.set_nodelay(true);
        let (router, cache) = (router.clone(), cache.clone());
        tokio::spawn(async move {
            let service = service_fn(move |request| answer(router.clone(), cache.clone(), request));
            let connection = hyper::server::conn::http1::Builder::new()
                .timer(TokioTimer::new())
                .header_read_timeout(PATIENCE)
                .pipeline_flush(true)
                .serve_connection(TokioIo::new(stream), service);
            // A browser that goes away in the middle is no fault of ours.
            let _ = connection.await;
        });
    }
    following.abort();
    Ok(())
}

async fn answer(router: Router, cache: Arc<Cache>, request: Request<Incoming>) -> Result<Answer, Infallible> {
    let keepable = matches!(*request.method(), Method::GET | Method::HEAD);
    let encoding = Encoding::of(request.headers());
    let address = request.uri().path_and_query().map_or("/", |a| a.as_str());
    if keepable && let Some(kept) = cache.get(address, encoding) {
        return Ok(send(&kept, &request));
    }
    if !keepable {
        let response = router.oneshot(request.map(Body::new)).await.unwrap_or_else(|never| match never {});
        return Ok(response.map(Either::Right));
    }
    let edition = cache.edition();
    let address = address.to_string();
    let (mut head, body) = request.into_parts();
    drop(body);
    if address.contains("%00") {
        // No address of the record holds a NUL, and PostgreSQL will not be asked about one.
        head.uri = Uri::from_static("/nul");
    }
    let asked = Request::from_parts(head.clone(), ());
    let response = router.oneshot(Request::from_parts(head, Body::empty())).await.unwrap_or_else(|never| match never {});
    let (parts, body) = response.into_parts();
    let Ok(whole) = Limited::new(body, LONGEST_ANSWER).collect().await else {
        let mut refused = Response::new(Either::Left(Full::from("The page could not be sent.")));
        *refused.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
        return Ok(refused);
    };
    let kept = Arc::new(Kept::tagged(parts.status, parts.headers, whole.to_bytes()));
    // Searches are many and each is asked seldom: keeping them would push the pages out.
    if asked.method() == Method::GET && !address.starts_with("/search") {
        cache.keep(edition, &address, encoding, &kept);
    }
    Ok(send(&kept, &asked))
}

fn send<B>(kept: &Kept, request: &Request<B>) -> Answer {
    let body = if request.method() == Method::HEAD { Bytes::new() } else { kept.body.clone() };
    if kept.is_known_by(request.headers()) {
        let known = kept.not_modified();
        return answer_of(known.status, known.headers, Bytes::new());
    }
    answer_of(kept.status, kept.headers.clone(), body)
}

fn answer_of(status: StatusCode, headers: axum::http::HeaderMap, body: Bytes) -> Answer {
    let mut response = Response::new(Either::Left(Full::new(body)));
    *response.status_mut() = status;
    *response.headers_mut() = headers;
    response
}

/// Keeps the search index up with the register, and forgets kept answers when something was published or a day ended.
async fn follow(site: Site, cache: Arc<Cache>) {
    let mut at = site.register.latest().await.unwrap_or(0);
    let mut day = clock::today();
    loop {
        tokio::time::sleep(LOOK).await;
        let Ok(latest) = site.register.latest().await else { continue };
        let today = clock::today();
        if latest != at {
            if let Err(e) = site.search.follow(&site.register, &|_| {}).await {
                eprintln!("redress: {e}");
            }
            site.search.rest();
        }
        if latest != at || today != day {
            at = latest;
            day = today;
            cache.forget();
        }
    }
}

async fn stop() {
    // Without a signal to wait for, the program ends when it is killed, which the stores survive.
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}
