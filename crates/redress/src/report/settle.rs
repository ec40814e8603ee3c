//! The next version of what was typed: which block is which, and what number each has.
//!
//! A number that was given stays with its paragraph; one that is typed is believed where it can be true. What is new gets a free
//! one: after the last the next, between two a letter.

use std::collections::{BTreeMap, BTreeSet};

use super::number::{Mark, Number};
use super::typed::Raw;
use super::{Block, Is, Text, pointer};

/// How far a typed number may run ahead of the one before it. Further, it is words: *12 months on*.
const AHEAD: u32 = 5;

/// The next version: what was typed, settled against the version before.
pub fn settle(before: Option<&Text>, raws: Vec<Raw>) -> Text {
    let none = Text::default();
    let before = before.unwrap_or(&none);
    let mut blocks = typed(before, raws);
    let mut next_id = before.next_id.max(1);
    identify(before, &mut blocks, &mut next_id);
    let mut given = before.given.clone();
    given.extend(blocks.iter().filter_map(|b| b.number().cloned()));
    number(&mut blocks, &mut given);
    Text { blocks, next_id, given }
}

/// Numbers everything afresh, before anybody was sent a number; pointers follow.
pub fn renumbered(text: &Text) -> Text {
    let mut blocks = text.blocks.clone();
    for block in &mut blocks {
        set(block, None);
    }
    let mut given = BTreeSet::new();
    number(&mut blocks, &mut given);
    let moved: BTreeMap<&Number, Number> =
        text.blocks.iter().zip(&blocks).filter_map(|(was, is)| Some((was.number()?, is.number()?.clone()))).collect();
    for block in &mut blocks {
        pointer::redirect(block, &moved);
    }
    Text { blocks, next_id: text.next_id, given }
}

fn set(block: &mut Block, to: Option<Number>) {
    if let Is::Heading { number, .. } | Is::Paragraph { number, .. } = &mut block.is {
        *number = to;
    }
}

/// The blocks with the typed numbers that can be true; what cannot be is words again. Their ids are not known yet.
fn typed(before: &Text, raws: Vec<Raw>) -> Vec<Block> {
    let mut seen: BTreeSet<Number> = BTreeSet::new();
    let (mut section, mut last): (Option<Mark>, u32) = (None, 0);
    let mut sections = 0;
    let mut blocks = Vec::with_capacity(raws.len());
    for raw in raws {
        let is = match raw {
            Raw::Heading { level, number, words } => {
                let (number, word) = number.unzip();
                let plausible = |mark: &Mark| mark.between() || (mark.n() > sections && mark.n() <= sections + AHEAD);
                let number = number.map(Number::of_section);
                let number = number.filter(|n| !seen.contains(n) && (before.given.contains(n) || plausible(&n.section)));
                let words = if number.is_some() { words } else { with(word, words) };
                if level == 1 {
                    // Without a typed number it is the section of these words, or else the next one.
                    let stated = number.as_ref().map(|n| n.section.clone()).or_else(|| section_of(before, &words));
                    let mark = stated.unwrap_or_else(|| Mark::plain(sections + 1));
                    sections = mark.n().max(sections);
                    (section, last) = (Some(mark), 0);
                }
                seen.extend(number.clone());
                Is::Heading { level, number, words }
            }
            Raw::Paragraph { number, words } => {
                let (number, word) = number.unzip();
                let number = number.filter(|n| {
                    let mark = n.paragraph.as_ref();
                    let plausible = mark.is_some_and(|m| m.between() || (m.n() > last && m.n() <= last + AHEAD));
                    section.as_ref() == Some(&n.section) && !seen.contains(n) && (before.given.contains(n) || plausible)
                });
                last = number.as_ref().and_then(|n| n.paragraph.as_ref()).map_or(last, |m| m.n().max(last));
                let words = if number.is_some() { words } else { with(word, words) };
                seen.extend(number.clone());
                Is::Paragraph { number, words }
            }
            Raw::List(items) => Is::List { items },
            Raw::Table { head, rows } => Is::Table { head, rows },
        };
        blocks.push(Block { id: 0, is });
    }
    blocks
}

/// The number that a section of these words had.
fn section_of(before: &Text, words: &str) -> Option<Mark> {
    let own = before.blocks.iter().find(|b| matches!(&b.is, Is::Heading { level: 1, words: was, .. } if was == words));
    own.and_then(Block::number).map(|n| n.section.clone())
}

fn with(word: Option<String>, words: String) -> String {
    match word {
        Some(word) => format!("{word} {words}"),
        None => words,
    }
}

/// Finds each block in the version before: by its number, by its words, or as the list or table at the same place.
fn identify(before: &Text, blocks: &mut [Block], next_id: &mut u32) {
    let mut free: BTreeMap<u32, &Block> = before.blocks.iter().map(|b| (b.id, b)).collect();
    for block in blocks.iter_mut() {
        let was = block.number().and_then(|n| before.blocks.iter().find(|b| b.number() == Some(n)));
        if let Some(was) = was.filter(|w| free.remove(&w.id).is_some()) {
            block.id = was.id;
        }
    }
    for block in blocks.iter_mut().filter(|b| b.id == 0) {
        let was = before.blocks.iter().find(|b| free.contains_key(&b.id) && same(&b.is, &block.is));
        if let Some(was) = was.filter(|w| block.number().is_none() || w.number().is_none()) {
            free.remove(&was.id);
            block.id = was.id;
            set(block, was.number().cloned());
        }
    }
    let followed: BTreeMap<u32, u32> = before.blocks.iter().zip(before.blocks.iter().skip(1)).map(|(a, b)| (a.id, b.id)).collect();
    let mut previous = 0;
    for block in blocks.iter_mut() {
        if block.id == 0 && block.number().is_none() {
            let was = followed.get(&previous).and_then(|id| free.get(id)).copied();
            let alike =
                |was: &&Block| matches!((&was.is, &block.is), (Is::List { .. }, Is::List { .. }) | (Is::Table { .. }, Is::Table { .. }));
            if let Some(was) = was.filter(alike) {
                free.remove(&was.id);
                block.id = was.id;
            }
        }
        if block.id == 0 {
            block.id = *next_id;
            *next_id += 1;
        }
        previous = block.id;
    }
}

/// Whether two blocks have the same words, whatever their numbers.
fn same(a: &Is, b: &Is) -> bool {
    match (a, b) {
        (Is::Heading { level, words, .. }, Is::Heading { level: l, words: w, .. }) => level == l && words == w,
        (Is::Paragraph { words, .. }, Is::Paragraph { words: w, .. }) => words == w,
        _ => a == b,
    }
}

/// Gives numbers to what has none: sections, then the paragraphs of each.
fn number(blocks: &mut [Block], given: &mut BTreeSet<Number>) {
    let sections: Vec<usize> = blocks.iter().enumerate().filter(|(_, b)| b.begins_section()).map(|(at, _)| at).collect();
    fill(blocks, &sections, given, Number::of_section, |n| Some(n.section.clone()).filter(|_| n.paragraph.is_none()));
    let ends: Vec<usize> = sections.iter().skip(1).copied().chain([blocks.len()]).collect();
    for (start, end) in sections.into_iter().zip(ends) {
        let Some(section) = blocks.get(start).and_then(|b| b.number()).map(|n| n.section.clone()) else { continue };
        let of_it = |at: &usize| matches!(blocks.get(*at).map(|b| &b.is), Some(Is::Paragraph { .. }));
        let paragraphs: Vec<usize> = (start..end).filter(of_it).collect();
        // A paragraph that was moved to another section takes a number of that section.
        for at in &paragraphs {
            if let Some(block) = blocks.get_mut(*at).filter(|b| b.number().is_some_and(|n| n.section != section)) {
                set(block, None);
            }
        }
        let of = section.clone();
        fill(blocks, &paragraphs, given, |m| Number::of_paragraph(section.clone(), m), |n| n.paragraph.clone().filter(|_| n.section == of));
    }
}

fn fill(
    blocks: &mut [Block],
    places: &[usize],
    given: &mut BTreeSet<Number>,
    number: impl Fn(Mark) -> Number,
    mark: impl Fn(&Number) -> Option<Mark>,
) {
    let mut before: Option<Mark> = None;
    for (n, at) in places.iter().enumerate() {
        let known = |at: &usize| blocks.get(*at).and_then(Block::number).and_then(&mark);
        if known(at).is_none() {
            let after = places.iter().skip(n + 1).find_map(known);
            let free = Mark::free(before.as_ref(), after.as_ref(), |m| given.contains(&number(m.clone())));
            given.insert(number(free.clone()));
            if let Some(block) = blocks.get_mut(*at) {
                set(block, Some(number(free)));
            }
        }
        before = blocks.get(*at).and_then(Block::number).and_then(&mark).or(before);
    }
}
