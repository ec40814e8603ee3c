//! The styles by which OpenDocument hides text, sheets and slides.

use std::collections::HashSet;

use crate::xml::Element;

/// The names of hiding styles; read while walking, since they stand before the text that uses them.
#[derive(Default)]
pub(super) struct Hiding {
    name: String,
    text: HashSet<String>,
    tables: HashSet<String>,
    slides: HashSet<String>,
    /// A style crops a picture.
    pub crops: bool,
}

impl Hiding {
    pub fn open(&mut self, element: &Element<'_>) {
        let is = |attribute: &str, value: &str| element.attribute(attribute).is_some_and(|v| v == value);
        match element.name() {
            "style" => self.name = element.attribute("name").unwrap_or_default(),
            "text-properties" if is("display", "none") => {
                self.text.insert(self.name.clone());
            }
            "table-properties" if is("display", "false") => {
                self.tables.insert(self.name.clone());
            }
            "drawing-page-properties" if is("visibility", "hidden") => {
                self.slides.insert(self.name.clone());
            }
            "graphic-properties" => self.crops |= element.attribute("clip").is_some_and(|c| c.bytes().any(|b| (b'1'..=b'9').contains(&b))),
            _ => {}
        }
    }

    pub fn hides_text(&self, element: &Element<'_>) -> bool {
        uses(element, &self.text)
    }

    pub fn hides_table(&self, element: &Element<'_>) -> bool {
        uses(element, &self.tables)
    }

    pub fn hides_slide(&self, element: &Element<'_>) -> bool {
        uses(element, &self.slides)
    }
}

fn uses(element: &Element<'_>, names: &HashSet<String>) -> bool {
    !names.is_empty() && element.attribute("style-name").is_some_and(|n| names.contains(&n))
}
