//! The properties of an OpenDocument file.

use crate::looked::Seen;
use crate::package::Package;
use crate::xml::Step;
use crate::{Code, Finding, Media, Refused};

const PEOPLE: [(&str, &str); 3] = [("initial-creator", "an author"), ("creator", "who saved it last"), ("printed-by", "who printed it")];

pub(super) fn look(package: &mut Package<'_>, media: Media, seen: &mut Seen) -> Result<(), Refused> {
    let mut within = String::new();
    let mut named: Vec<&str> = Vec::new();
    let (mut custom, mut title, mut pages) = (false, false, None);
    package.walk("meta.xml", |step| match step {
        Step::Open(element) => {
            within = element.name().to_string();
            if within == "document-statistic" {
                pages = element.attribute("page-count").and_then(|p| p.parse().ok());
            }
        }
        Step::Text(text) if !text.trim().is_empty() => {
            named.extend(PEOPLE.iter().filter(|(name, _)| *name == within).map(|(_, words)| *words));
            custom |= within == "user-defined";
            title |= within == "title";
        }
        Step::Close(_) => within.clear(),
        Step::Text(_) => {}
    })?;
    if !named.is_empty() {
        seen.findings.push(Finding::saying(Code::DocumentProperties, format!("The file's properties name {}.", named.join(", "))));
    }
    if custom {
        seen.findings.push(Finding::of(Code::CustomProperties));
    }
    if !title && media == Media::Odt {
        seen.accessibility.push(Finding::of(Code::NoTitle));
    }
    seen.pages = pages.filter(|_| media == Media::Odt);
    Ok(())
}
