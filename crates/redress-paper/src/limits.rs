//! How large a file may be.

/// What a council accepts; the bounds on unpacking are fixed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The most bytes of the file as uploaded.
    pub bytes: u64,
    /// The most pages or slides, where the file has such.
    pub pages: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self { bytes: 100 * 1024 * 1024, pages: 2_000 }
    }
}
