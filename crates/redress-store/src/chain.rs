//! SHA-256, and the chain that makes a later change visible.
//!
//! A link's hash is the SHA-256 of a JSON array: the hash of the link before (empty for the first), then the link's own
//! fields in their order. Anyone can recompute it with standard tools; docs/verify.md shows how.

use serde::Serialize;
use sha2::{Digest, Sha256};

/// SHA-256 in lower-case hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// Bytes in lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(2 * bytes.len());
    for byte in bytes {
        out.push(char::from_digit(u32::from(byte >> 4), 16).unwrap_or('0'));
        out.push(char::from_digit(u32::from(byte & 15), 16).unwrap_or('0'));
    }
    out
}

/// The hash of a link: the SHA-256 of `[previous, …fields]` as compact JSON.
pub fn link<F: Serialize>(previous: &str, fields: &F) -> String {
    // Plain strings and numbers always serialize.
    sha256(&serde_json::to_vec(&(previous, fields)).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_the_standard_one() {
        assert_eq!(sha256(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    #[test]
    fn a_link_depends_on_the_one_before() {
        assert_ne!(link("", &("a", 1)), link("x", &("a", 1)));
        assert_eq!(link("x", &("a", 1)), sha256(br#"["x",["a",1]]"#));
    }
}
