//! The reader `agenda_item` on any text.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| redress_import_fuzz::run("agenda_item", text));
