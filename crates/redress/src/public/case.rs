//! A case of the Ombudsman's as the public sees it. Its items are found by reference; no person is ever part of it.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Listing;
use crate::ombudsman::figures::{Cell, THRESHOLD};
use crate::ombudsman::recommendation::Nature;
use crate::ombudsman::reference::Reference;

/// A case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Case {
    /// The Ombudsman's reference.
    pub reference: Reference,
    /// Cases named beside it in one item; which follows which is not read from that.
    pub named_with: Vec<Reference>,
    /// What the council's own file says, where that was published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<Box<PublicFile>>,
}

/// The part of the council's file that the public sees.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PublicFile {
    /// The Ombudsman's papers, in the order of receipt.
    pub papers: Vec<PublicPaper>,
    /// The services.
    pub services: Vec<String>,
    /// The council that it was made against, where this one replaced it.
    pub predecessor: Option<String>,
    /// The chain of cases that it belongs to, oldest first; empty where it stands alone.
    pub chain: Vec<Reference>,
    /// How many service improvements were asked for.
    pub service_improvements: u32,
    /// How many procedural recommendations.
    pub procedural: u32,
    /// How many personal remedies, small numbers hidden.
    pub personal: Cell,
    /// The day on which the Ombudsman closed it.
    pub closed_by_ombudsman_on: Option<Date>,
}

/// A paper of the Ombudsman's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PublicPaper {
    /// What it is: `Report`.
    pub kind: String,
    /// The date it bears.
    pub dated: Option<Date>,
    /// The day it was received, where that is known.
    pub received: Option<Date>,
}

impl PublicFile {
    /// Counts recommendations by nature. Of personal remedies there is a number only where it is not small.
    pub fn count(&mut self, natures: impl Iterator<Item = Nature>) {
        let (mut personal, mut improvements, mut procedural) = (0, 0, 0);
        for nature in natures {
            match nature {
                Nature::Personal => personal += 1,
                Nature::ServiceImprovement => improvements += 1,
                Nature::Procedural => procedural += 1,
            }
        }
        self.service_improvements = improvements;
        self.procedural = procedural;
        self.personal = if (1..THRESHOLD).contains(&personal) { Cell::Hidden } else { Cell::Is(personal) };
    }
}

impl Case {
    pub(super) fn listing(&self) -> Listing {
        let services = self.file.as_ref().map(|f| f.services.join("\n\n")).unwrap_or_default();
        Listing {
            title: format!("Ombudsman case {}", self.reference),
            service: self.file.as_ref().and_then(|f| f.services.first().cloned()),
            references: vec![self.reference],
            text: services,
            ..Listing::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file() -> PublicFile {
        PublicFile {
            papers: Vec::new(),
            services: Vec::new(),
            predecessor: None,
            chain: Vec::new(),
            service_improvements: 0,
            procedural: 0,
            personal: Cell::Is(0),
            closed_by_ombudsman_on: None,
        }
    }

    #[test]
    fn a_few_personal_remedies_are_not_counted_in_public() {
        for (n, shown) in [(0, Cell::Is(0)), (1, Cell::Hidden), (4, Cell::Hidden), (5, Cell::Is(5))] {
            let mut file = file();
            file.count(std::iter::repeat_n(Nature::Personal, n).chain([Nature::Procedural]));
            assert_eq!((file.personal, file.procedural), (shown, 1));
        }
    }

    #[test]
    fn a_case_that_was_published_before_files_were_can_be_read() {
        let case: Case = serde_json::from_str(r#"{"reference":"23 006 024","named_with":[]}"#).unwrap();
        assert_eq!(case.file, None);
        assert!(!serde_json::to_string(&case).unwrap().contains("file"), "and is no new version when it is projected again");
    }
}
