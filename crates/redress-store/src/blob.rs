//! Files by the SHA-256 of their content: in a folder, or in a bucket of any S3 store.

use std::path::Path;
use std::sync::Arc;

use object_store::aws::AmazonS3Builder;
use object_store::local::LocalFileSystem;
use object_store::path::Path as Place;
use object_store::prefix::PrefixStore;
use object_store::{ObjectStore, ObjectStoreExt, PutMode, PutOptions, PutPayload};

use crate::StoreError;
use crate::chain::sha256;

/// A file store.
#[derive(Clone)]
pub struct Blobs {
    store: Arc<dyn ObjectStore>,
}

impl std::fmt::Debug for Blobs {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Blobs({})", self.store)
    }
}

/// Who may read a file: sources stay with the desk, documents were published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shelf {
    /// Imported sources, private.
    Sources,
    /// Published documents.
    Documents,
    /// Files of working papers, private.
    Work,
}

impl Shelf {
    /// Every shelf.
    pub const ALL: [Shelf; 3] = [Shelf::Sources, Shelf::Documents, Shelf::Work];

    /// What a page calls a file of it.
    pub fn words(self) -> &'static str {
        match self {
            Shelf::Sources => "source",
            Shelf::Documents => "published file",
            Shelf::Work => "file of a paper",
        }
    }

    /// The word in places and backups.
    pub fn folder(self) -> &'static str {
        match self {
            Shelf::Sources => "sources",
            Shelf::Documents => "documents",
            Shelf::Work => "work",
        }
    }
}

impl Blobs {
    /// Opens `s3://bucket/prefix` (keys and region from the environment, as AWS tools take them) or a folder.
    pub fn open(address: &str) -> Result<Blobs, StoreError> {
        let store: Arc<dyn ObjectStore> = match address.strip_prefix("s3://") {
            Some(rest) => {
                // Another library may have installed it already; either is the same provider.
                let _ = rustls::crypto::ring::default_provider().install_default();
                let (bucket, prefix) = rest.split_once('/').unwrap_or((rest, ""));
                let bucket = AmazonS3Builder::from_env().with_bucket_name(bucket).build()?;
                Arc::new(PrefixStore::new(bucket, prefix))
            }
            None => {
                let folder = Path::new(address);
                std::fs::create_dir_all(folder)
                    .map_err(|source| StoreError::Disk { doing: format!("the folder {} could not be made", folder.display()), source })?;
                Arc::new(LocalFileSystem::new_with_prefix(folder)?)
            }
        };
        Ok(Blobs { store })
    }

    /// A store that forgets everything with the program.
    pub fn in_memory() -> Blobs {
        Blobs { store: Arc::new(object_store::memory::InMemory::new()) }
    }

    /// Keeps a file and gives its hash. A file that is there already is left alone.
    pub async fn keep(&self, shelf: Shelf, bytes: &[u8]) -> Result<String, StoreError> {
        let hash = sha256(bytes);
        let payload = PutPayload::from(bytes.to_vec());
        let once = PutOptions::from(PutMode::Create);
        match self.store.put_opts(&place(shelf, &hash), payload, once).await {
            Ok(_) | Err(object_store::Error::AlreadyExists { .. }) => Ok(hash),
            Err(e) => Err(e.into()),
        }
    }

    /// The file with that hash, if it is kept.
    pub async fn fetch(&self, shelf: Shelf, hash: &str) -> Result<Option<Vec<u8>>, StoreError> {
        match self.store.get(&place(shelf, hash)).await {
            Ok(found) => Ok(Some(found.bytes().await?.to_vec())),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(e) => Err(e.into()),
        }
    }
}

/// Two letters of the hash make a folder, so that none grows without end.
fn place(shelf: Shelf, hash: &str) -> Place {
    Place::from(format!("{}/{}/{hash}", shelf.folder(), hash.get(..2).unwrap_or("00")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_file_is_kept_once_and_found_by_its_hash() {
        let folder = tempfile::tempdir().expect("a folder");
        let blobs = Blobs::open(folder.path().to_str().expect("a path")).expect("a store");
        let hash = blobs.keep(Shelf::Sources, b"words").await.expect("kept");
        assert_eq!(blobs.keep(Shelf::Sources, b"words").await.expect("kept again"), hash);
        assert_eq!(blobs.fetch(Shelf::Sources, &hash).await.expect("fetched").as_deref(), Some(&b"words"[..]));
        assert_eq!(blobs.fetch(Shelf::Documents, &hash).await.expect("asked"), None);
    }
}
