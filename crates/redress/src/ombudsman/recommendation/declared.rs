//! Totals that a paper declares are assertions: each is held against the rows.

use serde::{Deserialize, Serialize};

use super::{Nature, Recommendation};

/// What a total counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Total {
    /// Recommendations.
    Recommendations,
    /// Personal remedies.
    Personal,
    /// Service improvements.
    ServiceImprovements,
    /// Procedural recommendations.
    Procedural,
    /// Money recommended, in pence.
    Pence,
    /// Earlier cases.
    EarlierCases,
}

/// A total with the place that states it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Declared {
    /// What is counted.
    pub total: Total,
    /// How many.
    pub stated: u64,
    /// Where: `report, paragraph 112`.
    pub place: String,
}

/// A total that the rows do not bear out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[error("{} states {}, and the record has {found}", .declared.place, .declared.stated)]
pub struct Differs {
    /// What was stated.
    pub declared: Declared,
    /// What the rows give.
    pub found: u64,
}

/// What the rows give for a total.
pub fn found(total: Total, recommendations: &[Recommendation], earlier_cases: usize) -> u64 {
    let of = |nature| recommendations.iter().filter(|r| r.nature() == nature).count() as u64;
    match total {
        Total::Recommendations => recommendations.len() as u64,
        Total::Personal => of(Nature::Personal),
        Total::ServiceImprovements => of(Nature::ServiceImprovement),
        Total::Procedural => of(Nature::Procedural),
        Total::Pence => recommendations.iter().filter_map(|r| r.money.as_ref()).map(super::Money::asked).sum(),
        Total::EarlierCases => earlier_cases as u64,
    }
}

/// Every total that the rows do not bear out.
pub fn check(declared: &[Declared], recommendations: &[Recommendation], earlier_cases: usize) -> Vec<Differs> {
    let rows = |d: &Declared| found(d.total, recommendations, earlier_cases);
    declared.iter().map(|d| Differs { declared: d.clone(), found: rows(d) }).filter(|d| d.found != d.declared.stated).collect()
}
