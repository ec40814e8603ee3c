//! The numbers that Word puts in front of paragraphs, counted as Word counts them.

use std::collections::HashMap;

use crate::Refused;
use crate::package::Package;
use crate::xml::Step;

/// One level of a numbering.
#[derive(Debug, Clone, Default)]
struct Level {
    /// `decimal`, `bullet`, `lowerLetter`.
    format: String,
    /// `%1.%2`.
    text: String,
    start: u32,
}

/// Every numbering of the document, with where each has come to.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    levels: HashMap<String, Vec<Level>>,
    lists: HashMap<String, String>,
    counted: HashMap<String, Vec<u32>>,
}

/// What stands in front of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Front {
    /// A bullet.
    Bullet,
    /// A number of one part or a letter: `(a)`.
    Label(String),
    /// A number of several parts: `3.3`.
    Number(String),
}

/// The deepest level that Word has.
const DEEPEST: usize = 9;

pub(super) fn read(package: &mut Package<'_>) -> Result<Numbering, Refused> {
    let mut found = Numbering::default();
    let (mut of_abstract, mut of_list, mut level) = (String::new(), String::new(), Level::default());
    package.walk("word/numbering.xml", |step| match step {
        Step::Open(element) => {
            let value = || element.attribute("val").unwrap_or_default();
            match element.name() {
                "abstractNum" => of_abstract = element.attribute("abstractNumId").unwrap_or_default(),
                "num" => of_list = element.attribute("numId").unwrap_or_default(),
                "abstractNumId" => {
                    found.lists.insert(of_list.clone(), value());
                }
                "lvl" => level = Level { start: 1, ..Level::default() },
                "start" => level.start = value().parse().unwrap_or(1),
                "numFmt" => level.format = value(),
                "lvlText" => level.text = value(),
                _ => {}
            }
        }
        Step::Close("lvl") => {
            let levels = found.levels.entry(of_abstract.clone()).or_default();
            if levels.len() < DEEPEST {
                levels.push(std::mem::take(&mut level));
            }
        }
        _ => {}
    })?;
    Ok(found)
}

impl Numbering {
    /// What stands in front of the next paragraph of a list at a level; nothing for a list that is none.
    pub(super) fn next(&mut self, list: &str, level: usize) -> Option<Front> {
        let of = self.lists.get(list)?;
        let levels = self.levels.get(of)?;
        let own = levels.get(level)?;
        if own.format == "bullet" {
            return Some(Front::Bullet);
        }
        if own.format == "none" || own.text.is_empty() {
            return None;
        }
        let counted = self.counted.entry(of.clone()).or_insert_with(|| levels.iter().map(|l| l.start.saturating_sub(1)).collect());
        for (at, count) in counted.iter_mut().enumerate() {
            let start = levels.get(at).map_or(1, |l| l.start);
            match at.cmp(&level) {
                // A level above that nothing has counted yet stands at its start.
                std::cmp::Ordering::Less => *count = (*count).max(start),
                std::cmp::Ordering::Equal => *count = count.saturating_add(1),
                std::cmp::Ordering::Greater => *count = start.saturating_sub(1),
            }
        }
        let mut words = own.text.clone();
        let mut parts = 0;
        for (at, count) in counted.iter().enumerate() {
            let place = format!("%{}", at + 1);
            if words.contains(&place) {
                parts += 1;
                let format = levels.get(at).map_or("decimal", |l| l.format.as_str());
                words = words.replace(&place, &counted_as(*count, format));
            }
        }
        let words = words.trim().to_string();
        Some(if parts > 1 { Front::Number(words.trim_end_matches('.').to_string()) } else { Front::Label(words) })
    }
}

fn counted_as(count: u32, format: &str) -> String {
    match format {
        "lowerLetter" => letters(count),
        "upperLetter" => letters(count).to_uppercase(),
        "lowerRoman" => roman(count),
        "upperRoman" => roman(count).to_uppercase(),
        _ => count.to_string(),
    }
}

/// Word counts a to z, then aa, bb.
fn letters(count: u32) -> String {
    let (at, times) = ((count.max(1) - 1) % 26, (count.max(1) - 1) / 26 + 1);
    let letter = char::from_u32(u32::from('a') + at).unwrap_or('a');
    std::iter::repeat_n(letter, usize::try_from(times.min(20)).unwrap_or(1)).collect()
}

fn roman(count: u32) -> String {
    const DIGITS: [(u32, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    let (mut left, mut words) = (count.min(3999), String::new());
    for (value, digits) in DIGITS {
        while left >= value {
            words.push_str(digits);
            left -= value;
        }
    }
    words
}
