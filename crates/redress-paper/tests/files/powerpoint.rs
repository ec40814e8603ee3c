//! Presentations.

use redress_paper::Code;

use super::zipped::{CORE, package, relations, types};

fn show(slide: &str, notes: &str, more: &[(&str, &[u8])]) -> Vec<u8> {
    let types = types("ppt/presentation.xml", "openxmlformats-officedocument.presentationml.presentation");
    let list = r#"<p:presentation xmlns:p="p" xmlns:r="r"><p:sldIdLst><p:sldId id="256" r:id="r1"/></p:sldIdLst></p:presentation>"#;
    let pointers = relations(&[("r1", "slide", "slides/slide1.xml")]);
    let below = relations(&[("r1", "notesSlide", "../notesSlides/notesSlide1.xml")]);
    // Every notes page repeats the number of its slide.
    let page = format!(
        r#"<p:notes xmlns:p="p" xmlns:a="a"><p:sp><p:nvPr><p:ph type="body"/></p:nvPr><a:p>{notes}</a:p></p:sp><p:sp><p:nvPr><p:ph type="sldNum"/></p:nvPr><a:p><a:fld><a:t>1</a:t></a:fld></a:p></p:sp></p:notes>"#
    );
    let mut parts: Vec<(&str, &[u8])> = vec![
        ("[Content_Types].xml", types.as_bytes()),
        ("docProps/core.xml", CORE.as_bytes()),
        ("ppt/presentation.xml", list.as_bytes()),
        ("ppt/_rels/presentation.xml.rels", pointers.as_bytes()),
        ("ppt/slides/slide1.xml", slide.as_bytes()),
        ("ppt/slides/_rels/slide1.xml.rels", below.as_bytes()),
        ("ppt/notesSlides/notesSlide1.xml", page.as_bytes()),
    ];
    parts.extend(more);
    package(&parts)
}

const SLIDE: &str = r#"<p:sld xmlns:p="p" xmlns:a="a"><p:sp><a:p><a:r><a:t>Grit bins</a:t></a:r></a:p></p:sp></p:sld>"#;

pub fn clean() -> Vec<u8> {
    show(SLIDE, "", &[])
}

pub fn bad() -> Vec<(&'static str, Code, Vec<u8>)> {
    let hidden = SLIDE.replace("<p:sld ", "<p:sld show=\"0\" ");
    let shape = SLIDE.replace("<p:sp>", "<p:sp><p:nvSpPr><p:cNvPr id=\"2\" hidden=\"1\"/></p:nvSpPr>");
    let cropped = SLIDE.replace("<p:sp>", "<p:pic><p:blipFill><a:srcRect l=\"25000\"/></p:blipFill></p:pic><p:sp>");
    let comment = br#"<p:cmLst xmlns:p="p"><p:cm authorId="0"><p:text>Soften this</p:text></p:cm></p:cmLst>"#;
    vec![
        ("notes.pptx", Code::SpeakerNotes, show(SLIDE, "<a:r><a:t>Do not mention the cost</a:t></a:r>", &[])),
        ("hidden-slide.pptx", Code::HiddenSlide, show(&hidden, "", &[])),
        ("hidden-shape.pptx", Code::HiddenObject, show(&shape, "", &[])),
        ("cropped.pptx", Code::CroppedPicture, show(&cropped, "", &[])),
        ("comment.pptx", Code::Comments, show(SLIDE, "", &[("ppt/comments/comment1.xml", comment)])),
    ]
}
