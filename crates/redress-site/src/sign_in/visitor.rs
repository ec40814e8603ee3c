//! Who asks: a session's person or a token's service.

use redress::reader::SignedIn;

/// Somebody who signed in, for one request.
#[derive(Debug, Clone)]
pub struct Visitor {
    /// The account with its roles today.
    pub signed_in: SignedIn,
    /// What a form must carry back.
    pub form_token: String,
    /// A service with a token of its own: no browser sends that unasked, so its forms carry nothing.
    pub by_token: bool,
}
