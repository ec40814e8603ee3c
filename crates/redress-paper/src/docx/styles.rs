//! Styles of paragraphs: which are headings, and which bring a number.

use std::collections::HashMap;

use crate::Refused;
use crate::package::Package;
use crate::xml::Step;

/// What a style makes of a paragraph.
#[derive(Debug, Clone, Default)]
pub(super) struct Style {
    /// The level of a heading.
    pub heading: Option<u8>,
    /// The numbering, and its level.
    pub numbering: Option<(String, usize)>,
    /// The style that it rests on.
    based_on: Option<String>,
}

/// Every style of a paragraph, with what it takes over from those that it rests on.
pub(super) fn read(package: &mut Package<'_>) -> Result<HashMap<String, Style>, Refused> {
    let mut styles: HashMap<String, Style> = HashMap::new();
    let (mut id, mut style) = (String::new(), Style::default());
    package.walk("word/styles.xml", |step| match step {
        Step::Open(element) => {
            let value = || element.attribute("val").unwrap_or_default();
            match element.name() {
                "style" => (id, style) = (element.attribute("styleId").unwrap_or_default(), Style::default()),
                "name" => style.heading = of_name(&value()).or(style.heading),
                "outlineLvl" => style.heading = style.heading.or(of_outline(&value())),
                "basedOn" => style.based_on = Some(value()),
                "numId" => style.numbering = Some((value(), style.numbering.take().map_or(0, |(_, level)| level))),
                "ilvl" => {
                    style.numbering = Some((style.numbering.take().map_or(String::new(), |(id, _)| id), value().parse().unwrap_or(0)))
                }
                _ => {}
            }
        }
        Step::Close("style") => {
            styles.insert(std::mem::take(&mut id), std::mem::take(&mut style));
        }
        _ => {}
    })?;
    let own = styles.clone();
    for style in styles.values_mut() {
        let mut next = style.based_on.clone();
        // A chain of a few; one that runs in a circle ends too.
        for _ in 0..16 {
            let Some(base) = next.as_ref().and_then(|id| own.get(id)) else { break };
            style.heading = style.heading.or(base.heading);
            style.numbering = style.numbering.take().or_else(|| base.numbering.clone());
            next = base.based_on.clone();
        }
    }
    Ok(styles)
}

/// `heading 2` is a heading of level 2; the title of the document is none of its sections.
fn of_name(name: &str) -> Option<u8> {
    let name = name.to_ascii_lowercase();
    name.strip_prefix("heading")?.trim().parse().ok().filter(|level| (1..=9).contains(level))
}

/// An outline level counts from 0; 9 is the text itself.
pub(super) fn of_outline(value: &str) -> Option<u8> {
    value.parse::<u8>().ok().filter(|level| *level < 9).map(|level| level + 1)
}
