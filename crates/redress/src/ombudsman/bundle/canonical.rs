//! The manifest as text: JSON with its keys in the order of the alphabet, no blank, and only the escapes that JSON demands.

use std::fmt::Write;

use jiff::civil::Date;

use super::{FileEntry, IndexRow, Manifest};

impl Manifest {
    /// The text that is hashed. The same manifest gives the same bytes.
    pub fn canonical(&self) -> String {
        object([
            ("authority", string(&self.authority)),
            ("case", string(&self.case)),
            ("cover", file(&self.cover)),
            ("deadline", day(self.deadline)),
            ("files", array(self.files.iter().map(file))),
            ("form", self.form.to_string()),
            ("index", array(self.index.iter().map(row))),
            ("made_at", string(&self.made_at.to_string())),
        ])
    }
}

fn file(file: &FileEntry) -> String {
    object([
        ("bytes", file.bytes.to_string()),
        ("filed_at", string(&file.filed_at.to_string())),
        ("filed_by", string(&file.filed_by)),
        ("name", string(&file.name)),
        ("sha256", string(&file.sha256)),
    ])
}

fn row(row: &IndexRow) -> String {
    object([
        ("asked", string(&row.asked)),
        ("due_on", day(row.due_on)),
        ("files", array(row.files.iter().map(|f| string(f)))),
        ("number", row.number.to_string()),
        ("recommendation", string(&row.recommendation)),
        ("required", string(&row.required)),
    ])
}

fn object<const N: usize>(fields: [(&str, String); N]) -> String {
    let inside: Vec<String> = fields.into_iter().map(|(key, value)| format!("\"{key}\":{value}")).collect();
    format!("{{{}}}", inside.join(","))
}

fn array(values: impl Iterator<Item = String>) -> String {
    format!("[{}]", values.collect::<Vec<_>>().join(","))
}

fn day(day: Option<Date>) -> String {
    day.map_or_else(|| "null".into(), |d| format!("\"{d}\""))
}

fn string(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            // Writing to a string cannot fail.
            c if (c as u32) < 0x20 => _ = write!(out, "\\u{:04x}", c as u32),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
