//! Draws a page without a picture of it: where each letter lands and what is painted over it, in order.

mod operators;
mod path;
mod show;

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use lopdf::content::Content;
use lopdf::{Dictionary, Object, ObjectId, Stream};

use super::file::{Pdf, as_dictionary};
use super::font::Font;
use super::geometry::{Matrix, Rect};
use super::ink::{Cover, Drawn, Paint};
use super::layers;
use super::state::State;

const PAGE_BYTES: usize = 16 << 20;
const DEEPEST_FORM: u32 = 12;
const LETTERS: usize = 300_000;
const PAINTS: usize = 50_000;
/// Thinner marks are lines, which hide nothing.
const THIN: f64 = 2.0;

/// What may still be spent on a whole file.
pub(super) struct Budget {
    pub operations: u64,
    pub bytes: usize,
}

impl Budget {
    pub fn new() -> Self {
        Self { operations: 10_000_000, bytes: 512 << 20 }
    }
}

/// The pen: one page at a time, with what is the same for the whole file.
pub(super) struct Pen<'a> {
    pdf: &'a Pdf,
    off: HashSet<ObjectId>,
    fonts: HashMap<usize, Rc<Font>>,
    budget: Budget,
    drawn: Drawn,
}

impl<'a> Pen<'a> {
    pub fn new(pdf: &'a Pdf) -> Self {
        Self { pdf, off: layers::off(pdf), fonts: HashMap::new(), budget: Budget::new(), drawn: Drawn::default() }
    }

    pub fn draw(&mut self, id: ObjectId, page: &'a Dictionary) -> Drawn {
        self.drawn = Drawn::default();
        match self.pdf.document.get_page_content_with_limit(id, PAGE_BYTES.min(self.budget.bytes)) {
            Ok(content) => {
                let resources = self.pdf.inherited(page, b"Resources").and_then(as_dictionary);
                self.run(&content, resources, State::new(), 0);
            }
            Err(_) => self.drawn.cut_short = true,
        }
        std::mem::take(&mut self.drawn)
    }

    fn run(&mut self, content: &[u8], resources: Option<&'a Dictionary>, state: State, depth: u32) {
        self.budget.bytes = self.budget.bytes.saturating_sub(content.len());
        let mut sheet = operators::Sheet::new(state, resources, depth);
        for operation in Content::<Vec<lopdf::content::Operation>>::decode_iter(content) {
            let full = self.drawn.letters.len() > LETTERS || self.drawn.paints.len() > PAINTS;
            if self.budget.operations == 0 || full {
                self.drawn.cut_short = true;
                return;
            }
            self.budget.operations -= 1;
            match operation {
                Ok(operation) => self.follow(&mut sheet, &operation.operator, &operation.operands),
                Err(_) => {
                    self.drawn.part_unread = true;
                    return;
                }
            }
        }
    }

    fn paint(&mut self, paint: Option<Paint>) {
        self.drawn.paints.extend(paint.filter(|p| p.bounds.width() >= THIN && p.bounds.height() >= THIN));
    }

    /// `Do`: a picture, or a drawing within the drawing.
    fn place(&mut self, object: &'a Stream, state: &State, resources: Option<&'a Dictionary>, depth: u32) {
        if object.dict.get(b"OC").is_ok_and(|oc| layers::is_off(self.pdf, oc, &self.off)) {
            return;
        }
        match self.pdf.name(&object.dict, b"Subtype") {
            Some(b"Image") => self.picture(&object.dict, state),
            Some(b"Form") if depth < DEEPEST_FORM => self.form(object, state, resources, depth),
            Some(b"Form") => self.drawn.cut_short = true,
            _ => {}
        }
    }

    fn picture(&mut self, picture: &Dictionary, state: &State) {
        let bounds = Rect::of([0.0, 0.0, 1.0, 1.0]).carried(state.matrix).and(state.clip);
        let through = ["SMask", "Mask"].iter().any(|key| self.pdf.get(picture, key.as_bytes()).is_some())
            || self.pdf.get(picture, b"ImageMask").is_some_and(|m| m.as_bool().unwrap_or(false));
        let sure = !through && !state.lets_through() && state.clip_is_box && state.matrix.is_square();
        if bounds.width() > 0.0 && bounds.height() > 0.0 {
            self.drawn.pictures.push(bounds);
            let cover = if sure { Cover::Picture } else { Cover::Unsure };
            self.paint(Some(Paint::rect(self.drawn.letters.len(), cover, bounds)));
        }
    }

    fn form(&mut self, form: &'a Stream, state: &State, resources: Option<&'a Dictionary>, depth: u32) {
        let limit = PAGE_BYTES.min(self.budget.bytes);
        let Ok(content) = form.get_plain_content_with_limit(limit) else {
            self.drawn.part_unread = true;
            return;
        };
        let mut within = state.clone();
        if let Some(matrix) = self.pdf.array(&form.dict, b"Matrix").and_then(|m| self.pdf.numbers(m)) {
            within.matrix = Matrix(matrix).then(state.matrix);
        }
        if let Some(bounds) = self.pdf.array(&form.dict, b"BBox").and_then(|b| self.pdf.numbers(b)) {
            within.clip = within.clip.and(Rect::of(bounds).carried(within.matrix));
        }
        if self.pdf.dictionary(&form.dict, b"Group").is_some() {
            within.enter_group();
        }
        let own = self.pdf.dictionary(&form.dict, b"Resources");
        self.run(&content, own.or(resources), within, depth + 1);
    }

    /// What a name stands for among the resources.
    fn resource(&self, resources: Option<&'a Dictionary>, kind: &[u8], name: &Object) -> Option<&'a Object> {
        self.pdf.dictionary(resources?, kind)?.get(name.as_name().ok()?).ok()
    }
}
