//! A PDF with pages of plain text: tagged, with a title and a language, so that a screen reader reads it in order.

use std::fmt::Write;

/// Room between two lines, in points.
const LINE: usize = 18;
/// The most characters of a line.
const WIDE: usize = 84;

/// A page for each list of paragraphs; the first paragraph of the first page is the heading.
pub fn pdf(title: &str, pages: &[&[&str]]) -> Vec<u8> {
    let first_page = 6;
    let first_tag = first_page + pages.len() * 2;
    let page_at = |n: usize| first_page + n * 2;
    let mut tag = first_tag;
    let (mut kids, mut parents, mut elements, mut drawn) = (String::new(), String::new(), Vec::new(), Vec::new());
    for (n, paragraphs) in pages.iter().enumerate() {
        let own = (tag..tag + paragraphs.len()).map(|at| format!("{at} 0 R ")).collect::<String>();
        let _ = write!(parents, "{n} [{own}] ");
        let _ = write!(kids, "{} 0 R ", page_at(n));
        for (mark, _) in paragraphs.iter().enumerate() {
            let sort = if n == 0 && mark == 0 { "H1" } else { "P" };
            elements.push(format!("<< /Type /StructElem /S /{sort} /P 4 0 R /Pg {} 0 R /K {mark} >>", page_at(n)));
            tag += 1;
        }
        drawn.push(drawing(n == 0, paragraphs));
    }
    let all: String = (first_tag..tag).map(|at| format!("{at} 0 R ")).collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R /Lang (en-GB) /MarkInfo << /Marked true >> /StructTreeRoot 4 0 R \
         /ViewerPreferences << /DisplayDocTitle true >> >>"
            .to_string(),
        format!("<< /Type /Pages /Kids [{kids}] /Count {} >>", pages.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".into(),
        format!("<< /Type /StructTreeRoot /K [{all}] /ParentTree << /Nums [{parents}] >> >>"),
        format!("<< /Title ({}) >>", escaped(title)),
    ];
    for (n, content) in drawn.into_iter().enumerate() {
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /StructParents {n} /Contents {} 0 R >>",
            page_at(n) + 1
        ));
        objects.push(format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len()));
    }
    objects.extend(elements);
    written(&objects)
}

/// What a page draws, each paragraph marked.
fn drawing(first: bool, paragraphs: &[&str]) -> String {
    let (mut content, mut down) = (String::new(), 770);
    for (mark, paragraph) in paragraphs.iter().enumerate() {
        let heading = first && mark == 0;
        let (sort, size) = if heading { ("H1", 18) } else { ("P", 12) };
        let _ = writeln!(content, "/{sort} << /MCID {mark} >> BDC BT /F1 {size} Tf {LINE} TL 72 {down} Td");
        for line in wrapped(paragraph) {
            let _ = writeln!(content, "({}) Tj T*", escaped(&line));
            down -= LINE;
        }
        content.push_str("ET EMC\n");
        down -= LINE;
    }
    content
}

fn wrapped(paragraph: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in paragraph.split_whitespace() {
        let full = lines.last().is_some_and(|line| !line.is_empty() && line.len() + word.len() >= WIDE);
        if full {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            let blank = if line.is_empty() { "" } else { " " };
            line.push_str(&format!("{blank}{word}"));
        }
    }
    lines
}

fn escaped(words: &str) -> String {
    words.replace('\\', "\\\\").replace('(', "\\(").replace(')', "\\)")
}

fn written(objects: &[String]) -> Vec<u8> {
    let (mut out, mut table) = (String::from("%PDF-1.7\n"), String::new());
    for (at, object) in objects.iter().enumerate() {
        let _ = writeln!(table, "{:010} 00000 n ", out.len());
        let _ = writeln!(out, "{} 0 obj\n{object}\nendobj", at + 1);
    }
    let (count, start) = (objects.len() + 1, out.len());
    let _ = write!(
        out,
        "xref\n0 {count}\n0000000000 65535 f \n{table}trailer\n<< /Size {count} /Root 1 0 R /Info 5 0 R >>\nstartxref\n{start}\n%%EOF\n"
    );
    out.into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_has_its_pages_and_nothing_is_found_amiss() {
        let bytes = pdf("Salt (and sand)", &[&["Salt", "1. A long line. ".repeat(20).as_str()], &["2. The end."]]);
        let looked = redress_paper::look(&bytes, "salt.pdf", &redress_paper::Limits::default()).expect("taken");
        assert_eq!((looked.pages, &looked.findings), (Some(2), &Vec::new()));
        let words = redress_paper::words(&bytes, &looked).expect("words");
        assert!(words.contains("Salt") && words.contains("2. The end."), "{words}");
    }
}
