//! Who asks: a session's person or a token's service.

use std::fmt;

use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use redress::reader::SignedIn;
use redress::sign_in::secret::Secret;
use redress_store::chain;
use subtle::ConstantTimeEq;

use super::cookie::Cookie;
use crate::desk::DeskSite;
use crate::failure::Failure;

/// Somebody who signed in, for one request.
#[derive(Clone)]
pub struct Visitor {
    /// The account with its roles today.
    pub signed_in: SignedIn,
    /// What a form must carry back.
    pub form_token: String,
    /// A service with a token of its own: no browser sends that unasked, so its forms carry nothing.
    pub by_token: bool,
    /// The session's number; none for a token.
    pub session: Option<i64>,
}

impl fmt::Debug for Visitor {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Visitor").field("signed_in", &self.signed_in).field("session", &self.session).finish_non_exhaustive()
    }
}

impl Visitor {
    /// Refuses a form that another site may have made the browser send: it does not carry this session's token.
    pub fn checks(&self, sent: Option<&str>) -> Result<(), Failure> {
        if self.by_token || sent.is_some_and(|sent| same(sent, &self.form_token)) {
            return Ok(());
        }
        Err(Failure::MayNot(STALE.into()))
    }
}

/// What a form without its token is told.
pub const STALE: &str =
    "This form was not sent from a page that you opened since you signed in. Open the page again and send it from there.";

/// Compares without telling by the time it takes where the two differ.
pub fn same(one: &str, other: &str) -> bool {
    bool::from(one.as_bytes().ct_eq(other.as_bytes()))
}

/// What the forms of a session carry: made from its token, so it is stored nowhere.
pub fn form_token(session: &Secret) -> String {
    chain::sha256(format!("form {}", session.expose()).as_bytes())
}

impl FromRequestParts<DeskSite> for Visitor {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, desk: &DeskSite) -> Result<Visitor, Failure> {
        let found = match bearer(&parts.headers) {
            Some(token) => by_token(&token, desk).await?,
            None => by_session(&parts.headers, desk).await?,
        };
        found.ok_or_else(|| Failure::SignIn(parts.uri.path_and_query().map_or("/desk", |a| a.as_str()).to_string()))
    }
}

fn bearer(headers: &HeaderMap) -> Option<Secret> {
    let (scheme, token) = headers.get(AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| Secret::new(token.trim()))
}

async fn by_token(token: &Secret, desk: &DeskSite) -> Result<Option<Visitor>, Failure> {
    let now = desk.clock().now();
    let holder = desk.desk.token_holder(token, now.timestamp(), now.date()).await?;
    Ok(holder.map(|signed_in| Visitor { signed_in, form_token: String::new(), by_token: true, session: None }))
}

async fn by_session(headers: &HeaderMap, desk: &DeskSite) -> Result<Option<Visitor>, Failure> {
    let Some(token) = Cookie::Session.of(headers, &desk.sign_in) else { return Ok(None) };
    let now = desk.clock().now();
    let session = desk.desk.session(&token, now.timestamp(), desk.sign_in.limits).await?;
    let Some(session) = session.filter(|s| !s.awaits_code) else { return Ok(None) };
    let Some(mut signed_in) = desk.desk.signed_in(session.account_id, now.date()).await? else { return Ok(None) };
    signed_in.roles.extend(session.roles());
    Ok(Some(Visitor { signed_in, form_token: form_token(&token), by_token: false, session: Some(session.id) }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn visitor(by_token: bool) -> Visitor {
        let token = form_token(&Secret::new("ab".repeat(32)));
        Visitor { signed_in: SignedIn::default(), form_token: token, by_token, session: Some(1) }
    }

    #[test]
    fn a_form_must_carry_the_token_of_its_own_session() {
        let here = visitor(false);
        assert!(here.checks(Some(&here.form_token.clone())).is_ok());
        for sent in [None, Some(""), Some("ab"), Some(form_token(&Secret::new("cd".repeat(32))).as_str())] {
            assert!(matches!(here.checks(sent), Err(Failure::MayNot(_))), "{sent:?}");
        }
        assert!(visitor(true).checks(None).is_ok());
    }

    #[test]
    fn the_debug_output_holds_no_token() {
        let here = visitor(false);
        assert!(!format!("{here:?}").contains(&here.form_token));
    }
}
