//! The plain text that an officer types, read into blocks and written back without losing a word.
//!
//! The grammar, line by line:
//!
//! | line | what it is |
//! |---|---|
//! | `# Findings`, `# 3 Findings` | a section, with its number where that is typed; `##` and `###` are headings in it |
//! | `- words`, `(1) words`, `a) words` | an item of a list; a line that begins with two blanks goes on with it |
//! | `\| cell \| cell \|` | a row of a table; a second row of dashes makes the first the heads of the columns |
//! | `3.3 words` | a paragraph with its number |
//! | `\` before any of these | the line is words and nothing else |
//! | a blank line | ends a paragraph |

use super::number::{Mark, Number};
use super::{Block, Is, Item};

/// A block as it was typed: numbers are what the officer wrote, true or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Raw {
    /// A heading.
    Heading {
        /// 1 to 3.
        level: u8,
        /// The number in front, with the word that it stood in.
        number: Option<(Mark, String)>,
        /// The words after it.
        words: String,
    },
    /// A paragraph.
    Paragraph {
        /// The number in front, with the word that it stood in.
        number: Option<(Number, String)>,
        /// The words after it.
        words: String,
    },
    /// A list.
    List(Vec<Item>),
    /// A table.
    Table {
        /// The heads of its columns.
        head: Vec<String>,
        /// Its rows.
        rows: Vec<Vec<String>>,
    },
}

/// Reads what was typed. Nothing is refused: what is no heading, list or table is a paragraph.
pub fn read(text: &str) -> Vec<Raw> {
    let mut all: Vec<Raw> = Vec::new();
    // Whether the next plain line goes on with the last block.
    let mut open = false;
    for line in text.lines() {
        let continued = line.starts_with("  ");
        let bare = &flat(line);
        if bare.is_empty() {
            open = false;
            continue;
        }
        if let (true, true, Some(Raw::List(items))) = (open, continued, all.last_mut())
            && let (Some(last), None) = (items.last_mut(), item(bare))
        {
            push_words(&mut last.words, bare);
            continue;
        }
        if let Some((level, words)) = heading(bare) {
            all.push(numbered_heading(level, words));
            open = false;
        } else if let Some(cells) = row(bare) {
            match all.last_mut().filter(|_| open) {
                Some(Raw::Table { head, rows }) if head.is_empty() && rows.len() == 1 && ruled(&cells) => head.append(&mut rows.remove(0)),
                Some(Raw::Table { rows, .. }) => rows.push(cells),
                _ => all.push(Raw::Table { head: Vec::new(), rows: vec![cells] }),
            }
            open = true;
        } else if let Some(item) = item(bare) {
            match all.last_mut().filter(|_| open) {
                Some(Raw::List(items)) => items.push(item),
                _ => all.push(Raw::List(vec![item])),
            }
            open = true;
        } else {
            let escaped = bare.strip_prefix('\\').map(str::trim_start).filter(|w| !w.is_empty());
            match (all.last_mut().filter(|_| open), escaped) {
                (Some(Raw::Paragraph { words, .. }), _) => push_words(words, escaped.unwrap_or(bare)),
                (_, Some(words)) => all.push(Raw::Paragraph { number: None, words: words.into() }),
                (_, None) => all.push(numbered(bare)),
            }
            open = true;
        }
    }
    all
}

/// Any white space is one blank.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn push_words(words: &mut String, more: &str) {
    if !words.is_empty() {
        words.push(' ');
    }
    words.push_str(more);
}

fn heading(line: &str) -> Option<(u8, &str)> {
    let level = line.chars().take_while(|c| *c == '#').count();
    let words = line.get(level..)?.strip_prefix(' ')?.trim();
    (1..=3).contains(&level).then_some(())?;
    Some((u8::try_from(level).ok()?, words)).filter(|(_, w)| !w.is_empty())
}

fn numbered_heading(level: u8, words: &str) -> Raw {
    if let Some(words) = words.strip_prefix('\\').map(str::trim_start).filter(|w| !w.is_empty()) {
        return Raw::Heading { level, number: None, words: words.into() };
    }
    let typed = words.split_once(' ').and_then(|(first, rest)| {
        let mark = Mark::read(first.strip_suffix('.').unwrap_or(first)).filter(|_| level == 1)?;
        Some(((mark, first.to_string()), rest.trim_start()))
    });
    match typed {
        Some((number, words)) => Raw::Heading { level, number: Some(number), words: words.into() },
        None => Raw::Heading { level, number: None, words: words.into() },
    }
}

fn numbered(words: &str) -> Raw {
    let typed = words.split_once(char::is_whitespace).and_then(|(first, rest)| {
        let number = Number::read(first).filter(|n| n.paragraph.is_some())?;
        Some(((number, first.to_string()), rest.trim_start()))
    });
    match typed {
        Some((number, words)) => Raw::Paragraph { number: Some(number), words: words.into() },
        None => Raw::Paragraph { number: None, words: words.into() },
    }
}

fn item(line: &str) -> Option<Item> {
    let (label, words) = line.split_once(' ')?;
    let words = words.trim();
    if words.is_empty() {
        return None;
    }
    let item = |label: &str| Some(Item { label: label.into(), words: words.into() });
    if matches!(label, "-" | "*" | "•") {
        return item("");
    }
    let inner = label.strip_prefix('(').and_then(|l| l.strip_suffix(')')).or_else(|| label.strip_suffix(')'));
    let inner = inner.or_else(|| label.strip_suffix('.'))?;
    let digits = inner.len() <= 3 && inner.chars().all(|c| c.is_ascii_digit());
    // `a)` and `(iv)` are labels; `a.` and `I.` may end a sentence or begin a name.
    let letters = !label.ends_with('.') && inner.len() <= 4 && inner.chars().all(|c| c.is_ascii_lowercase());
    if !inner.is_empty() && (digits || letters) { item(label) } else { None }
}

fn row(line: &str) -> Option<Vec<String>> {
    let inner = line.strip_prefix('|')?;
    let inner = if inner.ends_with("\\|") { inner } else { inner.strip_suffix('|').unwrap_or(inner) };
    let mut cells = vec![String::new()];
    let mut letters = inner.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' if letters.peek() == Some(&'|') => cells.last_mut()?.extend(letters.next()),
            '|' => cells.push(String::new()),
            _ => cells.last_mut()?.push(letter),
        }
    }
    Some(cells.into_iter().map(|c| c.trim().to_string()).collect())
}

fn ruled(cells: &[String]) -> bool {
    cells.iter().all(|c| c.contains('-') && c.chars().all(|l| matches!(l, '-' | ':' | ' ')))
}

/// A line of words that reads as words, whatever it begins with.
pub fn as_words(line: &str) -> String {
    let line = line.trim();
    let special =
        line.starts_with(['\\', '#', '|']) || item(line).is_some() || matches!(numbered(line), Raw::Paragraph { number: Some(_), .. });
    if special { format!("\\{line}") } else { line.into() }
}

/// Writes blocks as an officer would type them.
pub fn write(blocks: &[Block]) -> String {
    blocks.iter().map(|b| one(&b.is)).collect::<Vec<_>>().join("\n\n")
}

fn one(is: &Is) -> String {
    match is {
        Is::Heading { level, number, words } => {
            let marks = "#".repeat(usize::from(*level).clamp(1, 3));
            match number {
                Some(number) => format!("{marks} {number} {words}"),
                None if matches!(numbered_heading(*level, words), Raw::Heading { number: Some(_), .. }) || words.starts_with('\\') => {
                    format!("{marks} \\{words}")
                }
                None => format!("{marks} {words}"),
            }
        }
        Is::Paragraph { number: Some(number), words } => format!("{number} {}", flat(words)),
        Is::Paragraph { number: None, words } => as_words(&flat(words)),
        Is::List { items } => {
            let item = |i: &Item| format!("{} {}", if i.label.is_empty() { "-" } else { &i.label }, flat(&i.words));
            items.iter().map(item).collect::<Vec<_>>().join("\n")
        }
        Is::Table { head, rows } => table(head, rows),
    }
}

fn table(head: &[String], rows: &[Vec<String>]) -> String {
    let line = |cells: &[String]| format!("| {} |", cells.iter().map(|c| flat(c).replace('|', "\\|")).collect::<Vec<_>>().join(" | "));
    let mut lines = Vec::with_capacity(rows.len() + 2);
    if !head.is_empty() {
        lines.push(line(head));
        lines.push(format!("|{}", "---|".repeat(head.len())));
    }
    lines.extend(rows.iter().map(|r| line(r)));
    lines.join("\n")
}
