//! The reader `decision_details` on any text.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| redress_import_fuzz::run("decision_details", text));
