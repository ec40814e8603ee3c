//! HTML to lines, with html5gum's tokenizer: no tree is built.
//!
//! Only the inside of `div#modgov` is kept where it exists: the council's own frame around it is no part of the record
//! and its words are not counted. Scripts, styles, comments and `span.mgHide` are not visible and are left out.

use html5gum::{Emitter, Error, State, Tokenizer, naive_next_state};

use crate::own_address;
use crate::page::{Page, append};
use crate::sink::{Sink, block};

/// Flattens a page or a fragment.
pub fn flatten(html: &str) -> Page {
    let mut sink = Sink::for_text(html.len());
    // The one token says that the end of the frame was reached; nothing after it is wanted.
    let _ = Tokenizer::new_with_emitter(html, Flattener::new(&mut sink)).next();
    sink.into_page()
}

/// Which attribute is being read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Attribute {
    None,
    Class,
    /// An address: of a link, or what `meta` says of the page.
    Href,
    Id,
    /// What an address is: `canonical`, `og:url`.
    Relation,
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
    relation: Vec<u8>,
    comment: Vec<u8>,
    /// Inside an element whose text is not for reading; the tag that ends it and how many of it are open.
    hidden: Option<(&'static str, u32)>,
    in_title: bool,
    /// The first bytes of a character whose last are still to come.
    held: Vec<u8>,
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
            relation: Vec::new(),
            comment: Vec::new(),
            hidden: None,
            in_title: false,
            held: Vec::new(),
            frame: 0,
            label_spans: 0,
            finished: false,
        }
    }

    fn sink_text(&mut self, text: &[u8]) {
        let sink = &mut *self.sink;
        let (out, open) = if self.in_title { (&mut sink.title, 0) } else { (&mut sink.out, sink.open) };
        append(out, text, open, &mut sink.gap);
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
                self.label_spans = u32::from(self.sink.is_at_start());
            }
            b"a" => {
                self.sink.end_link();
                if !self.href.is_empty() {
                    self.sink.begin_link(&self.href);
                }
            }
            b"br" => self.sink.end_line(),
            b"link" | b"meta" => self.own_address(),
            name => {
                if let Some(tag) = block(name) {
                    self.open_block(tag);
                }
            }
        }
        next
    }

    fn own_address(&mut self) {
        let own = self.relation.eq_ignore_ascii_case(b"canonical") || self.relation.eq_ignore_ascii_case(b"og:url");
        if own && let Ok(address) = std::str::from_utf8(&self.href) {
            self.sink.add_own(address.trim().into());
        }
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
        self.sink.push_block(tag, &self.class);
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
                if self.label_spans == 0 {
                    self.sink.end_label();
                }
            }
            name => {
                let Some(tag) = block(name) else { return };
                self.sink.close_block(tag);
                if tag == "div" && self.frame > 0 {
                    self.frame -= 1;
                    self.finished = self.frame == 0;
                }
            }
        }
    }
}

fn has_class(classes: &[u8], wanted: &[u8]) -> bool {
    classes.split(u8::is_ascii_whitespace).any(|c| c == wanted)
}

/// The number of bytes at the end that begin a character and do not end it.
fn cut_character(text: &[u8]) -> usize {
    for back in 1..=text.len().min(3) {
        let byte = text[text.len() - back];
        let length = match byte {
            0x80..=0xbf => continue,
            0xc0..=0xdf => 2,
            0xe0..=0xef => 3,
            0xf0..=0xff => 4,
            _ => 1,
        };
        return if length > back { back } else { 0 };
    }
    0
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
        let cut = text.len() - cut_character(text);
        if self.held.is_empty() {
            self.sink_text(&text[..cut]);
        } else {
            // Behind `&` and behind references the tokenizer gives a character byte by byte.
            let mut whole = std::mem::take(&mut self.held);
            whole.extend_from_slice(text);
            let cut = whole.len() - cut_character(&whole);
            self.sink_text(&whole[..cut]);
            self.held = whole.split_off(cut);
            return;
        }
        self.held.extend_from_slice(&text[cut..]);
    }

    fn init_start_tag(&mut self) {
        self.tag.clear();
        self.class.clear();
        self.href.clear();
        self.id.clear();
        self.relation.clear();
        self.attribute = Attribute::None;
        self.attribute_name.clear();
        self.is_start = true;
    }

    fn init_end_tag(&mut self) {
        self.tag.clear();
        self.attribute = Attribute::None;
        self.is_start = false;
    }

    fn init_comment(&mut self) {
        self.comment.clear();
    }

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

    fn emit_current_comment(&mut self) {
        if let Some(address) = own_address::in_comment(&self.comment) {
            self.sink.add_own(address);
        }
    }

    fn emit_current_doctype(&mut self) {}

    fn set_self_closing(&mut self) {}

    fn set_force_quirks(&mut self) {}

    fn push_tag_name(&mut self, name: &[u8]) {
        self.tag.extend_from_slice(name);
    }

    fn push_comment(&mut self, text: &[u8]) {
        let room = own_address::COMMENT.saturating_sub(self.comment.len());
        self.comment.extend_from_slice(&text[..text.len().min(room)]);
    }

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
            b"href" | b"content" if self.href.is_empty() => Attribute::Href,
            b"rel" | b"property" if self.relation.is_empty() => Attribute::Relation,
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
            Attribute::Relation => self.relation.extend_from_slice(value),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quirks_of_the_frame_are_read_through() {
        let page = flatten(
            "<p>chrome</p><div id='modgov' ><h1  class=\"mgMainTitleTxt\" >A&#32;&amp; B</h1><!--<td>no</td>--><p>one\ntwo<span class='mgHide'> no</span></p></div><p>chrome</p>",
        );
        let lines: Vec<_> = (0..page.lines.len()).map(|at| page.words(at)).collect();
        assert_eq!(lines, ["A & B", "one two"]);
        assert_eq!(page.element(0).as_deref(), Some("h1.mgMainTitleTxt"));
    }

    #[test]
    fn a_no_break_space_behind_a_reference_is_white_space() {
        assert_eq!(flatten("<p>&lt;\u{a0}x &\u{a0}y&rsquo;\u{2003}’z</p>").joined(), "< x & y’ ’z");
    }
}
