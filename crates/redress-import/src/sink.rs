//! What a flattened web page is gathered in, line by line, and which elements break lines.

use crate::extract::into_text;
use crate::page::{Line, Link, Page};

/// Blocks may nest this deep before the record of them stops growing.
const DEEPEST: usize = 256;
/// A page has a handful of addresses of its own; more of them tell nothing.
const MOST_OWN: usize = 16;

/// What the flattened page is gathered in.
#[derive(Default)]
pub(crate) struct Sink {
    /// The words.
    pub out: Vec<u8>,
    names: Vec<u8>,
    /// The words of the title.
    pub title: Vec<u8>,
    /// The page's own addresses.
    pub own: Vec<String>,
    lines: Vec<Line>,
    links: Vec<Link>,
    blocks: Vec<(&'static str, (u32, u32))>,
    /// Where the line began.
    pub open: usize,
    /// A blank is due before the next word.
    pub gap: bool,
    first_link: usize,
    link: Option<(usize, (u32, u32))>,
    label_end: u32,
    row: u32,
    cell: u32,
}

fn small(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

impl Sink {
    /// An empty sink for a text of this length.
    pub fn for_text(length: usize) -> Sink {
        Sink { out: Vec::with_capacity(length / 2), ..Sink::default() }
    }

    /// The flattened page.
    pub fn into_page(mut self) -> Page {
        self.end_line();
        Page {
            text: into_text(self.out),
            names: into_text(self.names),
            lines: self.lines,
            links: self.links,
            title: into_text(self.title),
            own: self.own,
            markup: true,
        }
    }

    /// Whether the line has no words yet.
    pub fn is_at_start(&self) -> bool {
        self.out.len() == self.open
    }

    /// Ends the line, if it has words.
    pub fn end_line(&mut self) {
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

    /// Ends the open link.
    pub fn end_link(&mut self) {
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

    /// Forgets everything but the title and the page's own addresses: the frame begins here.
    pub fn enter_frame(&mut self) {
        let own = std::mem::take(&mut self.own);
        let (title, names) = (std::mem::take(&mut self.title), std::mem::take(&mut self.names));
        let (mut out, mut lines) = (std::mem::take(&mut self.out), std::mem::take(&mut self.lines));
        out.clear();
        lines.clear();
        *self = Sink { title, own, names, out, lines, ..Sink::default() };
    }

    /// Begins a link at the next word.
    pub fn begin_link(&mut self, href: &[u8]) {
        if let Some(shared) = crate::own_address::in_share_link(href) {
            self.add_own(shared);
        }
        let href = self.name(href);
        self.link = Some((self.out.len(), href));
    }

    /// Adds an address that the page gives as its own.
    pub fn add_own(&mut self, address: String) {
        if self.own.len() < MOST_OWN && !self.own.contains(&address) {
            self.own.push(address);
        }
    }

    /// The label that began the line ends here.
    pub fn end_label(&mut self) {
        self.label_end = small(self.out.len().saturating_sub(self.open));
    }

    /// Opens a block with the classes of its element.
    pub fn push_block(&mut self, tag: &'static str, classes: &[u8]) {
        match tag {
            "tr" => (self.row, self.cell) = (self.row + 1, 0),
            "td" | "th" => self.cell += 1,
            "hr" => return,
            _ => {}
        }
        // A paragraph cannot hold a block, nor a list entry another.
        while let Some((last, _)) = self.blocks.last()
            && (*last == "p" || (*last == tag && matches!(tag, "li" | "tr" | "td" | "th" | "dt" | "dd")))
        {
            self.blocks.pop();
        }
        if self.blocks.len() < DEEPEST {
            let first = classes.split(u8::is_ascii_whitespace).find(|c| !c.is_empty()).unwrap_or_default();
            let class = if first.is_empty() { (0, 0) } else { self.name(first) };
            self.blocks.push((tag, class));
        }
    }

    /// Closes the innermost block of this name and those in it.
    pub fn close_block(&mut self, tag: &'static str) {
        self.end_line();
        if let Some(at) = self.blocks.iter().rposition(|(open, _)| *open == tag) {
            self.blocks.truncate(at);
        }
        if tag == "table" {
            self.cell = 0;
        }
    }
}

/// The name of an element that breaks lines.
pub(crate) fn block(name: &[u8]) -> Option<&'static str> {
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
