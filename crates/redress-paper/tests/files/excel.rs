//! Workbooks.

use redress_paper::Code;

use super::zipped::{CORE, package, relations, types};

const FILTER: &str =
    r#"<definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">One!$A$1:$B$9</definedName></definedNames>"#;
const ROW: &str = r#"<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>"#;

fn workbook(second: &str, names: &str, sheet: &str, more: &[(&str, &[u8])]) -> Vec<u8> {
    let types = types("xl/workbook.xml", "openxmlformats-officedocument.spreadsheetml.sheet");
    let book = format!(
        r#"<workbook xmlns:r="r"><sheets><sheet name="One" sheetId="1" r:id="r1"/><sheet name="Two" sheetId="2"{second} r:id="r2"/></sheets>{names}</workbook>"#
    );
    let pointers = relations(&[("r1", "worksheet", "worksheets/sheet1.xml"), ("r2", "worksheet", "/xl/worksheets/sheet2.xml")]);
    let first = format!("<worksheet>{sheet}</worksheet>");
    let mut parts: Vec<(&str, &[u8])> = vec![
        ("[Content_Types].xml", types.as_bytes()),
        ("docProps/core.xml", CORE.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", pointers.as_bytes()),
        ("xl/worksheets/sheet1.xml", first.as_bytes()),
        ("xl/worksheets/sheet2.xml", b"<worksheet><sheetData/></worksheet>"),
    ];
    parts.extend(more);
    package(&parts)
}

pub fn clean() -> Vec<u8> {
    // All empty columns to the right are hidden, and a row without data: tidiness, not secrets.
    let sheet = format!(
        r#"<cols><col min="3" max="16384" hidden="1"/></cols><sheetData>{ROW}<row r="2" hidden="1"><c r="A2" s="1"/></row></sheetData>"#
    );
    workbook("", FILTER, &sheet, &[])
}

pub fn bad() -> Vec<(&'static str, Code, Vec<u8>)> {
    let plain = format!("<sheetData>{ROW}</sheetData>");
    let rows = format!(r#"<sheetData>{ROW}<row r="2" hidden="1"><c r="A2" t="s"><v>0</v></c></row></sheetData>"#);
    let columns = format!(r#"<cols><col min="2" max="2" hidden="1"/></cols><sheetData>{ROW}</sheetData>"#);
    let names = r#"<definedNames><definedName name="Reserve" hidden="1">One!$A$1</definedName></definedNames>"#;
    let records = b"<pivotCacheRecords count=\"1\"><r><s v=\"Invented Person\"/><n v=\"31000\"/></r></pivotCacheRecords>";
    let linked = relations(&[("r1", "externalLinkPath", "file://server/finance/Salaries.xlsx")]);
    let comments = b"<comments><commentList><comment ref=\"A1\"><text><t>Check</t></text></comment></commentList></comments>";
    let threaded = b"<ThreadedComments><threadedComment ref=\"A1\"><text>Check</text></threadedComment></ThreadedComments>";
    vec![
        ("hidden-sheet.xlsx", Code::HiddenSheet, workbook(r#" state="hidden""#, "", &plain, &[])),
        (
            "folder.xlsx",
            Code::DocumentProperties,
            workbook("", r#"<x15ac:absPath xmlns:x15ac="x" url="C:\Users\ann\Secret\"/>"#, &plain, &[]),
        ),
        ("very-hidden-sheet.xlsx", Code::HiddenSheet, workbook(r#" state="veryHidden""#, "", &plain, &[])),
        ("hidden-rows.xlsx", Code::HiddenRows, workbook("", "", &rows, &[])),
        ("hidden-columns.xlsx", Code::HiddenColumns, workbook("", "", &columns, &[])),
        ("hidden-name.xlsx", Code::HiddenNames, workbook("", names, &plain, &[])),
        ("pivot.xlsx", Code::PivotCache, workbook("", "", &plain, &[("xl/pivotCache/pivotCacheRecords1.xml", records)])),
        (
            "linked.xlsx",
            Code::ExternalLinks,
            workbook("", "", &plain, &[("xl/externalLinks/_rels/externalLink1.xml.rels", linked.as_bytes())]),
        ),
        ("connected.xlsx", Code::DataConnections, workbook("", "", &plain, &[("xl/connections.xml", b"<connections/>")])),
        ("comments.xlsx", Code::Comments, workbook("", "", &plain, &[("xl/comments1.xml", comments)])),
        ("threaded.xlsx", Code::Comments, workbook("", "", &plain, &[("xl/threadedComments/threadedComment1.xml", threaded)])),
        ("shared.xlsx", Code::EarlierVersions, workbook("", "", &plain, &[("xl/revisions/revisionLog1.xml", b"<revisions/>")])),
    ]
}
