//! Checking a bundle against its manifest: what is altered, lacking, added, or mapped to nothing.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{FORM, FileEntry, Manifest};
use crate::ombudsman::evidence::{is_plain_name, is_sha256};

/// A file that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    /// Its name.
    pub name: String,
    /// The SHA-256 of its bytes as they are now.
    pub sha256: String,
    /// Its size.
    pub bytes: u64,
}

/// Something that is wrong.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, thiserror::Error)]
#[serde(tag = "fault", content = "name", rename_all = "snake_case")]
pub enum Fault {
    /// The manifest has a form that is not known here.
    #[error("the manifest has form {0}, which this program does not know")]
    UnknownForm(u32),
    /// The bytes differ.
    #[error("{0} was altered: its hash or size differs")]
    Altered(String),
    /// It is not there.
    #[error("{0} is not there")]
    Lacking(String),
    /// It is there and not in the manifest.
    #[error("{0} is not in the manifest")]
    Added(String),
    /// It was found or listed twice.
    #[error("{0} is there twice")]
    Twice(String),
    /// The manifest lists it, and the index maps it to nothing.
    #[error("{0} shows nothing that was asked for")]
    Unrelated(String),
    /// The index names a file that the manifest does not list.
    #[error("the index names {0}, which the manifest does not list")]
    NotListed(String),
    /// The index maps nothing to a requirement.
    #[error("nothing shows {0}")]
    NotShown(String),
    /// There is no manifest, or it is not the text that a bundle has.
    #[error("manifest.json is not there, or is not the manifest of a bundle: {0}")]
    NoManifest(String),
    /// It is not as the manifest makes it.
    #[error("{0} is not what the manifest makes it")]
    NotDerived(String),
    /// It cannot be read.
    #[error("{0} cannot be read")]
    Unreadable(String),
    /// It unpacks to more than any bundle has.
    #[error("{0} is larger than any file of a bundle")]
    TooLarge(String),
    /// A name that leads out of the folder, or a hash that is none.
    #[error("{0} has an impossible name or hash")]
    Impossible(String),
}

/// What bars a text that was read as a manifest. One that says the same in another way is none: its hash would be another.
pub fn same_text(manifest: &Manifest, text: &str) -> Option<Fault> {
    (manifest.canonical() != text).then(|| Fault::NoManifest("its keys, blanks or marks are not as the program writes them".into()))
}

/// Every fault, each once, in a fixed order; none where the bundle is whole.
pub fn verify(manifest: &Manifest, found: &[Found]) -> Vec<Fault> {
    let mut faults = BTreeSet::new();
    if manifest.form != FORM {
        faults.insert(Fault::UnknownForm(manifest.form));
    }
    let mut listed: BTreeMap<&str, &FileEntry> = BTreeMap::new();
    for file in manifest.files.iter().chain([&manifest.cover]) {
        if !is_plain_name(&file.name) || !is_sha256(&file.sha256) {
            faults.insert(Fault::Impossible(file.name.clone()));
        }
        if listed.insert(&file.name, file).is_some() {
            faults.insert(Fault::Twice(file.name.clone()));
        }
    }
    let mut there: BTreeSet<&str> = BTreeSet::new();
    for file in found {
        if !there.insert(&file.name) {
            faults.insert(Fault::Twice(file.name.clone()));
        }
        match listed.get(file.name.as_str()) {
            None => _ = faults.insert(Fault::Added(file.name.clone())),
            Some(entry) if entry.sha256 != file.sha256 || entry.bytes != file.bytes => {
                faults.insert(Fault::Altered(file.name.clone()));
            }
            Some(_) => {}
        }
    }
    faults.extend(listed.keys().filter(|name| !there.contains(**name)).map(|name| Fault::Lacking((*name).into())));
    index(manifest, &mut faults);
    faults.into_iter().collect()
}

/// Each file shows one requirement, and each requirement has a file.
fn index(manifest: &Manifest, faults: &mut BTreeSet<Fault>) {
    let mut mapped: BTreeSet<&str> = BTreeSet::new();
    for row in &manifest.index {
        if row.files.is_empty() {
            faults.insert(Fault::NotShown(format!("{}: {}", row.recommendation, row.required)));
        }
        for name in &row.files {
            if !mapped.insert(name) {
                faults.insert(Fault::Twice(name.clone()));
            }
            if !manifest.files.iter().any(|f| f.name == *name) {
                faults.insert(Fault::NotListed(name.clone()));
            }
        }
    }
    let unrelated = manifest.files.iter().filter(|f| !mapped.contains(f.name.as_str()));
    faults.extend(unrelated.map(|f| Fault::Unrelated(f.name.clone())));
}
