//! The reader `issue_meetings` on any text.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| redress_import_fuzz::run("issue_meetings", text));
