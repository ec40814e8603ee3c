//! A form of these pages as it was sent. It holds passwords, so its `Debug` output names the fields and nothing else.

use std::fmt;

use axum::extract::{Form, FromRequest, Request};
use axum::http::StatusCode;
use redress::sign_in::secret::Secret;

use crate::failure::Failure;

/// The name under which a form carries its token.
pub const TOKEN: &str = "form_token";

/// Names and values.
#[derive(Clone, Default)]
pub struct Sent(Vec<(String, String)>);

impl Sent {
    /// A value without the white space around it; empty where there is none.
    pub fn get(&self, name: &str) -> &str {
        self.raw(name).trim()
    }

    /// A value as it was typed: a password may begin with a blank.
    pub fn secret(&self, name: &str) -> Secret {
        Secret::new(self.raw(name))
    }

    /// The token that the form carries.
    pub fn token(&self) -> Option<&str> {
        Some(self.get(TOKEN)).filter(|t| !t.is_empty())
    }

    fn raw(&self, name: &str) -> &str {
        self.0.iter().find(|(n, _)| n == name).map_or("", |(_, value)| value.as_str())
    }
}

impl<S: Send + Sync> FromRequest<S> for Sent {
    type Rejection = Failure;

    async fn from_request(request: Request, state: &S) -> Result<Sent, Failure> {
        let Form(pairs): Form<Vec<(String, String)>> =
            Form::from_request(request, state).await.map_err(|_| Failure::Refused(StatusCode::BAD_REQUEST))?;
        // Nobody types a NUL, and PostgreSQL will not be asked about one.
        if pairs.iter().any(|(_, value)| value.contains('\0')) {
            return Err(Failure::Refused(StatusCode::BAD_REQUEST));
        }
        Ok(Sent(pairs))
    }
}

impl fmt::Debug for Sent {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_list().entries(self.0.iter().map(|(name, _)| name)).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_with_a_password_shows_names_alone() {
        let sent = Sent(vec![("name".into(), " a ".into()), ("password".into(), " wet otter ".into())]);
        assert_eq!(format!("{sent:?}"), r#"["name", "password"]"#);
        assert_eq!((sent.get("name"), sent.secret("password").expose()), ("a", " wet otter "));
    }
}
