//! No bytes make it panic: every fixture cut short and with flipped bits, and bytes that were never a file.

mod files;

use files::zipped::Parts;
use proptest::prelude::*;
use redress_paper::{Limits, look};

/// Every fixture with its name.
fn all() -> Vec<(&'static str, Vec<u8>)> {
    files::bad().into_iter().map(|f| (f.name, f.bytes)).chain(files::clean()).collect()
}

/// The packages among them, part by part.
fn unpacked() -> Vec<(&'static str, Parts)> {
    let packages = all().into_iter().filter(|(_, bytes)| bytes.starts_with(b"PK"));
    packages.map(|(name, bytes)| (name, files::zipped::parts(&bytes))).collect()
}

#[test]
fn cut_files_are_refused_or_read() {
    for (name, bytes) in all() {
        for part in 0..48 {
            let _ = look(&bytes[..bytes.len() * part / 48], name, &Limits::default());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn flipped_bits_are_survived(which in any::<prop::sample::Index>(), flips in prop::collection::vec((any::<prop::sample::Index>(), 0_u8..8), 1..12)) {
        thread_local! { static ALL: Vec<(&'static str, Vec<u8>)> = all(); }
        ALL.with(|all| {
            let (name, bytes) = which.get(all);
            let mut bytes = bytes.clone();
            for (at, bit) in flips {
                let length = bytes.len();
                bytes[at.index(length)] ^= 1 << bit;
            }
            let _ = look(&bytes, name, &Limits::default());
        });
    }

    #[test]
    fn flipped_bits_within_a_package_are_survived(which in any::<prop::sample::Index>(), part in any::<prop::sample::Index>(), flips in prop::collection::vec((any::<prop::sample::Index>(), 0_u8..8), 1..6)) {
        thread_local! { static ALL: Vec<(&'static str, Parts)> = unpacked(); }
        ALL.with(|all| {
            let (name, parts) = which.get(all);
            let mut parts = parts.clone();
            let at = part.index(parts.len());
            for (place, bit) in flips.iter().filter(|_| !parts[at].1.is_empty()).copied().collect::<Vec<_>>() {
                let length = parts[at].1.len();
                parts[at].1[place.index(length)] ^= 1 << bit;
            }
            let parts: Vec<(&str, &[u8])> = parts.iter().map(|(n, b)| (n.as_str(), b.as_slice())).collect();
            let _ = look(&files::zipped::package(&parts), name, &Limits::default());
        });
    }

    #[test]
    fn marks_with_noise_are_survived(mark in 0_usize..7, noise in prop::collection::vec(any::<u8>(), 0..600)) {
        const MARKS: [&[u8]; 7] = [b"", b"PK\x03\x04", b"%PDF-1.7\n", b"\xff\xd8\xff\xe1", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe1\x02\0Exif\0\0MM\0*", b"\xd0\xcf\x11\xe0"];
        let _ = look(&[MARKS[mark], &noise].concat(), "a", &Limits::default());
    }
}
