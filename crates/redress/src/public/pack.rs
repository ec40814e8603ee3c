//! The pages of a meeting's papers as the public cites them: which paper a reference leads to, whatever came later.

use serde::{Deserialize, Serialize};

use crate::agenda::supplement::{Leads, Pack};

/// Pages of one paper in the pack or in a supplement.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheets {
    /// The supplement; none in the pack as first published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supplement: Option<u32>,
    /// Which sheet of the pack, or of the supplement, is its first; from 1.
    pub from: u32,
    /// How many pages it has.
    pub pages: u32,
    /// The reference of its first page: `45`, `45A`.
    pub first: String,
    /// The reference of its last page.
    pub last: String,
    /// The number of the document.
    pub document: u64,
    /// SHA-256 of the file that these pages are of: a later version has other pages.
    pub file: String,
}

impl Sheets {
    /// `45` or `45A to 45C`.
    pub fn words(&self) -> String {
        if self.first == self.last { self.first.clone() } else { format!("{} to {}", self.first, self.last) }
    }
}

/// The pack of a meeting with its supplements. References are never given twice and never change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeetingPack {
    /// The pack and its supplements.
    #[serde(flatten)]
    pub pack: Pack,
    /// Which paper its pages are of, in reading order.
    pub sheets: Vec<Sheets>,
}

/// Where a reference leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page<'a> {
    /// The pages among which it is.
    pub sheets: &'a Sheets,
    /// The page within that file, from 1.
    pub of_file: u32,
}

impl MeetingPack {
    /// The page that a reference leads to.
    pub fn find(&self, reference: &str) -> Option<Page<'_>> {
        let (supplement, sheet) = match self.pack.find(reference)? {
            Leads::Pack { page } => (None, page),
            Leads::Supplement { number, sheet } => (Some(number), sheet),
        };
        let holds = |s: &&Sheets| s.supplement == supplement && (s.from..s.from.saturating_add(s.pages)).contains(&sheet);
        self.sheets.iter().find(holds).map(|sheets| Page { sheets, of_file: sheet - sheets.from + 1 })
    }

    /// The pages of a document, in reading order, replaced versions too.
    pub fn of_document(&self, document: u64) -> impl Iterator<Item = &Sheets> {
        self.sheets.iter().filter(move |s| s.document == document)
    }

    /// Whether a later supplement has another version of the paper that these pages are of.
    pub fn replaced_by(&self, sheets: &Sheets) -> Option<&Sheets> {
        let later = |s: &&Sheets| s.document == sheets.document && s.supplement > sheets.supplement && s.file != sheets.file;
        self.sheets.iter().filter(later).max_by_key(|s| s.supplement)
    }
}

/// Pages as they are counted up: the first and the last reference of each paper follow from where it stands.
pub fn referenced(pack: &Pack, mut sheets: Vec<Sheets>) -> Vec<Sheets> {
    for one in &mut sheets {
        let reference = |sheet: u32| match one.supplement {
            None => sheet.to_string(),
            Some(number) => {
                let at = usize::try_from(sheet.saturating_sub(1)).unwrap_or(usize::MAX);
                pack.references(number).into_iter().nth(at).unwrap_or_default()
            }
        };
        (one.first, one.last) = (reference(one.from), reference((one.from + one.pages).saturating_sub(1)));
    }
    let after = |one: &Sheets| match one.supplement {
        None => one.from,
        Some(number) => pack.supplements().iter().find(|s| s.number == number).map_or(0, |s| s.after_page),
    };
    sheets.sort_by_key(|one| (after(one), one.supplement, one.from));
    sheets
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn sheets(supplement: Option<u32>, from: u32, pages: u32, document: u64, file: &str) -> Sheets {
        Sheets { supplement, from, pages, document, file: file.into(), ..Sheets::default() }
    }

    #[test]
    fn earlier_citations_lead_where_they_led() {
        let mut pack = Pack::new(8);
        pack.add(date(2026, 4, 10), "The letter came late.", 5, 2).unwrap();
        pack.add(date(2026, 4, 13), "The appendix was corrected.", 8, 3).unwrap();
        let rows =
            vec![sheets(None, 1, 5, 1, "a"), sheets(None, 6, 3, 2, "b"), sheets(Some(1), 1, 2, 3, "c"), sheets(Some(2), 1, 3, 2, "d")];
        let pack = MeetingPack { sheets: referenced(&pack, rows), pack };
        let shown: Vec<_> = pack.sheets.iter().map(|s| (s.words(), s.document)).collect();
        assert_eq!(shown, [("1 to 5".into(), 1), ("5A to 5B".into(), 3), ("6 to 8".into(), 2), ("8A to 8C".into(), 2)]);
        let led = |reference: &str| pack.find(reference).map(|p| (p.sheets.file.clone(), p.of_file));
        assert_eq!(led("7"), Some(("b".into(), 2)), "the page as it was cited, not as it was corrected");
        assert_eq!(led("8b"), Some(("d".into(), 2)));
        assert_eq!((led("5C"), led("9")), (None, None));
        assert_eq!(pack.replaced_by(pack.find("7").unwrap().sheets).map(Sheets::words), Some("8A to 8C".into()));
        assert_eq!(pack.of_document(2).count(), 2);
    }
}
