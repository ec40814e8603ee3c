//! The body of the document, paragraph by paragraph and table by table.

use std::collections::HashMap;

use super::numbering::{Front, Numbering};
use super::styles::{Style, of_outline};
use super::{Part, Words};
use crate::Refused;
use crate::package::Package;
use crate::xml::{Element, Step};

/// What is being read.
struct Reading<'a> {
    styles: &'a HashMap<String, Style>,
    numbering: Numbering,
    words: Words,
    paragraph: Paragraph,
    tables: Vec<Table>,
    /// Elements whose words are no words of the document, that are open now.
    outside: u32,
    /// Words stand in `w:t`, and nowhere else.
    in_text: bool,
    pictures: u32,
    boxes: u32,
    formulas: u32,
    changes: u32,
    nested: u32,
}

#[derive(Default)]
struct Paragraph {
    words: String,
    style: Option<String>,
    outline: Option<u8>,
    list: Option<String>,
    level: Option<usize>,
}

#[derive(Default)]
struct Table {
    head: bool,
    rows: Vec<Vec<String>>,
}

/// What holds words that were taken out, or that stand there a second time.
const OUTSIDE: &[&str] = &["del", "moveFrom", "txbxContent", "Fallback", "instrText", "pPrChange", "rPrChange"];

pub(super) fn read(package: &mut Package<'_>, styles: &HashMap<String, Style>, numbering: Numbering) -> Result<Words, Refused> {
    let mut reading = Reading {
        styles,
        numbering,
        words: Words::default(),
        paragraph: Paragraph::default(),
        tables: Vec::new(),
        outside: 0,
        in_text: false,
        pictures: 0,
        boxes: 0,
        formulas: 0,
        changes: 0,
        nested: 0,
    };
    package.walk("word/document.xml", |step| match step {
        Step::Open(element) => reading.open(element),
        Step::Text(words) if reading.in_text && reading.outside == 0 => reading.paragraph.words.push_str(words),
        Step::Text(_) => {}
        Step::Close(name) => reading.close(name),
    })?;
    Ok(reading.end())
}

impl Reading<'_> {
    fn open(&mut self, element: &Element<'_>) {
        let name = element.name();
        let value = || element.attribute("val");
        if OUTSIDE.contains(&name) {
            self.outside += 1;
            self.boxes += u32::from(name == "txbxContent");
            self.changes += u32::from(matches!(name, "del" | "moveFrom"));
        }
        if self.outside > 0 {
            return;
        }
        match name {
            "p" => self.paragraph = Paragraph::default(),
            "pStyle" => self.paragraph.style = value(),
            "outlineLvl" => self.paragraph.outline = value().and_then(|v| of_outline(&v)),
            "numId" => self.paragraph.list = value(),
            "ilvl" => self.paragraph.level = value().and_then(|v| v.parse().ok()),
            "t" => self.in_text = true,
            "tab" | "br" | "cr" => self.paragraph.words.push(' '),
            "noBreakHyphen" => self.paragraph.words.push('-'),
            "ins" => self.changes += 1,
            "drawing" | "pict" | "object" => self.pictures += 1,
            "oMath" => self.formulas += 1,
            "tbl" => {
                self.nested += u32::from(!self.tables.is_empty());
                self.tables.push(Table::default());
            }
            "tr" => self.tables.last_mut().into_iter().for_each(|t| t.rows.push(Vec::new())),
            "tblHeader" if element.is_on() => self.tables.last_mut().into_iter().for_each(|t| t.head |= t.rows.len() == 1),
            "tc" => self.row().into_iter().for_each(|row| row.push(String::new())),
            _ => {}
        }
    }

    fn row(&mut self) -> Option<&mut Vec<String>> {
        self.tables.last_mut()?.rows.last_mut()
    }

    fn close(&mut self, name: &str) {
        if OUTSIDE.contains(&name) {
            self.outside = self.outside.saturating_sub(1);
            return;
        }
        if self.outside > 0 {
            return;
        }
        match name {
            "t" => self.in_text = false,
            "p" => self.end_of_paragraph(),
            "tbl" => self.end_of_table(),
            _ => {}
        }
    }

    fn end_of_paragraph(&mut self) {
        let paragraph = std::mem::take(&mut self.paragraph);
        let words = paragraph.words.split_whitespace().collect::<Vec<_>>().join(" ");
        let style = paragraph.style.as_ref().and_then(|s| self.styles.get(s));
        let of_style = style.and_then(|s| s.numbering.clone());
        let list = paragraph.list.or_else(|| of_style.as_ref().map(|(list, _)| list.clone()));
        let level = paragraph.level.or_else(|| of_style.map(|(_, level)| level)).unwrap_or(0);
        // An empty paragraph is counted by nobody.
        if words.is_empty() {
            return;
        }
        let heading = paragraph.outline.or_else(|| style.and_then(|s| s.heading));
        let front = list.and_then(|list| self.numbering.next(&list, level));
        if let Some(cell) = self.row().and_then(|row| row.last_mut()) {
            let front = match front {
                Some(Front::Label(label) | Front::Number(label)) => format!("{label} "),
                _ => String::new(),
            };
            if !cell.is_empty() {
                cell.push(' ');
            }
            cell.push_str(&front);
            cell.push_str(&words);
            return;
        }
        self.words.parts.push(match (heading, front) {
            (Some(level), _) => Part::Heading { level, words },
            (None, Some(Front::Bullet)) => Part::Item { label: String::new(), words },
            (None, Some(Front::Label(label))) => Part::Item { label, words },
            (None, Some(Front::Number(number))) => Part::Paragraph { number: Some(number), words },
            (None, None) => Part::Paragraph { number: None, words },
        });
    }

    fn end_of_table(&mut self) {
        let Some(table) = self.tables.pop() else { return };
        // A table in a cell: its words are the cell's.
        if let Some(cell) = self.row().and_then(|row| row.last_mut()) {
            let words = table.rows.into_iter().flatten().filter(|c| !c.is_empty()).collect::<Vec<_>>().join("; ");
            if !cell.is_empty() {
                cell.push(' ');
            }
            cell.push_str(&words);
            return;
        }
        let rows: Vec<Vec<String>> = table.rows.into_iter().filter(|r| r.iter().any(|c| !c.is_empty())).collect();
        if !rows.is_empty() {
            self.words.parts.push(Part::Table { head: table.head, rows });
        }
    }

    fn end(mut self) -> Words {
        let mut say = |count: u32, one: &str, many: &str| match count {
            0 => {}
            1 => self.words.left_out.push(one.into()),
            n => self.words.left_out.push(format!("{n} {many}")),
        };
        say(self.pictures, "A picture was left out. Add it as an appendix.", "pictures were left out. Add them as appendices.");
        say(
            self.boxes,
            "A text box was left out. Put its words into the text.",
            "text boxes were left out. Put their words into the text.",
        );
        say(self.formulas, "A formula was left out. Write it in words.", "formulas were left out. Write them in words.");
        say(self.nested, "A table within a table became words of its cell.", "tables within tables became words of their cells.");
        if self.changes > 0 {
            self.words.left_out.push("Tracked changes were read as if they were all accepted.".into());
        }
        self.words
    }
}
