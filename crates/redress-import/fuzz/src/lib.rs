//! Runs one reader by its name, and checks that no word is counted twice.

use redress::draft::{Reading, SourceName};

/// Runs the reader on a text.
pub fn run(name: &str, text: &str) {
    let Some((_, kind, reader)) = redress_import::readers().iter().find(|(n, ..)| *n == name) else {
        panic!("no reader is called {name}");
    };
    let mut reading = Reading::of(SourceName { source: "source".into(), sha256: String::new() }, *kind);
    reader(text, &mut reading);
    assert!(reading.words.placed <= reading.words.total);
}
