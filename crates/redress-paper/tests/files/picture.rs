//! Pictures: two grey dots, and what a camera writes beside them.

use std::io::Cursor;

use exif::experimental::Writer;
use exif::{Field, In, Rational, Tag, Value};
use redress_paper::Code;

const JPEG: &[u8] = include_bytes!("../fixtures/grey.jpg");
const PNG: &[u8] = include_bytes!("../fixtures/grey.png");

/// The dots with these segments before them.
pub fn jpeg(segments: &[(u8, Vec<u8>)]) -> Vec<u8> {
    let mut bytes = JPEG[..2].to_vec();
    for (marker, data) in segments {
        bytes.extend([0xFF, *marker]);
        bytes.extend((data.len() as u16 + 2).to_be_bytes());
        bytes.extend(data);
    }
    bytes.extend(&JPEG[2..]);
    bytes
}

/// The dots with these chunks after the first; nobody checks the sums here.
pub fn png(chunks: &[(&[u8; 4], &[u8])]) -> Vec<u8> {
    const HEADER: usize = 8 + 25;
    let mut bytes = PNG[..HEADER].to_vec();
    for (kind, data) in chunks {
        bytes.extend((data.len() as u32).to_be_bytes());
        bytes.extend(*kind);
        bytes.extend(*data);
        bytes.extend([0; 4]);
    }
    bytes.extend(&PNG[HEADER..]);
    bytes
}

fn exif(tag: Tag, value: Value) -> Vec<u8> {
    let field = Field { tag, ifd_num: In::PRIMARY, value };
    let mut writer = Writer::new();
    writer.push_field(&field);
    let mut bytes = Cursor::new(Vec::new());
    writer.write(&mut bytes, false).unwrap();
    bytes.into_inner()
}

fn with_exif(tag: Tag, value: Value) -> Vec<u8> {
    jpeg(&[(0xE1, [b"Exif\0\0".to_vec(), exif(tag, value)].concat())])
}

/// A picture that says where it was taken: in the sea.
pub fn with_place() -> Vec<u8> {
    let degrees = [(51, 1), (30, 1), (12, 1)].map(|(num, denom)| Rational { num, denom });
    with_exif(Tag::GPSLatitude, Value::Rational(degrees.to_vec()))
}

pub fn bad() -> Vec<(&'static str, Code, Vec<u8>)> {
    let text = |s: &str| Value::Ascii(vec![s.as_bytes().to_vec()]);
    let xmp = b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x='x'><d exif:GPSLatitude='51,30.2N'/></x:xmpmeta>".to_vec();
    vec![
        ("place.jpg", Code::PictureLocation, with_place()),
        ("place-in-xmp.jpg", Code::PictureLocation, jpeg(&[(0xE1, xmp)])),
        ("serial.jpg", Code::PictureOwner, with_exif(Tag::BodySerialNumber, text("INV-0001"))),
        ("artist.jpg", Code::PictureOwner, with_exif(Tag::Artist, text("Ann Invented"))),
        ("comment.jpg", Code::PictureNotes, jpeg(&[(0xFE, b"the back door".to_vec())])),
        ("text.png", Code::PictureNotes, png(&[(b"tEXt", b"Comment\0the back door")])),
        (
            "place.png",
            Code::PictureLocation,
            png(&[(b"eXIf", &exif(Tag::GPSLongitude, Value::Rational(vec![Rational { num: 1, denom: 1 }])))]),
        ),
    ]
}
