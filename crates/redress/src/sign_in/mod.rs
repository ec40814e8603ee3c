//! Signing in: what a password must be, how long a session lasts, how wrong tries slow down.

/// What a password must be.
pub mod password;
/// Text that no log may show.
pub mod secret;
/// How long a session lasts.
pub mod session;
/// How wrong tries slow down, without locking the right person out.
pub mod throttle;

/// The name that an account is known by: without white space around it, in small letters.
pub fn name_of(typed: &str) -> String {
    typed.trim().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_and_blanks_make_no_other_name() {
        assert_eq!(name_of("  Ayesha.Khan@Thornmere.example "), "ayesha.khan@thornmere.example");
    }
}
