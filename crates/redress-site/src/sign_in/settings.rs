//! What the installation says of signing in.

/// How people sign in here.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// The site is reached over TLS, so the cookie is sent over nothing else.
    pub secure: bool,
}
