//! An answer of the web service as a small tree, and which of its texts found a field.

use std::cell::Cell;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use redress::draft::{Reading, Unplaced};

use crate::ledger::Withheld;
use crate::page::Page;

/// Answers are five levels deep, in an envelope seven; anything far deeper is no answer.
const DEEPEST: usize = 64;

/// One element.
#[derive(Debug, Default)]
struct Node {
    name: String,
    attributes: Vec<(String, String)>,
    text: String,
    line: u32,
    children: Vec<usize>,
    taken: Cell<bool>,
    /// A page was made of its text, and the page's own ledger counts it.
    is_page: Cell<bool>,
    taken_attributes: Cell<u64>,
}

/// The elements of an answer.
#[derive(Debug, Default)]
pub struct Tree {
    nodes: Vec<Node>,
    /// Where the markup broke, and how.
    pub broken: Option<(u32, String)>,
}

/// An element of a tree.
#[derive(Clone, Copy)]
pub struct Element<'t> {
    tree: &'t Tree,
    at: usize,
}

impl Tree {
    /// Reads as much as is well formed.
    pub fn of(text: &str) -> Tree {
        let mut tree = Tree { nodes: vec![Node::default()], broken: None };
        let mut reader = Reader::from_str(text);
        reader.config_mut().check_end_names = false;
        let mut open = vec![0_usize];
        let (mut counted, mut line) = (0_usize, 1_u32);
        loop {
            let event = reader.read_event();
            let at = usize::try_from(reader.buffer_position()).unwrap_or(text.len()).min(text.len());
            let before = line;
            line += newlines(text, counted, at);
            counted = counted.max(at);
            let parent = open.last().copied().unwrap_or(0);
            match event {
                Ok(Event::Start(start)) if open.len() < DEEPEST => open.push(tree.add(parent, &start, line)),
                Ok(Event::Start(_)) => {
                    tree.broken = Some((line, "elements are nested deeper than any answer".into()));
                    break;
                }
                Ok(Event::Empty(start)) => {
                    tree.add(parent, &start, line);
                }
                Ok(Event::End(_)) if open.len() > 1 => {
                    open.pop();
                }
                Ok(Event::Text(words)) => {
                    if tree.nodes[parent].text.is_empty() {
                        tree.nodes[parent].line = before;
                    }
                    tree.nodes[parent].text.push_str(&words.into_inner());
                }
                Ok(Event::CData(words)) => tree.nodes[parent].text.push_str(&words.into_inner()),
                Ok(Event::GeneralRef(name)) => {
                    let decoded = match name.resolve_char_ref() {
                        Ok(Some(c)) => Some(c),
                        _ => predefined(&name),
                    };
                    let text = &mut tree.nodes[parent].text;
                    match decoded {
                        Some(c) => text.push(c),
                        None => text.push_str(&format!("&{};", &*name)),
                    }
                }
                Ok(Event::Eof) => break,
                Ok(_) => {}
                Err(e) => {
                    tree.broken = Some((line, e.to_string()));
                    break;
                }
            }
        }
        if tree.broken.is_none() && open.len() > 1 {
            tree.broken = Some((line, "it ends before its elements are closed".into()));
        }
        tree
    }

    fn add(&mut self, parent: usize, start: &BytesStart<'_>, line: u32) -> usize {
        let mut attributes = Vec::new();
        for attribute in start.attributes().with_checks(false).flatten() {
            let raw: &str = &attribute.value;
            let value = quick_xml::escape::unescape(raw).map_or_else(|_| raw.to_string(), |v| v.into_owned());
            attributes.push((local(attribute.key.as_ref()).to_string(), value));
        }
        let name = local(start.name().as_ref()).to_string();
        self.nodes.push(Node { name, attributes, line, ..Node::default() });
        let at = self.nodes.len() - 1;
        self.nodes[parent].children.push(at);
        at
    }

    /// The first element with one of these names, outermost first: an envelope is looked through.
    pub fn find(&self, names: &[&str]) -> Option<Element<'_>> {
        let at = self.nodes.iter().position(|n| names.contains(&n.name.as_str()))?;
        Some(Element { tree: self, at })
    }

    /// Counts all words and lists those no field took. Addresses and telephone numbers are counted and not shown.
    pub fn settle(&self, reading: &mut Reading) {
        let mut withheld = Withheld::default();
        let mut hidden = vec![false; self.nodes.len()];
        for (at, node) in self.nodes.iter().enumerate() {
            hidden[at] |= is_private(&node.name);
            if hidden[at] || (node.name == "workaddress") {
                for child in &node.children {
                    hidden[*child] |= hidden[at] || self.nodes[*child].name != "email";
                }
            }
            for (i, (_, value)) in node.attributes.iter().enumerate().filter(|(_, (k, _))| !is_plumbing(k)) {
                let words = value.split_whitespace().count();
                reading.words.total += words;
                if node.taken_attributes.get() & (1 << i.min(63)) != 0 {
                    reading.words.placed += words;
                } else if words > 0 {
                    reading.unplaced.push(Unplaced { line: node.line, text: value.trim().into() });
                }
            }
            if node.is_page.get() {
                continue;
            }
            let words = plain(&node.text);
            let count = words.split_whitespace().count();
            reading.words.total += count;
            if node.taken.get() {
                reading.words.placed += count;
            } else if hidden[at] && count > 0 {
                withheld.add(count, node.line);
            } else if count > 0 {
                reading.unplaced.push(Unplaced { line: node.line, text: words });
            }
        }
        withheld.tell(reading);
    }
}

fn newlines(text: &str, from: usize, to: usize) -> u32 {
    let bytes = text.as_bytes().get(from..to).unwrap_or_default();
    u32::try_from(bytes.iter().filter(|b| **b == b'\n').count()).unwrap_or(u32::MAX)
}

fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

fn predefined(name: &str) -> Option<char> {
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        _ => return None,
    })
}

/// Elements whose words a register of decisions has no business with.
fn is_private(name: &str) -> bool {
    matches!(name, "homeaddress" | "phone" | "mobile" | "fax" | "additionalcontactinfo")
}

/// Attributes of an envelope and its schemas.
fn is_plumbing(key: &str) -> bool {
    matches!(key, "xmlns" | "soap" | "xsi" | "xsd" | "schemaLocation")
}

/// The words of a text that may itself be HTML, on one line.
pub fn plain(text: &str) -> String {
    if text.contains(['&', '<']) {
        return crate::markup::flatten(text).joined();
    }
    let mut words = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(word);
    }
    words
}

impl<'t> Element<'t> {
    fn node(self) -> &'t Node {
        &self.tree.nodes[self.at]
    }

    /// The element's line in the source.
    pub fn line(self) -> u32 {
        self.node().line
    }

    /// Its name.
    pub fn name(self) -> &'t str {
        &self.node().name
    }

    /// The elements of this name directly in it.
    pub fn all(self, name: &'t str) -> impl Iterator<Item = Element<'t>> {
        let tree = self.tree;
        self.node().children.iter().map(move |at| Element { tree, at: *at }).filter(move |e| e.node().name == name)
    }

    /// The first of them.
    pub fn first(self, name: &'t str) -> Option<Element<'t>> {
        self.all(name).next()
    }

    /// The words of a child, taken. `None` where there is no such child, empty where it is empty.
    pub fn take(self, name: &str) -> Option<String> {
        let at = *self.node().children.iter().find(|at| self.tree.nodes[**at].name == name)?;
        let child = &self.tree.nodes[at];
        child.taken.set(true);
        Some(plain(&child.text))
    }

    /// The words of a child, taken; `None` where it is absent or empty.
    pub fn filled(self, name: &str) -> Option<String> {
        self.take(name).filter(|words| !words.is_empty())
    }

    /// The words of a child, left where they are.
    pub fn peek(self, name: &str) -> Option<String> {
        let at = self.node().children.iter().find(|at| self.tree.nodes[**at].name == name)?;
        Some(plain(&self.tree.nodes[*at].text))
    }

    /// The HTML of a child as a page, and its line; the page's ledger accounts for its words.
    pub fn body(self, name: &str) -> Option<(Page, u32)> {
        let at = *self.node().children.iter().find(|at| self.tree.nodes[**at].name == name)?;
        let child = &self.tree.nodes[at];
        child.taken.set(true);
        child.is_page.set(true);
        Some((crate::markup::flatten(&child.text), child.line))
    }

    /// An attribute, taken.
    pub fn attribute(self, name: &str) -> Option<String> {
        let node = self.node();
        let at = node.attributes.iter().position(|(key, _)| key == name)?;
        node.taken_attributes.set(node.taken_attributes.get() | (1 << at.min(63)));
        Some(node.attributes[at].1.trim().to_string()).filter(|v| !v.is_empty())
    }

    /// What no field has taken, as name and words: attributes first, then elements, each by its path. It is taken now.
    pub fn rest(self) -> Vec<(String, String)> {
        let mut found = Vec::new();
        self.gather("", &mut found);
        found
    }

    fn gather(self, path: &str, found: &mut Vec<(String, String)>) {
        let node = self.node();
        for (i, (key, value)) in node.attributes.iter().enumerate().filter(|(_, (k, _))| !is_plumbing(k)) {
            let bit = 1 << i.min(63);
            if node.taken_attributes.get() & bit == 0 && !value.trim().is_empty() {
                node.taken_attributes.set(node.taken_attributes.get() | bit);
                found.push((format!("{path}{key}"), value.trim().into()));
            }
        }
        for at in &node.children {
            let child = Element { tree: self.tree, at: *at };
            let name = child.name();
            if is_private(name) || (node.name == "workaddress" && name != "email") {
                continue;
            }
            let words = plain(&child.node().text);
            if !child.node().taken.replace(true) && !words.is_empty() {
                found.push((format!("{path}{name}"), words));
            }
            child.gather(&format!("{path}{name}/"), found);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_decoded_once_as_xml_and_once_as_html() {
        let tree = Tree::of("<a>\r\r\n<b>Members&amp;#39; time</b><c k=\"K&amp;W\">\r\n </c></a>");
        let a = tree.find(&["a"]).expect("root");
        assert_eq!(a.take("b").as_deref(), Some("Members' time"));
        assert_eq!(a.take("c").as_deref(), Some(""));
        assert_eq!(a.take("d"), None);
        assert_eq!(a.first("c").and_then(|c| c.attribute("k")).as_deref(), Some("K&W"));
    }

    #[test]
    fn broken_markup_gives_what_came_before() {
        let tree = Tree::of("<a><b>one</b><c>two");
        assert!(tree.broken.is_some());
        assert_eq!(tree.find(&["a"]).and_then(|a| a.take("b")).as_deref(), Some("one"));
    }
}
