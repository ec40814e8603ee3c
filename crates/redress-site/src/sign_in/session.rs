//! Beginning a session, and where the way goes on.

use axum::http::HeaderMap;
use axum::http::header::{HeaderName, HeaderValue};
use axum::response::{AppendHeaders, IntoResponse, Redirect, Response};
use redress::reader::Role;
use redress_store::desk::account::Account;
use redress_store::desk::account::session::NewSession;
use redress_store::desk::journal::Act;

use super::cookie::Cookie;
use super::random;
use super::source::Source;
use crate::desk::DeskSite;
use crate::failure::Failure;
use crate::pages::asked::address_of;

/// Who signs in, how, and from where.
pub struct Begin<'a> {
    /// The account.
    pub account: &'a Account,
    /// `password` or `provider`.
    pub how: &'static str,
    /// Roles that the council's sign-in service gives for this session.
    pub roles: &'a [Role],
    /// The request's headers.
    pub headers: &'a HeaderMap,
    /// Where it comes from.
    pub source: &'a Source,
    /// Where the way goes on.
    pub next: &'a str,
}

impl Begin<'_> {
    /// The password is right, and the code of the second factor comes next.
    pub async fn halfway(&self, desk: &DeskSite) -> Result<Response, Failure> {
        let cookie = self.session(desk, true).await?;
        let to = address_of("/desk/sign-in/code", [("next", self.next)].into_iter());
        Ok((AppendHeaders([cookie]), Redirect::to(&to)).into_response())
    }

    /// Signs in: a new session takes the place of any before it, and the browser is known from now on.
    pub async fn whole(&self, desk: &DeskSite) -> Result<Response, Failure> {
        let mut cookies = vec![self.session(desk, false).await?];
        let device = Cookie::Device.of(self.headers, &desk.sign_in);
        let known = match &device {
            Some(device) => desk.desk.is_known_device(&self.account.name, device).await?,
            None => false,
        };
        if !known {
            let token = random::secret()?;
            desk.desk.know_device(self.account.id, &token, desk.clock().now().timestamp()).await?;
            cookies.push(Cookie::Device.set(&desk.sign_in, &token));
        }
        cookies.push(Cookie::Door.clear(&desk.sign_in));
        Ok((AppendHeaders(cookies), Redirect::to(self.next)).into_response())
    }

    async fn session(&self, desk: &DeskSite, awaits_code: bool) -> Result<(HeaderName, HeaderValue), Failure> {
        let now = desk.clock().now().timestamp();
        let before = match Cookie::Session.of(self.headers, &desk.sign_in) {
            Some(token) => desk.desk.session(&token, now, desk.sign_in.limits).await?,
            None => None,
        };
        let token = random::secret()?;
        let new = NewSession {
            account: self.account.id,
            token: &token,
            how: self.how,
            roles: self.roles,
            awaits_code,
            instead_of: before.map(|s| s.id),
            source: &self.source.network,
            user_agent: &self.source.user_agent,
        };
        desk.desk.begin_session(&Act { who: &self.account.full_name, at: now }, new).await?;
        Ok(Cookie::Session.set(&desk.sign_in, &token))
    }
}

/// Where the way goes on after signing in: an address of the desk or of the members' pages, and nothing else.
pub fn next(asked: &str) -> &str {
    let plain = asked.bytes().all(|b| b.is_ascii_graphic() && !b"\\;,\"".contains(&b));
    let inside = crate::desk::is_private(asked.split(['?', '#']).next().unwrap_or(""));
    let steps_out = asked.split(['/', '?']).any(|part| part == "..");
    let back_here = asked.starts_with("/desk/sign-");
    if plain && inside && !steps_out && !back_here { asked } else { "/desk" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_goes_on_inside_and_nowhere_else() {
        for good in ["/desk", "/desk/account", "/members/papers?page=2", "/desk/cases?q=a%20b"] {
            assert_eq!(next(good), good);
        }
        for bad in [
            "",
            "/",
            "//evil.example",
            "https://evil.example/desk",
            "/desk.evil.example/../..",
            "/\\evil.example",
            "/desk\\..",
            "/desk/../meetings",
            "/deskevil",
            "/desk/\r\nset-cookie: a=b",
            "/desk/sign-in",
            "/desk/sign-out",
        ] {
            assert_eq!(next(bad), "/desk", "{bad}");
        }
    }
}
