//! Pages rendered once per version: an answer is kept until something is published or the day changes.
//!
//! A kept answer is sent without asking the router, the database or the clock.

use std::collections::HashMap;
use std::hash::BuildHasher;
use std::sync::RwLock;
use std::sync::atomic::{AtomicU64, Ordering};

use axum::http::header::{CACHE_CONTROL, CONTENT_LENGTH, CONTENT_TYPE, ETAG, VARY};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use hyper::body::Bytes;

/// Bytes of answers that are kept.
const MOST_BYTES: usize = 64 << 20;
/// An answer longer than this is not kept.
const LONGEST: usize = 1 << 20;

/// What the browser takes: the best of the encodings that the site speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// Brotli.
    Brotli,
    /// Gzip.
    Gzip,
    /// As it is.
    Plain,
}

impl Encoding {
    /// Reads `Accept-Encoding`. An encoding refused with `q=0` is not taken.
    pub fn of(headers: &HeaderMap) -> Encoding {
        let Some(accepted) = headers.get("accept-encoding").and_then(|v| v.to_str().ok()) else { return Encoding::Plain };
        let takes = |name: &str| {
            accepted.split(',').any(|part| {
                let mut words = part.split(';').map(str::trim);
                words.next() == Some(name) && !words.any(|w| matches!(w, "q=0" | "q=0.0" | "q=0.00" | "q=0.000"))
            })
        };
        if takes("br") {
            Encoding::Brotli
        } else if takes("gzip") {
            Encoding::Gzip
        } else {
            Encoding::Plain
        }
    }
}

/// A kept answer.
#[derive(Debug, Clone)]
pub struct Kept {
    /// Status.
    pub status: StatusCode,
    /// Headers, the entity tag among them.
    pub headers: HeaderMap,
    /// Body.
    pub body: Bytes,
}

impl Kept {
    /// The answer with what caches need: an entity tag, what it varies by, and that it must be asked about.
    pub fn tagged(status: StatusCode, mut headers: HeaderMap, body: Bytes) -> Kept {
        // A tag only has to tell one version of a page from another; nobody gains by making two alike.
        let tag = foldhash::quality::FixedState::with_seed(body.len() as u64).hash_one(body.as_ref());
        if let Ok(tag) = HeaderValue::try_from(format!("\"{tag:016x}\"")) {
            headers.insert(ETAG, tag);
        }
        headers.insert(VARY, HeaderValue::from_static("accept-encoding"));
        headers.entry(CACHE_CONTROL).or_insert(HeaderValue::from_static("public, max-age=0, must-revalidate"));
        headers.insert(CONTENT_LENGTH, HeaderValue::from(body.len()));
        Kept { status, headers, body }
    }

    /// Whether the browser has it already.
    pub fn is_known_by(&self, headers: &HeaderMap) -> bool {
        let Some(known) = headers.get("if-none-match").and_then(|v| v.to_str().ok()) else { return false };
        let Some(tag) = self.headers.get(ETAG).and_then(|v| v.to_str().ok()) else { return false };
        self.status == StatusCode::OK && known.split(',').map(|t| t.trim().trim_start_matches("W/")).any(|t| t == tag || t == "*")
    }

    /// The same without its body, for a browser that has it.
    pub fn not_modified(&self) -> Kept {
        let mut headers = self.headers.clone();
        headers.remove(CONTENT_LENGTH);
        headers.remove(CONTENT_TYPE);
        Kept { status: StatusCode::NOT_MODIFIED, headers, body: Bytes::new() }
    }
}

/// The kept answers of a node.
#[derive(Debug, Default)]
pub struct Cache {
    kept: RwLock<Shelf>,
    /// Raised when everything kept is out of date; an answer begun before is not kept after.
    edition: AtomicU64,
}

#[derive(Debug, Default)]
struct Shelf {
    answers: HashMap<String, [Option<std::sync::Arc<Kept>>; 3], foldhash::fast::RandomState>,
    bytes: usize,
}

impl Cache {
    /// The kept answer for an address with its query.
    pub fn get(&self, address: &str, encoding: Encoding) -> Option<std::sync::Arc<Kept>> {
        let shelf = self.kept.read().ok()?;
        shelf.answers.get(address)?[encoding as usize].clone()
    }

    /// The edition that an answer begun now belongs to.
    pub fn edition(&self) -> u64 {
        self.edition.load(Ordering::Acquire)
    }

    /// Keeps an answer of an edition; one that came too late or is too long is only sent.
    pub fn keep(&self, edition: u64, address: &str, encoding: Encoding, kept: &std::sync::Arc<Kept>) {
        if kept.status != StatusCode::OK || kept.body.len() > LONGEST || edition != self.edition() {
            return;
        }
        let Ok(mut shelf) = self.kept.write() else { return };
        let size = kept.body.len() + address.len() + 1024;
        if shelf.bytes + size > MOST_BYTES {
            // Rare, and a page takes well under a millisecond to render again.
            *shelf = Shelf::default();
        }
        shelf.bytes += size;
        shelf.answers.entry(address.to_string()).or_default()[encoding as usize] = Some(kept.clone());
    }

    /// Forgets everything: something was published, or the day changed.
    pub fn forget(&self) {
        self.edition.fetch_add(1, Ordering::AcqRel);
        if let Ok(mut shelf) = self.kept.write() {
            *shelf = Shelf::default();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_begun_before_a_publication_is_not_kept_after_it() {
        let cache = Cache::default();
        let edition = cache.edition();
        let answer = std::sync::Arc::new(Kept::tagged(StatusCode::OK, HeaderMap::new(), Bytes::from_static(b"page")));
        cache.forget();
        cache.keep(edition, "/", Encoding::Plain, &answer);
        assert!(cache.get("/", Encoding::Plain).is_none());
        cache.keep(cache.edition(), "/", Encoding::Plain, &answer);
        assert!(cache.get("/", Encoding::Plain).is_some());
        assert!(cache.get("/", Encoding::Gzip).is_none());
    }

    #[test]
    fn encodings_are_read_with_their_refusals() {
        let of = |value: &'static str| {
            let mut headers = HeaderMap::new();
            headers.insert("accept-encoding", HeaderValue::from_static(value));
            Encoding::of(&headers)
        };
        assert_eq!(of("gzip, deflate, br"), Encoding::Brotli);
        assert_eq!(of("gzip;q=1.0, br;q=0"), Encoding::Gzip);
        assert_eq!(of("identity"), Encoding::Plain);
    }
}
