//! What recommendations need and what was filed for them, as the rules of evidence take it.

use jiff::Timestamp;
use jiff::civil::Date;
use redress::ombudsman::evidence::{Filed, Required, missing};
use redress_store::desk::work::evidence::{KeptEvidence, KeptRequirement};
use redress_store::desk::work::recommendation::KeptRecommendation;

use super::deed::Context;
use crate::failure::Failure;

/// The evidence of a recommendation.
pub struct Shown {
    /// What it needs now.
    pub required: Vec<KeptRequirement>,
    /// What was asked for in error.
    pub ended: Vec<KeptRequirement>,
    /// What was filed and stands.
    pub filed: Vec<KeptEvidence>,
    /// What was withdrawn.
    pub withdrawn: Vec<KeptEvidence>,
}

/// Key, words and original date of each recommendation.
pub fn asked<'a>(all: impl Iterator<Item = &'a KeptRecommendation>) -> Vec<(String, String, Option<Date>)> {
    all.map(|r| r.tracked.asked()).map(|a| (a.key(), a.text().to_string(), a.original())).collect()
}

/// Loads the evidence of a recommendation.
pub async fn of(context: &Context, recommendation: i64) -> Result<Shown, Failure> {
    let desk = &context.desk.desk;
    let (ended, required) = desk.required_of(recommendation).await?.into_iter().partition(|r| r.ended_at.is_some());
    let (withdrawn, filed) = desk.evidence_of(recommendation).await?.into_iter().partition(|e| e.withdrawn_at.is_some());
    Ok(Shown { required, ended, filed, withdrawn })
}

impl Shown {
    /// What it needs, as the rules take it.
    pub fn required(&self, key: &str) -> Vec<Required> {
        let one = |r: &KeptRequirement| Required { recommendation: key.into(), number: number(r.number), words: r.words.clone() };
        self.required.iter().map(one).collect()
    }

    /// What was filed, as the rules take it.
    pub fn filed(&self, key: &str, authority: &str) -> Vec<Filed> {
        self.filed.iter().map(|e| filed(e, key, authority)).collect()
    }

    /// The words of what is not shown yet.
    pub fn missing(&self, key: &str) -> Vec<String> {
        missing(&self.required(key), &self.filed(key, "")).into_iter().map(|r| r.words.clone()).collect()
    }
}

/// A file as the rules take it.
pub fn filed(kept: &KeptEvidence, key: &str, authority: &str) -> Filed {
    Filed {
        recommendation: key.into(),
        number: number(kept.number),
        name: kept.name.clone(),
        sha256: kept.sha256.clone(),
        bytes: kept.bytes.unsigned_abs(),
        by: kept.filed_by.clone(),
        // The store writes no other form.
        at: kept.filed_at.parse().unwrap_or(Timestamp::UNIX_EPOCH),
        authority: authority.into(),
    }
}

fn number(kept: i64) -> u32 {
    u32::try_from(kept).unwrap_or(0)
}
