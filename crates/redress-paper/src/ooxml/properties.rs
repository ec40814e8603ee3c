//! Who wrote it, who saved it last, for whom: the properties that Office writes by itself.

use crate::package::Package;
use crate::xml::Step;
use crate::{Code, Finding, Refused};

/// What the properties state besides names.
#[derive(Default)]
pub(super) struct Stated {
    pub title: bool,
    pub pages: Option<u32>,
}

const PEOPLE: [(&str, &str); 4] =
    [("creator", "an author"), ("lastModifiedBy", "who saved it last"), ("Manager", "a manager"), ("Company", "an organisation")];

pub(super) fn look(package: &mut Package<'_>, findings: &mut Vec<Finding>) -> Result<Stated, Refused> {
    let mut stated = Stated::default();
    let mut named: Vec<&str> = Vec::new();
    for part in ["docProps/core.xml", "docProps/app.xml"] {
        let mut within = String::new();
        package.walk(part, |step| match step {
            Step::Open(element) => within = element.name().to_string(),
            Step::Text(text) if !text.trim().is_empty() => {
                if let Some((_, words)) = PEOPLE.iter().find(|(name, _)| *name == within)
                    && !is_a_program(text)
                {
                    named.push(words);
                }
                stated.title |= within == "title";
                if matches!(within.as_str(), "Pages" | "Slides") {
                    stated.pages = text.trim().parse().ok();
                }
            }
            Step::Close(_) => within.clear(),
            Step::Text(_) => {}
        })?;
    }
    if !named.is_empty() {
        findings.push(Finding::saying(Code::DocumentProperties, format!("The file's properties name {}.", named.join(", "))));
    }
    let mut custom = false;
    package.walk("docProps/custom.xml", |step| custom |= matches!(step, Step::Open(e) if e.name() == "property"))?;
    if custom {
        findings.push(Finding::of(Code::CustomProperties));
    }
    Ok(stated)
}

/// Libraries that write Office files sign as the author.
fn is_a_program(name: &str) -> bool {
    matches!(name.trim(), "openpyxl" | "python-docx" | "Microsoft Office User" | "Unknown" | "Un-named")
}
