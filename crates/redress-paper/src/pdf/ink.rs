//! What a page is drawn with, in order: letters, boxes that hide what is beneath, and other ink.

use std::collections::HashMap;

use super::geometry::{Rect, ring_area};

/// A colour as red, green and blue of 255; none where it cannot be told.
pub(super) type Colour = Option<[u8; 3]>;

/// One letter, at the middle of its body on the page.
#[derive(Debug, Clone, Copy)]
pub(super) struct Letter {
    pub at: (f64, f64),
    pub size: f64,
    pub code: u32,
    pub colour: Colour,
    /// Drawn with no ink, as text recognition does.
    pub inkless: bool,
}

/// What covers the page at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cover {
    /// An opaque fill.
    Box(Colour),
    /// An opaque picture.
    Picture,
    /// Something that may or may not let through: a gradient, a shape, a transparent fill.
    Unsure,
}

/// A painted area and how many letters had been drawn before it.
#[derive(Debug, Clone)]
pub(super) struct Paint {
    pub before: usize,
    pub cover: Cover,
    /// The part of the page that it can reach.
    pub bounds: Rect,
    rings: Vec<(Rect, i32)>,
    even_odd: bool,
}

impl Paint {
    pub fn rect(before: usize, cover: Cover, bounds: Rect) -> Self {
        Self { before, cover, bounds, rings: vec![(bounds, 1)], even_odd: false }
    }

    /// A filled path within a clip; a ring that is no box makes the whole unsure.
    pub fn path(before: usize, cover: Cover, rings: &[Vec<(f64, f64)>], even_odd: bool, clip: Rect) -> Option<Self> {
        let mut boxes = Vec::new();
        let mut cover = cover;
        for ring in rings {
            let Some(bounds) = Rect::around(ring) else { continue };
            let area = ring_area(ring);
            if area.abs() < 0.85 * bounds.area() {
                cover = Cover::Unsure;
            }
            boxes.push((bounds, if area < 0.0 { -1 } else { 1 }));
        }
        let all = boxes.iter().flat_map(|(b, _)| [(b.left, b.bottom), (b.right, b.top)]).collect::<Vec<_>>();
        let bounds = Rect::around(&all)?.and(clip);
        (bounds.width() > 0.0 && bounds.height() > 0.0).then_some(Self { before, cover, bounds, rings: boxes, even_odd })
    }

    /// Whether the paint reaches the middle of a letter, and is not just a line through it.
    pub fn covers(&self, letter: &Letter) -> bool {
        let least = 0.6 * letter.size;
        self.bounds.holds(letter.at) && self.bounds.width() >= least.min(4.0) && self.bounds.height() >= least && self.is_inside(letter.at)
    }

    /// How many comparisons a letter costs.
    pub fn weight(&self) -> u64 {
        self.rings.len() as u64
    }

    fn is_inside(&self, point: (f64, f64)) -> bool {
        let round = self.rings.iter().filter(|(ring, _)| ring.holds(point));
        if self.even_odd { round.count() % 2 == 1 } else { round.map(|(_, way)| way).sum::<i32>() != 0 }
    }
}

/// A page as it was drawn.
#[derive(Debug, Default)]
pub(super) struct Drawn {
    pub letters: Vec<Letter>,
    pub paints: Vec<Paint>,
    /// Where pictures lie, opaque or not.
    pub pictures: Vec<Rect>,
    /// The content could not be read to its end.
    pub part_unread: bool,
    /// A bound was reached.
    pub cut_short: bool,
}

/// Letters by where they land, so that one that is drawn again is found near by.
pub(super) struct Cells(HashMap<(u32, i64, i64), usize>);

impl Cells {
    pub fn of(letters: &[Letter]) -> Self {
        Self(letters.iter().enumerate().map(|(at, letter)| (Self::cell(letter, 0, 0), at)).collect())
    }

    /// The last time that the same letter was drawn at the same place.
    pub fn last(&self, letter: &Letter) -> Option<usize> {
        let around = (-1..=1).flat_map(|x| (-1..=1).map(move |y| (x, y)));
        around.filter_map(|(x, y)| self.0.get(&Self::cell(letter, x, y)).copied()).max()
    }

    fn cell(letter: &Letter, x: i64, y: i64) -> (u32, i64, i64) {
        // Squares of two points; the cast of a number that is too large stops at the edge.
        let square = |n: f64| (n / 2.0).round() as i64;
        (letter.code, square(letter.at.0).saturating_add(x), square(letter.at.1).saturating_add(y))
    }
}
