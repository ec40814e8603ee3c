//! HTML to lines, with html5gum's tokenizer: no tree is built.
//!
//! Only the inside of `div#modgov` is kept where it exists: the council's own frame around it is no part of the record
//! and its words are not counted. Scripts, styles, comments and `span.mgHide` are not visible and are left out.

use html5gum::{Emitter, Error, State, Tokenizer, naive_next_state};

use crate::extract::into_text;
use crate::page::{Line, Link, Page, append};

/// Blocks may nest this deep before the record of them stops growing.
const DEEPEST: usize = 256;

/// Flattens a page or a fragment.
pub fn flatten(html: &str) -> Page {
    let mut sink = Sink { out: Vec::with_capacity(html.len() / 2), ..Sink::default() };
    let reader = Flattener::new(&mut sink);
    // The one token says that the end of the frame was reached; nothing after it is wanted.
    for token in Tokenizer::new_with_emitter(html, reader) {
        let Ok(()) = token;
        break;
    }
    sink.end_line();
    Page {
        text: into_text(sink.out),
        names: into_text(sink.names),
        lines: sink.lines,
        links: sink.links,
        title: into_text(sink.title),
        markup: true,
    }
}

/// What the flattened page is gathered in.
#[derive(Default)]
struct Sink {
    out: Vec<u8>,
    names: Vec<u8>,
    title: Vec<u8>,
    lines: Vec<Line>,
    links: Vec<Link>,
    blocks: Vec<(&'static str, (u32, u32))>,
    open: usize,
    gap: bool,
    first_link: usize,
    link: Option<(usize, (u32, u32))>,
    label: Option<u32>,
    label_end: u32,
    row: u32,
    cell: u32,
}

fn small(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

impl Sink {
    fn end_line(&mut self) {
        self.end_link();
        if self.out.len() > self.open {
            let (tag, class) = self.blocks.last().copied().unwrap_or(("body", (0, 0)));
            let number = small(self.lines.len() + 1);
            self.lines.push(Line {
                number,
                to: number,
                tag,
                row: self.row,
                cell: self.cell,
                label_end: self.label_end,
                start: small(self.open),
                end: small(self.out.len()),
                class,
                links: (small(self.first_link), small(self.links.len())),
            });
            self.open = self.out.len();
            self.first_link = self.links.len();
        }
        self.gap = false;
        self.label_end = 0;
    }

    fn end_link(&mut self) {
        if let Some((start, href)) = self.link.take() {
            // A link without words, such as a picture, still carries an address.
            self.links.push(Link { start: small(start.min(self.out.len())), end: small(self.out.len()), href });
        }
    }

    fn name(&mut self, name: &[u8]) -> (u32, u32) {
        let start = self.names.len();
        self.names.extend_from_slice(name);
        (small(start), small(self.names.len()))
    }

    fn enter_frame(&mut self) {
        let (title, names) = (std::mem::take(&mut self.title), std::mem::take(&mut self.names));
        let (mut out, mut lines) = (std::mem::take(&mut self.out), std::mem::take(&mut self.lines));
        out.clear();
        lines.clear();
        *self = Sink { title, names, out, lines, ..Sink::default() };
    }
}

/// Which attribute is being read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Attribute {
    None,
    Class,
    Href,
    Id,
}

/// The tokenizer's emitter.
struct Flattener<'a> {
    sink: &'a mut Sink,
    tag: Vec<u8>,
    is_start: bool,
    last_start: Vec<u8>,
    attribute_name: Vec<u8>,
    attribute: Attribute,
    class: Vec<u8>,
    href: Vec<u8>,
    id: Vec<u8>,
    /// Inside an element whose text is not for reading; the tag that ends it and how many of it are open.
    hidden: Option<(&'static str, u32)>,
    in_title: bool,
    frame: u32,
    label_spans: u32,
    finished: bool,
}

impl<'a> Flattener<'a> {
    fn new(sink: &'a mut Sink) -> Self {
        Flattener {
            sink,
            tag: Vec::new(),
            is_start: false,
            last_start: Vec::new(),
            attribute_name: Vec::new(),
            attribute: Attribute::None,
            class: Vec::new(),
            href: Vec::new(),
            id: Vec::new(),
            hidden: None,
            in_title: false,
            frame: 0,
            label_spans: 0,
            finished: false,
        }
    }

    fn start(&mut self) -> Option<State> {
        let next = naive_next_state(&self.tag);
        if let Some((tag, open)) = &mut self.hidden {
            *open += u32::from(tag.as_bytes() == self.tag);
            return next;
        }
        match self.tag.as_slice() {
            b"script" => self.hidden = Some(("script", 1)),
            b"style" => self.hidden = Some(("style", 1)),
            b"noscript" => self.hidden = Some(("noscript", 1)),
            b"iframe" => self.hidden = Some(("iframe", 1)),
            b"textarea" => self.hidden = Some(("textarea", 1)),
            b"template" => self.hidden = Some(("template", 1)),
            b"title" => self.in_title = self.sink.title.is_empty(),
            b"span" if has_class(&self.class, b"mgHide") => self.hidden = Some(("span", 1)),
            b"span" if self.label_spans > 0 => self.label_spans += 1,
            b"span" if has_class(&self.class, b"mgLabel") => {
                if self.sink.out.len() == self.sink.open {
                    self.sink.label = Some(0);
                    self.label_spans = 1;
                }
            }
            b"a" => {
                self.sink.end_link();
                if !self.href.is_empty() {
                    let href = self.sink.name(&self.href);
                    // A blank may stand between what is written and the link's first word.
                    self.sink.link = Some((self.sink.out.len(), href));
                }
            }
            b"br" => self.sink.end_line(),
            name => {
                if let Some(tag) = block(name) {
                    self.open_block(tag);
                }
            }
        }
        next
    }

    fn open_block(&mut self, tag: &'static str) {
        self.sink.end_line();
        if tag == "div" {
            if self.frame > 0 {
                self.frame += 1;
            } else if self.id == b"modgov" {
                self.sink.enter_frame();
                self.frame = 1;
            }
        }
        match tag {
            "tr" => (self.sink.row, self.sink.cell) = (self.sink.row + 1, 0),
            "td" | "th" => self.sink.cell += 1,
            "hr" => return,
            _ => {}
        }
        // A paragraph cannot hold a block, nor a list entry another.
        while let Some((last, _)) = self.sink.blocks.last()
            && (*last == "p" || (*last == tag && matches!(tag, "li" | "tr" | "td" | "th" | "dt" | "dd")))
        {
            self.sink.blocks.pop();
        }
        if self.sink.blocks.len() < DEEPEST {
            let first = self.class.split(u8::is_ascii_whitespace).find(|c| !c.is_empty()).unwrap_or_default();
            let first = first.to_vec();
            let class = if first.is_empty() { (0, 0) } else { self.sink.name(&first) };
            self.sink.blocks.push((tag, class));
        }
    }

    fn end(&mut self) {
        if let Some((tag, open)) = &mut self.hidden {
            if tag.as_bytes() == self.tag {
                *open -= 1;
                if *open == 0 {
                    self.hidden = None;
                }
            }
            return;
        }
        match self.tag.as_slice() {
            b"title" => self.in_title = false,
            b"a" => self.sink.end_link(),
            b"span" if self.label_spans > 0 => {
                self.label_spans -= 1;
                if self.label_spans == 0 && self.sink.label.take().is_some() {
                    self.sink.label_end = small(self.sink.out.len() - self.sink.open);
                }
            }
            name => {
                let Some(tag) = block(name) else { return };
                self.sink.end_line();
                if let Some(at) = self.sink.blocks.iter().rposition(|(open, _)| *open == tag) {
                    self.sink.blocks.truncate(at);
                }
                match tag {
                    "table" => (self.sink.row, self.sink.cell) = (self.sink.row, 0),
                    "div" if self.frame > 0 => {
                        self.frame -= 1;
                        self.finished = self.frame == 0;
                    }
                    _ => {}
                }
            }
        }
    }
}

fn has_class(classes: &[u8], wanted: &[u8]) -> bool {
    classes.split(u8::is_ascii_whitespace).any(|c| c == wanted)
}

/// The name of an element that breaks lines.
fn block(name: &[u8]) -> Option<&'static str> {
    Some(match name {
        b"p" => "p",
        b"div" => "div",
        b"h1" => "h1",
        b"h2" => "h2",
        b"h3" => "h3",
        b"h4" => "h4",
        b"h5" => "h5",
        b"h6" => "h6",
        b"li" => "li",
        b"ul" => "ul",
        b"ol" => "ol",
        b"dl" => "dl",
        b"dt" => "dt",
        b"dd" => "dd",
        b"table" => "table",
        b"caption" => "caption",
        b"thead" => "thead",
        b"tbody" => "tbody",
        b"tfoot" => "tfoot",
        b"tr" => "tr",
        b"td" => "td",
        b"th" => "th",
        b"section" => "section",
        b"article" => "article",
        b"aside" => "aside",
        b"main" => "main",
        b"header" => "header",
        b"footer" => "footer",
        b"nav" => "nav",
        b"form" => "form",
        b"fieldset" => "fieldset",
        b"legend" => "legend",
        b"label" => "label",
        b"option" => "option",
        b"button" => "button",
        b"address" => "address",
        b"blockquote" => "blockquote",
        b"pre" => "pre",
        b"figure" => "figure",
        b"figcaption" => "figcaption",
        b"body" => "body",
        b"hr" => "hr",
        _ => return None,
    })
}

impl Emitter for Flattener<'_> {
    type Token = ();

    fn set_last_start_tag(&mut self, tag: Option<&[u8]>) {
        self.last_start.clear();
        self.last_start.extend_from_slice(tag.unwrap_or_default());
    }

    fn emit_eof(&mut self) {}

    fn emit_error(&mut self, _: Error) {}

    fn should_emit_errors(&mut self) -> bool {
        false
    }

    fn pop_token(&mut self) -> Option<()> {
        self.finished.then_some(())
    }

    fn emit_string(&mut self, text: &[u8]) {
        if self.hidden.is_some() || self.finished {
            return;
        }
        let sink = &mut *self.sink;
        if self.in_title {
            append(&mut sink.title, text, 0, &mut sink.gap);
        } else {
            append(&mut sink.out, text, sink.open, &mut sink.gap);
        }
    }

    fn init_start_tag(&mut self) {
        self.tag.clear();
        self.class.clear();
        self.href.clear();
        self.id.clear();
        self.attribute = Attribute::None;
        self.attribute_name.clear();
        self.is_start = true;
    }

    fn init_end_tag(&mut self) {
        self.tag.clear();
        self.attribute = Attribute::None;
        self.is_start = false;
    }

    fn init_comment(&mut self) {}

    fn emit_current_tag(&mut self) -> Option<State> {
        if self.finished {
            return None;
        }
        if self.is_start {
            self.last_start.clear();
            self.last_start.extend_from_slice(&self.tag);
            self.start()
        } else {
            self.end();
            None
        }
    }

    fn emit_current_comment(&mut self) {}

    fn emit_current_doctype(&mut self) {}

    fn set_self_closing(&mut self) {}

    fn set_force_quirks(&mut self) {}

    fn push_tag_name(&mut self, name: &[u8]) {
        self.tag.extend_from_slice(name);
    }

    fn push_comment(&mut self, _: &[u8]) {}

    fn push_doctype_name(&mut self, _: &[u8]) {}

    fn init_doctype(&mut self) {}

    fn init_attribute(&mut self) {
        self.attribute_name.clear();
        self.attribute = Attribute::None;
    }

    fn init_attribute_value(&mut self) {
        // The first of two attributes of one name counts.
        self.attribute = match self.attribute_name.as_slice() {
            b"class" if self.class.is_empty() => Attribute::Class,
            b"href" if self.href.is_empty() => Attribute::Href,
            b"id" if self.id.is_empty() => Attribute::Id,
            _ => Attribute::None,
        };
    }

    fn push_attribute_name(&mut self, name: &[u8]) {
        self.attribute_name.extend_from_slice(name);
    }

    fn push_attribute_value(&mut self, value: &[u8]) {
        if !self.is_start {
            return;
        }
        match self.attribute {
            Attribute::Class => self.class.extend_from_slice(value),
            Attribute::Href => self.href.extend_from_slice(value),
            Attribute::Id => self.id.extend_from_slice(value),
            Attribute::None => {}
        }
    }

    fn set_doctype_public_identifier(&mut self, _: &[u8]) {}

    fn set_doctype_system_identifier(&mut self, _: &[u8]) {}

    fn push_doctype_public_identifier(&mut self, _: &[u8]) {}

    fn push_doctype_system_identifier(&mut self, _: &[u8]) {}

    fn current_is_appropriate_end_tag_token(&mut self) -> bool {
        !self.is_start && !self.last_start.is_empty() && self.last_start == self.tag
    }
}
