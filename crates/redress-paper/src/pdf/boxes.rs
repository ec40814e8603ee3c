//! Text that is on a page and cannot be seen: under a box, in the colour of the box, without ink, off the page.

use std::collections::HashSet;

use lopdf::Dictionary;

use super::annotations::is_hidden;
use super::file::Pdf;
use super::geometry::Rect;
use super::ink::{Cells, Cover, Drawn, Letter, Paint};
use super::page::Pen;
use crate::finding::Places;
use crate::{Code, Finding};

/// Letters and paints that are compared in a whole file.
const COMPARED: u64 = 500_000_000;
/// A stray mark or two is nobody's secret.
const FEWEST: usize = 2;
/// Printers write their marks beside the page; a sentence is longer.
const FEWEST_OFF_PAGE: usize = 12;

/// What was read, for the notes on reading.
#[derive(Default)]
pub(super) struct Read {
    pub has_text: bool,
    pub cut_short: bool,
    pub part_unread: bool,
}

pub(super) fn look(pdf: &Pdf, findings: &mut Vec<Finding>) -> Read {
    let (mut covered, mut inkless, mut off_page) = (Places::default(), Places::default(), Places::default());
    let mut read = Read::default();
    let mut pen = Pen::new(pdf);
    let mut left = COMPARED;
    for (at, id) in pdf.pages.iter().enumerate() {
        let Some(page) = pdf.page(*id) else { continue };
        let mut drawn = pen.draw(*id, page);
        read.has_text |= !drawn.letters.is_empty();
        read.part_unread |= drawn.part_unread;
        let area = visible(pdf, page);
        settle(&mut drawn, area);
        pin(pdf, page, &mut drawn);
        let cost = drawn.letters.len() as u64 * drawn.paints.iter().map(Paint::weight).sum::<u64>();
        let affordable = cost <= left;
        read.cut_short |= drawn.cut_short || !affordable;
        let place = || format!("page {}", at + 1);
        if affordable {
            left -= cost;
            if is_text(hidden(&drawn).into_iter(), FEWEST) {
                covered.add(place());
            }
        }
        let unseen = drawn.letters.iter().filter(|l| l.inkless && !drawn.pictures.iter().any(|p| p.wider(l.size).holds(l.at)));
        if is_text(unseen, FEWEST) {
            inkless.add(place());
        }
        if is_text(drawn.letters.iter().filter(|l| !area.wider(l.size).holds(l.at)), FEWEST_OFF_PAGE) {
            off_page.add(place());
        }
    }
    covered.report(Code::TextUnderBox, findings);
    inkless.report(Code::InvisibleText, findings);
    off_page.report(Code::TextOffPage, findings);
    read
}

/// The part of a page that a reader shows.
fn visible(pdf: &Pdf, page: &Dictionary) -> Rect {
    let area = |key| pdf.inherited(page, key).and_then(|o| pdf.numbers(o.as_array().ok()?)).map(Rect::of).filter(|r| r.area() > 1.0);
    let media = area(b"MediaBox").unwrap_or(Rect::of([0.0, 0.0, 612.0, 792.0]));
    area(b"CropBox").map(|c| c.and(media)).filter(|r| r.area() > 1.0).unwrap_or(media)
}

/// A picture of the whole page is a scan with its recognised text, and hides nothing.
fn settle(drawn: &mut Drawn, page: Rect) {
    let pictures: f64 = drawn.pictures.iter().map(|p| p.and(page).area()).sum();
    if pictures > 0.5 * page.area() {
        drawn.paints.iter_mut().filter(|p| p.cover == Cover::Picture).for_each(|p| p.cover = Cover::Unsure);
    }
}

/// Boxes that are pinned to the page after it was drawn.
fn pin(pdf: &Pdf, page: &Dictionary, drawn: &mut Drawn) {
    for annotation in pdf.annotations(page) {
        let kind = pdf.name(annotation, b"Subtype").unwrap_or_default();
        let filled = match kind {
            b"Square" => pdf.array(annotation, b"IC"),
            b"FreeText" => pdf.array(annotation, b"C"),
            _ => None,
        };
        let opaque = pdf.get(annotation, b"CA").and_then(|a| pdf.number(a)).is_none_or(|a| a > 0.98);
        let place = pdf.array(annotation, b"Rect").and_then(|r| pdf.numbers(r)).map(Rect::of);
        if let Some(place) = place.filter(|_| opaque && filled.is_some_and(|f| !f.is_empty()) && !is_hidden(pdf, annotation)) {
            drawn.paints.push(Paint::rect(drawn.letters.len(), Cover::Box(None), place));
        }
    }
}

/// The letters that are covered later, or that have the colour of what they are drawn on.
fn hidden(drawn: &Drawn) -> Vec<&Letter> {
    let cells = Cells::of(&drawn.letters);
    let mut hidden = Vec::new();
    for (at, letter) in drawn.letters.iter().enumerate() {
        let over = drawn.paints.iter().rev().take_while(|p| p.before > at).find(|p| hides(p, letter));
        let is_hidden = match over {
            // Drawn once more above the box: a shadow, or a page that is drawn twice.
            Some(paint) => cells.last(letter).is_none_or(|last| last < paint.before),
            None => is_on_its_own_colour(drawn, at, letter),
        };
        if is_hidden {
            hidden.push(letter);
        }
    }
    hidden
}

fn hides(paint: &Paint, letter: &Letter) -> bool {
    match paint.cover {
        Cover::Box(_) => paint.covers(letter),
        Cover::Picture => !letter.inkless && paint.covers(letter),
        Cover::Unsure => false,
    }
}

fn is_on_its_own_colour(drawn: &Drawn, at: usize, letter: &Letter) -> bool {
    let beneath = drawn.paints.iter().rev().skip_while(|p| p.before > at).find(|p| p.covers(letter));
    match (letter.colour, beneath.map(|p| p.cover)) {
        (Some(ink), Some(Cover::Box(Some(ground)))) => !letter.inkless && ink.iter().zip(ground).all(|(a, b)| a.abs_diff(b) <= 3),
        _ => false,
    }
}

/// Whether there are letters enough to say something: a row of one sign is a leader or spaces.
fn is_text<'a>(letters: impl Iterator<Item = &'a Letter>, fewest: usize) -> bool {
    let (mut count, mut kinds) = (0, HashSet::new());
    for letter in letters {
        count += 1;
        kinds.insert(letter.code);
    }
    count >= fewest && kinds.len() >= 2
}
