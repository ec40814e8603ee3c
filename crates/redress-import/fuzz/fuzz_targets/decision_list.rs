//! The reader `decision_list` on any text.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| redress_import_fuzz::run("decision_list", text));
