//! Which words of a page found a field. What a reader does not place is listed, never lost.

use redress::draft::{Reading, Unplaced};

use crate::page::Page;

/// What became of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    /// No field took it.
    Left,
    /// A field took it, or it is a label that led to one.
    Placed,
    /// An address or a telephone number: counted, and shown nowhere.
    Withheld,
}

/// The fates of a page's lines.
#[derive(Debug)]
pub struct Ledger {
    fates: Vec<Fate>,
}

impl Ledger {
    /// A ledger for a page, with nothing placed.
    pub fn new(page: &Page) -> Ledger {
        Ledger { fates: vec![Fate::Left; page.lines.len()] }
    }

    /// The whole line found a field.
    pub fn place(&mut self, line: usize) {
        if let Some(fate) = self.fates.get_mut(line) {
            *fate = Fate::Placed;
        }
    }

    /// The line holds an address or a telephone number: it stays in the source and is not listed.
    pub fn withhold(&mut self, line: usize) {
        if let Some(fate) = self.fates.get_mut(line) {
            *fate = Fate::Withheld;
        }
    }

    /// Adds the page's words to the reading's count, and lists those left over. `shift` is the number of lines before the
    /// page, where it stands inside an answer.
    pub fn settle(&self, page: &Page, shift: u32, reading: &mut Reading) {
        let mut withheld = Withheld::default();
        for (line, fate) in self.fates.iter().enumerate() {
            let words = page.words(line);
            let total = count(words);
            let number = page.lines[line].number.saturating_add(shift);
            reading.words.total += total;
            match fate {
                Fate::Placed => reading.words.placed += total,
                Fate::Withheld => withheld.add(total, number),
                Fate::Left => reading.unplaced.push(Unplaced { line: number, text: words.into() }),
            }
        }
        withheld.tell(reading);
    }
}

/// Words of addresses and telephone numbers, which are told by their count alone.
#[derive(Debug, Default)]
pub struct Withheld {
    words: usize,
    first: u32,
}

impl Withheld {
    /// Counts words that stand on a line.
    pub fn add(&mut self, words: usize, line: u32) {
        if self.words == 0 {
            self.first = line;
        }
        self.words += words;
    }

    /// Lists them without showing them.
    pub fn tell(&self, reading: &mut Reading) {
        if self.words == 0 {
            return;
        }
        let text = format!("[{} words of home addresses and telephone numbers, kept only in the source]", self.words);
        reading.unplaced.push(Unplaced { line: self.first, text });
        let message = format!("{} words of addresses and telephone numbers were not copied; they stay in the source", self.words);
        reading.doubt("home_address_left_in_source", self.first, message);
    }
}

/// Words of a line: a line has one blank between each two.
fn count(line: &str) -> usize {
    if line.is_empty() { 0 } else { 1 + line.bytes().filter(|b| *b == b' ').count() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use redress::draft::{SourceKind, SourceName};

    #[test]
    fn what_no_reader_takes_is_listed_with_its_line() {
        let page = Page::of("one two\n\nthree four five\nsix");
        let mut ledger = Ledger::new(&page);
        ledger.place(0);
        ledger.withhold(1);
        let mut reading = Reading::of(SourceName { source: String::new(), sha256: String::new() }, SourceKind::OtherPage);
        ledger.settle(&page, 0, &mut reading);
        assert_eq!((reading.words.total, reading.words.placed), (6, 2));
        let left: Vec<_> = reading.unplaced.iter().map(|u| (u.line, u.text.as_str())).collect();
        assert_eq!(left, [(4, "six"), (3, "[3 words of home addresses and telephone numbers, kept only in the source]")]);
    }
}
