//! A ZIP package from an unknown hand: bounded in entries, in each entry and in all.

use std::io::{self, BufReader, Cursor, Read};

use zip::ZipArchive;

use crate::Refused;
use crate::xml::{self, Step};

const ENTRIES: usize = 20_000;
const ENTRY_BYTES: u64 = 256 << 20;
const ALL_BYTES: u64 = 1 << 30;

/// An Office or OpenDocument file, unpacked part by part and never as a whole.
pub(crate) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    names: Vec<String>,
    left: u64,
}

impl<'a> Package<'a> {
    pub fn open(bytes: &'a [u8]) -> Result<Self, Refused> {
        // Counted before the list is read: each entry of it costs more than it takes in the file.
        if bytes.windows(4).filter(|w| w == b"PK\x01\x02").take(ENTRIES + 1).count() > ENTRIES {
            return Err(Refused::Bomb);
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refused::unreadable("its packing is broken"))?;
        let mut package = Self { names: Vec::with_capacity(archive.len()), archive, left: ALL_BYTES };
        let mut declared = 0_u64;
        for at in 0..package.archive.len() {
            let entry = package.archive.by_index_raw(at).map_err(|_| Refused::unreadable("its packing is broken"))?;
            if entry.encrypted() {
                return Err(Refused::Encrypted);
            }
            declared = declared.saturating_add(entry.size());
            if entry.size() > ENTRY_BYTES || declared > ALL_BYTES {
                return Err(Refused::Bomb);
            }
            drop(entry);
            let name = package.archive.name_for_index(at).and_then(Result::ok).unwrap_or_default();
            package.names.push(name.trim_start_matches('/').replace('\\', "/"));
        }
        Ok(package)
    }

    /// The names of all parts, in the order of the file.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// The names that begin and end so.
    pub fn like(&self, start: &str, end: &str) -> Vec<String> {
        self.names.iter().filter(|n| n.starts_with(start) && n.ends_with(end) && n.len() > start.len()).cloned().collect()
    }

    pub fn has(&self, name: &str) -> bool {
        self.at(name).is_some()
    }

    fn at(&self, name: &str) -> Option<usize> {
        // Office compares part names without regard to case.
        self.names.iter().position(|n| n.eq_ignore_ascii_case(name))
    }

    /// Walks a part as XML. A part that is not there is empty.
    pub fn walk(&mut self, name: &str, step: impl FnMut(Step<'_>)) -> Result<(), Refused> {
        let Some(at) = self.at(name) else { return Ok(()) };
        let left = &mut self.left;
        let entry = self.archive.by_index(at).map_err(|_| Refused::unreadable("its packing is broken"))?;
        xml::walk(BufReader::new(Bounded { entry, here: ENTRY_BYTES, all: left }), step)
    }

    /// A small part as text.
    pub fn text(&mut self, name: &str) -> Result<String, Refused> {
        Ok(String::from_utf8_lossy(&self.bytes(name, 4 << 20)?).into_owned())
    }

    /// The bytes of a part, up to a most; a longer one is a bomb.
    pub fn bytes(&mut self, name: &str, most: u64) -> Result<Vec<u8>, Refused> {
        let Some(at) = self.at(name) else { return Ok(Vec::new()) };
        let entry = self.archive.by_index(at).map_err(|_| Refused::unreadable("its packing is broken"))?;
        let mut bytes = Vec::new();
        match (Bounded { entry, here: most, all: &mut self.left }).read_to_end(&mut bytes) {
            Ok(_) => Ok(bytes),
            Err(e) if e.kind() == io::ErrorKind::FileTooLarge => Err(Refused::Bomb),
            Err(_) => Err(Refused::unreadable("its packing is broken")),
        }
    }
}

/// Counts what is really unpacked, whatever the entry declares.
struct Bounded<'a, R> {
    entry: R,
    here: u64,
    all: &'a mut u64,
}

impl<R: Read> Read for Bounded<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.entry.read(buffer)?;
        let bytes = count as u64;
        if bytes > self.here || bytes > *self.all {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.here -= bytes;
        *self.all -= bytes;
        Ok(count)
    }
}
