//! The kinds of file that are published.

use serde::{Deserialize, Serialize};

/// A kind of file, decided by content. Only text and CSV, which have no mark of their own, are told apart by the name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "each is its own ending")]
pub enum Media {
    Pdf,
    Docx,
    Xlsx,
    Pptx,
    Odt,
    Ods,
    Odp,
    Jpeg,
    Png,
    Text,
    Csv,
}

impl Media {
    /// Every kind.
    pub const ALL: [Self; 11] =
        [Self::Pdf, Self::Docx, Self::Xlsx, Self::Pptx, Self::Odt, Self::Ods, Self::Odp, Self::Jpeg, Self::Png, Self::Text, Self::Csv];

    /// As a reader sees it beside the title: "PDF", "Word document".
    pub fn words(self) -> &'static str {
        self.row().0
    }

    /// `application/pdf`.
    pub fn media_type(self) -> &'static str {
        self.row().1
    }

    /// The ending that a download is given, without the dot.
    pub fn ending(self) -> &'static str {
        self.row().2[0]
    }

    /// Whether a name with this ending (lower case, no dot) says that it is this kind.
    pub fn has_ending(self, ending: &str) -> bool {
        self.row().2.contains(&ending)
    }

    #[rustfmt::skip]
    fn row(self) -> (&'static str, &'static str, &'static [&'static str]) {
        match self {
            Self::Pdf => ("PDF", "application/pdf", &["pdf"]),
            Self::Docx => ("Word document", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", &["docx", "docm", "dotx", "dotm"]),
            Self::Xlsx => ("Excel spreadsheet", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", &["xlsx", "xlsm", "xltx", "xltm"]),
            Self::Pptx => ("PowerPoint presentation", "application/vnd.openxmlformats-officedocument.presentationml.presentation", &["pptx", "pptm", "ppsx", "ppsm", "potx", "potm"]),
            Self::Odt => ("OpenDocument text", "application/vnd.oasis.opendocument.text", &["odt", "ott"]),
            Self::Ods => ("OpenDocument spreadsheet", "application/vnd.oasis.opendocument.spreadsheet", &["ods", "ots"]),
            Self::Odp => ("OpenDocument presentation", "application/vnd.oasis.opendocument.presentation", &["odp", "otp"]),
            Self::Jpeg => ("JPEG picture", "image/jpeg", &["jpg", "jpeg", "jpe", "jfif"]),
            Self::Png => ("PNG picture", "image/png", &["png"]),
            Self::Text => ("plain text", "text/plain", &["txt", "text", "md", "log"]),
            Self::Csv => ("CSV table", "text/csv", &["csv", "tsv"]),
        }
    }
}
