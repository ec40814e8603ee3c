//! The reader `meeting_documents` on any text.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| redress_import_fuzz::run("meeting_documents", text));
