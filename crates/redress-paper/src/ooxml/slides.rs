//! A presentation: hidden slides, speaker notes, comments, hidden shapes.

use super::relations;
use crate::finding::Places;
use crate::looked::Seen;
use crate::package::Package;
use crate::xml::Step;
use crate::{Code, Finding, Refused};

const SLIDES: usize = 20_000;

#[derive(Default)]
struct Found {
    hidden: Places,
    notes: Places,
    objects: Places,
    cropped: Places,
}

pub(super) fn look(package: &mut Package<'_>, seen: &mut Seen) -> Result<(), Refused> {
    const SHOW: &str = "ppt/presentation.xml";
    let mut slides = Vec::new();
    package.walk(SHOW, |step| {
        if let Step::Open(element) = step
            && element.name() == "sldId"
            && slides.len() < SLIDES
        {
            slides.push(element.relation().unwrap_or_default());
        }
    })?;
    seen.pages = u32::try_from(slides.len()).ok();
    let pointers = relations::of(package, SHOW)?;
    let mut found = Found::default();
    for (at, id) in slides.iter().enumerate() {
        if let Some(slide) = pointers.iter().find(|r| r.id == *id && !r.outside) {
            read(package, &slide.target, &format!("slide {}", at + 1), &mut found)?;
        }
    }
    let findings = &mut seen.findings;
    found.hidden.report(Code::HiddenSlide, findings);
    found.notes.report(Code::SpeakerNotes, findings);
    found.objects.report(Code::HiddenObject, findings);
    found.cropped.report(Code::CroppedPicture, findings);
    let mut commented = false;
    for part in package.like("ppt/comments/", ".xml") {
        package.walk(&part, |step| commented |= matches!(step, Step::Open(e) if e.name() == "cm"))?;
    }
    if commented {
        findings.push(Finding::of(Code::Comments));
    }
    Ok(())
}

fn read(package: &mut Package<'_>, part: &str, place: &str, found: &mut Found) -> Result<(), Refused> {
    package.walk(part, |step| {
        let Step::Open(element) = step else { return };
        match element.name() {
            "sld" if element.attribute("show").is_some_and(|s| matches!(s.as_str(), "0" | "false")) => found.hidden.add(place),
            "cNvPr" if element.says("hidden") => found.objects.add(place),
            "srcRect" if super::word::is_cropped(element) => found.cropped.add(place),
            _ => {}
        }
    })?;
    for notes in relations::of(package, part)?.into_iter().filter(|r| r.kind == "notesSlide" && !r.outside) {
        if has_notes(package, &notes.target)? {
            found.notes.add(place);
        }
    }
    Ok(())
}

/// A notes page always repeats the slide's number and date; only its own text counts.
fn has_notes(package: &mut Package<'_>, part: &str) -> Result<bool, Refused> {
    let (mut repeats, mut in_text, mut notes) = (false, false, false);
    package.walk(part, |step| match step {
        Step::Open(element) => match element.name() {
            "sp" => repeats = false,
            "ph" => repeats = element.attribute("type").is_some_and(|t| matches!(t.as_str(), "sldNum" | "dt" | "hdr" | "ftr" | "sldImg")),
            "t" => in_text = true,
            _ => {}
        },
        Step::Text(text) => notes |= in_text && !repeats && !text.trim().is_empty(),
        Step::Close(name) => in_text &= name != "t",
    })?;
    Ok(notes)
}
