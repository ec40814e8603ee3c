//! Who may decide what on a report: refusals, full council, delegation, people who are criticised, payments.
//!
//! At a first report the executive may refuse; at a further one a proposal to refuse is for the council itself (Local
//! Government Act 1974, section 31A(1A) to (1C)). Findings bind unless a court quashes them; recommendations do not.

use serde::{Deserialize, Serialize};

use super::axes::Answer;
use super::recommendation::Power;
use crate::wrong::{Warning, Wrong, reasons};

/// Which report is before the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReportStage {
    /// A report under section 30.
    First,
    /// A further report under section 31(2A).
    Further,
}

/// Who decides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "decider", rename_all = "snake_case")]
pub enum Decider {
    /// The council itself.
    FullCouncil,
    /// The executive at a meeting.
    Executive,
    /// A member of the executive alone.
    ExecutiveMember,
    /// A committee.
    Committee {
        /// The entry of the constitution that gives it the power.
        delegation: Option<String>,
        /// Section 31A(3): a joint committee, or an appeal panel, to which the recommendation is addressed.
        addressed: bool,
    },
    /// An officer.
    Officer {
        /// The entry of the scheme of delegation.
        delegation: Option<String>,
        /// Whether the council, and not the executive, gave it.
        from_council: bool,
    },
}

/// What a body answers to one recommendation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// The recommendation's key.
    pub recommendation: String,
    /// The answer.
    pub answer: Answer,
    /// Why.
    pub reasons: String,
    /// The advice on the law.
    pub legal_advice: Option<String>,
}

/// What becomes of a decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "verdict", rename_all = "snake_case")]
pub enum Verdict {
    /// It cannot be issued as it stands.
    Incomplete {
        /// What is missing.
        wrong: Vec<Wrong>,
    },
    /// It is a proposal only: the council itself decides, and the reply waits for its minute.
    ReservedToFullCouncil {
        /// The recommendations that it would refuse.
        refused: Vec<String>,
    },
    /// It is decided.
    Decided {
        /// What was said before it was.
        warnings: Vec<Warning>,
    },
}

/// What becomes of a body's answers to a report. Every recommendation of `all` needs one.
pub fn consider(stage: ReportStage, decider: &Decider, all: &[String], proposals: &[Proposal]) -> Verdict {
    let mut wrong = Vec::new();
    for key in all.iter().filter(|k| !proposals.iter().any(|p| p.recommendation == **k)) {
        wrong.push(Wrong::new("answer", format!("Say what is answered to recommendation {key}.")));
    }
    let refused: Vec<&Proposal> = proposals.iter().filter(|p| p.answer.refuses()).collect();
    for proposal in &refused {
        if !reasons(&proposal.reasons, 4) {
            wrong.push(Wrong::new("reasons", format!("Say why recommendation {} is not accepted in full.", proposal.recommendation)));
        }
        if proposal.legal_advice.as_deref().is_none_or(|a| a.trim().is_empty()) {
            let message = format!("Name the legal advice on refusing recommendation {}.", proposal.recommendation);
            wrong.push(Wrong::new("legal_advice", message));
        }
    }
    if lacks_delegation(decider) {
        wrong.push(Wrong::new("delegation", "Name the entry of the constitution or scheme that gives the power to consider the report."));
    }
    if !wrong.is_empty() {
        return Verdict::Incomplete { wrong };
    }
    let itself = matches!(decider, Decider::FullCouncil | Decider::Committee { addressed: true, .. });
    if stage == ReportStage::Further && !refused.is_empty() && !itself {
        return Verdict::ReservedToFullCouncil { refused: refused.into_iter().map(|p| p.recommendation.clone()).collect() };
    }
    Verdict::Decided { warnings: if refused.is_empty() { Vec::new() } else { refusal_warnings(stage) } }
}

fn lacks_delegation(decider: &Decider) -> bool {
    match decider {
        Decider::Committee { delegation, .. } | Decider::Officer { delegation, .. } => {
            delegation.as_deref().is_none_or(|d| d.trim().is_empty())
        }
        _ => false,
    }
}

fn refusal_warnings(stage: ReportStage) -> Vec<Warning> {
    let next = match stage {
        ReportStage::First => Warning::new(
            "further_report_may_follow",
            "If the Ombudsman is not satisfied with what is done or proposed, a further report must follow.",
            "Local Government Act 1974, section 31(2A)",
        ),
        ReportStage::Further => Warning::new(
            "statement_may_follow",
            "The Ombudsman may require the council to publish a statement in a newspaper, at its own cost.",
            "Local Government Act 1974, section 31(2D)",
        ),
    };
    let binding = Warning::new(
        "findings_bind",
        "The findings bind the council unless a court quashes them. Recommendations do not, but must be weighed with reason, and a refusal can be challenged.",
        "R (Nestwood Homes) v South Holland DC [2014] EWHC 863 (Admin)",
    );
    vec![binding, next]
}

/// Whether the reply to the Ombudsman may go. A proposal that is reserved waits for the council's own minute.
pub fn may_reply(verdict: &Verdict, council_minute: Option<&str>) -> Result<(), CannotReply> {
    match verdict {
        Verdict::Decided { .. } => Ok(()),
        Verdict::Incomplete { .. } => Err(CannotReply::NotDecided),
        Verdict::ReservedToFullCouncil { .. } if council_minute.is_some_and(|m| !m.trim().is_empty()) => Ok(()),
        Verdict::ReservedToFullCouncil { .. } => Err(CannotReply::ReservedToFullCouncil),
    }
}

/// Why the reply does not go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum CannotReply {
    /// Not every recommendation has an answer.
    #[error("not every recommendation has an answer with what it needs")]
    NotDecided,
    /// No recommendation is on record, and no decision about the case.
    #[error("add its recommendations, or record what the meeting that considered it decided")]
    NotConsidered,
    /// The council itself must decide.
    #[error("not effective: reserved to full council under section 31A(1A) of the Local Government Act 1974; name its minute first")]
    ReservedToFullCouncil,
}

/// Section 31A(4): beside a report by somebody with an interest there must be one by somebody without.
pub fn independent_report(stage: ReportStage, authors_with_interest: &[bool]) -> Result<(), Wrong> {
    let alone = authors_with_interest.iter().any(|i| *i) && authors_with_interest.iter().all(|i| *i);
    if stage == ReportStage::Further && alone {
        return Err(Wrong::new("papers", "Add a report by somebody without an interest in the Ombudsman's report: section 31A(4)."));
    }
    Ok(())
}

/// Section 31A(5): whoever is named and criticised decides nothing and does not vote, at a meeting or alone.
pub fn may_vote(account: i64, named_and_criticised: &[i64]) -> Result<(), Wrong> {
    if named_and_criticised.contains(&account) {
        return Err(Wrong::new("vote", "A person named and criticised in the report may not decide or vote on it: section 31A(5)."));
    }
    Ok(())
}

/// Whether a payment may be approved by a body. A payment under section 92 of the Local Government Act 2000 is no function of
/// the executive (Functions Regulations 2000, Schedule 1).
pub fn may_pay(power: &Power, decider: &Decider, report_considered: bool) -> Result<(), Wrong> {
    if lacks_delegation(decider) {
        return Err(Wrong::new("authority", "Name the entry of the constitution or scheme that allows the payment."));
    }
    match power {
        Power::Section92 => match decider {
            Decider::Executive | Decider::ExecutiveMember | Decider::Officer { from_council: false, .. } => Err(Wrong::new(
                "authority",
                "A payment under section 92 is not for the executive: the council, a committee or an officer of the council's own scheme approves it.",
            )),
            _ => Ok(()),
        },
        Power::Section31 if !report_considered => {
            Err(Wrong::new("power", "Section 31(3) allows a payment on considering a report, and none has been considered here."))
        }
        Power::Other(name) if name.trim().is_empty() => Err(Wrong::new("power", "Name the power that the payment rests on.")),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests;
