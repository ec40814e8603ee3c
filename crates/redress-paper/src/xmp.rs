//! The properties that Adobe's XMP writes into PDF files and pictures.

use crate::xml::{self, Step};

/// Which kinds of property hold something.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Xmp {
    /// A creator, author, manager or owner.
    pub person: bool,
    /// Where a picture was taken.
    pub location: bool,
    /// A camera's serial number.
    pub serial: bool,
    /// A title.
    pub title: bool,
}

/// Reads what it can; a packet that breaks off tells what came before.
pub(crate) fn read(packet: &[u8]) -> Xmp {
    let mut seen = Xmp::default();
    let mut within: Vec<String> = Vec::new();
    let start = packet.windows(1).position(|w| w == b"<").unwrap_or(packet.len());
    // An error ends the walk; nothing depends on the rest.
    let _ = xml::walk(&packet[start..], |step| match step {
        Step::Open(element) => {
            for name in KNOWN {
                if element.attribute(name).is_some_and(|v| !v.trim().is_empty()) {
                    seen.mark(name);
                }
            }
            within.push(element.name().to_string());
        }
        Step::Text(text) if !text.trim().is_empty() => within.iter().for_each(|name| seen.mark(name)),
        Step::Close(_) => {
            within.pop();
        }
        Step::Text(_) => {}
    });
    seen
}

const KNOWN: [&str; 7] = ["Author", "Manager", "Company", "OwnerName", "GPSLatitude", "SerialNumber", "BodySerialNumber"];

impl Xmp {
    fn mark(&mut self, name: &str) {
        match name {
            "creator" | "Author" | "Manager" | "Company" | "OwnerName" => self.person = true,
            "GPSLatitude" => self.location = true,
            "SerialNumber" | "BodySerialNumber" => self.serial = true,
            "title" => self.title = true,
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_creator_in_a_list_and_a_place_in_an_attribute_are_seen() {
        let list = b"<?xpacket?><x:xmpmeta xmlns:x='x'><dc:creator><rdf:Seq><rdf:li>A</rdf:li></rdf:Seq></dc:creator></x:xmpmeta>";
        assert_eq!(read(list), Xmp { person: true, ..Xmp::default() });
        assert!(read(b"<d exif:GPSLatitude='51,30N'/>").location);
        assert_eq!(read(b"<dc:creator><li> </li></dc:creator><xmp:CreatorTool>Word</xmp:CreatorTool>"), Xmp::default());
        assert_eq!(read(b"no xml <"), Xmp::default());
    }
}
