//! A report comes as a Word document; what is no such document is refused beside the field.

use std::io::Write;

use jiff::civil::date;
use serde_json::json;

use super::at_work::{AtWork, WHOLE};

fn document(body: &str) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let types = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"#;
    let styles = r#"<w:styles xmlns:w="w"><w:style w:styleId="H1"><w:name w:val="heading 1"/></w:style></w:styles>"#;
    let text = format!(r#"<w:document xmlns:w="w"><w:body>{body}</w:body></w:document>"#);
    for (name, words) in [("[Content_Types].xml", types), ("word/document.xml", &text), ("word/styles.xml", styles)] {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).expect("a part");
        zip.write_all(words.as_bytes()).expect("written");
    }
    zip.finish().expect("a package").into_inner()
}

fn p(style: &str, words: &str) -> String {
    format!(r#"<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"#)
}

#[tokio::test]
async fn a_word_document_becomes_sections_paragraphs_and_tables() {
    let council = AtWork::on(date(2021, 4, 6)).await;
    let kind = council.kind(json!({})).await;
    let meeting = council.meeting("Cabinet", "2021-05-04").await;
    let item = council.item(meeting, "Repairs at Mill Lane").await;
    let report = council.report(kind, item).await;
    let address = format!("/desk/reports/{report}/write");
    let send = async |name: &str, bytes: &[u8]| {
        let revision = council.revision(report).await;
        council.author.upload(&address, &[("source", "file"), ("revision", &revision)], name, bytes).await
    };
    for (name, bytes) in [
        ("report.docx", &b"this is no package"[..]),
        ("report.docx", &b""[..]),
        ("notes.txt", &b"Only words."[..]),
        ("report.docx", &document(&p("H1", "Cut off"))[..200]),
        ("empty.docx", &document("")[..]),
    ] {
        let came = send(name, bytes).await;
        assert!(came.status == 422 && came.body.contains("id=\"file-error\""), "{name}: {} {}", came.status, came.body);
    }
    assert_eq!(council.page(report).await["versions"], json!([]), "nothing was saved");

    let cells = |row: usize| format!("<w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>", p("", &format!("Row {row}")), p("", "a | b"));
    let rows: String = (1..=2_700).map(cells).collect();
    let body = [
        p("H1", "Recommendations"),
        p("", "That it is noted."),
        p("H1", "Findings"),
        p("", "# is no heading."),
        format!("<w:tbl>{rows}</w:tbl>"),
        "<w:p><w:r><w:drawing/></w:r></w:p>".into(),
    ]
    .concat();
    let came = send("report.docx", &document(&body)).await;
    assert!(came.status == 200 && came.body.contains("A picture was left out"), "{} {}", came.status, came.body);
    let page = council.page(report).await;
    let blocks = page["text"]["text"]["blocks"].as_array().expect("blocks").clone();
    assert_eq!((blocks[1]["number"].as_str(), blocks[3]["words"].as_str()), (Some("1.1"), Some("# is no heading.")));
    assert_eq!(blocks[4]["rows"].as_array().map(Vec::len), Some(2_700), "sixty pages of a table are all there");
    assert_eq!(blocks[4]["rows"][0], json!(["Row 1", "a | b"]));
    let html = council.author.get(&format!("/desk/reports/{report}")).await.body;
    assert!(html.contains("Row 2700") && html.contains("id=\"p2.1\""));

    // Too long to type over is said beside the text; a document or a shorter text goes.
    let revision = council.revision(report).await;
    let long = json!({ "source": "typed", "text": "| a |\n".repeat(2_001), "revision": revision });
    let refused = council.author.post(&address, &long).await;
    assert!(refused.status == 422 && refused.body.contains("the most is 2000"), "{}", refused.body);
    council.write(report, WHOLE).await;
}
