//! OpenDocument text, spreadsheets and presentations.

mod body;
mod meta;
mod parts;
mod sheet;
mod styles;

use crate::looked::Seen;
use crate::package::Package;
use crate::{Media, Refused};

/// Looks into the package: its list of parts, its properties, its text.
pub(crate) fn look(bytes: &[u8], media: Media) -> Result<Seen, Refused> {
    let mut package = Package::open(bytes)?;
    let mut seen = Seen::default();
    parts::look(&mut package, media, &mut seen.findings)?;
    meta::look(&mut package, media, &mut seen)?;
    body::look(&mut package, media, &mut seen)?;
    Ok(seen)
}
