//! The words of Word documents, made here part by part.

use std::io::Write;

use redress_paper::docx::{Part, read};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn package(parts: &[(&str, String)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).expect("a part");
        zip.write_all(text.as_bytes()).expect("written");
    }
    zip.finish().expect("a package").into_inner()
}

fn document(body: &str) -> (&'static str, String) {
    ("word/document.xml", format!(r#"<w:document xmlns:w="w"><w:body>{body}</w:body></w:document>"#))
}

fn p(properties: &str, words: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>")
}

fn numbering() -> (&'static str, String) {
    let level = |at: u8, format: &str, text: &str| {
        format!(r#"<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{format}"/><w:lvlText w:val="{text}"/></w:lvl>"#)
    };
    let decimal = [level(0, "decimal", "%1."), level(1, "decimal", "%1.%2"), level(2, "lowerLetter", "(%3)")].concat();
    let xml = format!(
        r#"<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0">{decimal}</w:abstractNum><w:abstractNum w:abstractNumId="1">{}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>"#,
        level(0, "bullet", "•")
    );
    ("word/numbering.xml", xml)
}

fn styles() -> (&'static str, String) {
    let style = |id: &str, name: &str, more: &str| format!(r#"<w:style w:styleId="{id}"><w:name w:val="{name}"/>{more}</w:style>"#);
    let all = [
        style("H1", "heading 1", r#"<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>"#),
        style("Section", "Council section", r#"<w:basedOn w:val="H1"/>"#),
        style("Round", "Round", r#"<w:basedOn w:val="Round"/>"#),
    ];
    ("word/styles.xml", format!(r#"<w:styles xmlns:w="w">{}</w:styles>"#, all.concat()))
}

fn list(id: u8, level: u8) -> String {
    format!(r#"<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{id}"/></w:numPr>"#)
}

#[test]
fn headings_numbers_lists_and_tables_are_read_as_word_shows_them() {
    let style = |id: &str| format!(r#"<w:pStyle w:val="{id}"/>"#);
    let cell = |words: &str| format!("<w:tc>{}</w:tc>", p("", words));
    let table = format!(
        "<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>{}{}</w:tr><w:tr>{}<w:tc>{}{}</w:tc></w:tr></w:tbl>",
        cell("Year"),
        cell("Cases"),
        cell("2020"),
        p("", "four"),
        p("", "or five")
    );
    let body = [
        p(&style("H1"), "Recommendations"),
        p(&list(1, 1), "That the report &lt;A&gt; is noted &#8211; now."),
        p(&list(1, 2), "by the Board"),
        p(&list(1, 2), "by Council"),
        p(&list(1, 1), ""),
        p(&style("Section"), "Findings"),
        p(&list(1, 1), "It was late."),
        p(&list(2, 0), "a bullet"),
        p(&style("Round"), "Plain &amp; simple."),
        table,
        "<w:p><w:del><w:r><w:delText>gone</w:delText><w:t>gone</w:t></w:r></w:del><w:ins><w:r><w:t>come</w:t></w:r></w:ins></w:p>".into(),
        "<w:p><w:r><w:drawing/><w:t>Above is a picture.</w:t></w:r></w:p>".into(),
    ];
    let words = read(&package(&[document(&body.concat()), styles(), numbering()])).unwrap();
    let paragraph = |number: Option<&str>, words: &str| Part::Paragraph { number: number.map(Into::into), words: words.into() };
    let item = |label: &str, words: &str| Part::Item { label: label.into(), words: words.into() };
    let heading = |words: &str| Part::Heading { level: 1, words: words.into() };
    let rows = [["Year", "Cases"], ["2020", "four or five"]].map(|r| r.map(String::from).to_vec()).to_vec();
    assert_eq!(
        words.parts,
        [
            heading("Recommendations"),
            paragraph(Some("1.1"), "That the report <A> is noted – now."),
            item("(a)", "by the Board"),
            item("(b)", "by Council"),
            heading("Findings"),
            paragraph(Some("2.1"), "It was late."),
            item("", "a bullet"),
            paragraph(None, "Plain & simple."),
            Part::Table { head: true, rows },
            paragraph(None, "come"),
            paragraph(None, "Above is a picture."),
        ]
    );
    assert_eq!(
        words.left_out,
        ["A picture was left out. Add it as an appendix.", "Tracked changes were read as if they were all accepted."]
    );
}

#[test]
fn a_table_of_sixty_pages_keeps_every_row() {
    let row = |n: usize| format!("<w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>", p("", &n.to_string()), p("", "words in a cell"));
    let rows: String = (0..2_700).map(row).collect();
    let words = read(&package(&[document(&format!("<w:tbl>{rows}</w:tbl>"))])).unwrap();
    let [Part::Table { rows, head: false }] = &words.parts[..] else { panic!("a table") };
    assert_eq!((rows.len(), rows[2_699][0].as_str()), (2_700, "2699"));
}

#[test]
fn what_is_no_word_document_is_refused_in_words() {
    let broken = [
        Vec::new(),
        b"not a package".to_vec(),
        package(&[("xl/workbook.xml", "<w/>".into())]),
        package(&[("word/document.xml", "<w:document><w:body><w:p>".into())]),
        package(&[("word/document.xml", "<w:document><w:p></w:q></w:document>".into())]),
    ];
    for bytes in broken {
        assert!(!read(&bytes).unwrap_err().to_string().is_empty());
    }
}
