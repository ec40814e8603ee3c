//! Checking a bundle from an unknown hand, as a file or unpacked into a folder, against its own manifest. It needs no store.
//!
//! Nothing is written and no name is followed: files are read one by one, each no further than a bundle's largest.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{Cursor, Read};
use std::path::Path;

use jiff::civil::Date;
use redress::ombudsman::bundle::{Fault, Found, INDEX, LARGEST, MANIFEST, SUMS, derived, verify};
use redress::ombudsman::evidence::{self, is_plain_name};
use redress_store::chain::sha256;
use redress_store::desk::work::bundle::read;
use serde::Serialize;
use zip::ZipArchive;

/// The most files that a bundle is read of.
const FILES: usize = 10_000;
/// What a bundle's file has besides the evidence, at most.
const AROUND: u64 = 64 << 20;

/// What a check found.
#[derive(Debug, Default, Serialize)]
pub struct Checked {
    /// The case, where the manifest can be read.
    pub case: String,
    /// The deadline that it is for.
    pub deadline: Option<Date>,
    /// The SHA-256 of the manifest, to be compared with the one that the council gives.
    pub manifest_sha256: String,
    /// How many files were read.
    pub files: usize,
    /// Everything that is wrong, in a fixed order.
    pub faults: Vec<Wrong>,
}

/// A fault with its words.
#[derive(Debug, Serialize)]
pub struct Wrong {
    /// What.
    #[serde(flatten)]
    pub fault: Fault,
    /// In words.
    pub why: String,
}

/// Whether a path is a bundle and not a backup: a folder, or a ZIP file.
pub fn is_bundle(path: &Path) -> bool {
    let mut first = [0; 2];
    path.is_dir() || File::open(path).and_then(|mut f| f.read_exact(&mut first)).is_ok_and(|()| &first == b"PK")
}

/// What was read.
#[derive(Default)]
struct Parts {
    found: Vec<Found>,
    texts: Vec<(String, Vec<u8>)>,
    faults: BTreeSet<Fault>,
    read: u64,
}

/// Checks a bundle.
pub fn check(path: &Path) -> std::io::Result<Checked> {
    let mut parts = Parts::default();
    if path.is_dir() {
        parts.folder(path)?
    } else {
        parts.file(path)?
    }
    Ok(parts.checked())
}

impl Parts {
    /// Reads one file, or says why not; false where no more is read at all.
    fn take(&mut self, name: String, from: impl Read) -> bool {
        let mut bytes = Vec::new();
        let most = evidence::LARGEST + 1;
        if from.take(most).read_to_end(&mut bytes).is_err() {
            self.faults.insert(Fault::Unreadable(name.clone()));
            // It is there, and is not what it was.
            self.found.push(Found { name, sha256: String::new(), bytes: 0 });
            return true;
        }
        self.read += bytes.len() as u64;
        if bytes.len() as u64 == most || self.read > LARGEST + AROUND {
            self.faults.insert(Fault::TooLarge(name));
            return false;
        }
        if [MANIFEST, INDEX, SUMS].contains(&name.as_str()) {
            self.texts.push((name, bytes));
        } else {
            self.found.push(Found { sha256: sha256(&bytes), bytes: bytes.len() as u64, name });
        }
        true
    }

    fn folder(&mut self, path: &Path) -> std::io::Result<()> {
        for entry in fs::read_dir(path)?.take(FILES + 1) {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            // A link may lead out of the folder, so it is not followed.
            if !entry.file_type()?.is_file() {
                self.faults.insert(Fault::Added(name));
            } else if !self.take(name, File::open(entry.path())?) {
                break;
            }
        }
        Ok(())
    }

    fn file(&mut self, path: &Path) -> std::io::Result<()> {
        let shown = path.file_name().map_or_else(String::new, |n| n.to_string_lossy().into_owned());
        let mut bytes = Vec::new();
        File::open(path)?.take(LARGEST + 2 * AROUND + 1).read_to_end(&mut bytes)?;
        // Counted before the list is read: each entry of it costs more than it takes in the file.
        let entries = bytes.windows(4).filter(|w| w == b"PK\x01\x02").take(FILES + 1).count();
        if bytes.len() as u64 > LARGEST + 2 * AROUND || entries > FILES {
            self.faults.insert(Fault::TooLarge(shown));
            return Ok(());
        }
        let Ok(mut zip) = ZipArchive::new(Cursor::new(bytes)) else {
            self.faults.insert(Fault::Unreadable(shown));
            return Ok(());
        };
        if zip.has_duplicate_names() {
            self.faults.insert(Fault::Twice(format!("a file of {shown}")));
            return Ok(());
        }
        for at in 0..zip.len() {
            let named = zip.name_for_index(at).and_then(Result::ok).map(|n| n.into_owned());
            let name = named.unwrap_or_else(|| format!("file {}", at + 1));
            let Ok(entry) = zip.by_index(at) else {
                self.faults.insert(Fault::Unreadable(name));
                continue;
            };
            if !is_plain_name(&name) || !entry.is_file() || entry.is_symlink() {
                self.faults.insert(Fault::Impossible(name));
            } else if !self.take(name, entry) {
                break;
            }
        }
        Ok(())
    }

    fn text(&self, name: &str) -> Option<&[u8]> {
        self.texts.iter().find(|(n, _)| n == name).map(|(_, bytes)| bytes.as_slice())
    }

    fn checked(mut self) -> Checked {
        let mut checked = Checked { files: self.found.len() + self.texts.len(), ..Checked::default() };
        let text = self.text(MANIFEST).map(String::from_utf8_lossy).unwrap_or_default().into_owned();
        match read(&text) {
            Err(fault) => _ = self.faults.insert(fault),
            Ok(manifest) => {
                let again = derived(&manifest, sha256);
                for (name, expected) in [(INDEX, &again.index), (SUMS, &again.sums)] {
                    match self.text(name) {
                        None => _ = self.faults.insert(Fault::Lacking(name.into())),
                        Some(bytes) if bytes != expected.as_bytes() => _ = self.faults.insert(Fault::NotDerived(name.into())),
                        Some(_) => {}
                    }
                }
                let sums = self.text(SUMS).map(String::from_utf8_lossy).unwrap_or_default().into_owned();
                let of_manifest = sums.lines().find_map(|l| l.strip_suffix(MANIFEST).map(str::trim));
                if of_manifest.is_some_and(|hash| hash != again.sha256) {
                    self.faults.insert(Fault::Altered(MANIFEST.into()));
                }
                self.faults.extend(verify(&manifest, &self.found));
                checked.case = manifest.case;
                checked.deadline = manifest.deadline;
                checked.manifest_sha256 = again.sha256;
            }
        }
        checked.faults = self.faults.into_iter().map(|fault| Wrong { why: fault.to_string(), fault }).collect();
        checked
    }
}
