//! The parts of a bundle that follow from its manifest: the index for people, and the list of hashes for `sha256sum -c`.
//!
//! Whoever checks a bundle makes them again, so a byte altered in one of them, or in the manifest under them, is seen.

use crate::day::long;

use super::{INDEX, MANIFEST, Manifest, SUMS};

/// The parts that are made from the manifest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Derived {
    /// The manifest as text.
    pub manifest: String,
    /// The SHA-256 of that text.
    pub sha256: String,
    /// The index for people.
    pub index: String,
    /// The list of hashes.
    pub sums: String,
}

impl Derived {
    /// Each with its name.
    pub fn named(&self) -> [(&'static str, &str); 3] {
        [(SUMS, &self.sums), (INDEX, &self.index), (MANIFEST, &self.manifest)]
    }
}

/// Makes the parts; `sha256` hashes, which nothing here does.
pub fn derived(manifest: &Manifest, sha256: impl Fn(&[u8]) -> String) -> Derived {
    let text = manifest.canonical();
    let of_manifest = sha256(text.as_bytes());
    let index = index(manifest, &of_manifest);
    let of_index = sha256(index.as_bytes());
    let mut sums = vec![(of_manifest.as_str(), MANIFEST), (of_index.as_str(), INDEX)];
    sums.extend([&manifest.cover].into_iter().chain(&manifest.files).map(|f| (f.sha256.as_str(), f.name.as_str())));
    sums.sort_by_key(|(_, name)| *name);
    let sums = sums.iter().map(|(hash, name)| format!("{hash}  {name}\n")).collect();
    Derived { manifest: text, sha256: of_manifest, index, sums }
}

fn index(manifest: &Manifest, sha256: &str) -> String {
    let day = |on: Option<jiff::civil::Date>| on.map_or("none was given".to_string(), long);
    let mut lines = vec![
        format!("Evidence for the Ombudsman: case {}", manifest.case),
        format!("From: {}", manifest.authority),
        format!("Deadline: {}", day(manifest.deadline)),
        format!("Made up: {}", manifest.made_at),
        format!("SHA-256 of {MANIFEST}: {sha256}"),
        format!("Letter: {}", manifest.cover.name),
        format!("  {} bytes, SHA-256 {}", manifest.cover.bytes, manifest.cover.sha256),
        format!("  written by {} at {}", manifest.cover.filed_by, manifest.cover.filed_at),
    ];
    let mut last = "";
    for row in &manifest.index {
        if row.recommendation != last {
            lines.extend([String::new(), format!("Recommendation {}", row.recommendation), "Asked:".into()]);
            lines.extend(row.asked.lines().map(|line| format!("  {line}")));
            lines.push(format!("Original date: {}", day(row.due_on)));
            last = &row.recommendation;
        }
        lines.extend([String::new(), format!("  {}. {}", row.number, row.required)]);
        for file in manifest.files.iter().filter(|f| row.files.contains(&f.name)) {
            lines.push(format!("     {}", file.name));
            lines.push(format!("       {} bytes, SHA-256 {}", file.bytes, file.sha256));
            lines.push(format!("       filed by {} at {}", file.filed_by, file.filed_at));
        }
    }
    lines.push(String::new());
    lines.join("\n")
}
