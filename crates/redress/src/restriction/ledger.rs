//! The ledger of restrictions: a quarter's figures by ground, and what the public reads of one restriction.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Ground, Limb, Paragraph, Restriction};
pub use crate::quarter::Quarter;

/// A restriction in the ledger, with what stays private: which paper it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The restriction's own number.
    pub number: i64,
    /// The paper's number.
    pub paper: i64,
    /// The paper's title.
    pub title: String,
    /// The restriction.
    pub restriction: Restriction,
}

/// What the public reads of a restriction. There is no field for what it covers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicRestriction {
    /// The restriction's own number, which is not the paper's.
    pub number: i64,
    /// The ground in words, without the reasoning.
    pub ground: String,
    /// The reason for the public.
    pub public_reason: String,
    /// Since when.
    pub imposed_on: Date,
    /// The next look; none once nothing more is due.
    pub review_on: Option<Date>,
    /// When something was opened; none while all is kept.
    pub released_on: Option<Date>,
    /// What a decision on release came to; none before there is one.
    pub outcome: Option<String>,
    /// How to challenge it.
    pub challenge: String,
}

impl Entry {
    /// What the public reads.
    pub fn public(&self) -> PublicRestriction {
        let restriction = &self.restriction;
        let release = restriction.release.as_ref();
        PublicRestriction {
            number: self.number,
            ground: restriction.ground.words(),
            public_reason: restriction.public_reason.clone(),
            imposed_on: restriction.imposed_on,
            review_on: restriction.next_review(),
            released_on: release.filter(|r| r.decision.opens()).map(|r| r.at.date()),
            outcome: release.map(|r| r.decision.words().into()),
            challenge: restriction.challenge.clone(),
        }
    }
}

/// A row of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Heading {
    /// A paragraph of Schedule 12A.
    Paragraph(Paragraph),
    /// A limb of confidential information.
    Confidential(Limb),
}

impl Heading {
    /// The rows in which a ground counts: one for each paragraph that it relies on.
    pub fn of(ground: &Ground) -> BTreeSet<Heading> {
        match ground {
            Ground::Exempt { paragraphs, .. } => paragraphs.iter().copied().map(Heading::Paragraph).collect(),
            Ground::Confidential { limb, .. } => [Heading::Confidential(*limb)].into(),
        }
    }

    /// What the row is called.
    pub fn words(self) -> String {
        match self {
            Heading::Paragraph(p) => format!("Paragraph {}: {}", p.number(), p.words()),
            Heading::Confidential(limb) => format!("Confidential: {}", limb.words()),
        }
    }
}

/// The figures of a row.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Figures {
    /// Imposed in the quarter.
    pub imposed: usize,
    /// Reviews done in the quarter.
    pub reviewed: usize,
    /// Whose review was overdue on the day of the report.
    pub overdue: usize,
    /// Something was opened in the quarter.
    pub released: usize,
    /// Kept in the quarter, by a review or by a decision on release.
    pub kept: usize,
    /// Standing on the day of the report.
    pub standing: usize,
}

/// The figures of a quarter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The quarter.
    pub quarter: Quarter,
    /// The day of the report: the last of the quarter, or today while it runs.
    pub on: Date,
    /// By ground. A restriction under two paragraphs counts in both.
    pub rows: BTreeMap<Heading, Figures>,
    /// Each restriction once.
    pub total: Figures,
}

/// The figures of a quarter as they were on its last day, or are today while it runs.
pub fn report(entries: &[Entry], quarter: Quarter, today: Date) -> Report {
    let on = quarter.last().min(today);
    let mut rows = BTreeMap::<Heading, Figures>::new();
    let mut total = Figures::default();
    for restriction in entries.iter().map(|e| &e.restriction) {
        let figures = figures(restriction, quarter, on);
        total.add(figures);
        if figures != Figures::default() {
            Heading::of(&restriction.ground).into_iter().for_each(|heading| rows.entry(heading).or_default().add(figures));
        }
    }
    Report { quarter, on, rows, total }
}

impl Figures {
    fn add(&mut self, other: Figures) {
        self.imposed += other.imposed;
        self.reviewed += other.reviewed;
        self.overdue += other.overdue;
        self.released += other.released;
        self.kept += other.kept;
        self.standing += other.standing;
    }
}

fn figures(restriction: &Restriction, quarter: Quarter, on: Date) -> Figures {
    let then = restriction.as_of(on);
    let in_quarter = |day: Date| quarter.has(day) && day <= on;
    let reviews = then.reviews.iter().filter(|r| in_quarter(r.on));
    let decision = then.release.as_ref().filter(|r| in_quarter(r.at.date())).map(|r| r.decision.opens());
    let kept_by_review = reviews.clone().filter(|r| matches!(r.outcome, super::ReviewOutcome::Keep { .. })).count();
    let kept = kept_by_review + usize::from(decision == Some(false));
    Figures {
        imposed: usize::from(in_quarter(restriction.imposed_on)),
        reviewed: reviews.count(),
        overdue: usize::from(restriction.imposed_on <= on && then.overdue_on(on)),
        released: usize::from(decision == Some(true)),
        kept: usize::from(kept > 0),
        standing: usize::from(then.stands_on(on)),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::restriction::{Audience, Release, ReleaseDecision, Review, ReviewOutcome};

    fn entry(paragraphs: &[u8], imposed_on: Date, review_on: Date) -> Entry {
        let ground = Ground::Exempt {
            paragraphs: paragraphs.iter().filter_map(|n| Paragraph::of_number(*n)).collect(),
            public_interest: "the secret reasoning".into(),
            contract_terms_in_negotiation: false,
        };
        let restriction = Restriction {
            ground,
            public_reason: "It is about a family.".into(),
            audience: Audience::nobody(),
            imposed_by: "A. Sample".into(),
            imposed_on,
            review_on,
            late_review_reason: None,
            challenge: "Write to us.".into(),
            warnings: Vec::new(),
            reviews: Vec::new(),
            release: None,
        };
        Entry { number: 4, paper: 9, title: "the secret title".into(), restriction }
    }

    fn release(decision: ReleaseDecision, on: Date) -> Option<Release> {
        Some(Release { decision, reason: "the secret why".into(), by: "A. Sample".into(), at: on.at(10, 0, 0, 0) })
    }

    #[test]
    fn quarters_begin_and_end_with_months() {
        let first = Quarter::of(date(2024, 2, 29));
        assert_eq!((first.first(), first.last()), (date(2024, 1, 1), date(2024, 3, 31)));
        assert_eq!(Quarter::of(date(2024, 12, 31)).last(), date(2024, 12, 31));
        assert_eq!(Quarter::of(date(2024, 6, 30)).words(), "April to June 2024");
    }

    #[test]
    fn two_paragraphs_are_two_rows_and_one_restriction() {
        let found = report(&[entry(&[1, 3], date(2026, 2, 2), date(2026, 8, 2))], Quarter::of(date(2026, 2, 2)), date(2026, 5, 1));
        assert_eq!(found.rows.len(), 2);
        assert_eq!(found.total, Figures { imposed: 1, standing: 1, ..Figures::default() });
        assert_eq!(found.on, date(2026, 3, 31));
    }

    #[test]
    fn a_later_review_does_not_heal_an_earlier_report() {
        let mut late = entry(&[1], date(2025, 2, 2), date(2026, 2, 2));
        late.restriction.reviews.push(Review {
            on: date(2026, 4, 7),
            by: "A. Sample".into(),
            outcome: ReviewOutcome::Keep { next_review_on: date(2026, 10, 7) },
            why: "It still holds.".into(),
        });
        let entries = [late];
        let at = |day| report(&entries, Quarter::of(day), date(2026, 12, 1)).total;
        assert_eq!(at(date(2026, 3, 1)), Figures { overdue: 1, standing: 1, ..Figures::default() });
        assert_eq!(at(date(2026, 4, 1)), Figures { reviewed: 1, kept: 1, standing: 1, ..Figures::default() });
    }

    #[test]
    fn a_redacted_copy_is_a_release_and_the_paper_stays_restricted() {
        let mut redacted = entry(&[1], date(2026, 1, 5), date(2026, 12, 5));
        redacted.restriction.release = release(ReleaseDecision::PublishRedacted, date(2026, 3, 11));
        let mut kept = entry(&[1], date(2026, 1, 5), date(2026, 12, 5));
        kept.restriction.release = release(ReleaseDecision::Keep, date(2026, 3, 11));
        let found = report(&[redacted, kept], Quarter::of(date(2026, 1, 5)), date(2026, 3, 11));
        assert_eq!(found.total, Figures { imposed: 2, released: 1, kept: 1, standing: 2, ..Figures::default() });
    }

    #[test]
    fn a_quarter_that_runs_counts_up_to_today() {
        let future = entry(&[1], date(2026, 3, 20), date(2026, 12, 5));
        assert_eq!(report(&[future], Quarter::of(date(2026, 1, 5)), date(2026, 3, 11)).total, Figures::default());
    }

    #[test]
    fn the_public_row_tells_nothing_of_the_paper() {
        let mut linked = entry(&[1], date(2026, 1, 5), date(2026, 12, 5));
        linked.restriction.release = release(ReleaseDecision::Link { address: "https://example.org/secret".into() }, date(2026, 3, 11));
        let json = serde_json::to_string(&linked.public()).unwrap();
        assert!(!json.contains("secret"), "{json}");
        assert!(json.contains(r#""released_on":"2026-03-11""#), "{json}");
    }
}
