//! How wide the letters of a font are; nothing of what they mean.

use std::collections::HashMap;

use lopdf::{Dictionary, Object};

use super::file::{Pdf, as_dictionary};

const WIDTHS: usize = 70_000;

/// The widths of a font in thousandths of its size.
#[derive(Debug, Clone, Default)]
pub(super) struct Font {
    /// Two bytes a letter.
    pub wide: bool,
    widths: HashMap<u32, f64>,
    otherwise: f64,
}

impl Font {
    pub fn read(pdf: &Pdf, font: &Dictionary) -> Self {
        match pdf.name(font, b"Subtype") {
            Some(b"Type0") => Self::composite(pdf, font),
            subtype => Self::simple(pdf, font, subtype == Some(b"Type3")),
        }
    }

    pub fn width(&self, code: u32) -> f64 {
        self.widths.get(&code).copied().unwrap_or(self.otherwise)
    }

    fn simple(pdf: &Pdf, font: &Dictionary, drawn: bool) -> Self {
        let first = pdf.get(font, b"FirstChar").and_then(|o| o.as_i64().ok()).and_then(|f| u32::try_from(f).ok()).unwrap_or(0);
        // A drawn font has a measure of its own.
        let unit =
            if drawn { pdf.array(font, b"FontMatrix").and_then(|m| pdf.number(m.first()?)).map_or(1.0, |a| a * 1000.0) } else { 1.0 };
        let widths = pdf.array(font, b"Widths").into_iter().flatten().take(256).filter_map(|w| pdf.number(w));
        let widths = (first..=first.saturating_add(255)).zip(widths).map(|(code, w)| (code, w * unit)).collect();
        Self { wide: false, widths, otherwise: 500.0 }
    }

    fn composite(pdf: &Pdf, font: &Dictionary) -> Self {
        let mut composite = Self { wide: true, otherwise: 1000.0, ..Self::default() };
        let below = pdf.array(font, b"DescendantFonts").and_then(|d| pdf.follow(d.first()?)).and_then(as_dictionary);
        let Some(below) = below else { return composite };
        composite.otherwise = pdf.get(below, b"DW").and_then(|w| pdf.number(w)).unwrap_or(1000.0);
        let mut given = 0;
        let mut list = pdf.array(below, b"W").map(Vec::as_slice).unwrap_or_default();
        // `from [w w w]` or `from to w`.
        while let [from, second, rest @ ..] = list {
            let code = |o: &Object| pdf.number(o).filter(|n| (0.0..=65_535.0).contains(n)).map(|n| n as u32);
            let Some(from) = code(from) else { break };
            if let Some(Object::Array(each)) = pdf.follow(second) {
                given += each.len();
                composite.widths.extend((from..).zip(each.iter().take(WIDTHS).filter_map(|w| pdf.number(w))));
                list = rest;
            } else {
                let [width, rest @ ..] = rest else { break };
                if let (Some(to), Some(width)) = (code(second), pdf.number(width)) {
                    given += to.saturating_sub(from) as usize;
                    composite.widths.extend((from..=to).map(|c| (c, width)));
                }
                list = rest;
            }
            if given > WIDTHS {
                break;
            }
        }
        composite
    }
}
