//! Signing in: who is at the door, and how they show it.

/// Passwords that everybody tries.
pub mod breached;
/// The cookies, all of them secrets.
pub mod cookie;
/// Forms before anybody has signed in.
pub mod door;
/// The pages.
pub mod pages;
/// Hashing and verifying passwords.
pub mod password;
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
/// Who asks: a session's person or a token's service.
pub mod visitor;
