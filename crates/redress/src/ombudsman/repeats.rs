//! The same fault again: a lead case with its repeats, and whether anything shows that what was promised then was done.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::axes::Clock;
use super::follows::{CaseKey, Link, Relation};
use super::tracked::Tracked;
use crate::day::long;

/// A case as far as this rule asks.
#[derive(Debug, Clone)]
pub struct Known<'a> {
    /// Its key.
    pub key: &'a CaseKey,
    /// The day of its first paper.
    pub began: Option<Date>,
    /// What it is about.
    pub subject: &'a str,
    /// The services.
    pub services: &'a [String],
    /// The faults, in the Ombudsman's words.
    pub findings: &'a [String],
    /// Whether fault was found.
    pub fault: bool,
}

/// Why a case is among them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "because", rename_all = "snake_case")]
pub enum Because {
    /// The record says that one came of the other.
    Linked {
        /// How.
        relation: Relation,
    },
    /// The same service, and the same words for the fault.
    SameFault {
        /// The words.
        fault: String,
    },
    /// The same service, and the same subject.
    SameSubject {
        /// The words.
        subject: String,
    },
}

impl Because {
    /// What a page says.
    pub fn words(&self) -> String {
        match self {
            Because::Linked { relation } => relation.words().to_string(),
            Because::SameFault { fault } => format!("The same service and the same fault: {fault}"),
            Because::SameSubject { subject } => format!("The same service and the same subject: {subject}"),
        }
    }
}

/// A case of the family. The lead case is the first; it has no reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Repeat {
    /// Its key.
    pub key: CaseKey,
    /// The day of its first paper.
    pub began: Option<Date>,
    /// Why it is among them; none for the case that was asked about.
    pub because: Option<Because>,
}

/// The cases with the same fault as one of them, the earliest first; nothing where it stands alone. The relation that the record
/// has comes before what the words have in common.
pub fn family(of: &Known<'_>, all: &[Known<'_>], links: &[Link]) -> Vec<Repeat> {
    let linked = linked(of.key, links);
    let others = all.iter().filter(|c| c.key != of.key).filter_map(|c| {
        let relation = linked.contains(c.key).then(|| relation(c.key, links)).flatten();
        let because = relation.map(|relation| Because::Linked { relation }).or_else(|| in_common(of, c))?;
        Some(Repeat { key: c.key.clone(), began: c.began, because: Some(because) })
    });
    let mut family: Vec<Repeat> = others.collect();
    if family.is_empty() {
        return family;
    }
    family.push(Repeat { key: of.key.clone(), began: of.began, because: None });
    family.sort_by(|a, b| (a.began.is_none(), a.began, &a.key).cmp(&(b.began.is_none(), b.began, &b.key)));
    family
}

/// Of a remedy that was not carried out and of a matter that came again the fault is the same; a joint paper and a review say no such thing.
fn says_so(link: &Link) -> bool {
    matches!(link.relation, Relation::RemedyNotCarriedOut | Relation::SameMatter)
}

/// Every case that a chain of such links leads to.
fn linked(from: &CaseKey, links: &[Link]) -> BTreeSet<CaseKey> {
    let (mut seen, mut open) = (BTreeSet::from([from.clone()]), vec![from.clone()]);
    while let Some(case) = open.pop() {
        for link in links.iter().filter(|l| says_so(l)) {
            let other = if link.later == case {
                &link.earlier
            } else if link.earlier == case {
                &link.later
            } else {
                continue;
            };
            if seen.insert(other.clone()) {
                open.push(other.clone());
            }
        }
    }
    seen.remove(from);
    seen
}

fn relation(case: &CaseKey, links: &[Link]) -> Option<Relation> {
    links.iter().find(|l| says_so(l) && (l.later == *case || l.earlier == *case)).map(|l| l.relation)
}

fn in_common(of: &Known<'_>, other: &Known<'_>) -> Option<Because> {
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").trim_end_matches('.').to_lowercase();
    let same = |a: &str, b: &str| !plain(a).is_empty() && plain(a) == plain(b);
    let shared = |a: &[String], b: &[String]| a.iter().find(|x| b.iter().any(|y| same(x, y))).cloned();
    if !(of.fault && other.fault) {
        return None;
    }
    shared(of.services, other.services)?;
    let fault = shared(of.findings, other.findings).map(|fault| Because::SameFault { fault });
    fault.or_else(|| same(of.subject, other.subject).then(|| Because::SameSubject { subject: of.subject.trim().into() }))
}

/// Whether anything shows that an improvement was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "evidence", rename_all = "snake_case")]
pub enum Evidence {
    /// It went to the Ombudsman, who accepted it.
    Satisfied {
        /// The day it went.
        on: Date,
    },
    /// It went to the Ombudsman, who has not said that it satisfies.
    Sent {
        /// The day it went.
        on: Date,
    },
    /// Files are kept and none went.
    Kept {
        /// How many.
        files: usize,
    },
    /// There is none.
    Nothing,
}

impl Evidence {
    /// The evidence of a recommendation for which so many files are kept.
    pub fn of(tracked: &Tracked, files: usize) -> Evidence {
        let accepted = match tracked.clock() {
            Clock::Accepted { on } => Some(on),
            _ => None,
        };
        Evidence::from_days(accepted, tracked.sent().last().map(|e| e.on), files)
    }

    /// The evidence as its days tell it.
    pub fn from_days(accepted: Option<Date>, sent: Option<Date>, files: usize) -> Evidence {
        match (accepted, sent) {
            (Some(on), _) => Evidence::Satisfied { on },
            (None, Some(on)) => Evidence::Sent { on },
            (None, None) if files > 0 => Evidence::Kept { files },
            (None, None) => Evidence::Nothing,
        }
    }

    /// What a page says.
    pub fn words(self) -> String {
        match self {
            Evidence::Satisfied { on } => format!("Evidence of {} satisfied the Ombudsman", long(on)),
            Evidence::Sent { on } => format!("Evidence went on {}; the Ombudsman has not said that it satisfies", long(on)),
            Evidence::Kept { files: 1 } => "One file is kept; no evidence went to the Ombudsman".into(),
            Evidence::Kept { files } => format!("{files} files are kept; no evidence went to the Ombudsman"),
            Evidence::Nothing => "No evidence that it was done".into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn key(text: &str) -> CaseKey {
        CaseKey::read(text).unwrap()
    }

    fn link(later: &str, earlier: &str, relation: Relation) -> Link {
        Link { later: key(later), earlier: key(earlier), relation, by: "A. Officer".into(), on: date(2024, 1, 2), paper: None }
    }

    #[test]
    fn the_lead_case_comes_first_and_each_repeat_says_why() {
        let keys = [key("23 900 091"), key("21 900 041"), key("22 900 051"), key("20 900 031"), key("22 900 099")];
        let housing = ["Housing repairs".to_string()];
        let delay = ["Delay in repairs.".to_string()];
        let same = ["delay  in repairs".to_string()];
        let case = |at: usize, year: i16, subject: &'static str, findings| Known {
            key: &keys[at],
            began: Some(date(year, 3, 1)),
            subject,
            services: &housing,
            findings,
            fault: true,
        };
        let all = [
            case(0, 2024, "Damp", &delay[..]),
            case(1, 2021, "Mould", &same[..]),
            case(2, 2022, "damp", &[]),
            Known { fault: false, ..case(3, 2020, "Damp", &[]) },
            case(4, 2023, "Noise", &[]),
        ];
        let told = |links: &[Link]| family(&all[0], &all, links).into_iter().map(|r| r.key.to_string()).collect::<Vec<_>>();
        assert_eq!(told(&[]), ["21 900 041", "22 900 051", "23 900 091"], "no fault, no repeat; another subject, no repeat");
        let links =
            [link("23 900 091", "22 900 099", Relation::SameMatter), link("22 900 099", "20 900 031", Relation::RemedyNotCarriedOut)];
        assert_eq!(told(&links), ["20 900 031", "21 900 041", "22 900 051", "22 900 099", "23 900 091"], "links lead on from case to case");
        let joint = [link("23 900 091", "22 900 099", Relation::Joint), link("23 900 091", "20 900 031", Relation::Review)];
        assert_eq!(told(&joint), told(&[]), "one paper, or a review, repeats no fault");
        let family = family(&all[0], &all, &links);
        assert_eq!(family[1].because, Some(Because::SameFault { fault: "Delay in repairs.".into() }));
        assert_eq!(
            (family[3].because.as_ref(), family[4].because.as_ref()),
            (Some(&Because::Linked { relation: Relation::SameMatter }), None)
        );
        let elsewhere = Known { services: &[], ..all[0].clone() };
        assert_eq!(super::family(&elsewhere, &all[1..], &[]), []);
    }

    #[test]
    fn a_file_in_a_drawer_is_no_evidence_that_went() {
        let day = date(2024, 6, 5);
        assert_eq!(Evidence::from_days(Some(day), Some(day), 2), Evidence::Satisfied { on: day });
        assert_eq!(Evidence::from_days(None, Some(day), 2), Evidence::Sent { on: day });
        assert_eq!(Evidence::from_days(None, None, 2).words(), "2 files are kept; no evidence went to the Ombudsman");
        assert_eq!(Evidence::from_days(None, None, 0), Evidence::Nothing);
    }
}
