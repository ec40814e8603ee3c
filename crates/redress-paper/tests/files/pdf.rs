//! PDF files of one page or two.

use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};
use redress_paper::Code;

const WORDS: &str = "BT /F1 12 Tf 72 700 Td (The offer is nine hundred.) Tj ET\n";
const COVER: &str = "0 g 70 695 200 18 re f\n";

/// A document under construction.
pub struct Draft {
    pub document: Document,
    pub page: ObjectId,
    pub catalogue: ObjectId,
}

impl Draft {
    /// A tagged page with a title and a language, drawn by this content.
    pub fn new(content: &str) -> Self {
        let mut document = Document::with_version("1.7");
        let pages = document.new_object_id();
        let font = document.add_object(dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica" });
        let content = document.add_object(Stream::new(dictionary! {}, content.as_bytes().to_vec()));
        let page = document.add_object(dictionary! {
            "Type" => "Page", "Parent" => pages, "Contents" => content,
            "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()],
            "Resources" => dictionary! { "Font" => dictionary! { "F1" => font } },
        });
        document.objects.insert(pages, dictionary! { "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1 }.into());
        let catalogue = document.add_object(dictionary! {
            "Type" => "Catalog", "Pages" => pages, "Lang" => Object::string_literal("en-GB"),
            "MarkInfo" => dictionary! { "Marked" => true }, "StructTreeRoot" => dictionary! { "Type" => "StructTreeRoot" },
            // A place to open at is no action that matters.
            "OpenAction" => dictionary! { "S" => "GoTo", "D" => vec![page.into(), "Fit".into()] },
        });
        let info = document
            .add_object(dictionary! { "Title" => Object::string_literal("Grit bins"), "Producer" => Object::string_literal("Invented") });
        document.trailer.set("Root", catalogue);
        document.trailer.set("Info", info);
        Self { document, page, catalogue }
    }

    fn catalogue(mut self, key: &str, value: impl Into<Object>) -> Self {
        let value = value.into();
        self.document.get_dictionary_mut(self.catalogue).unwrap().set(key, value);
        self
    }

    fn page(mut self, key: &str, value: impl Into<Object>) -> Self {
        let value = value.into();
        self.document.get_dictionary_mut(self.page).unwrap().set(key, value);
        self
    }

    fn resource(mut self, kind: &str, name: &str, value: impl Into<Object>) -> Self {
        let value = value.into();
        let page = self.document.get_dictionary_mut(self.page).unwrap();
        page.get_mut(b"Resources").and_then(Object::as_dict_mut).unwrap().set(kind, dictionary! { name => value });
        self
    }

    fn annotation(self, annotation: Dictionary) -> Self {
        self.page("Annots", vec![annotation.into()])
    }

    pub fn bytes(mut self) -> Vec<u8> {
        let mut bytes = Vec::new();
        self.document.save_to(&mut bytes).unwrap();
        bytes
    }
}

pub fn clean() -> Vec<u8> {
    // A white page beneath, a table's shade beneath, a line through, a see-through marker over, and a link with its words.
    let marker = dictionary! { "Type" => "ExtGState", "ca" => 0.4 };
    let content =
        format!("1 g 0 0 595 842 re f 0.8 g 60 690 300 24 re f 0 g {WORDS} 72 704 100 1 re f q /Faint gs 1 1 0 rg 70 695 200 18 re f Q\n");
    let rect: Vec<Object> = vec![70.into(), 600.into(), 90.into(), 610.into()];
    Draft::new(&content)
        .resource("ExtGState", "Faint", marker)
        .annotation(
            dictionary! { "Type" => "Annot", "Subtype" => "Link", "Rect" => rect, "Contents" => Object::string_literal("The policy") },
        )
        .bytes()
}

/// The same page, then the page saved again at the end of the file with other words.
fn saved_twice() -> Vec<u8> {
    let first = Draft::new(WORDS);
    let (page, before) = (first.page, first.bytes());
    let mut update = lopdf::IncrementalDocument::create_from(before.clone(), Document::load_mem(&before).unwrap());
    let operations = vec![
        Operation::new("BT", vec![]),
        Operation::new("Tf", vec!["F1".into(), 12.into()]),
        Operation::new("Td", vec![72.into(), 700.into()]),
        Operation::new("Tj", vec![Object::string_literal("The offer is confidential.")]),
        Operation::new("ET", vec![]),
    ];
    let content = Content { operations }.encode().unwrap();
    update.opt_clone_object_to_new_document(page).unwrap();
    let content = update.new_document.add_object(Stream::new(dictionary! {}, content));
    update.new_document.get_dictionary_mut(page).unwrap().set("Contents", content);
    let mut bytes = Vec::new();
    update.save_to(&mut bytes).unwrap();
    bytes
}

fn rect() -> Vec<Object> {
    vec![70.into(), 695.into(), 270.into(), 713.into()]
}

fn attached() -> Vec<u8> {
    let mut draft = Draft::new(WORDS);
    let file = draft.document.add_object(Stream::new(dictionary! { "Type" => "EmbeddedFile" }, b"Name,Pay\n".to_vec()));
    let listed = dictionary! { "Type" => "Filespec", "F" => Object::string_literal("pay.csv"), "EF" => dictionary! { "F" => file } };
    let names = dictionary! { "EmbeddedFiles" => dictionary! { "Names" => vec![Object::string_literal("pay.csv"), listed.into()] } };
    draft.catalogue("Names", names).bytes()
}

fn layer_off() -> Vec<u8> {
    let mut draft = Draft::new(&format!("/OC /L1 BDC {WORDS} EMC BT /F1 12 Tf 72 500 Td (Shown.) Tj ET"));
    let layer = draft.document.add_object(dictionary! { "Type" => "OCG", "Name" => Object::string_literal("Officers only") });
    let usual = dictionary! { "OFF" => vec![layer.into()] };
    draft.catalogue("OCProperties", dictionary! { "OCGs" => vec![layer.into()], "D" => usual }).resource("Properties", "L1", layer).bytes()
}

fn under_a_form() -> Vec<u8> {
    let mut draft = Draft::new(&format!("{WORDS} q 1 0 0 1 70 695 cm /Box Do Q"));
    let form = dictionary! {
        "Type" => "XObject", "Subtype" => "Form", "BBox" => vec![0.into(), 0.into(), 200.into(), 18.into()],
    };
    let form = draft.document.add_object(Stream::new(form, b"0 0 200 18 re f".to_vec()));
    draft.resource("XObject", "Box", form).bytes()
}

fn page_taken_out() -> Vec<u8> {
    let mut draft = Draft::new(WORDS);
    let copy = draft.document.get_object(draft.page).unwrap().clone();
    draft.document.add_object(copy);
    draft.bytes()
}

pub fn bad() -> Vec<(&'static str, Code, Vec<u8>)> {
    let black = format!("{WORDS}{COVER}");
    let field = dictionary! { "FT" => "Tx", "T" => Object::string_literal("Name"), "V" => Object::string_literal("Ann Invented") };
    let script = dictionary! { "S" => "JavaScript", "JS" => Object::string_literal("app.alert(1)") };
    let note = dictionary! { "Type" => "Annot", "Subtype" => "Text", "Rect" => rect(), "Contents" => Object::string_literal("Too dear") };
    let square = dictionary! { "Type" => "Annot", "Subtype" => "Square", "Rect" => rect(), "IC" => vec![0.into(), 0.into(), 0.into()] };
    let redact = dictionary! { "Type" => "Annot", "Subtype" => "Redact", "Rect" => rect() };
    let crop: Vec<Object> = vec![0.into(), 0.into(), 595.into(), 600.into()];
    let mut author = Draft::new(WORDS);
    let info = author.document.trailer.get(b"Info").and_then(Object::as_reference).unwrap();
    author.document.get_dictionary_mut(info).unwrap().set("Author", Object::string_literal("Ann Invented"));
    vec![
        ("author.pdf", Code::DocumentProperties, author.bytes()),
        ("black-box.pdf", Code::TextUnderBox, Draft::new(&black).bytes()),
        ("white-box.pdf", Code::TextUnderBox, Draft::new(&format!("{WORDS}1 g 70 695 200 18 re f")).bytes()),
        ("thick-line.pdf", Code::TextUnderBox, Draft::new(&format!("{WORDS}16 w 70 704 m 270 704 l S")).bytes()),
        ("black-on-black.pdf", Code::TextUnderBox, Draft::new(&format!("{COVER}{WORDS}")).bytes()),
        ("box-in-form.pdf", Code::TextUnderBox, under_a_form()),
        ("pinned-box.pdf", Code::TextUnderBox, Draft::new(WORDS).annotation(square).bytes()),
        ("redact-mark.pdf", Code::RedactionNotApplied, Draft::new(WORDS).annotation(redact).bytes()),
        ("note.pdf", Code::Comments, Draft::new(WORDS).annotation(note).bytes()),
        ("inkless.pdf", Code::InvisibleText, Draft::new(&format!("{WORDS}BT 3 Tr /F1 12 Tf 72 500 Td (Do not read this.) Tj ET")).bytes()),
        (
            "cropped-page.pdf",
            Code::TextOffPage,
            Draft::new(&format!("{WORDS}BT /F1 9 Tf 72 500 Td (Shown.) Tj ET")).page("CropBox", crop).bytes(),
        ),
        ("attachment.pdf", Code::Attachment, attached()),
        (
            "script.pdf",
            Code::JavaScript,
            Draft::new(WORDS)
                .catalogue(
                    "Names",
                    dictionary! { "JavaScript" => dictionary! { "Names" => vec![Object::string_literal("x"), script.into()] } },
                )
                .bytes(),
        ),
        (
            "launch.pdf",
            Code::AutomaticAction,
            Draft::new(WORDS).catalogue("OpenAction", dictionary! { "S" => "Launch", "F" => Object::string_literal("x.exe") }).bytes(),
        ),
        ("form.pdf", Code::FormValues, Draft::new(WORDS).catalogue("AcroForm", dictionary! { "Fields" => vec![field.into()] }).bytes()),
        ("layer.pdf", Code::HiddenLayer, layer_off()),
        ("saved-twice.pdf", Code::EarlierVersions, saved_twice()),
        ("page-taken-out.pdf", Code::EarlierVersions, page_taken_out()),
    ]
}
