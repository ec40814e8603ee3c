//! Which case follows which: chains across references, joint papers, recommendations carried forward by link.

use std::collections::BTreeSet;
use std::fmt;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::reference::Reference;

/// The two ways on which the Ombudsman goes further, kept apart.
pub mod ladder;

/// A case by its reference, or by a placeholder while the reference is unknown: `PREV-3`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum CaseKey {
    /// The reference.
    Known(Reference),
    /// A name of the council's own.
    Placeholder(String),
}

impl From<CaseKey> for String {
    fn from(key: CaseKey) -> String {
        key.to_string()
    }
}

impl TryFrom<String> for CaseKey {
    type Error = super::reference::NotAReference;

    fn try_from(text: String) -> Result<CaseKey, Self::Error> {
        CaseKey::read(&text)
    }
}

impl CaseKey {
    /// Reads a reference or a placeholder; a word that is neither is refused.
    pub fn read(text: &str) -> Result<CaseKey, super::reference::NotAReference> {
        let text = text.trim();
        match text.split_once('-') {
            Some((name, number)) if !name.is_empty() && name.chars().all(|c| c.is_ascii_uppercase()) && is_number(number) => {
                Ok(CaseKey::Placeholder(text.into()))
            }
            _ => text.parse().map(CaseKey::Known),
        }
    }
}

impl CaseKey {
    /// The key in addresses and tables: `22-002-824`, `PREV-3`.
    pub fn slug(&self) -> String {
        match self {
            CaseKey::Known(reference) => reference.slug(),
            CaseKey::Placeholder(name) => name.clone(),
        }
    }
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_digit())
}

impl fmt::Display for CaseKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            CaseKey::Known(reference) => write!(f, "{reference}"),
            CaseKey::Placeholder(name) => f.write_str(name),
        }
    }
}

impl Relation {
    /// Every relation: its word and what a page calls it.
    pub const CHOICES: &[(&str, &str)] = &[
        ("remedy_not_carried_out", "The Ombudsman opened the later case because agreed action was not carried out"),
        ("same_matter", "The same matter came to the Ombudsman again"),
        ("review", "The earlier case was looked at again by a review of the council's"),
        ("joint", "One paper deals with both; neither is the earlier"),
    ];

    /// The word in tables and JSON.
    pub fn word(self) -> &'static str {
        Self::CHOICES[self as usize].0
    }

    /// What a page calls it.
    pub fn words(self) -> &'static str {
        Self::CHOICES[self as usize].1
    }

    /// The relation of a word.
    pub fn of_word(word: &str) -> Option<Relation> {
        [Relation::RemedyNotCarriedOut, Relation::SameMatter, Relation::Review, Relation::Joint].into_iter().find(|r| r.word() == word)
    }
}

/// How two cases belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// The Ombudsman opened it because agreed action of the other was not carried out.
    RemedyNotCarriedOut,
    /// The same matter came to the Ombudsman again.
    SameMatter,
    /// It was looked at again by a review of the council's.
    Review,
    /// One paper deals with both; neither is the earlier.
    Joint,
}

/// A case follows another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// The later case.
    pub later: CaseKey,
    /// The earlier one; of joint cases, the other.
    pub earlier: CaseKey,
    /// How.
    pub relation: Relation,
    /// Who linked them.
    pub by: String,
    /// When.
    pub on: Date,
    /// The paper that says so.
    pub paper: Option<String>,
}

/// A recommendation of an earlier case lives on in a later one. It is not copied, and its original date stays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CarriedForward {
    /// The recommendation's key: `22 002 824/1`.
    pub recommendation: String,
    /// The case that takes it up.
    pub into: CaseKey,
    /// Who wrote that down.
    pub by: String,
    /// When.
    pub on: Date,
    /// The letter that opened the later case.
    pub letter: String,
}

/// Why a link is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CannotLink {
    /// A case follows no other case that follows it.
    #[error("{later} cannot follow {earlier}: {earlier} already follows {later}")]
    Circle {
        /// The later case.
        later: String,
        /// The earlier one.
        earlier: String,
    },
    /// The same link is there.
    #[error("{0} and {1} are linked so already")]
    Already(String, String),
    /// No case has that placeholder.
    #[error("no case is called {0}")]
    NoSuchPlaceholder(String),
    /// The reference belongs to another case here.
    #[error("{0} is on record as another case; link the two instead")]
    ReferenceTaken(String),
    /// It names nobody.
    #[error("say who links them")]
    Nobody,
}

/// Every link, and what was carried forward.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Follows {
    links: Vec<Link>,
    carried: Vec<CarriedForward>,
}

impl Follows {
    /// Every link.
    pub fn links(&self) -> &[Link] {
        &self.links
    }

    /// Every recommendation that was carried forward.
    pub fn carried(&self) -> &[CarriedForward] {
        &self.carried
    }

    /// Adds a link; a circle is refused.
    pub fn link(&mut self, link: Link) -> Result<(), CannotLink> {
        if link.by.trim().is_empty() {
            return Err(CannotLink::Nobody);
        }
        let (later, earlier) = (link.later.to_string(), link.earlier.to_string());
        let same = |l: &Link| {
            l.relation == link.relation
                && ((l.later == link.later && l.earlier == link.earlier)
                    || (l.relation == Relation::Joint && l.later == link.earlier && l.earlier == link.later))
        };
        if self.links.iter().any(same) {
            return Err(CannotLink::Already(later, earlier));
        }
        let circle =
            link.later == link.earlier || (link.relation != Relation::Joint && self.all_earlier(&link.earlier).contains(&link.later));
        if circle {
            return Err(CannotLink::Circle { later, earlier });
        }
        self.links.push(link);
        Ok(())
    }

    /// Carries a recommendation forward by link; twice is once.
    pub fn carry(&mut self, carried: CarriedForward) {
        if !self.carried.iter().any(|c| c.recommendation == carried.recommendation && c.into == carried.into) {
            self.carried.push(carried);
        }
    }

    /// The chain of a case, oldest first: everything that it follows and everything that follows it.
    pub fn chain(&self, case: &CaseKey) -> Vec<CaseKey> {
        let mut whole = self.all_earlier(case);
        whole.extend(self.all_later(case));
        whole.insert(case.clone());
        let mut ordered: Vec<CaseKey> = Vec::new();
        // A case comes once everything that it follows is there; no circle can be linked, so each round finds one.
        while let Some(next) = whole.iter().find(|c| self.earlier(c).all(|e| !whole.contains(e))).cloned() {
            whole.remove(&next);
            ordered.push(next);
        }
        ordered
    }

    /// The cases that one paper deals with beside this one.
    pub fn joint(&self, case: &CaseKey) -> Vec<&CaseKey> {
        let joint = self.links.iter().filter(|l| l.relation == Relation::Joint);
        joint.filter_map(|l| if l.later == *case { Some(&l.earlier) } else { (l.earlier == *case).then_some(&l.later) }).collect()
    }

    /// Gives a placeholder its reference, in every link.
    pub fn resolve(&mut self, placeholder: &str, reference: Reference) -> Result<(), CannotLink> {
        let (old, new) = (CaseKey::Placeholder(placeholder.into()), CaseKey::Known(reference));
        let named = |key: &CaseKey| self.links.iter().any(|l| l.later == *key || l.earlier == *key);
        if named(&new) {
            return Err(CannotLink::ReferenceTaken(reference.to_string()));
        }
        if !named(&old) && !self.carried.iter().any(|c| c.into == old) {
            return Err(CannotLink::NoSuchPlaceholder(placeholder.into()));
        }
        let keys = self.links.iter_mut().flat_map(|l| [&mut l.later, &mut l.earlier]).chain(self.carried.iter_mut().map(|c| &mut c.into));
        keys.filter(|k| **k == old).for_each(|k| *k = new.clone());
        let begins = format!("{old}/");
        for carried in &mut self.carried {
            if let Some(number) = carried.recommendation.strip_prefix(&begins) {
                carried.recommendation = format!("{new}/{number}");
            }
        }
        Ok(())
    }

    fn earlier(&self, case: &CaseKey) -> impl Iterator<Item = &CaseKey> {
        self.links.iter().filter(move |l| l.relation != Relation::Joint && l.later == *case).map(|l| &l.earlier)
    }

    fn later(&self, case: &CaseKey) -> impl Iterator<Item = &CaseKey> {
        self.links.iter().filter(move |l| l.relation != Relation::Joint && l.earlier == *case).map(|l| &l.later)
    }

    fn all_earlier(&self, case: &CaseKey) -> BTreeSet<CaseKey> {
        walk(case, |c| self.earlier(c).cloned().collect())
    }

    fn all_later(&self, case: &CaseKey) -> BTreeSet<CaseKey> {
        walk(case, |c| self.later(c).cloned().collect())
    }
}

fn walk(from: &CaseKey, next: impl Fn(&CaseKey) -> Vec<CaseKey>) -> BTreeSet<CaseKey> {
    let (mut seen, mut open) = (BTreeSet::new(), next(from));
    while let Some(case) = open.pop() {
        if seen.insert(case.clone()) {
            open.extend(next(&case));
        }
    }
    seen
}

#[cfg(test)]
mod tests;
