//! Reading sources and taking them in, one after the other: what `import` and `demo` share.

use std::path::{Path, PathBuf};

use redress::draft::{Reading, Words};
use redress_import::Refused;
use redress_store::StoreError;
use redress_store::desk::Desk;
use redress_store::desk::change::Difference;
use redress_store::desk::intake::Taking;
use redress_store::desk::journal::Act;

/// A source to be read: a file on disk, or bytes that the program holds.
pub enum Source {
    /// A file, with the name it is known by.
    File {
        /// The name it is known by from import to import.
        name: String,
        /// Where it is.
        path: PathBuf,
    },
    /// Bytes.
    Held {
        /// The name it is known by.
        name: String,
        /// The bytes.
        bytes: Vec<u8>,
    },
}

impl Source {
    /// Bytes that the program holds.
    pub fn held(name: String, bytes: Vec<u8>) -> Source {
        Source::Held { name, bytes }
    }

    /// The name it is known by.
    pub fn name(&self) -> &str {
        match self {
            Source::File { name, .. } | Source::Held { name, .. } => name,
        }
    }

    fn bytes(self) -> Result<Vec<u8>, String> {
        match self {
            Source::Held { bytes, .. } => Ok(bytes),
            Source::File { path, .. } => read_file(&path),
        }
    }
}

fn read_file(path: &Path) -> Result<Vec<u8>, String> {
    let unread = |e: std::io::Error| format!("{} cannot be read: {e}", path.display());
    let length = std::fs::metadata(path).map_err(unread)?.len();
    if length > redress_import::LONGEST {
        let most = redress_import::LONGEST / 1_048_576;
        return Err(format!(
            "{} is {} MB long; a page has at most {most} MB. Is it an archive? Import what is in it",
            path.display(),
            length / 1_048_576
        ));
    }
    std::fs::read(path).map_err(unread)
}

/// The files that a path means: itself, or everything below a folder in the order of names.
pub fn files_of(path: &Path) -> Result<Vec<Source>, String> {
    let about = std::fs::metadata(path).map_err(|e| match e.kind() {
        std::io::ErrorKind::NotFound => format!("{} is not there: check the name", path.display()),
        _ => format!("{} cannot be read: {e}", path.display()),
    })?;
    if !about.is_dir() {
        let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        return Ok(vec![Source::File { name, path: path.to_path_buf() }]);
    }
    let mut found = Vec::new();
    walk(path, path, &mut found)?;
    if found.is_empty() {
        return Err(format!("{} is an empty folder: nothing to import", path.display()));
    }
    Ok(found)
}

fn walk(root: &Path, folder: &Path, found: &mut Vec<Source>) -> Result<(), String> {
    let unread = |e: std::io::Error| format!("the folder {} cannot be read: {e}", folder.display());
    let mut inside = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(unread)? {
        inside.push(entry.map_err(unread)?.path());
    }
    inside.sort();
    for path in inside {
        if path.is_dir() {
            walk(root, &path, found)?;
        } else {
            let name = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            found.push(Source::File { name, path });
        }
    }
    Ok(())
}

/// What became of one source.
pub struct Taken {
    /// What was understood.
    pub reading: Reading,
    /// What it changed.
    pub difference: Difference,
}

/// A source that could not be taken in, and why; the others go on.
#[derive(Debug, Clone)]
pub struct NotTaken {
    /// The source.
    pub source: String,
    /// A steady word: `unreadable`, `not_a_page`, `unreadable_encoding`, `too_long`, `store`.
    pub code: &'static str,
    /// What is wrong and what to do.
    pub message: String,
}

/// Takes sources in.
pub struct Take<'a> {
    desk: &'a Desk,
    taking: Taking<'a>,
    taken: usize,
    words: Words,
}

impl<'a> Take<'a> {
    /// Taking in for someone, releasing what waits for this reason, or changing nothing.
    pub fn new(desk: &'a Desk, act: Act<'a>, release: Option<&'a str>, dry_run: bool) -> Take<'a> {
        Take { desk, taking: Taking { act, release, dry_run }, taken: 0, words: Words::default() }
    }

    /// How many sources were taken in.
    pub fn taken(&self) -> usize {
        self.taken
    }

    /// The words of all of them.
    pub fn words(&self) -> Words {
        self.words
    }

    /// Takes in one source. A bad source is an inner error; a store that fails ends the run.
    pub async fn one(&mut self, source: Source) -> Result<Result<Taken, NotTaken>, StoreError> {
        let name = source.name().to_string();
        let not = |code, message| NotTaken { source: name.clone(), code, message };
        let bytes = match source.bytes() {
            Ok(bytes) => bytes,
            Err(message) => return Ok(Err(not("unreadable", message))),
        };
        let reading = match redress_import::read(&name, &bytes) {
            Ok(reading) => reading,
            Err(refused) => {
                let code = match &refused {
                    Refused::NotAPage { .. } => "not_a_page",
                    Refused::UnreadableEncoding { .. } => "unreadable_encoding",
                    Refused::TooLong { .. } => "too_long",
                };
                return Ok(Err(not(code, format!("{name}: {refused}"))));
            }
        };
        let difference = self.desk.take_in(&reading, &bytes, &self.taking).await?;
        self.taken += 1;
        self.words.total += reading.words.total;
        self.words.placed += reading.words.placed;
        Ok(Ok(Taken { reading, difference }))
    }
}
