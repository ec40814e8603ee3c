//! Text that Word is told not to show: `w:vanish` on the run itself or through its style.

use std::collections::HashSet;

use crate::Refused;
use crate::package::Package;
use crate::xml::{Element, Step};

/// The styles that hide their text, by identifier.
pub(super) fn styles(package: &mut Package<'_>) -> Result<HashSet<String>, Refused> {
    let mut hidden = HashSet::new();
    let mut style = String::new();
    package.walk("word/styles.xml", |step| match step {
        Step::Open(element) => match element.name() {
            "style" => style = element.attribute("styleId").unwrap_or_default(),
            "vanish" if element.is_on() && !style.is_empty() => {
                hidden.insert(style.clone());
            }
            _ => {}
        },
        Step::Close("style") => style.clear(),
        _ => {}
    })?;
    Ok(hidden)
}

/// Follows the runs of a part and says of each piece of text whether it is hidden.
#[derive(Default)]
pub(super) struct Runs {
    paragraph_hidden: bool,
    within_run: bool,
    within_text: bool,
    run: Option<bool>,
}

impl Runs {
    pub fn open(&mut self, element: &Element<'_>, styles: &HashSet<String>) {
        let named = || element.attribute("val").is_some_and(|v| styles.contains(&v));
        match element.name() {
            "p" => self.paragraph_hidden = false,
            "pStyle" => self.paragraph_hidden = named(),
            "r" => (self.within_run, self.run) = (true, None),
            "rStyle" if self.within_run && named() => self.run = self.run.or(Some(true)),
            "vanish" if self.within_run => self.run = Some(element.is_on()),
            "t" => self.within_text = true,
            _ => {}
        }
    }

    pub fn close(&mut self, name: &str) {
        match name {
            "r" => self.within_run = false,
            "t" => self.within_text = false,
            _ => {}
        }
    }

    /// Whether text that stands here is hidden.
    pub fn hides(&self, text: &str) -> bool {
        self.within_run && self.within_text && !text.trim().is_empty() && self.run.unwrap_or(self.paragraph_hidden)
    }
}
