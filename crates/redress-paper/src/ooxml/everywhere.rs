//! What any Office file may hold: macros, embedded files, data parts, links, pictures with properties.

use super::relations;
use crate::finding::Places;
use crate::package::Package;
use crate::picture::{self, Pictures};
use crate::xml::Step;
use crate::{Code, Finding, Refused};

const LARGEST_PICTURE: u64 = 64 << 20;

pub(super) fn look(package: &mut Package<'_>, findings: &mut Vec<Finding>) -> Result<(), Refused> {
    let names = package.names().to_vec();
    let some = |wanted: &dyn Fn(&str) -> bool| names.iter().any(|n| wanted(&n.to_ascii_lowercase()));
    if some(&|n| n.ends_with("vbaproject.bin") || n.contains("/macrosheets/")) {
        findings.push(Finding::of(Code::Macros));
    }
    if some(&|n| n.contains("/embeddings/") || n.contains("/activex/") || n.contains("/afchunk")) {
        findings.push(Finding::of(Code::EmbeddedObject));
    }
    custom_parts(package, findings)?;
    outside(package, findings)?;
    pictures(package, findings)
}

fn custom_parts(package: &mut Package<'_>, findings: &mut Vec<Finding>) -> Result<(), Refused> {
    for part in package.like("customXml/item", ".xml") {
        if part.to_ascii_lowercase().contains("itemprops") {
            continue;
        }
        let (mut root, mut tells) = (String::new(), false);
        let read = package.walk(&part, |step| match step {
            Step::Open(element) if root.is_empty() => root = element.name().to_string(),
            Step::Open(_) | Step::Close(_) => {}
            Step::Text(text) => tells |= !text.trim().is_empty(),
        });
        // Word writes some of these in UTF-16, which is data all the same.
        match read {
            Err(Refused::Bomb) => return Err(Refused::Bomb),
            Err(_) => tells = true,
            Ok(()) => {}
        }
        // The names of SharePoint's forms and its column types say nothing of this file.
        if tells && !matches!(root.as_str(), "FormTemplates" | "contentTypeSchema") {
            findings.push(Finding::of(Code::CustomXml));
            break;
        }
    }
    Ok(())
}

/// Pointers out of the file, but for links that a reader may follow.
fn outside(package: &mut Package<'_>, findings: &mut Vec<Finding>) -> Result<(), Refused> {
    let mut places = Places::default();
    let mut connected = false;
    for list in package.like("", ".rels") {
        for relation in relations::read(package, &list, "")? {
            connected |= matches!(relation.kind.as_str(), "mailMergeSource" | "recipientData");
            if relation.outside && !matches!(relation.kind.as_str(), "hyperlink" | "mailMergeSource") {
                places.add(match relation.kind.as_str() {
                    "attachedTemplate" => "the template",
                    "image" => "a linked picture",
                    "externalLinkPath" | "externalLinkLongPath" | "xlExternalLinkPath" => "a linked workbook",
                    "video" | "audio" | "media" => "a linked recording",
                    _ => "a linked file",
                });
            }
        }
    }
    if !package.like("xl/externalLinks/", ".xml").is_empty() {
        places.add("a linked workbook");
    }
    places.report(Code::ExternalLinks, findings);
    if connected || package.has("xl/connections.xml") || !package.like("xl/queryTables/", ".xml").is_empty() {
        findings.push(Finding::of(Code::DataConnections));
    }
    Ok(())
}

fn pictures(package: &mut Package<'_>, findings: &mut Vec<Finding>) -> Result<(), Refused> {
    let mut found = Pictures::default();
    for part in package.names().to_vec() {
        let name = part.to_ascii_lowercase();
        if name.contains("/media/") && [".jpg", ".jpeg", ".png", ".jfif"].iter().any(|e| name.ends_with(e)) {
            let bytes = package.bytes(&part, LARGEST_PICTURE)?;
            found.add(picture::carries(&bytes), part.rsplit('/').next().unwrap_or_default());
        }
    }
    found.report(findings);
    Ok(())
}
