//! The text operators: where each letter lands.

use std::rc::Rc;

use lopdf::Object;

use super::super::file::as_dictionary;
use super::super::font::Font;
use super::super::geometry::Matrix;
use super::super::ink::Letter;
use super::Pen;
use super::operators::Sheet;

/// Letters smaller than this on the page are not told apart from dots.
const SMALLEST: f64 = 1.0;

impl<'a> Pen<'a> {
    pub(super) fn write(&mut self, sheet: &mut Sheet<'a>, operator: &str, numbers: &[f64], operands: &[Object]) {
        let text = &mut sheet.state.text;
        match (operator, numbers) {
            ("BT", _) => (sheet.line, sheet.pen) = (Matrix::SAME, Matrix::SAME),
            ("Tf", &[size]) => {
                text.size = size;
                text.font = operands.first().and_then(|name| self.font(sheet.resources, name));
            }
            ("Tr", &[mode]) => text.mode = mode as i64,
            ("Tc", &[space]) => text.letter_space = space,
            ("Tw", &[space]) => text.word_space = space,
            ("Tz", &[percent]) => text.stretch = percent / 100.0,
            ("TL", &[leading]) => text.leading = leading,
            ("Ts", &[rise]) => text.rise = rise,
            ("Td", &[x, y]) => next_line(sheet, x, y),
            ("TD", &[x, y]) => {
                text.leading = -y;
                next_line(sheet, x, y);
            }
            ("Tm", &[a, b, c, d, e, f]) => {
                sheet.line = Matrix([a, b, c, d, e, f]);
                sheet.pen = sheet.line;
            }
            ("T*", _) => new_line(sheet),
            ("Tj", _) => self.show_all(sheet, operands),
            ("'", _) => {
                new_line(sheet);
                self.show_all(sheet, operands);
            }
            ("\"", &[word, letter, ..]) => {
                (text.word_space, text.letter_space) = (word, letter);
                new_line(sheet);
                self.show_all(sheet, operands);
            }
            ("TJ", _) => {
                if let Some(Object::Array(parts)) = operands.first() {
                    self.show_all(sheet, parts);
                }
            }
            _ => {}
        }
    }

    /// Strings are shown; numbers between them move the pen back by thousandths.
    fn show_all(&mut self, sheet: &mut Sheet<'a>, parts: &[Object]) {
        for part in parts {
            match part {
                Object::String(bytes, _) => self.show(sheet, bytes),
                number => {
                    let text = &sheet.state.text;
                    let back = self.pdf.number(number).unwrap_or(0.0) / 1000.0 * text.size * text.stretch;
                    sheet.pen = Matrix::shift(-back, 0.0).then(sheet.pen);
                }
            }
        }
    }

    fn show(&mut self, sheet: &mut Sheet<'a>, bytes: &[u8]) {
        let state = &sheet.state;
        let text = &state.text;
        let font = text.font.clone().unwrap_or_default();
        let seen = !sheet.is_off() && text.mode != 7;
        let brush = if text.mode == 1 { state.stroke } else { state.fill };
        for pair in bytes.chunks(if font.wide { 2 } else { 1 }) {
            let code = pair.iter().fold(0_u32, |code, b| code << 8 | u32::from(*b));
            let width = font.width(code) / 1000.0 * text.size;
            let blank = !font.wide && matches!(code, 9 | 10 | 13 | 32 | 160);
            let onto = sheet.pen.then(state.matrix);
            let at = onto.carry((width * text.stretch / 2.0, text.rise + 0.3 * text.size));
            let size = text.size.abs() * onto.scale();
            if seen && !blank && size >= SMALLEST && at.0.is_finite() && at.1.is_finite() && state.clip.holds(at) {
                self.drawn.letters.push(Letter { at, size, code, colour: brush.colour, inkless: text.mode == 3 });
            }
            let word = if code == 32 && !font.wide { text.word_space } else { 0.0 };
            sheet.pen = Matrix::shift((width + text.letter_space + word) * text.stretch, 0.0).then(sheet.pen);
        }
    }

    fn font(&mut self, resources: Option<&'a lopdf::Dictionary>, name: &Object) -> Option<Rc<Font>> {
        let font = self.resource(resources, b"Font", name).and_then(|o| self.pdf.follow(o)).and_then(as_dictionary)?;
        // The document does not move while it is looked at, so an address names a font.
        let key = std::ptr::from_ref(font) as usize;
        let pdf = self.pdf;
        Some(Rc::clone(self.fonts.entry(key).or_insert_with(|| Rc::new(Font::read(pdf, font)))))
    }
}

fn next_line(sheet: &mut Sheet<'_>, x: f64, y: f64) {
    sheet.line = Matrix::shift(x, y).then(sheet.line);
    sheet.pen = sheet.line;
}

fn new_line(sheet: &mut Sheet<'_>) {
    next_line(sheet, 0.0, -sheet.state.text.leading);
}
