//! The server: kept answers at once, everything else through the router; one task that follows the register.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::pin::Pin;
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
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;
use tower::ServiceExt;
use tower_http::compression::CompressionLayer;

use crate::cache::{Cache, Encoding, Kept};
use crate::desk::{self, DeskSite, reminders};
use crate::routes;
use crate::sign_in::mail;
use crate::sign_in::source::Peer;
use crate::site::Site;

/// How often a node looks whether something was published.
const LOOK: Duration = Duration::from_secs(1);
/// A request's headers must have arrived by then.
const PATIENCE: Duration = Duration::from_secs(30);
/// An answer that is not kept in memory whole may be this long.
const LONGEST_ANSWER: usize = 512 << 20;

type Answer = Response<Either<Full<Bytes>, Body>>;

/// Serves the site until the program is told to stop.
pub async fn serve(site: Site, desk: Option<DeskSite>, listen: SocketAddr, keeping: Keeping) -> anyhow::Result<()> {
    let listener = TcpListener::bind(listen)
        .await
        .with_context(|| format!("{listen} cannot be listened on; is another program using it? --listen takes another address"))?;
    run(site, desk, listener, keeping, stop()).await
}

/// Serves on a listener that is open already, until `stop` comes.
///
/// Each core has a runtime of its own, and a connection stays on the core it was given to: nothing is handed over.
pub async fn run(
    site: Site,
    desk: Option<DeskSite>,
    listener: TcpListener,
    keeping: Keeping,
    stop: impl Future<Output = ()>,
) -> anyhow::Result<()> {
    let cache = site.kept_answers.clone();
    let circulating = desk.clone().map(|desk| tokio::spawn(desk::copies::keep(desk)));
    let coming_back = desk.clone().map(|desk| tokio::spawn(desk::recurring::job::keep(desk)));
    let reminding = desk.clone().map(|desk| tokio::spawn(reminders::keep(desk)));
    let delivering = desk.clone().filter(|desk| desk.sign_in.mail.is_some());
    let plain = routes::router(site.clone(), desk);
    let packed = plain.clone().layer(CompressionLayer::new());
    let following = tokio::spawn(follow(site, cache.clone()));
    let delivering = delivering.map(|desk| tokio::spawn(mail::deliver(desk)));
    let answering = Answering { plain, packed, cache, keeping };
    let cores = std::thread::available_parallelism().map_or(2, usize::from);
    let mut workers = Vec::with_capacity(cores);
    for _ in 0..cores {
        workers.push(worker(answering.clone())?);
    }
    let mut stop = std::pin::pin!(stop);
    for next in (0..cores).cycle() {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = &mut stop => break,
        };
        match accepted.and_then(|(stream, _)| stream.into_std()) {
            // A worker ends only with the program.
            Ok(stream) => drop(workers[next].send(stream)),
            // Out of file handles: wait for some connection to end rather than stop serving.
            Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
        }
    }
    following.abort();
    for task in reminding.into_iter().chain(coming_back).chain(circulating).chain(delivering) {
        task.abort();
    }
    Ok(())
}

/// Whether answers are kept. Without keeping, every page is rendered each time, for measuring.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keeping {
    /// Kept until something is published.
    Kept,
    /// Never.
    Never,
}

#[derive(Clone)]
struct Answering {
    plain: Router,
    packed: Router,
    cache: Arc<Cache>,
    keeping: Keeping,
}

/// A thread with a runtime of its own; it ends when nobody can send it a connection any more.
fn worker(answering: Answering) -> anyhow::Result<mpsc::UnboundedSender<std::net::TcpStream>> {
    let (send, mut connections) = mpsc::unbounded_channel::<std::net::TcpStream>();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().context("a thread could not be started")?;
    let serving = async move {
        while let Some(stream) = connections.recv().await {
            if let Ok(stream) = TcpStream::from_std(stream) {
                tokio::spawn(connection(stream, answering.clone()));
            }
        }
    };
    std::thread::Builder::new().name("pages".into()).spawn(move || runtime.block_on(serving)).context("a thread could not be started")?;
    Ok(send)
}

async fn connection(stream: TcpStream, answering: Answering) {
    let _ = stream.set_nodelay(true);
    let peer = stream.peer_addr().ok().map(|peer| Peer(peer.ip()));
    let service = service_fn(move |mut request: Request<Incoming>| {
        if let Some(peer) = peer {
            request.extensions_mut().insert(peer);
        }
        answer(&answering, request)
    });
    let connection = hyper::server::conn::http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(PATIENCE)
        .writev(true)
        .serve_connection(TokioIo::new(stream), service);
    // A browser that goes away in the middle is no fault of ours.
    let _ = connection.await;
}

/// A kept answer is ready; the large future of a page is made only where one must be rendered.
fn answer(answering: &Answering, request: Request<Incoming>) -> Pin<Box<dyn Future<Output = Result<Answer, Infallible>> + Send>> {
    let keepable = matches!(*request.method(), Method::GET | Method::HEAD) && !desk::is_private(request.uri().path());
    let encoding = Encoding::of(request.headers());
    let address = request.uri().path_and_query().map_or("/", |a| a.as_str());
    if keepable && let Some(kept) = answering.cache.get(address, encoding) {
        return Box::pin(std::future::ready(Ok(send(&kept, &request))));
    }
    Box::pin(render(answering.clone(), request, encoding, keepable))
}

async fn render(answering: Answering, request: Request<Incoming>, encoding: Encoding, keepable: bool) -> Result<Answer, Infallible> {
    let Answering { plain, packed, cache, keeping } = answering;
    let router = if encoding == Encoding::Plain { plain } else { packed };
    if !keepable {
        let request = if has_nul(request.uri().path_and_query().map_or("", |a| a.as_str())) { led_nowhere(request) } else { request };
        let response = router.oneshot(request.map(Body::new)).await.unwrap_or_else(|never| match never {});
        return Ok(response.map(Either::Right));
    }
    let edition = cache.edition();
    let address = request.uri().path_and_query().map_or("/", |a| a.as_str()).to_string();
    let (mut head, body) = request.into_parts();
    drop(body);
    if has_nul(&address) {
        head.uri = nowhere(&head.uri);
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
    if keeping == Keeping::Kept && asked.method() == Method::GET && !is_asked_once(&address) {
        cache.keep(edition, &address, encoding, &kept);
    }
    Ok(send(&kept, &asked))
}

/// No address of the record holds a NUL, and PostgreSQL will not be asked about one.
fn has_nul(address: &str) -> bool {
    address.contains("%00")
}

/// An address where nothing is, in the form that was asked for.
fn nowhere(asked: &Uri) -> Uri {
    Uri::from_static(if asked.path().ends_with(".json") { "/nul.json" } else { "/nul" })
}

/// The same request at an address where nothing is.
fn led_nowhere(mut request: Request<Incoming>) -> Request<Incoming> {
    *request.uri_mut() = nowhere(request.uri());
    request
}

/// Searches and calculations are many and each is asked seldom: keeping them would push the pages out.
fn is_asked_once(address: &str) -> bool {
    ["/search", "/duties/calculator", "/duties/plan"].iter().any(|page| address.starts_with(page))
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

/// Keeps the search index and the settings up with the register, and forgets kept answers when something was published,
/// a setting changed or a day ended.
async fn follow(site: Site, cache: Arc<Cache>) {
    let mut at = site.register.latest().await.unwrap_or(0);
    let mut day = site.clock.today();
    let mut council = site.council();
    loop {
        tokio::time::sleep(LOOK).await;
        let Ok(latest) = site.register.latest().await else { continue };
        let today = site.clock.today();
        if latest != at {
            if let Err(e) = site.search.follow(&site.register, &|_| {}).await {
                eprintln!("redress: {e}");
            }
            site.search.rest();
        }
        if let Err(failure) = site.reread_settings().await {
            eprintln!("redress: the settings could not be read: {failure:?}");
        }
        // The desk may have read them again before.
        let works = site.council();
        if latest != at || today != day || works != council {
            at = latest;
            day = today;
            council = works;
            site.choices.forget();
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
