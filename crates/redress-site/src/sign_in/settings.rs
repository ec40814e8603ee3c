//! What the installation says of signing in.

use redress::sign_in::session::Limits;

use super::mail::Mail;
use super::provider::Provider;

/// How people sign in here.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// The site is reached over TLS, so the cookie is sent over nothing else.
    pub secure: bool,
    /// A web server of the council's stands in front and says where requests come from.
    pub behind_proxy: bool,
    /// How long a session lasts.
    pub limits: Limits,
    /// The council's own sign-in service, where there is one.
    pub provider: Option<Provider>,
    /// The mail server that takes letters, where there is one.
    pub mail: Option<Mail>,
}
