//! The operators of a content stream, each to the part that follows it.

use lopdf::{Dictionary, Object};

use super::super::file::as_dictionary;
use super::super::geometry::Matrix;
use super::super::ink::{Cover, Paint};
use super::super::layers;
use super::super::state::{Paintbrush, State};
use super::Pen;
use super::path::Path;

const DEEPEST_STACK: usize = 512;

/// One content stream while it is followed.
pub(super) struct Sheet<'a> {
    pub state: State,
    kept: Vec<State>,
    pub resources: Option<&'a Dictionary>,
    pub depth: u32,
    pub path: Path,
    pub line: Matrix,
    pub pen: Matrix,
    /// For each marked part that is open, whether its layer is off.
    marked: Vec<bool>,
}

impl<'a> Sheet<'a> {
    pub fn new(state: State, resources: Option<&'a Dictionary>, depth: u32) -> Self {
        Self { state, kept: Vec::new(), resources, depth, path: Path::default(), line: Matrix::SAME, pen: Matrix::SAME, marked: Vec::new() }
    }

    /// Whether marks made here do not show.
    pub fn is_off(&self) -> bool {
        self.marked.contains(&true)
    }
}

impl<'a> Pen<'a> {
    pub(super) fn follow(&mut self, sheet: &mut Sheet<'a>, operator: &str, operands: &[Object]) {
        let numbers: Vec<f64> = operands.iter().filter_map(|o| self.pdf.number(o)).collect();
        let state = &mut sheet.state;
        match (operator, numbers.as_slice()) {
            ("q", _) if sheet.kept.len() < DEEPEST_STACK => sheet.kept.push(state.clone()),
            ("Q", _) => {
                if let Some(kept) = sheet.kept.pop() {
                    sheet.state = kept;
                }
            }
            ("cm", &[a, b, c, d, e, f]) => state.matrix = Matrix([a, b, c, d, e, f]).then(state.matrix),
            ("w", &[width]) => state.line_width = width,
            ("g" | "rg" | "k", numbers) => state.fill = Paintbrush::plain(numbers),
            ("G" | "RG" | "K", numbers) => state.stroke = Paintbrush::plain(numbers),
            ("sc" | "scn", numbers) => state.fill = state.fill.coloured(numbers, is_named(operands)),
            ("SC" | "SCN", numbers) => state.stroke = state.stroke.coloured(numbers, is_named(operands)),
            ("cs" | "CS", _) => {
                let brush = self.brush(sheet.resources, operands);
                *(if operator == "cs" { &mut sheet.state.fill } else { &mut sheet.state.stroke }) = brush;
            }
            ("gs", _) => {
                let settings = operands.first().and_then(|name| self.resource(sheet.resources, b"ExtGState", name));
                if let Some(settings) = settings.and_then(|o| self.pdf.follow(o)).and_then(as_dictionary) {
                    sheet.state.set(self.pdf, settings);
                }
            }
            ("m" | "l" | "c" | "v" | "y" | "re" | "h", numbers) => sheet.path.add(operator, numbers, sheet.state.matrix),
            ("W" | "W*", _) => sheet.path.clips = true,
            ("f" | "F" | "f*" | "B" | "B*" | "b" | "b*" | "S" | "s" | "n", _) => self.finish(sheet, operator),
            ("sh", _) if !sheet.is_off() => {
                self.paint(Some(Paint::rect(self.drawn.letters.len(), Cover::Unsure, sheet.state.clip)));
            }
            ("BI", _) if !sheet.is_off() => {
                if let Some(Object::Stream(picture)) = operands.first() {
                    self.inline(picture, &sheet.state);
                }
            }
            ("Do", _) if !sheet.is_off() => {
                let object = operands.first().and_then(|name| self.resource(sheet.resources, b"XObject", name));
                if let Some(object) = object.and_then(|o| self.pdf.stream(o)) {
                    self.place(object, &sheet.state, sheet.resources, sheet.depth);
                }
            }
            ("BMC", _) => mark(sheet, false),
            ("BDC", _) => {
                let layer = operands.get(1).filter(|_| operands.first().is_some_and(|t| t.as_name().is_ok_and(|t| t == b"OC")));
                let layer = layer.and_then(|name| self.resource(sheet.resources, b"Properties", name));
                mark(sheet, layer.is_some_and(|l| layers::is_off(self.pdf, l, &self.off)));
            }
            ("EMC", _) => drop(sheet.marked.pop()),
            (operator, numbers) => self.write(sheet, operator, numbers, operands),
        }
    }

    fn brush(&self, resources: Option<&'a Dictionary>, operands: &[Object]) -> Paintbrush {
        let Some(name) = operands.first() else { return Paintbrush::plain(&[0.0]) };
        let defined = self.resource(resources, b"ColorSpace", name).and_then(|o| self.pdf.follow(o));
        let defined = match defined {
            Some(Object::Array(array)) => array.first().and_then(|o| o.as_name().ok()),
            Some(Object::Name(name)) => Some(name.as_slice()),
            _ => None,
        };
        Paintbrush::space(name.as_name().unwrap_or_default(), defined)
    }

    fn inline(&mut self, picture: &lopdf::Stream, state: &State) {
        let mut full = picture.dict.clone();
        if let Ok(mask) = picture.dict.get(b"IM") {
            full.set("ImageMask", mask.clone());
        }
        self.picture(&full, state);
    }
}

fn is_named(operands: &[Object]) -> bool {
    operands.last().is_some_and(|o| o.as_name().is_ok())
}

fn mark(sheet: &mut Sheet<'_>, off: bool) {
    if sheet.marked.len() < DEEPEST_STACK {
        sheet.marked.push(off);
    }
}
