//! Any bytes, as a file would come.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| drop(redress_import::read("source", bytes)));
