//! Bundles of evidence as files: made from the record, the same bytes every time, and checked without it.

/// Checking a bundle that somebody has.
pub mod check;
/// Making the file.
pub mod pack;
