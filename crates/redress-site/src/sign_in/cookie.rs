//! The cookies, all of them secrets: no script reads them, no other site's form sends them along.

use axum::http::header::{COOKIE, HeaderMap, HeaderName, HeaderValue, SET_COOKIE};
use redress::sign_in::secret::Secret;

use super::settings::Settings;

/// What a cookie is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cookie {
    /// The session; it goes when the browser is closed.
    Session,
    /// What a form must carry back before anybody has signed in.
    Door,
    /// A browser that signed in before; half a year.
    Device,
    /// The way to the council's sign-in service and back; ten minutes.
    Provider,
    /// Where the way goes on after that; an address, and no secret.
    Next,
}

impl Cookie {
    fn name(self, settings: &Settings) -> &'static str {
        match (self, settings.secure) {
            (Cookie::Session, true) => "__Host-redress_session",
            (Cookie::Session, false) => "redress_session",
            (Cookie::Door, true) => "__Host-redress_door",
            (Cookie::Door, false) => "redress_door",
            (Cookie::Device, true) => "__Host-redress_device",
            (Cookie::Device, false) => "redress_device",
            (Cookie::Provider, true) => "__Host-redress_provider",
            (Cookie::Provider, false) => "redress_provider",
            (Cookie::Next, true) => "__Host-redress_next",
            (Cookie::Next, false) => "redress_next",
        }
    }

    fn seconds(self) -> Option<u32> {
        match self {
            Cookie::Session | Cookie::Door => None,
            Cookie::Device => Some(180 * 24 * 3600),
            Cookie::Provider | Cookie::Next => Some(600),
        }
    }

    /// Its value in a request; one that this program never set is none.
    pub fn of(self, headers: &HeaderMap, settings: &Settings) -> Option<Secret> {
        let name = self.name(settings);
        let pairs = headers.get_all(COOKIE).iter().filter_map(|v| v.to_str().ok()).flat_map(|v| v.split(';'));
        let value = pairs.filter_map(|pair| pair.trim().split_once('=')).find(|(n, _)| *n == name)?.1;
        let ours = match self {
            Cookie::Next => super::session::next(value) == value,
            _ => value.len() == 64 && value.bytes().all(|b| b.is_ascii_hexdigit()),
        };
        ours.then(|| Secret::new(value))
    }

    /// The header that sets it.
    pub fn set(self, settings: &Settings, value: &Secret) -> (HeaderName, HeaderValue) {
        let lasts = self.seconds().map(|s| format!("; Max-Age={s}")).unwrap_or_default();
        self.header(settings, value.expose(), &lasts)
    }

    /// The header that takes it away.
    pub fn clear(self, settings: &Settings) -> (HeaderName, HeaderValue) {
        self.header(settings, "", "; Max-Age=0")
    }

    fn header(self, settings: &Settings, value: &str, lasts: &str) -> (HeaderName, HeaderValue) {
        let secure = if settings.secure { "; Secure" } else { "" };
        let text = format!("{}={value}; Path=/; HttpOnly; SameSite=Lax{secure}{lasts}", self.name(settings));
        let mut header = HeaderValue::from_str(&text).unwrap_or(HeaderValue::from_static(""));
        header.set_sensitive(true);
        (SET_COOKIE, header)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(secure: bool) -> Settings {
        Settings { secure, ..Settings::default() }
    }

    #[test]
    fn over_tls_a_cookie_belongs_to_this_host_alone() {
        let value = Secret::new("ab".repeat(32));
        let (_, header) = Cookie::Session.set(&settings(true), &value);
        let text = header.to_str().expect("text");
        assert_eq!(text, format!("__Host-redress_session={}; Path=/; HttpOnly; SameSite=Lax; Secure", "ab".repeat(32)));
        assert_eq!(format!("{header:?}"), "Sensitive");
    }

    #[test]
    fn only_what_this_program_sets_is_read() {
        let mut headers = HeaderMap::new();
        let good = "0a".repeat(32);
        headers.insert(COOKIE, format!("a=b; redress_session={good}; redress_door=short").parse().expect("a header"));
        assert_eq!(Cookie::Session.of(&headers, &settings(false)), Some(Secret::new(good)));
        assert_eq!(Cookie::Door.of(&headers, &settings(false)), None);
        assert_eq!(Cookie::Session.of(&headers, &settings(true)), None);
    }
}
