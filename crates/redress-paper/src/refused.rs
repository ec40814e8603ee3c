//! Why a file is not taken, and what its owner can do.

use serde::Serialize;

use crate::Media;

/// A file that may not be published as it is. The words say what to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(rename_all = "kebab-case")]
pub enum Refused {
    /// No bytes.
    #[error("The file is empty. Choose it again, or save it again and then choose it.")]
    Empty,
    /// More bytes than the limit.
    #[error("The file has {} MB and {} MB is the most. Make its pictures smaller, or split it.", megabytes(*.bytes), megabytes(*.limit))]
    TooLong {
        /// Bytes in the file.
        bytes: u64,
        /// Bytes allowed.
        limit: u64,
    },
    /// More pages than the limit.
    #[error("The file has {pages} pages and {limit} is the most. Split it into parts.")]
    TooManyPages {
        /// Pages in the file.
        pages: u32,
        /// Pages allowed.
        limit: u32,
    },
    /// A kind of file that is not published, or not known.
    #[error("This is {found}, which cannot be published here. Save it as PDF, or as a Word, Excel, PowerPoint or OpenDocument file.")]
    NotAllowed {
        /// What it is, with its article: "a program".
        found: String,
    },
    /// Word, Excel or PowerPoint as it was saved before 2007, which cannot be looked into.
    #[error(
        "This is an Office file of the kind used before 2007, and nobody can see what is hidden in it. Open it, choose Save As, and save it as .docx, .xlsx or .pptx, or as PDF."
    )]
    OldOffice,
    /// The ending of the name belongs to another kind of file.
    #[error("The name ends in .{named}, and the file is {}. Give it the ending .{}, or choose the file that was meant.", .found.words(), .found.ending())]
    NameDisagrees {
        /// The ending as given, without the dot.
        named: String,
        /// What the file is.
        found: Media,
    },
    /// The file is damaged.
    #[error("The file is damaged and cannot be read ({why}). Open it in the program that made it, save it again, and choose the new file.")]
    Unreadable {
        /// In a few words.
        why: String,
    },
    /// A password is needed to open it.
    #[error("The file needs a password, so the public could not open it. Save it without a password.")]
    Encrypted,
    /// It unpacks to more than any real paper does.
    #[error("The file unpacks to far more than a paper can hold, so it was not opened. Save it again, or print it to PDF.")]
    Bomb,
}

impl Refused {
    pub(crate) fn unreadable(why: impl Into<String>) -> Self {
        Self::Unreadable { why: why.into() }
    }
}

fn megabytes(bytes: u64) -> String {
    format!("{:.1}", bytes as f64 / 1_048_576.0)
}
