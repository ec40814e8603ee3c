//! The reader `register_of_interests` on any text.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| redress_import_fuzz::run("register_of_interests", text));
