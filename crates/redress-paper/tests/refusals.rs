//! What is not taken, and that the words say what to do.

mod files;

use std::io::{Cursor, Write};

use files::zipped::{package, types};
use redress_paper::{Limits, Media, Refused, look};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn refused(bytes: &[u8], name: &str) -> Refused {
    look(bytes, name, &Limits::default()).expect_err(name)
}

#[test]
fn the_name_does_not_decide() {
    let pdf = files::pdf::clean();
    assert_eq!(refused(&pdf, "report.docx"), Refused::NameDisagrees { named: "docx".into(), found: Media::Pdf });
    assert_eq!(look(&pdf, "Minutes 12.03", &Limits::default()).unwrap().media, Media::Pdf);
    assert_eq!(look(&pdf, "MINUTES.PDF", &Limits::default()).unwrap().media, Media::Pdf);
    assert!(refused(&pdf, "a.docx").to_string().ends_with("Give it the ending .pdf, or choose the file that was meant."));
}

#[test]
fn what_is_not_a_paper_is_named() {
    for (bytes, words) in [
        (b"MZ\x90\0\x03\0\0\0".as_slice(), "a program"),
        (&[b"\x7fELF".as_slice(), &[1; 60]].concat(), "a program"),
        (b"<!DOCTYPE html><script>1</script>", "a web page or XML"),
        (b"\xef\xbb\xbf <svg onload='x'/>", "a web page or XML"),
        (b"GIF89a\x01\0\x01\0\0\0\0", "a picture of the kind GIF"),
        (b"{\\rtf1 hello}", "an RTF document"),
        (b"\0\x01\x02\x03", "a file of a kind that is not known here"),
    ] {
        assert_eq!(refused(bytes, "x.pdf"), Refused::NotAllowed { found: words.into() });
    }
    assert!(matches!(refused(&package(&[("a.txt", b"a")]), "a.zip"), Refused::NotAllowed { .. }));
}

#[test]
fn old_and_locked_files_are_refused() {
    let ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    assert_eq!(refused(&ole, "a.doc"), Refused::OldOffice);
    let mark: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(refused(&[ole, mark].concat(), "a.docx"), Refused::Encrypted);
    assert_eq!(refused(&files::opendocument::locked(), "a.odt"), Refused::Encrypted);
}

#[test]
fn limits_hold() {
    let limits = Limits { bytes: 100, pages: 0 };
    let pdf = files::pdf::clean();
    assert_eq!(look(&[], "a.pdf", &limits), Err(Refused::Empty));
    assert_eq!(look(&pdf, "a.pdf", &limits), Err(Refused::TooLong { bytes: pdf.len() as u64, limit: 100 }));
    let limits = Limits { bytes: 100_000, pages: 0 };
    assert_eq!(look(&pdf, "a.pdf", &limits), Err(Refused::TooManyPages { pages: 1, limit: 0 }));
    assert_eq!(look(&files::powerpoint::clean(), "a.pptx", &limits), Err(Refused::TooManyPages { pages: 1, limit: 0 }));
}

#[test]
fn a_zip_bomb_is_refused() {
    let kinds = types("word/document.xml", "openxmlformats-officedocument.wordprocessingml.document");
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    writer.start_file("[Content_Types].xml", SimpleFileOptions::default()).unwrap();
    writer.write_all(kinds.as_bytes()).unwrap();
    writer.start_file("word/document.xml", SimpleFileOptions::default()).unwrap();
    let spaces = vec![b' '; 1 << 20];
    (0..300).for_each(|_| writer.write_all(&spaces).unwrap());
    let mut bytes = writer.finish().unwrap().into_inner();
    assert_eq!(refused(&bytes, "a.docx"), Refused::Bomb);
    // The same with a lie about its size in the list at the end: what is really unpacked counts.
    let size = (300_u32 << 20).to_le_bytes();
    let at = bytes.windows(4).rposition(|w| w == size).unwrap();
    bytes[at..at + 4].copy_from_slice(&1000_u32.to_le_bytes());
    assert!(matches!(refused(&bytes, "a.docx"), Refused::Bomb | Refused::Unreadable { .. }));
}

#[test]
fn deep_xml_is_refused() {
    let kinds = types("word/document.xml", "openxmlformats-officedocument.wordprocessingml.document");
    let deep = "<a>".repeat(100_000);
    let bytes = package(&[("[Content_Types].xml", kinds.as_bytes()), ("word/document.xml", deep.as_bytes())]);
    assert_eq!(refused(&bytes, "a.docx"), Refused::Bomb);
    let cut = package(&[("[Content_Types].xml", kinds.as_bytes()), ("word/document.xml", b"<w:document><w:p>")]);
    assert!(matches!(refused(&cut, "a.docx"), Refused::Unreadable { .. }));
}

#[test]
fn a_pdf_with_a_bomb_in_it_is_cut_short() {
    let bytes = files::pdf::Draft::new(&" ".repeat(40 << 20));
    let mut document = bytes.document;
    document.compress();
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    assert!(bytes.len() < 1 << 20);
    let seen = look(&bytes, "a.pdf", &Limits::default()).unwrap();
    assert!(seen.not_covered[0].starts_with("The file is so large"));
}
