//! What the list of parts tells: a password, macros, earlier versions, embedded files, pictures.

use crate::package::Package;
use crate::picture::{self, Pictures};
use crate::xml::Step;
use crate::{Code, Finding, Media, Refused};

const LARGEST_PICTURE: u64 = 64 << 20;

pub(super) fn look(package: &mut Package<'_>, media: Media, findings: &mut Vec<Finding>) -> Result<(), Refused> {
    let (mut locked, mut embedded) = (false, false);
    package.walk("META-INF/manifest.xml", |step| {
        let Step::Open(element) = step else { return };
        match element.name() {
            "encryption-data" => locked = true,
            "file-entry" => {
                let kind = element.attribute("media-type").unwrap_or_default();
                let path = element.attribute("full-path").unwrap_or_default();
                let document = path.ends_with('/') && path != "/" && kind.contains("opendocument.");
                // A formula shows all it holds; so does a chart beside its own sheet.
                let shown = kind.ends_with("formula") || kind.ends_with("chart") && media == Media::Ods;
                embedded |= document && !shown || kind.contains("oleobject") || kind.contains("vnd.openxmlformats");
            }
            _ => {}
        }
    })?;
    if locked {
        return Err(Refused::Encrypted);
    }
    if embedded {
        findings.push(Finding::of(Code::EmbeddedObject));
    }
    let library = |n: &String| {
        !n.ends_with("script-lb.xml") && !n.ends_with("script-lc.xml") && !n.ends_with("dialog-lb.xml") && !n.ends_with("dialog-lc.xml")
    };
    if package.like("Basic/", ".xml").iter().any(library) || package.names().iter().any(|n| n.starts_with("Scripts/") && !n.ends_with('/'))
    {
        findings.push(Finding::of(Code::Macros));
    }
    if package.has("VersionList.xml") || package.names().iter().any(|n| n.starts_with("Versions/") && !n.ends_with('/')) {
        findings.push(Finding::of(Code::EarlierVersions));
    }
    let mut found = Pictures::default();
    for part in package.names().to_vec() {
        let name = part.to_ascii_lowercase();
        if part.contains("Pictures/") && [".jpg", ".jpeg", ".png"].iter().any(|e| name.ends_with(e)) {
            let bytes = package.bytes(&part, LARGEST_PICTURE)?;
            found.add(picture::carries(&bytes), "a picture in the text");
        }
    }
    found.report(findings);
    Ok(())
}
