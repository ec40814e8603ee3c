//! A page as lines: what is left of a web page or a text extract when only its visible words matter.
//!
//! White space, no-break spaces among it, is one blank inside a line and none at its ends; blank lines are dropped.

/// A flattened page.
#[derive(Debug, Default)]
pub struct Page {
    pub(crate) text: String,
    pub(crate) names: String,
    /// The lines that hold words, in order.
    pub lines: Vec<Line>,
    /// The links, in order.
    pub links: Vec<Link>,
    /// The words of the `title` element.
    pub title: String,
    /// Addresses that the page gives as its own: canonical, saved from, shared. They count for numbers only.
    pub own: Vec<String>,
    /// It came from HTML.
    pub markup: bool,
}

/// One line.
#[derive(Debug, Clone, Copy, Default)]
pub struct Line {
    /// Its number in the source; in the flattened page for HTML. Counted from 1.
    pub number: u32,
    /// The number of its last line where several were joined.
    pub to: u32,
    /// The element around it; empty for text extracts.
    pub tag: &'static str,
    /// The row of a table, counted over the page; 0 outside tables.
    pub row: u32,
    /// The cell in that row, from 1.
    pub cell: u32,
    /// Where a label in an element of its own ends, in bytes of the line; 0 without one.
    pub label_end: u32,
    pub(crate) start: u32,
    pub(crate) end: u32,
    pub(crate) class: (u32, u32),
    pub(crate) links: (u32, u32),
}

/// A link: where it stands in its line, and its address.
#[derive(Debug, Clone, Copy)]
pub struct Link {
    pub(crate) start: u32,
    pub(crate) end: u32,
    pub(crate) href: (u32, u32),
}

impl Page {
    /// Flattens markup, or reads a text extract, whichever the text is.
    pub fn of(text: &str) -> Page {
        if looks_like_markup(text) { crate::markup::flatten(text) } else { crate::extract::lines(text) }
    }

    /// The words of a line.
    pub fn words(&self, line: usize) -> &str {
        self.lines.get(line).map_or("", |l| slice(&self.text, l.start, l.end))
    }

    /// The first class of the element around a line.
    pub fn class(&self, line: usize) -> &str {
        self.lines.get(line).map_or("", |l| slice(&self.names, l.class.0, l.class.1))
    }

    /// The element around a line as provenance names it: `h3.mgSubSubTitleTxt`.
    pub fn element(&self, line: usize) -> Option<String> {
        let found = self.lines.get(line).filter(|l| !l.tag.is_empty())?;
        let class = self.class(line);
        Some(if class.is_empty() { found.tag.into() } else { format!("{}.{class}", found.tag) })
    }

    /// The links of a line: words and address.
    pub fn links_of(&self, line: usize) -> impl Iterator<Item = (&str, &str)> {
        let (from, to) = self.lines.get(line).map_or((0, 0), |l| l.links);
        let links = self.links.get(from as usize..to as usize).unwrap_or_default();
        links.iter().map(|l| (slice(&self.text, l.start, l.end).trim(), slice(&self.names, l.href.0, l.href.1)))
    }

    /// All words, with a blank between lines.
    pub fn joined(&self) -> String {
        let mut all = String::with_capacity(self.text.len());
        for line in 0..self.lines.len() {
            if line > 0 {
                all.push(' ');
            }
            all.push_str(self.words(line));
        }
        all
    }
}

fn slice(text: &str, from: u32, to: u32) -> &str {
    text.get(from as usize..to as usize).unwrap_or("")
}

/// Whether a text is HTML: it opens with a tag, or holds one that no extract would hold.
pub fn looks_like_markup(text: &str) -> bool {
    let start = text.trim_start();
    if start.starts_with('<') {
        return true;
    }
    let head = &start.as_bytes()[..start.len().min(4096)];
    [&b"<div"[..], b"<table", b"<html", b"<body", b"<p>", b"<p "]
        .iter()
        .any(|tag| head.windows(tag.len()).any(|w| w.eq_ignore_ascii_case(tag)))
}

/// The length of the white space that starts here, in bytes; 0 for anything else.
pub(crate) fn blank_at(bytes: &[u8]) -> usize {
    match bytes {
        [b' ' | b'\t' | b'\n' | b'\r' | 0x0b | 0x0c, ..] => 1,
        [0xc2, 0xa0 | 0x85, ..] => 2,
        [0xe1, 0x9a, 0x80, ..] | [0xe2, 0x81, 0x9f, ..] | [0xe3, 0x80, 0x80, ..] => 3,
        [0xe2, 0x80, 0x80..=0x8a | 0xa8 | 0xa9 | 0xaf, ..] => 3,
        _ => 0,
    }
}

/// Appends a text with each run of white space as one blank. `open` is where the line began; `gap` a blank that is due.
pub(crate) fn append(out: &mut Vec<u8>, text: &[u8], open: usize, gap: &mut bool) {
    let mut at = 0;
    while at < text.len() {
        let blank = blank_at(&text[at..]);
        if blank > 0 {
            *gap = true;
            at += blank;
            continue;
        }
        let from = at;
        while at < text.len() {
            let lone_blank = text[at] == b' ' && text.get(at + 1).is_some_and(|next| !MAY_BE_BLANK[*next as usize]);
            // A lone blank between words stays as it is, so that words are copied by the line.
            if MAY_BE_BLANK[text[at] as usize] && !lone_blank {
                break;
            }
            at += 1;
        }
        // A lead byte that only may begin a blank, and does not.
        if at == from {
            at += 1;
        }
        if *gap && out.len() > open {
            out.push(b' ');
        }
        *gap = false;
        out.extend_from_slice(&text[from..at]);
    }
}

const MAY_BE_BLANK: [bool; 256] = {
    let mut table = [false; 256];
    let starts = [b' ', b'\t', b'\n', b'\r', 0x0b, 0x0c, 0xc2, 0xe1, 0xe2, 0xe3];
    let mut at = 0;
    while at < starts.len() {
        table[starts[at] as usize] = true;
        at += 1;
    }
    table
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_of_every_sort_is_one_blank() {
        let mut out = Vec::new();
        let mut gap = false;
        append(&mut out, "  (a)\u{a0}\u{a0} That\r\n the\u{2003}Council’s".as_bytes(), 0, &mut gap);
        assert_eq!(String::from_utf8(out).expect("text"), "(a) That the Council’s");
    }

    #[test]
    fn an_extract_is_told_from_markup() {
        assert!(looks_like_markup("  <!DOCTYPE html><p>x"));
        assert!(looks_like_markup("saved page <div id='modgov'>"));
        assert!(!looks_like_markup("Issue - meetings\n\na < b"));
    }
}
