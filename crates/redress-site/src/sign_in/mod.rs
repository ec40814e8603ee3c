//! Signing in: who is at the door, and how they show it.

/// What the installation says of signing in.
pub mod settings;
/// Who asks: a session's person or a token's service.
pub mod visitor;
