//! The file of a bundle. The same bundle gives the same bytes: the order, the times and the permissions are fixed, and nothing
//! is compressed, so that no version of a library makes a difference.

use std::io::{Cursor, Write};

use redress::ombudsman::bundle::{Derived, derived};
use redress_store::chain::sha256;
use redress_store::desk::Desk;
use redress_store::desk::work::bundle::KeptBundle;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::failure::Failure;

/// The file of a kept bundle. A file that is gone or altered is said, never left out.
pub async fn packed(desk: &Desk, bundle: &KeptBundle) -> Result<Vec<u8>, Failure> {
    let manifest = &bundle.manifest;
    let mut files = Vec::with_capacity(manifest.files.len() + 1);
    for entry in [&manifest.cover].into_iter().chain(&manifest.files) {
        let bytes = desk.bytes_of_evidence(&entry.sha256).await?;
        let whole = bytes.filter(|bytes| sha256(bytes) == entry.sha256);
        let lacking = || Failure::Store(format!("bundle {}: {} is gone or was altered in the file store", bundle.id, entry.name).into());
        files.push((entry.name.clone(), whole.ok_or_else(lacking)?));
    }
    pack(&derived(manifest, sha256), &files).map_err(|why| Failure::Store(format!("bundle {}: {why}", bundle.id).into()))
}

/// Packs the parts that the manifest makes, then the files in their order.
pub fn pack(derived: &Derived, files: &[(String, Vec<u8>)]) -> zip::result::ZipResult<Vec<u8>> {
    let fixed = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let parts = derived.named().into_iter().map(|(name, text)| (name, text.as_bytes()));
    for (name, bytes) in parts.chain(files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()))) {
        zip.start_file(name, fixed)?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}
