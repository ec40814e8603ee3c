//! What the formal record says of a decision besides its texts: who decided under which power, whether it was key, whether it
//! can be called in, what it asks of whom, how the vote fell.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Decision;
use crate::decision_record::{Conflicts, DecisionRecord, Key, Maker};

/// What was done with what the report recommended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// As recommended.
    Approved,
    /// As amended at the meeting.
    Amended,
    /// To another day.
    Deferred,
    /// Noted only.
    Noted,
    /// Another body decides.
    ReferredUp,
}

impl Status {
    /// Every status: its word and what a page calls it.
    pub const ALL: &'static [(&'static str, &'static str)] = &[
        ("approved", "Recommendations approved"),
        ("amended", "Recommendations approved as amended"),
        ("deferred", "Deferred"),
        ("noted", "Noted"),
        ("referred_up", "Referred to another body to decide"),
    ];

    /// The status of a word.
    pub fn of_word(word: &str) -> Option<Status> {
        Some(match word {
            "approved" => Status::Approved,
            "amended" => Status::Amended,
            "deferred" => Status::Deferred,
            "noted" => Status::Noted,
            "referred_up" => Status::ReferredUp,
            _ => return None,
        })
    }

    /// What a page calls it.
    pub fn words(self) -> &'static str {
        Self::ALL[self as usize].1
    }
}

/// What a clause asks of somebody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Task {
    /// The labels down to the clause: `(1) (a)`.
    pub clause: String,
    /// The post, or the body.
    pub who: String,
    /// What is asked.
    pub what: String,
    /// By when; none where the decision names no day.
    pub by: Option<Date>,
}

/// The formal record. Everything in it is for the public.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Formal {
    /// Who decided.
    pub maker: Maker,
    /// Key or not.
    pub key: Key,
    /// Conflicts of interest with their dispensations.
    pub conflicts: Conflicts,
    /// The day from which it has effect, where that is not the day of the decision.
    #[serde(default)]
    pub effective_from: Option<Date>,
    /// What was done with what was recommended.
    #[serde(default)]
    pub status: Option<Status>,
    /// The power cited.
    #[serde(default)]
    pub authority: Option<String>,
    /// The decision in plain language; never the record.
    #[serde(default)]
    pub summary: Option<String>,
    /// What its clauses ask of whom.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tasks: Vec<Task>,
    /// Background papers, as listed: SI 2012/2089, regulation 15; SI 2014/2095, regulation 8.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub background: Vec<String>,
    /// The vote, where the record gives it.
    #[serde(default)]
    pub tally: Option<super::Tally>,
    /// Why a part of the record is kept back, in words for the public.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withheld: Option<String>,
}

impl Decision {
    /// The record as the law asks for it; none where only the texts are kept.
    pub fn record(&self, reference: &str, decided: Option<Date>) -> Option<DecisionRecord> {
        let formal = self.formal.as_deref()?;
        Some(DecisionRecord {
            reference: reference.into(),
            maker: formal.maker.clone(),
            decided,
            decision: self.text.clone(),
            reasons: self.reasons.clone().unwrap_or_default(),
            options_rejected: self.options_rejected.clone().unwrap_or_default(),
            conflicts: formal.conflicts.clone(),
            key: formal.key.clone(),
            effective_from: formal.effective_from,
        })
    }
}
