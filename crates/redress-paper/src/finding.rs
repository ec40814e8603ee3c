//! One thing that a reader would not expect to publish.

use serde::{Deserialize, Serialize};

use crate::Code;

/// What was found, in words that never quote it, and where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// The kind, for programs.
    pub code: Code,
    /// What it is, in plain English.
    pub words: String,
    /// `sheet 3`, `page 2, page 4 and 6 more`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
}

impl Finding {
    /// A finding in the usual words of its kind, about the whole file.
    pub(crate) fn of(code: Code) -> Self {
        Self { code, words: code.words().to_string(), place: None }
    }

    /// The same, with words of its own.
    pub(crate) fn saying(code: Code, words: impl Into<String>) -> Self {
        Self { code, words: words.into(), place: None }
    }
}

/// Where one kind of thing was met: the first places and how many more.
#[derive(Debug, Default)]
pub(crate) struct Places {
    first: Vec<String>,
    more: u32,
}

impl Places {
    const SHOWN: usize = 3;

    pub fn add(&mut self, place: impl Into<String>) {
        let place = place.into();
        if self.first.contains(&place) {
        } else if self.first.len() < Self::SHOWN {
            self.first.push(place);
        } else {
            self.more += 1;
        }
    }

    pub fn is_empty(&self) -> bool {
        self.first.is_empty()
    }

    fn words(&self) -> String {
        match (self.first.split_last(), self.more) {
            (Some((last, [])), 0) => last.clone(),
            (Some((last, before)), 0) => format!("{} and {last}", before.join(", ")),
            (_, more) => format!("{} and {more} more", self.first.join(", ")),
        }
    }

    /// One finding for all places, or none where there was no place.
    pub fn report(self, code: Code, findings: &mut Vec<Finding>) {
        if !self.is_empty() {
            findings.push(Finding { place: Some(self.words()), ..Finding::of(code) });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_places_are_one_finding() {
        let mut places = Places::default();
        for page in [1, 2, 2, 3, 9, 12] {
            places.add(format!("page {page}"));
        }
        let mut findings = Vec::new();
        places.report(Code::Comments, &mut findings);
        assert_eq!(findings[0].place.as_deref(), Some("page 1, page 2, page 3 and 2 more"));
        Places::default().report(Code::Comments, &mut findings);
        assert_eq!(findings.len(), 1);
    }
}
