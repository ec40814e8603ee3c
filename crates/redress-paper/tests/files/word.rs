//! Word documents.

use redress_paper::Code;

use super::zipped::{CORE, package, relations, types};

const HEADING: &str = r#"<w:p><w:pPr><w:pStyle w:val="H1"/></w:pPr><w:r><w:t>Grit bins</w:t></w:r></w:p>"#;
const STYLES: &str = r#"<w:styles xmlns:w="w"><w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style><w:style w:type="character" w:styleId="Secret"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style></w:styles>"#;

fn document(kind: &str, body: &str, more: &[(&str, &[u8])]) -> Vec<u8> {
    let types = types("word/document.xml", kind);
    let main = format!(r#"<w:document xmlns:w="w" xmlns:r="r"><w:body>{HEADING}{body}</w:body></w:document>"#);
    let mut parts: Vec<(&str, &[u8])> = vec![
        ("[Content_Types].xml", types.as_bytes()),
        ("docProps/core.xml", CORE.as_bytes()),
        ("word/document.xml", main.as_bytes()),
        ("word/styles.xml", STYLES.as_bytes()),
    ];
    parts.extend(more);
    package(&parts)
}

const DOCX: &str = "openxmlformats-officedocument.wordprocessingml.document";
const DOCM: &str = "ms-word.document.macroEnabled";

pub fn clean() -> Vec<u8> {
    // A link for the reader, an empty bibliography and a paragraph mark that is hidden are what every file may have.
    let links = relations(&[("r1", "hyperlink", "https://www.example.org/")]);
    let body = "<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:t>Twelve bins were filled.</w:t></w:r></w:p>";
    let sources = br#"<b:Sources xmlns:b="b" SelectedStyle="\APA.XSL"></b:Sources>"#;
    document(DOCX, body, &[("word/_rels/document.xml.rels", links.as_bytes()), ("customXml/item1.xml", sources)])
}

pub fn bad() -> Vec<(&'static str, Code, Vec<u8>)> {
    let author = CORE.replace("></dc:creator>", ">Ann Invented</dc:creator>");
    let comments =
        br#"<w:comments xmlns:w="w"><w:comment w:id="0" w:author="A"><w:p><w:r><w:t>Too dear</w:t></w:r></w:p></w:comment></w:comments>"#;
    let changed = r#"<w:p><w:r><w:t>We will </w:t></w:r><w:del w:author="A"><w:r><w:delText>not </w:delText></w:r></w:del></w:p>"#;
    let hidden = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Offer up to 900</w:t></w:r></w:p>";
    let styled = r#"<w:p><w:r><w:rPr><w:rStyle w:val="Secret"/></w:rPr><w:t>Offer up to 900</w:t></w:r></w:p>"#;
    let item = br#"<p:properties xmlns:p="p"><Owner>Ann Invented</Owner></p:properties>"#;
    let template = relations(&[("r1", "attachedTemplate", "file://server/home/ann/Letter.dotm")]);
    let custom = br#"<Properties xmlns="p"><property name="Case"><lpwstr>A1</lpwstr></property></Properties>"#;
    vec![
        ("author.docx", Code::DocumentProperties, document(DOCX, "", &[("docProps/core.xml", author.as_bytes())])),
        ("custom-property.docx", Code::CustomProperties, document(DOCX, "", &[("docProps/custom.xml", custom)])),
        ("comment.docx", Code::Comments, document(DOCX, "", &[("word/comments.xml", comments)])),
        ("tracked.docx", Code::TrackedChanges, document(DOCX, changed, &[])),
        ("vanished.docx", Code::HiddenText, document(DOCX, hidden, &[])),
        ("vanished-by-style.docx", Code::HiddenText, document(DOCX, styled, &[])),
        ("chart-workbook.docx", Code::EmbeddedObject, document(DOCX, "", &[("word/embeddings/Sheet1.xlsx", b"PK")])),
        ("macros.docm", Code::Macros, document(DOCM, "", &[("word/vbaProject.bin", b"\xd0\xcf")])),
        ("data-part.docx", Code::CustomXml, document(DOCX, "", &[("customXml/item1.xml", item)])),
        ("template.docx", Code::ExternalLinks, document(DOCX, "", &[("word/_rels/settings.xml.rels", template.as_bytes())])),
        ("gps-picture.docx", Code::PictureLocation, document(DOCX, "", &[("word/media/image1.jpg", &super::picture::with_place())])),
    ]
}
