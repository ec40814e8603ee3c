//! Signing in: who is at the door, and how they show it.

/// Passwords that everybody tries.
pub mod breached;
/// A password that somebody chooses.
pub mod chosen;
/// The cookies, all of them secrets.
pub mod cookie;
/// Forms before anybody has signed in.
pub mod door;
/// Tries that wait where too many were wrong.
pub mod gate;
/// What the letters say.
pub mod letters;
/// Sending letters.
pub mod mail;
/// The pages.
pub mod pages;
/// Hashing and verifying passwords.
pub mod password;
/// The council's own sign-in service.
pub mod provider;
/// Secrets that nobody can guess.
pub mod random;
/// A form of these pages as it was sent.
pub mod sent;
/// Beginning a session, and where the way goes on.
pub mod session;
/// What the installation says of signing in.
pub mod settings;
/// Where a request comes from.
pub mod source;
/// Codes of a second factor.
pub mod totp;
/// Who asks: a session's person or a token's service.
pub mod visitor;
