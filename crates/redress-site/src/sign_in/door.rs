//! Forms before anybody has signed in: a cookie and a hidden field must agree, and the form must come from this site.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::header::{HOST, HeaderMap, HeaderName, HeaderValue, ORIGIN};
use axum::http::request::Parts;
use redress::sign_in::secret::Secret;

use super::cookie::Cookie;
use super::random;
use super::sent::Sent;
use super::visitor::same;
use crate::desk::DeskSite;
use crate::failure::Failure;

/// Somebody at the door.
#[derive(Debug, Clone)]
pub struct Door {
    cookie: Option<Secret>,
    /// The browser says that this site's own page sent the request, or says nothing of it.
    from_here: bool,
}

impl FromRequestParts<DeskSite> for Door {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, desk: &DeskSite) -> Result<Door, Infallible> {
        let cookie = Cookie::Door.of(&parts.headers, &desk.sign_in);
        Ok(Door { cookie, from_here: is_from_here(&parts.headers, &desk.site.base) })
    }
}

impl Door {
    /// What the form on the page carries, and the cookie that must agree with it.
    pub fn token(&self, desk: &DeskSite) -> Result<(Secret, (HeaderName, HeaderValue)), Failure> {
        let token = match &self.cookie {
            Some(token) => token.clone(),
            None => random::secret()?,
        };
        let cookie = Cookie::Door.set(&desk.sign_in, &token);
        Ok((token, cookie))
    }

    /// Whether a form was sent from a page of this site that this browser opened.
    pub fn admits(&self, sent: &Sent) -> bool {
        let agree = self.cookie.as_ref().zip(sent.token()).is_some_and(|(cookie, sent)| same(cookie.expose(), sent));
        agree && self.from_here
    }
}

fn is_from_here(headers: &HeaderMap, base: &str) -> bool {
    let text = |name: &HeaderName| headers.get(name).and_then(|v| v.to_str().ok());
    match (text(&HeaderName::from_static("sec-fetch-site")), text(&ORIGIN)) {
        (Some(site), _) => site == "same-origin",
        // A page whose address must not be told on sends no origin.
        (None, None | Some("null")) => true,
        (None, Some(origin)) => {
            let host = text(&HOST).unwrap_or("");
            origin == base || origin.split_once("://").is_some_and(|(_, authority)| !host.is_empty() && authority == host)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from_here(pairs: &[(&'static str, &'static str)]) -> bool {
        let headers = pairs.iter().map(|(n, v)| (HeaderName::from_static(n), HeaderValue::from_static(v))).collect();
        is_from_here(&headers, "https://democracy.example")
    }

    #[test]
    fn another_sites_form_is_known_by_what_the_browser_says() {
        assert!(from_here(&[("sec-fetch-site", "same-origin")]));
        assert!(from_here(&[("origin", "https://democracy.example")]));
        assert!(from_here(&[("origin", "http://127.0.0.1:8080"), ("host", "127.0.0.1:8080")]));
        assert!(from_here(&[]) && from_here(&[("origin", "null")]));
        for other in ["cross-site", "same-site", "none"] {
            assert!(!from_here(&[("sec-fetch-site", other), ("origin", "https://democracy.example")]), "{other}");
        }
        assert!(!from_here(&[("origin", "https://evil.example"), ("host", "democracy.example")]));
        assert!(!from_here(&[("origin", "https://democracy.example.evil.example")]));
    }
}
