//! A workbook: hidden sheets and names, pivot caches, comments, its history; then each sheet.

use super::{relations, sheet};
use crate::finding::Places;
use crate::looked::Seen;
use crate::package::Package;
use crate::xml::Step;
use crate::{Code, Finding, Refused};

const SHEETS: usize = 10_000;

pub(super) fn look(package: &mut Package<'_>, seen: &mut Seen) -> Result<(), Refused> {
    const WORKBOOK: &str = "xl/workbook.xml";
    let mut sheets: Vec<String> = Vec::new();
    let mut hidden = Places::default();
    let (mut names, mut folder) = (0_u32, false);
    package.walk(WORKBOOK, |step| {
        let Step::Open(element) = step else { return };
        match element.name() {
            "sheet" if sheets.len() < SHEETS => {
                sheets.push(element.relation().unwrap_or_default());
                if element.attribute("state").is_some_and(|s| s != "visible") {
                    hidden.add(format!("sheet {}", sheets.len()));
                }
            }
            "absPath" => folder |= element.attribute("url").is_some_and(|u| !u.is_empty()),
            "definedName" if element.says("hidden") => {
                // Excel hides the names it makes itself, for filters and new functions.
                names += u32::from(!element.attribute("name").is_some_and(|n| n.starts_with("_xl")));
            }
            _ => {}
        }
    })?;
    let findings = &mut seen.findings;
    hidden.report(Code::HiddenSheet, findings);
    if folder {
        findings.push(Finding::saying(
            Code::DocumentProperties,
            "The workbook notes the folder in which it was saved, which may name a person.",
        ));
    }
    if names > 0 {
        findings.push(Finding::of(Code::HiddenNames));
    }
    let pointers = relations::of(package, WORKBOOK)?;
    let mut found = sheet::Found::default();
    for (at, id) in sheets.iter().enumerate() {
        if let Some(relation) = pointers.iter().find(|r| r.id == *id && !r.outside) {
            sheet::read(package, &relation.target, at + 1, &mut found)?;
        }
    }
    found.report(findings);
    parts(package, findings)
}

fn parts(package: &mut Package<'_>, findings: &mut Vec<Finding>) -> Result<(), Refused> {
    let mut records = false;
    for part in package.like("xl/pivotCache/", ".xml") {
        let mut within = false;
        // A cache without records may still list every value of a field.
        package.walk(&part, |step| match step {
            Step::Open(element) => {
                records |= element.name() == "r" || within && matches!(element.name(), "s" | "n" | "d");
                within |= element.name() == "sharedItems";
            }
            Step::Close("sharedItems") => within = false,
            _ => {}
        })?;
    }
    if records {
        findings.push(Finding::of(Code::PivotCache));
    }
    if !package.like("xl/model/", "").is_empty() {
        findings.push(Finding::of(Code::DataModel));
    }
    if !package.like("xl/revisions/", ".xml").is_empty() {
        findings.push(Finding::saying(Code::EarlierVersions, "The workbook was shared and keeps the history of its changes."));
    }
    let mut comments = package.like("xl/comments", ".xml");
    comments.extend(package.like("xl/threadedComments/", ".xml"));
    let mut commented = false;
    for part in comments {
        package.walk(&part, |step| commented |= matches!(step, Step::Open(e) if matches!(e.name(), "comment" | "threadedComment")))?;
    }
    if commented {
        findings.push(Finding::of(Code::Comments));
    }
    let (mut cropped, mut objects) = (Places::default(), Places::default());
    for part in package.like("xl/drawings/", ".xml") {
        package.walk(&part, |step| match step {
            Step::Open(e) if e.name() == "srcRect" && super::word::is_cropped(e) => cropped.add("a drawing"),
            Step::Open(e) if e.name() == "cNvPr" && e.says("hidden") => objects.add("a drawing"),
            _ => {}
        })?;
    }
    objects.report(Code::HiddenObject, findings);
    cropped.report(Code::CroppedPicture, findings);
    Ok(())
}
