//! What a JPEG or PNG picture says besides what it shows.

mod exif;
mod jpeg;
mod png;

use crate::{Code, Finding, finding::Places};

/// Which kinds of thing a picture carries.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Carries {
    pub location: bool,
    pub owner: bool,
    pub notes: bool,
}

impl Carries {
    pub fn or(self, other: Self) -> Self {
        Self { location: self.location || other.location, owner: self.owner || other.owner, notes: self.notes || other.notes }
    }

    fn of_xmp(packet: &[u8]) -> Self {
        let xmp = crate::xmp::read(packet);
        Self { location: xmp.location, owner: xmp.person || xmp.serial, notes: false }
    }
}

/// What the picture carries, by its own mark; nothing for any other kind of bytes.
pub(crate) fn carries(bytes: &[u8]) -> Carries {
    if bytes.starts_with(&[0xFF, 0xD8]) {
        jpeg::carries(bytes)
    } else if bytes.starts_with(b"\x89PNG") {
        png::carries(bytes)
    } else {
        Carries::default()
    }
}

/// The findings of a file that is one picture.
pub(crate) fn look(bytes: &[u8]) -> Vec<Finding> {
    let mut found = Pictures::default();
    found.add(carries(bytes), "the picture");
    let mut findings = Vec::new();
    found.report(&mut findings);
    findings.iter_mut().for_each(|f| f.place = None);
    findings
}

/// The pictures within a document, by what they carry.
#[derive(Default)]
pub(crate) struct Pictures {
    location: Places,
    owner: Places,
    notes: Places,
}

impl Pictures {
    pub fn add(&mut self, carries: Carries, place: &str) {
        for (yes, places) in [(carries.location, &mut self.location), (carries.owner, &mut self.owner), (carries.notes, &mut self.notes)] {
            if yes {
                places.add(place);
            }
        }
    }

    pub fn report(self, findings: &mut Vec<Finding>) {
        self.location.report(Code::PictureLocation, findings);
        self.owner.report(Code::PictureOwner, findings);
        self.notes.report(Code::PictureNotes, findings);
    }
}
