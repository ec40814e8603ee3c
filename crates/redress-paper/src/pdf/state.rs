//! The graphics state: what the next mark on the page will look like, and where it lands.

use std::rc::Rc;

use lopdf::{Dictionary, Object};

use super::file::Pdf;
use super::font::Font;
use super::geometry::{Matrix, Rect};
use super::ink::{Colour, Cover};

/// What `q` keeps and `Q` brings back.
#[derive(Clone)]
pub(super) struct State {
    pub matrix: Matrix,
    pub clip: Rect,
    /// The clip is a box, so that a fill reaches all of it.
    pub clip_is_box: bool,
    pub fill: Paintbrush,
    pub stroke: Paintbrush,
    pub line_width: f64,
    opaque: bool,
    blends: bool,
    masked: bool,
    /// The group around it lets through.
    faded: bool,
    pub text: Text,
}

/// A colour and the kind of space that it is given in.
#[derive(Clone, Copy)]
pub(super) struct Paintbrush {
    pub colour: Colour,
    space: Space,
}

#[derive(Clone, Copy, PartialEq)]
enum Space {
    Plain,
    Pattern,
    Other,
}

/// How text is set.
#[derive(Clone)]
pub(super) struct Text {
    pub font: Option<Rc<Font>>,
    pub size: f64,
    pub letter_space: f64,
    pub word_space: f64,
    pub stretch: f64,
    pub leading: f64,
    pub rise: f64,
    pub mode: i64,
}

const BLACK: Paintbrush = Paintbrush { colour: Some([0, 0, 0]), space: Space::Plain };

impl State {
    pub fn new() -> Self {
        Self {
            matrix: Matrix::SAME,
            clip: Rect::EVERYTHING,
            clip_is_box: true,
            fill: BLACK,
            stroke: BLACK,
            line_width: 1.0,
            opaque: true,
            blends: false,
            masked: false,
            faded: false,
            text: Text { font: None, size: 0.0, letter_space: 0.0, word_space: 0.0, stretch: 1.0, leading: 0.0, rise: 0.0, mode: 0 },
        }
    }

    /// What a fill with this brush does to what is beneath.
    pub fn cover(&self, brush: Paintbrush) -> Cover {
        if self.lets_through() || !self.clip_is_box || brush.space == Space::Pattern { Cover::Unsure } else { Cover::Box(brush.colour) }
    }

    pub fn lets_through(&self) -> bool {
        !self.opaque || self.blends || self.masked || self.faded
    }

    /// The state at the start of a group: fresh, but as faint as the group itself.
    pub fn enter_group(&mut self) {
        self.faded = self.lets_through();
        (self.opaque, self.blends, self.masked) = (true, false, false);
    }

    /// Takes over what `gs` sets.
    pub fn set(&mut self, pdf: &Pdf, settings: &Dictionary) {
        if let Some(alpha) = pdf.get(settings, b"ca").and_then(|a| pdf.number(a)) {
            self.opaque = alpha > 0.98;
        }
        if let Some(width) = pdf.get(settings, b"LW").and_then(|w| pdf.number(w)) {
            self.line_width = width;
        }
        if let Some(mode) = pdf.get(settings, b"BM") {
            let name = mode.as_array().ok().and_then(|a| a.first()).unwrap_or(mode).as_name().unwrap_or(b"Normal");
            self.blends = name != b"Normal" && name != b"Compatible";
        }
        if let Some(mask) = pdf.get(settings, b"SMask") {
            self.masked = !matches!(mask, Object::Name(_));
        }
    }
}

impl Paintbrush {
    /// `g`, `rg`, `k` and their like for lines: the count of numbers names the space.
    pub fn plain(numbers: &[f64]) -> Self {
        Self { colour: colour(numbers), space: Space::Plain }
    }

    /// A colour space that is chosen; its first colour is black, where it has plain numbers.
    pub fn space(name: &[u8], definition: Option<&[u8]>) -> Self {
        match definition.unwrap_or(name) {
            b"DeviceGray" | b"G" | b"DeviceRGB" | b"RGB" | b"DeviceCMYK" | b"CMYK" | b"ICCBased" | b"CalGray" | b"CalRGB" => BLACK,
            b"Pattern" => Self { colour: None, space: Space::Pattern },
            _ => Self { colour: None, space: Space::Other },
        }
    }

    /// `sc` and `scn` within the space.
    pub fn coloured(self, numbers: &[f64], named: bool) -> Self {
        match self.space {
            _ if named => Self { colour: None, space: Space::Pattern },
            Space::Plain => Self::plain(numbers),
            _ => self,
        }
    }
}

fn colour(numbers: &[f64]) -> Colour {
    // Clamped to a byte, so the cast cannot wrap.
    let byte = |n: f64| (n.clamp(0.0, 1.0) * 255.0).round() as u8;
    match *numbers {
        [grey] => Some([byte(grey); 3]),
        [red, green, blue] => Some([byte(red), byte(green), byte(blue)]),
        [c, m, y, k] => Some([byte(1.0 - c - k), byte(1.0 - m - k), byte(1.0 - y - k)]),
        _ => None,
    }
}
