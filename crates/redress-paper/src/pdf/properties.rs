//! The properties of a PDF: the Info dictionary and XMP.

use super::file::Pdf;
use crate::{Code, Finding, xmp};

const LARGEST_PACKET: usize = 4 << 20;

/// What every program may write about itself and the title, and keys that typesetters use.
const ORDINARY: [&[u8]; 17] = [
    b"Title",
    b"Author",
    b"Subject",
    b"Keywords",
    b"Creator",
    b"Producer",
    b"CreationDate",
    b"ModDate",
    b"Trapped",
    b"GTS_PDFXVersion",
    b"GTS_PDFXConformance",
    b"GTS_PDFA1Version",
    b"PTEX.Fullbanner",
    b"AAPL:Keywords",
    b"SourceModified",
    b"ICNAppName",
    b"ICNAppVersion",
];

const PEOPLE: [(&[u8], &str); 3] = [(b"Author", "an author"), (b"Manager", "a manager"), (b"Company", "an organisation")];

/// Reports names and added properties; true where the file has a title.
pub(super) fn look(pdf: &Pdf, findings: &mut Vec<Finding>) -> bool {
    let info = pdf.dictionary(&pdf.document.trailer, b"Info");
    let mut named: Vec<&str> = Vec::new();
    let (mut custom, mut title) = (false, false);
    if let Some(info) = info {
        named.extend(PEOPLE.iter().filter(|(key, _)| pdf.says(info, key)).map(|(_, words)| *words));
        custom = info.iter().any(|(key, _)| {
            !ORDINARY.contains(&key.as_slice()) && !PEOPLE.iter().any(|(p, _)| *p == key.as_slice()) && pdf.says(info, key)
        });
        title = pdf.says(info, b"Title");
    }
    let packet = pdf.catalogue().and_then(|c| pdf.get(c, b"Metadata")).and_then(|o| o.as_stream().ok());
    if let Some(packet) = packet.and_then(|s| s.get_plain_content_with_limit(LARGEST_PACKET).ok()) {
        let xmp = xmp::read(&packet);
        if xmp.person && named.is_empty() {
            named.push("an author");
        }
        title |= xmp.title;
    }
    if !named.is_empty() {
        findings.push(Finding::saying(Code::DocumentProperties, format!("The file's properties name {}.", named.join(", "))));
    }
    if custom {
        findings.push(Finding::of(Code::CustomProperties));
    }
    title
}
