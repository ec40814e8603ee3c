//! Headers that tell a browser what the pages never do: run a script, sit in a frame, fetch from elsewhere.

/// The pages use one style sheet, pictures of their own, and forms that come back here.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; \
                                           frame-ancestors 'none'; base-uri 'none'";

/// The workspace of a meeting runs one script of its own, which sends what is taken down back here.
pub const WITH_SCRIPT: &str = "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; \
                               form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/// The members' room besides has a worker that keeps what the member chose, and says what app it is.
pub const IN_THE_ROOM: &str = "default-src 'none'; script-src 'self'; worker-src 'self'; manifest-src 'self'; connect-src 'self'; \
                               style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/// The worker of the members' room fetches from here and does nothing else.
pub const OF_THE_WORKER: &str = "default-src 'none'; connect-src 'self'";

/// The headers of every answer.
pub fn headers() -> [(&'static str, &'static str); 6] {
    [
        ("content-security-policy", CONTENT_SECURITY_POLICY),
        ("x-content-type-options", "nosniff"),
        ("x-frame-options", "DENY"),
        ("referrer-policy", "strict-origin-when-cross-origin"),
        ("permissions-policy", "camera=(), geolocation=(), microphone=()"),
        ("cross-origin-opener-policy", "same-origin"),
    ]
}
