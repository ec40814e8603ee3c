//! The folder of seeds and recordings, which is not part of the repository.
#![allow(dead_code)]

use std::path::{Path, PathBuf};

use redress::draft::Reading;

/// A folder under `shared`, or `None` with a line that says so.
pub fn folder(name: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared").join(name);
    if path.is_dir() {
        return Some(path);
    }
    eprintln!("skipped: {} is not there", path.display());
    None
}

/// Reads a file there.
pub fn read(path: &Path) -> Reading {
    let bytes = std::fs::read(path).expect("a file");
    redress_import::read(&path.display().to_string(), &bytes).expect("a reading")
}

/// Words of a text, and the words of every string and number of a reading's JSON.
pub fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

/// All strings of a reading, joined: what its fields hold.
pub fn held(reading: &Reading) -> String {
    fn gather(value: &serde_json::Value, out: &mut String) {
        match value {
            serde_json::Value::String(s) => {
                out.push_str(s);
                out.push(' ');
            }
            serde_json::Value::Number(n) => out.push_str(&format!("{n} ")),
            serde_json::Value::Array(a) => a.iter().for_each(|v| gather(v, out)),
            serde_json::Value::Object(o) => o.values().for_each(|v| gather(v, out)),
            _ => {}
        }
    }
    let mut out = String::new();
    let mut value = serde_json::to_value(reading).expect("JSON");
    // What was listed as left over, and the file's name, are no fields.
    if let Some(fields) = value.as_object_mut() {
        for key in ["unplaced", "problems", "words", "source", "sha256"] {
            fields.remove(key);
        }
    }
    gather(&value, &mut out);
    out
}
