//! A Word document: tracked changes, comments, hidden text, headings.

use std::collections::HashSet;

use super::properties::Stated;
use super::words_hidden::{self, Runs};
use crate::finding::Places;
use crate::looked::Seen;
use crate::package::Package;
use crate::xml::Step;
use crate::{Code, Finding, Refused};

/// What the parts with text hold, by place.
#[derive(Default)]
struct Text {
    changes: Places,
    hidden: Places,
    objects: Places,
    cropped: Places,
    silent_pictures: Places,
    headings: bool,
}

pub(super) fn look(package: &mut Package<'_>, stated: &Stated, seen: &mut Seen) -> Result<(), Refused> {
    let hiding = words_hidden::styles(package)?;
    let headings = heading_styles(package)?;
    let mut text = Text::default();
    // The main part may have another name; parts with text are known by theirs.
    for part in package.like("word/", ".xml") {
        let name = part["word/".len()..].trim_end_matches(".xml").to_string();
        if name.starts_with("document") {
            read(package, &part, "paragraph", &hiding, &headings, &mut text)?;
        } else if ["header", "footer", "footnotes", "endnotes"].iter().any(|s| name.starts_with(s)) {
            read(package, &part, &format!("{name}, paragraph"), &hiding, &headings, &mut text)?;
        }
    }
    let findings = &mut seen.findings;
    if has_comments(package)? {
        findings.push(Finding::of(Code::Comments));
    }
    text.changes.report(Code::TrackedChanges, findings);
    text.hidden.report(Code::HiddenText, findings);
    text.objects.report(Code::HiddenObject, findings);
    text.cropped.report(Code::CroppedPicture, findings);
    settings(package, findings)?;
    if !stated.title {
        seen.accessibility.push(Finding::of(Code::NoTitle));
    }
    if !text.headings {
        seen.accessibility.push(Finding::of(Code::NoHeadings));
    }
    text.silent_pictures.report(Code::NoPictureText, &mut seen.accessibility);
    Ok(())
}

fn read(
    package: &mut Package<'_>,
    part: &str,
    place: &str,
    hiding: &HashSet<String>,
    headings: &HashSet<String>,
    text: &mut Text,
) -> Result<(), Refused> {
    let mut runs = Runs::default();
    let mut paragraph = 0_u32;
    package.walk(part, |step| match step {
        Step::Open(element) => {
            paragraph += u32::from(element.name() == "p");
            let here = || format!("{place} {}", paragraph.max(1));
            runs.open(element, hiding);
            match element.name() {
                "ins" | "del" | "moveFrom" | "moveTo" | "cellIns" | "cellDel" | "cellMerge" | "rPrChange" | "pPrChange" | "tblPrChange"
                | "trPrChange" | "tcPrChange" | "sectPrChange" | "tblGridChange" | "numberingChange" => text.changes.add(here()),
                "docPr" if element.says("hidden") => text.objects.add(here()),
                "docPr" if element.attribute("descr").is_none_or(|d| d.trim().is_empty()) => text.silent_pictures.add(here()),
                "srcRect" if is_cropped(element) => text.cropped.add(here()),
                "pStyle" => text.headings |= element.attribute("val").is_some_and(|v| headings.contains(&v)),
                "outlineLvl" => text.headings |= element.attribute("val").is_some_and(|v| v != "9"),
                _ => {}
            }
        }
        Step::Text(words) if runs.hides(words) => text.hidden.add(format!("{place} {}", paragraph.max(1))),
        Step::Close(name) => runs.close(name),
        Step::Text(_) => {}
    })
}

/// Whether an `a:srcRect` leaves out more than a hair of the picture.
pub(super) fn is_cropped(element: &crate::xml::Element<'_>) -> bool {
    // Thousandths of a per cent; older writers put a percent sign.
    let side = |name| element.attribute(name).and_then(|v| v.trim_end_matches('%').parse::<f64>().ok()).unwrap_or(0.0);
    ["l", "t", "r", "b"].iter().any(|name| side(name) >= 1000.0)
}

fn heading_styles(package: &mut Package<'_>) -> Result<HashSet<String>, Refused> {
    let mut headings = HashSet::new();
    let mut style = String::new();
    package.walk("word/styles.xml", |step| {
        let Step::Open(element) = step else { return };
        let value = || element.attribute("val").unwrap_or_default();
        let is_heading = match element.name() {
            "style" => {
                style = element.attribute("styleId").unwrap_or_default();
                false
            }
            "name" => value().to_ascii_lowercase().starts_with("heading"),
            "outlineLvl" => value() != "9",
            _ => false,
        };
        if is_heading {
            headings.insert(style.clone());
        }
    })?;
    Ok(headings)
}

fn has_comments(package: &mut Package<'_>) -> Result<bool, Refused> {
    let mut found = false;
    for part in package.like("word/comments", ".xml") {
        package.walk(&part, |step| found |= matches!(step, Step::Open(e) if e.name() == "comment"))?;
    }
    Ok(found)
}

/// Variables that macros keep, and the source of a mail merge.
fn settings(package: &mut Package<'_>, findings: &mut Vec<Finding>) -> Result<(), Refused> {
    let (mut variables, mut merge) = (false, false);
    package.walk("word/settings.xml", |step| {
        let Step::Open(element) = step else { return };
        variables |= element.name() == "docVar";
        merge |= element.name() == "mailMerge";
    })?;
    if variables && !findings.iter().any(|f| f.code == Code::CustomProperties) {
        findings.push(Finding::saying(Code::CustomProperties, "The document keeps variables that no page shows."));
    }
    if merge && !findings.iter().any(|f| f.code == Code::DataConnections) {
        findings.push(Finding::saying(Code::DataConnections, "The document is tied to the address list of a mail merge."));
    }
    Ok(())
}
