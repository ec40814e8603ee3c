//! What happened to one person's copy. A receipt is added and never changed.

use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "receipt", rename_all = "snake_case")]
pub enum ReceiptKind {
    /// They had the same paper before: no second copy is owed.
    HadBefore {
        /// With what: `the agenda of 1 October 2019`.
        with: String,
    },
    /// It went.
    Sent,
    /// It arrived.
    Delivered,
    /// They said that they have it. Whether they read it is not asked.
    Acknowledged,
    /// The mail server did not take it: nothing went.
    Refused {
        /// Why, as the mail server has it.
        why: String,
    },
    /// It came back.
    Bounced {
        /// Why, as the answer has it.
        why: String,
    },
}

impl ReceiptKind {
    /// Whether whatever went before it has served nobody.
    pub fn came_to_nothing(&self) -> bool {
        matches!(self, ReceiptKind::Bounced { .. } | ReceiptKind::Refused { .. })
    }
}

/// A receipt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// When.
    pub at: DateTime,
    /// Who or what wrote it down.
    pub by: String,
    /// How the copy went: `e-mail`, `by hand`, `post`.
    pub channel: String,
    /// The hash of the copy.
    pub sha256: String,
    /// What happened.
    #[serde(flatten)]
    pub kind: ReceiptKind,
}

/// Why a receipt is refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(tag = "cannot_receive", rename_all = "snake_case")]
pub enum CannotReceive {
    /// They are owed no copy.
    #[error("person {0} is not in the list of this circulation")]
    NotInTheList(i64),
    /// Another paper.
    #[error("this copy is not the paper that is circulated: its hash differs")]
    OtherPaper,
    /// It would lie before the paper, or before the receipt before it.
    #[error("that is before the paper was made, or before the receipt that is there")]
    TooEarly,
    /// Nothing went that could arrive or come back.
    #[error("no copy has gone to this person yet")]
    NothingSent,
    /// Nobody.
    #[error("say who wrote it down and how the copy went")]
    Missing,
}

impl Receipt {
    /// What bars it behind the receipts that are there.
    pub(super) fn check(&self, before: &[Receipt], made_on: Date, sha256: &str) -> Result<(), CannotReceive> {
        if self.by.trim().is_empty() || self.channel.trim().is_empty() {
            return Err(CannotReceive::Missing);
        }
        if self.sha256 != sha256 {
            return Err(CannotReceive::OtherPaper);
        }
        // What they had before lies before, by its nature.
        let first = matches!(self.kind, ReceiptKind::HadBefore { .. });
        if !first && (self.at.date() < made_on || before.last().is_some_and(|b| self.at < b.at)) {
            return Err(CannotReceive::TooEarly);
        }
        let follows = matches!(self.kind, ReceiptKind::Delivered | ReceiptKind::Acknowledged | ReceiptKind::Bounced { .. });
        let sent =
            before.iter().rev().find(|r| matches!(r.kind, ReceiptKind::Sent | ReceiptKind::HadBefore { .. }) || r.kind.came_to_nothing());
        match sent.map(|r| &r.kind) {
            None | Some(ReceiptKind::Bounced { .. } | ReceiptKind::Refused { .. }) if follows => Err(CannotReceive::NothingSent),
            _ => Ok(()),
        }
    }

    /// What the proof says.
    pub fn words(&self) -> String {
        match &self.kind {
            ReceiptKind::HadBefore { with } => format!("had it with {with}"),
            ReceiptKind::Sent => format!("sent by {}", self.channel),
            ReceiptKind::Delivered => format!("delivered by {}", self.channel),
            ReceiptKind::Acknowledged => "acknowledged".into(),
            ReceiptKind::Refused { why } => format!("not taken by the mail server: {why}"),
            ReceiptKind::Bounced { why } => format!("came back: {why}"),
        }
    }
}
