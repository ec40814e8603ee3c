//! Invented files: each bad one hides one kind of thing, each clean one nothing.
#![allow(dead_code, reason = "each test takes what it needs")]
#![allow(clippy::unwrap_used, reason = "what makes the files is a test")]

pub mod excel;
pub mod opendocument;
pub mod pdf;
pub mod picture;
pub mod powerpoint;
pub mod word;
pub mod zipped;

use redress_paper::Code;

/// A file and the one code that it must raise.
pub struct Bad {
    pub name: &'static str,
    pub bytes: Vec<u8>,
    pub code: Code,
}

/// Every bad file, family by family.
pub fn bad() -> Vec<Bad> {
    let families = [word::bad(), excel::bad(), powerpoint::bad(), opendocument::bad(), pdf::bad(), picture::bad()];
    families.into_iter().flatten().map(|(name, code, bytes)| Bad { name, bytes, code }).collect()
}

/// Every clean file.
pub fn clean() -> Vec<(&'static str, Vec<u8>)> {
    vec![
        ("minutes.pdf", pdf::clean()),
        ("report.docx", word::clean()),
        ("budget.xlsx", excel::clean()),
        ("slides.pptx", powerpoint::clean()),
        ("report.odt", opendocument::clean()),
        ("map.jpg", picture::jpeg(&[])),
        ("map.png", picture::png(&[])),
        ("spending.csv", b"Date,Supplier,Amount\n2026-01-31,Invented Paving Ltd,512.00\n".to_vec()),
    ]
}
