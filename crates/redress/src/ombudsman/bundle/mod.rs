//! The bundle that goes to the Ombudsman for one deadline: a cover letter, an index that maps each requirement to its files,
//! hashes, and a manifest whose text is the same, byte for byte, whenever it is made again from the same record.
//!
//! Nothing here reads or hashes a file: hashes are handed in.

/// The manifest as one line of JSON with its keys in order.
mod canonical;
/// The letter that goes with a bundle.
mod cover;
/// The parts that follow from the manifest alone.
mod derived;
/// Which recommendations the next bundle is for.
mod next;
/// What is wrong with a bundle.
mod verify;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::evidence::{Filed, Required, missing};

pub use cover::{Covering, cover};
pub use derived::{Derived, derived};
pub use next::next;
pub use verify::{Fault, Found, same_text, verify};

/// The version of the manifest's form.
pub const FORM: u32 = 1;

/// The name of the manifest in a bundle.
pub const MANIFEST: &str = "manifest.json";
/// The name of the index for people.
pub const INDEX: &str = "index.txt";
/// The name of the list of hashes, in the form that `sha256sum -c` reads.
pub const SUMS: &str = "SHA256SUMS";
/// The name of the cover letter.
pub const COVER: &str = "cover-letter.txt";
/// The most that all files of a bundle have together, in bytes.
pub const LARGEST: u64 = 250 * 1024 * 1024;

/// The name of a file in the bundle of a case: `3-1-slides.pdf` shows the first thing that recommendation 3 needs. No two
/// requirements share a name, whatever their files are called.
pub fn name_in(case: &str, filed: &Filed) -> String {
    let own = filed.recommendation.strip_prefix(case).and_then(|rest| rest.strip_prefix('/'));
    let of = own.map_or_else(|| filed.recommendation.replace(['/', ' '], "-"), str::to_string);
    format!("{of}-{}-{}", filed.number, filed.name)
}

/// A file of the bundle.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileEntry {
    /// Its name.
    pub name: String,
    /// SHA-256, lower-case hexadecimal.
    pub sha256: String,
    /// Its size.
    pub bytes: u64,
    /// Who filed it.
    pub filed_by: String,
    /// When.
    pub filed_at: Timestamp,
}

/// A requirement with the files that show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IndexRow {
    /// The recommendation's key.
    pub recommendation: String,
    /// The Ombudsman's own words.
    pub asked: String,
    /// The original date.
    pub due_on: Option<Date>,
    /// The number of the requirement.
    pub number: u32,
    /// What was to be shown.
    pub required: String,
    /// The names of the files.
    pub files: Vec<String>,
}

/// The manifest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// The version of this form.
    pub form: u32,
    /// The authority.
    pub authority: String,
    /// The case.
    pub case: String,
    /// The deadline that it is for.
    pub deadline: Option<Date>,
    /// When it was made up.
    pub made_at: Timestamp,
    /// The cover letter.
    pub cover: FileEntry,
    /// The index.
    pub index: Vec<IndexRow>,
    /// Every file but the cover.
    pub files: Vec<FileEntry>,
}

/// What a bundle is made up from.
#[derive(Debug, Clone)]
pub struct Parts<'a> {
    /// The authority.
    pub authority: &'a str,
    /// The case.
    pub case: &'a str,
    /// The deadline.
    pub deadline: Option<Date>,
    /// When.
    pub made_at: Timestamp,
    /// The cover letter.
    pub cover: FileEntry,
    /// Key, words and original date of each recommendation.
    pub asked: &'a [(String, String, Option<Date>)],
    /// What they need.
    pub required: &'a [Required],
    /// What was filed.
    pub filed: &'a [Filed],
}

/// Why a bundle is not made up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(tag = "cannot_bundle", rename_all = "snake_case")]
pub enum CannotBundle {
    /// Something is not shown.
    #[error("nothing shows {} of recommendation {}", .0.words, .0.recommendation)]
    Missing(Required),
    /// Two files would have one name.
    #[error("two files are called {0}")]
    SameName(String),
    /// Nobody said what it needs.
    #[error("nobody has said what evidence recommendation {0} needs")]
    NothingRequired(String),
    /// It is too large to send.
    #[error("the files have {0} bytes together; the most is {LARGEST}. Make two bundles")]
    TooLarge(u64),
}

/// Makes the manifest. Only what a requirement asks for is in it; the order in which things were filed plays no part.
pub fn manifest(parts: &Parts<'_>) -> Result<Manifest, CannotBundle> {
    let wanted: Vec<Required> =
        parts.required.iter().filter(|r| parts.asked.iter().any(|(key, ..)| *key == r.recommendation)).cloned().collect();
    if let Some(lacking) = missing(&wanted, parts.filed).first() {
        return Err(CannotBundle::Missing((*lacking).clone()));
    }
    if let Some((bare, ..)) = parts.asked.iter().find(|(key, ..)| !wanted.iter().any(|r| r.recommendation == *key)) {
        return Err(CannotBundle::NothingRequired(bare.clone()));
    }
    let (mut index, mut files) = (Vec::new(), Vec::new());
    for (key, words, due_on) in parts.asked {
        let mut rows: Vec<&Required> = wanted.iter().filter(|r| r.recommendation == *key).collect();
        rows.sort_by_key(|r| r.number);
        for required in rows {
            let of = |f: &&Filed| f.recommendation == *key && f.number == required.number;
            let mut entries: Vec<FileEntry> = parts.filed.iter().filter(of).map(|f| entry(parts.case, f)).collect();
            entries.sort();
            let names = entries.iter().map(|e| e.name.clone()).collect();
            let (number, required) = (required.number, required.words.clone());
            index.push(IndexRow { recommendation: key.clone(), asked: words.clone(), due_on: *due_on, number, required, files: names });
            files.extend(entries);
        }
    }
    index.sort_by(|a, b| (&a.recommendation, a.number).cmp(&(&b.recommendation, b.number)));
    files.sort();
    let all: u64 = files.iter().map(|f| f.bytes).sum();
    if all > LARGEST {
        return Err(CannotBundle::TooLarge(all));
    }
    // Some systems take `A.pdf` and `a.pdf` for one file.
    let mut names: Vec<String> = files.iter().chain([&parts.cover]).map(|f| f.name.to_lowercase()).collect();
    names.sort_unstable();
    if let Some(twice) = names.windows(2).find(|pair| pair[0] == pair[1]) {
        return Err(CannotBundle::SameName(twice[0].clone()));
    }
    Ok(Manifest {
        form: FORM,
        authority: parts.authority.into(),
        case: parts.case.into(),
        deadline: parts.deadline,
        made_at: parts.made_at,
        cover: parts.cover.clone(),
        index,
        files,
    })
}

fn entry(case: &str, filed: &Filed) -> FileEntry {
    FileEntry {
        name: name_in(case, filed),
        sha256: filed.sha256.clone(),
        bytes: filed.bytes,
        filed_by: filed.by.clone(),
        filed_at: filed.at,
    }
}

#[cfg(test)]
mod tests;
