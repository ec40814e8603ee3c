//! OpenDocument files.

use redress_paper::Code;

use super::zipped::package;

fn file(kind: &str, styles: &str, body: &str, more: &[(&str, &[u8])]) -> Vec<u8> {
    let mime = format!("application/vnd.oasis.opendocument.{kind}");
    let content = format!(
        r#"<office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b" xmlns:style="s" xmlns:draw="d" xmlns:presentation="p"><office:automatic-styles>{styles}</office:automatic-styles><office:body>{body}</office:body></office:document-content>"#
    );
    let meta = r#"<office:document-meta xmlns:office="o" xmlns:dc="d" xmlns:meta="m"><dc:title>Grit bins</dc:title><meta:generator>LibreOffice</meta:generator></office:document-meta>"#;
    let mut parts: Vec<(&str, &[u8])> =
        vec![("mimetype", mime.as_bytes()), ("content.xml", content.as_bytes()), ("meta.xml", meta.as_bytes())];
    parts.extend(more);
    package(&parts)
}

const TEXT: &str = "<text:h>Grit bins</text:h><text:p>Twelve bins were filled.</text:p>";

pub fn clean() -> Vec<u8> {
    file("text", "", TEXT, &[])
}

/// A file that needs a password.
pub fn locked() -> Vec<u8> {
    let list = b"<manifest><file-entry full-path=\"content.xml\"><encryption-data/></file-entry></manifest>";
    file("text", "", "", &[("META-INF/manifest.xml", list)])
}

pub fn bad() -> Vec<(&'static str, Code, Vec<u8>)> {
    let changed = format!("<text:tracked-changes><text:changed-region><text:deletion/></text:changed-region></text:tracked-changes>{TEXT}");
    let noted = format!("{TEXT}<text:p>So<office:annotation><text:p>Really?</text:p></office:annotation></text:p>");
    let style = r#"<style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/></style:style>"#;
    let hidden = format!(r#"{TEXT}<text:p><text:span text:style-name="T1">Offer up to 900</text:span></text:p>"#);
    let sheet_style = r#"<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>"#;
    let cell = "<table:table-cell><text:p>31000</text:p></table:table-cell>";
    let sheet = format!(r#"<table:table table:style-name="ta2"><table:table-row>{cell}</table:table-row></table:table>"#);
    let column = format!(
        r#"<table:table><table:table-column/><table:table-column table:visibility="collapse"/><table:table-row>{cell}{cell}</table:table-row></table:table>"#
    );
    let slide_style = r#"<style:style style:name="dp2" style:family="drawing-page"><style:drawing-page-properties presentation:visibility="hidden"/></style:style>"#;
    let slide = r#"<draw:page draw:style-name="dp2"><draw:frame><text:p>Costs</text:p></draw:frame></draw:page>"#;
    let notes = r#"<draw:page><presentation:notes><draw:frame presentation:class="notes"><text:p>Skip this</text:p></draw:frame></presentation:notes></draw:page>"#;
    vec![
        ("tracked.odt", Code::TrackedChanges, file("text", "", &changed, &[])),
        ("annotated.odt", Code::Comments, file("text", "", &noted, &[])),
        ("hidden.odt", Code::HiddenText, file("text", style, &hidden, &[])),
        ("versions.odt", Code::EarlierVersions, file("text", "", TEXT, &[("VersionList.xml", b"<v/>"), ("Versions/Version1", b"PK")])),
        ("hidden-sheet.ods", Code::HiddenSheet, file("spreadsheet", sheet_style, &sheet, &[])),
        ("hidden-column.ods", Code::HiddenColumns, file("spreadsheet", "", &column, &[])),
        ("hidden-slide.odp", Code::HiddenSlide, file("presentation", slide_style, slide, &[])),
        ("notes.odp", Code::SpeakerNotes, file("presentation", "", notes, &[])),
    ]
}
