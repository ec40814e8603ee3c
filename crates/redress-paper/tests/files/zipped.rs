//! ZIP packages from parts written out here.

use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// Packs the parts in this order; a later part of the same name takes the place of an earlier one.
pub fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (at, (name, bytes)) in parts.iter().enumerate() {
        if parts[at + 1..].iter().any(|(later, _)| later == name) {
            continue;
        }
        // OpenDocument wants its first part as it is.
        let method = if *name == "mimetype" { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        writer.start_file(*name, SimpleFileOptions::default().compression_method(method)).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// The parts of a package, each with its name.
pub type Parts = Vec<(String, Vec<u8>)>;

/// Unpacks a package.
pub fn parts(bytes: &[u8]) -> Parts {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let names: Vec<String> = archive.file_names().map(|n| n.unwrap().into_owned()).collect();
    let mut read = |name: String| {
        let mut bytes = Vec::new();
        archive.by_name(&name).unwrap().read_to_end(&mut bytes).unwrap();
        (name, bytes)
    };
    names.into_iter().map(&mut read).collect()
}

/// The list of pointers of a part: identifier, kind, target; a target with `://` lies outside.
pub fn relations(of: &[(&str, &str, &str)]) -> String {
    let mut list = String::from(r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#);
    for (id, kind, target) in of {
        let mode = if target.contains("://") { r#" TargetMode="External""# } else { "" };
        let kind = format!("http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}");
        list.push_str(&format!(r#"<Relationship Id="{id}" Type="{kind}" Target="{target}"{mode}/>"#));
    }
    list + "</Relationships>"
}

/// `[Content_Types].xml` with the type of the main part.
pub fn types(main: &str, kind: &str) -> String {
    format!(
        r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/{main}" ContentType="application/vnd.{kind}.main+xml"/></Types>"#
    )
}

/// Properties that name nobody.
pub const CORE: &str =
    r#"<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:title>Grit bins</dc:title><dc:creator></dc:creator></cp:coreProperties>"#;
