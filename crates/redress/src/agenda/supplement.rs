//! Page references of a pack. Supplements come as inserts, so that what was cited as page 45 stays page 45: the first sheet
//! put in after it is 45A, the next 45B, whichever supplement they are in.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::wrong::{Wrong, reasons};

/// A supplement to a published pack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Supplement {
    /// 1 for the first.
    pub number: u32,
    /// The day of publication.
    pub published: Date,
    /// Why it comes later.
    pub why: String,
    /// The numbered page of the pack that it follows; 0 for before the first.
    pub after_page: u32,
    /// How many pages it has.
    pub pages: u32,
}

/// A pack as published, with its supplements. Neither is ever renumbered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pack {
    /// Pages of the pack as first published.
    pub pages: u32,
    #[serde(default)]
    supplements: Vec<Supplement>,
}

/// Where a reference leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(tag = "in", rename_all = "snake_case")]
pub enum Leads {
    /// To a page of the pack.
    Pack {
        /// The page.
        page: u32,
    },
    /// To a page of a supplement.
    Supplement {
        /// Which.
        number: u32,
        /// The sheet in it, from 1.
        sheet: u32,
    },
}

impl Pack {
    /// A pack of so many pages.
    pub fn new(pages: u32) -> Pack {
        Pack { pages, supplements: Vec::new() }
    }

    /// The supplements, in order.
    pub fn supplements(&self) -> &[Supplement] {
        &self.supplements
    }

    /// Publishes a supplement.
    pub fn add(&mut self, published: Date, why: &str, after_page: u32, pages: u32) -> Result<u32, Wrong> {
        if after_page > self.pages {
            return Err(Wrong::new("after_page", format!("The pack has {} pages. Choose the page that it follows.", self.pages)));
        }
        if pages == 0 {
            return Err(Wrong::new("pages", "The supplement has no pages."));
        }
        if !reasons(why, 3) {
            return Err(Wrong::new("why", "Say why it comes after the agenda. The page shows it."));
        }
        if self.supplements.last().is_some_and(|last| published < last.published) {
            return Err(Wrong::new("published", "A later supplement is published already."));
        }
        let number = self.supplements.last().map_or(1, |s| s.number.saturating_add(1));
        self.supplements.push(Supplement { number, published, why: why.into(), after_page, pages });
        Ok(number)
    }

    /// The references of a supplement's pages, in order.
    pub fn references(&self, number: u32) -> Vec<String> {
        let Some(supplement) = self.supplements.iter().find(|s| s.number == number) else { return Vec::new() };
        let before: u32 = self.before(supplement);
        (1..=supplement.pages).map(|sheet| format!("{}{}", supplement.after_page, letters(before + sheet))).collect()
    }

    /// Where a reference leads: `45`, `45A`, `45b`.
    pub fn find(&self, reference: &str) -> Option<Leads> {
        let reference = reference.trim();
        let cut = reference.find(|c: char| !c.is_ascii_digit()).unwrap_or(reference.len());
        let page: u32 = reference[..cut].parse().ok()?;
        if cut == reference.len() {
            return (1..=self.pages).contains(&page).then_some(Leads::Pack { page });
        }
        let sheet = number_of(&reference[cut..])?;
        self.supplements.iter().filter(|s| s.after_page == page).find_map(|s| {
            let before = self.before(s);
            (before + 1..=before + s.pages).contains(&sheet).then_some(Leads::Supplement { number: s.number, sheet: sheet - before })
        })
    }

    /// Every reference in reading order.
    pub fn all(&self) -> Vec<String> {
        let inserts = |page: u32| self.supplements.iter().filter(move |s| s.after_page == page).flat_map(|s| self.references(s.number));
        let page = |p: u32| (p > 0).then(|| p.to_string()).into_iter().chain(inserts(p));
        (0..=self.pages).flat_map(page).collect()
    }

    fn before(&self, supplement: &Supplement) -> u32 {
        let earlier = |s: &&Supplement| s.after_page == supplement.after_page && s.number < supplement.number;
        self.supplements.iter().filter(earlier).map(|s| s.pages).sum()
    }
}

/// 1 is A, 26 is Z, 27 is AA.
fn letters(mut number: u32) -> String {
    let mut out = Vec::new();
    while number > 0 {
        number -= 1;
        out.push(char::from(b'A' + (number % 26) as u8));
        number /= 26;
    }
    out.iter().rev().collect()
}

fn number_of(text: &str) -> Option<u32> {
    text.bytes().try_fold(0u32, |sum, b| {
        let letter = b.to_ascii_uppercase();
        letter.is_ascii_uppercase().then_some(())?;
        sum.checked_mul(26)?.checked_add(u32::from(letter - b'A') + 1)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    #[test]
    fn old_references_stay_when_two_supplements_come() {
        let mut pack = Pack::new(120);
        let day = date(2026, 4, 7);
        assert_eq!(pack.add(day, "The letter came late.", 45, 2), Ok(1));
        assert_eq!(pack.references(1), ["45A", "45B"]);
        assert_eq!(pack.add(day, "A corrected appendix came.", 45, 1), Ok(2));
        assert_eq!(pack.references(2), ["45C"]);
        assert_eq!(pack.references(1), ["45A", "45B"]);
        assert_eq!(pack.find("45"), Some(Leads::Pack { page: 45 }));
        assert_eq!(pack.find("45c"), Some(Leads::Supplement { number: 2, sheet: 1 }));
        assert_eq!(pack.find("45D"), None);
        assert_eq!(pack.find("46A"), None);
        assert_eq!(pack.all()[43..50], ["44", "45", "45A", "45B", "45C", "46", "47"]);
        assert_eq!(pack.add(day, "Late.", 45, 1).unwrap_err().field, "why");
        assert_eq!(pack.add(day, "It came too late.", 121, 1).unwrap_err().field, "after_page");
        assert_eq!(pack.add(date(2026, 4, 6), "It came too late.", 1, 1).unwrap_err().field, "published");
    }

    proptest! {
        #[test]
        fn every_reference_is_one_page_for_ever(inserts in prop::collection::vec((0u32..6, 1u32..40), 0..12)) {
            let mut pack = Pack::new(5);
            let mut known: Vec<(String, Leads)> = Vec::new();
            for (after, pages) in inserts {
                pack.add(date(2026, 4, 7), "It came too late.", after, pages).unwrap();
                for (reference, leads) in &known {
                    prop_assert_eq!(pack.find(reference), Some(*leads));
                }
                known = pack.all().into_iter().map(|r| { let leads = pack.find(&r).unwrap(); (r, leads) }).collect();
                let places: std::collections::BTreeSet<String> = known.iter().map(|(_, l)| format!("{l:?}")).collect();
                prop_assert_eq!(places.len(), known.len());
            }
        }
    }
}
