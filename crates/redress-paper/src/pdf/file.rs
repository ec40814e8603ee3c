//! The objects of a PDF, read within bounds, and short ways to them.

use lopdf::{DecompressError, Dictionary, Document, Error, LoadOptions, Object, ObjectId, Stream};

use crate::Refused;

/// Packed objects of all object streams together, and of one.
const PACKED_BYTES: usize = 128 << 20;
const STREAM_BYTES: usize = 16 << 20;
const OBJECT_STREAMS: usize = 4_000;
const OBJECTS: usize = 1_000_000;

pub(super) struct Pdf {
    pub document: Document,
    pub pages: Vec<ObjectId>,
}

impl Pdf {
    pub fn open(bytes: &[u8]) -> Result<Self, Refused> {
        let packed = count(bytes, b"/ObjStm", OBJECT_STREAMS + 1);
        if packed > OBJECT_STREAMS || count(bytes, b" obj", OBJECTS + 1) > OBJECTS {
            return Err(Refused::Bomb);
        }
        let one = (PACKED_BYTES / packed.max(1)).clamp(64 << 10, STREAM_BYTES);
        let document = Document::load_mem_with_options(bytes, LoadOptions::with_max_decompressed_size(one)).map_err(refusal)?;
        // What is still locked after the empty password was tried needs a real one.
        if document.is_encrypted() && !document.was_encrypted() {
            return Err(Refused::Encrypted);
        }
        let pages: Vec<ObjectId> = document.page_iter().take(100_000).collect();
        if pages.is_empty() {
            return Err(Refused::unreadable("it has no pages"));
        }
        Ok(Self { document, pages })
    }

    /// The object itself, through references.
    pub fn follow<'a>(&'a self, object: &'a Object) -> Option<&'a Object> {
        self.document.dereference(object).ok().map(|(_, o)| o)
    }

    pub fn get<'a>(&'a self, dictionary: &'a Dictionary, key: &[u8]) -> Option<&'a Object> {
        self.follow(dictionary.get(key).ok()?).filter(|o| !o.is_null())
    }

    /// The dictionary under a key; a stream's own, where a stream stands there.
    pub fn dictionary<'a>(&'a self, dictionary: &'a Dictionary, key: &[u8]) -> Option<&'a Dictionary> {
        self.get(dictionary, key).and_then(as_dictionary)
    }

    pub fn array<'a>(&'a self, dictionary: &'a Dictionary, key: &[u8]) -> Option<&'a Vec<Object>> {
        self.get(dictionary, key)?.as_array().ok()
    }

    pub fn name<'a>(&'a self, dictionary: &'a Dictionary, key: &[u8]) -> Option<&'a [u8]> {
        self.get(dictionary, key)?.as_name().ok()
    }

    pub fn stream<'a>(&'a self, object: &'a Object) -> Option<&'a Stream> {
        self.follow(object)?.as_stream().ok()
    }

    pub fn number(&self, object: &Object) -> Option<f64> {
        match self.follow(object)? {
            // Coordinates need no more than the 53 bits that are kept.
            Object::Integer(whole) => Some(*whole as f64),
            Object::Real(real) => Some(f64::from(*real)),
            _ => None,
        }
        .filter(|n| n.is_finite())
    }

    /// Four numbers, as a box or a margin has them.
    pub fn numbers<const N: usize>(&self, array: &[Object]) -> Option<[f64; N]> {
        let numbers: Vec<f64> = array.iter().take(N).filter_map(|o| self.number(o)).collect();
        numbers.try_into().ok()
    }

    /// Whether a text stands under a key with more than spaces in it.
    pub fn says(&self, dictionary: &Dictionary, key: &[u8]) -> bool {
        self.get(dictionary, key).and_then(|o| o.as_str().ok()).is_some_and(is_something)
    }

    pub fn catalogue(&self) -> Option<&Dictionary> {
        self.document.catalog().ok()
    }

    pub fn page(&self, id: ObjectId) -> Option<&Dictionary> {
        self.document.get_dictionary(id).ok()
    }

    /// What a page takes from the tree above it: `MediaBox`, `CropBox`, `Resources`.
    pub fn inherited<'a>(&'a self, page: &'a Dictionary, key: &[u8]) -> Option<&'a Object> {
        let mut node = page;
        for _ in 0..64 {
            if let Some(object) = self.get(node, key) {
                return Some(object);
            }
            node = self.dictionary(node, b"Parent")?;
        }
        None
    }

    /// The annotations of a page.
    pub fn annotations<'a>(&'a self, page: &'a Dictionary) -> impl Iterator<Item = &'a Dictionary> {
        self.array(page, b"Annots").into_iter().flatten().filter_map(|o| self.follow(o).and_then(as_dictionary))
    }

    /// Every dictionary in the file, at any depth that a writer would use.
    pub fn all_dictionaries(&self, mut visit: impl FnMut(&Dictionary)) {
        let mut open: Vec<(&Object, u32)> = self.document.objects.values().map(|o| (o, 0)).collect();
        while let Some((object, depth)) = open.pop() {
            let dictionary = match object {
                Object::Array(array) => {
                    open.extend(array.iter().filter(|_| depth < 16).map(|o| (o, depth + 1)));
                    continue;
                }
                other => as_dictionary(other),
            };
            if let Some(dictionary) = dictionary {
                visit(dictionary);
                open.extend(dictionary.iter().filter(|_| depth < 16).map(|(_, o)| (o, depth + 1)));
            }
        }
    }
}

pub(super) fn as_dictionary(object: &Object) -> Option<&Dictionary> {
    match object {
        Object::Dictionary(dictionary) => Some(dictionary),
        Object::Stream(stream) => Some(&stream.dict),
        _ => None,
    }
}

/// More than spaces and the marks of an encoding.
pub(super) fn is_something(text: &[u8]) -> bool {
    text.iter().any(|b| !matches!(b, 0 | b' ' | b'\n' | b'\r' | b'\t' | 0xFE | 0xFF))
}

/// How often a mark occurs, counted no further than `most`.
fn count(bytes: &[u8], mark: &[u8], most: usize) -> usize {
    let last = mark[mark.len() - 1];
    bytes.iter().enumerate().filter(|(at, b)| **b == last && bytes[..=*at].ends_with(mark)).take(most).count()
}

fn refusal(error: Error) -> Refused {
    match error {
        Error::Decompress(DecompressError::MemoryLimitExceeded { .. }) => Refused::Bomb,
        Error::InvalidPassword | Error::Decryption(_) => Refused::Encrypted,
        Error::Xref(_) | Error::MissingXrefEntry => Refused::unreadable("its table of contents is broken"),
        _ => Refused::unreadable("it is not a whole PDF"),
    }
}
