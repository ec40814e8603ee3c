//! What an uploaded file is, and what is hidden in it, before it may be published.
//!
//! [`look`] takes bytes and a name, and knows neither the web nor the store. It decides by content what the file is, refuses
//! what cannot be published or cannot be looked into, and lists what a reader of the page would not see and a curious one
//! would find. A finding is a question for a person: nothing is taken out.
//!
//! Time and memory are bounded whatever the bytes: entries, what each unpacks to and all together, the depth of XML, the
//! objects of a PDF and what its pages draw. What the scan cannot see is said with every answer: [`NOT_COVERED`].

/// Whether a virus scanner knows the file.
pub mod clamd;
mod code;
mod columns;
/// The words of a Word document.
pub mod docx;
mod finding;
mod limits;
mod looked;
mod media;
mod not_covered;
mod odf;
mod ooxml;
mod package;
mod pdf;
mod picture;
mod plain;
mod refused;
mod sniff;
mod words;
mod xml;
mod xmp;

pub use code::Code;
pub use finding::Finding;
pub use limits::Limits;
pub use looked::{Looked, look};
pub use media::Media;
pub use not_covered::NOT_COVERED;
pub use refused::Refused;
pub use words::words;
