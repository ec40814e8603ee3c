//! Word, Excel and PowerPoint files as they are since 2007.

mod everywhere;
mod properties;
mod relations;
mod sheet;
mod slides;
mod word;
mod words_hidden;
mod workbook;

use crate::looked::Seen;
use crate::package::Package;
use crate::{Media, Refused};

/// Looks into the package: first what any of the three may hold, then its own parts.
pub(crate) fn look(bytes: &[u8], media: Media) -> Result<Seen, Refused> {
    let mut package = Package::open(bytes)?;
    let mut seen = Seen::default();
    let stated = properties::look(&mut package, &mut seen.findings)?;
    seen.pages = stated.pages;
    everywhere::look(&mut package, &mut seen.findings)?;
    match media {
        Media::Docx => word::look(&mut package, &stated, &mut seen)?,
        Media::Xlsx => workbook::look(&mut package, &mut seen)?,
        _ => slides::look(&mut package, &mut seen)?,
    }
    Ok(seen)
}
