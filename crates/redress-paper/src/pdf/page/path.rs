//! The path under construction, and what is done with it at its end: fill, line, clip.

use super::super::geometry::{Matrix, Rect, ring_area};
use super::super::ink::Paint;
use super::Pen;
use super::operators::Sheet;

const POINTS: usize = 100_000;

/// Rings of points on the page.
#[derive(Default)]
pub(super) struct Path {
    rings: Vec<Vec<(f64, f64)>>,
    points: usize,
    /// It will clip what comes after.
    pub clips: bool,
}

impl Path {
    /// Curves are taken by their ends: a rounded box stays a box, and a circle does not become one.
    pub fn add(&mut self, operator: &str, numbers: &[f64], matrix: Matrix) {
        self.points += 4;
        if self.points > POINTS {
            return;
        }
        match (operator, numbers) {
            ("m", &[x, y]) => self.rings.push(vec![matrix.carry((x, y))]),
            ("l", &[x, y]) | ("c", &[_, _, _, _, x, y]) | ("v" | "y", &[_, _, x, y]) => {
                if let Some(ring) = self.rings.last_mut() {
                    ring.push(matrix.carry((x, y)));
                }
            }
            ("re", &[x, y, w, h]) => {
                self.rings.push([(x, y), (x + w, y), (x + w, y + h), (x, y + h)].map(|p| matrix.carry(p)).to_vec());
            }
            _ => {}
        }
    }

    fn bounds(&self) -> Option<Rect> {
        Rect::around(&self.rings.concat())
    }

    fn is_box(&self) -> bool {
        match self.rings.as_slice() {
            [ring] => Rect::around(ring).is_some_and(|b| ring_area(ring).abs() >= 0.85 * b.area()),
            _ => false,
        }
    }

    /// A straight thick line along an axis, as a marker draws it.
    fn bar(&self, width: f64) -> Option<Rect> {
        let [ring] = self.rings.as_slice() else { return None };
        let &[a, b] = ring.as_slice() else { return None };
        let rect = Rect::around(&[a, b])?;
        let half = width / 2.0;
        if rect.height() < 0.5 {
            Some(Rect { bottom: rect.bottom - half, top: rect.top + half, ..rect })
        } else if rect.width() < 0.5 {
            Some(Rect { left: rect.left - half, right: rect.right + half, ..rect })
        } else {
            None
        }
    }
}

impl Pen<'_> {
    pub(super) fn finish(&mut self, sheet: &mut Sheet<'_>, operator: &str) {
        let path = std::mem::take(&mut sheet.path);
        let state = &sheet.state;
        let before = self.drawn.letters.len();
        if !sheet.is_off() {
            match operator {
                "n" => {}
                "S" | "s" => {
                    let bar = path.bar(state.line_width * state.matrix.scale()).map(|b| b.and(state.clip));
                    self.paint(bar.map(|b| Paint::rect(before, state.cover(state.stroke), b)));
                }
                _ => self.paint(Paint::path(before, state.cover(state.fill), &path.rings, operator.ends_with('*'), state.clip)),
            }
        }
        if path.clips
            && let Some(bounds) = path.bounds()
        {
            sheet.state.clip = sheet.state.clip.and(bounds);
            sheet.state.clip_is_box &= path.is_box();
        }
    }
}
