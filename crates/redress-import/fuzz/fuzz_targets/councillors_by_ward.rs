//! The reader `councillors_by_ward` on any text.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| redress_import_fuzz::run("councillors_by_ward", text));
