//! A restriction: something is kept from the public on a ground, for an audience, until it is looked at again.

use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};

use crate::counting::{Period, of_the_date};
use crate::day::long;
use crate::wrong::{Warning, Wrong, reasons};

/// Who may read what is restricted.
mod audience;
/// Exempt or confidential, and why.
mod ground;
/// What a quarter's report says of restrictions, and what the public reads of one.
pub mod ledger;
/// Schedule 12A, Part 1.
mod paragraph;

pub use audience::{Audience, Group, NoAudience};
pub use ground::{Ground, Limb};
pub use paragraph::{NoSuchParagraph, Paragraph};

/// A restriction, as it was imposed, reviewed and released.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Restriction {
    /// Exempt or confidential.
    pub ground: Ground,
    /// Why, in words that the public may read.
    pub public_reason: String,
    /// Who else reads it.
    pub audience: Audience,
    /// Who imposed it.
    pub imposed_by: String,
    /// When.
    pub imposed_on: Date,
    /// The first day on which it must have been looked at again.
    pub review_on: Date,
    /// Why that is more than twelve months away, where it is.
    #[serde(default)]
    pub late_review_reason: Option<String>,
    /// How anybody can challenge it: whom to write to.
    pub challenge: String,
    /// What was told when it was imposed, in the words that were shown.
    #[serde(default)]
    pub warnings: Vec<Warning>,
    /// Each time that it was looked at again, oldest first.
    #[serde(default)]
    pub reviews: Vec<Review>,
    /// The decision whether to open it; none before there is one.
    #[serde(default)]
    pub release: Option<Release>,
}

/// It was looked at again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    /// When.
    pub on: Date,
    /// By whom.
    pub by: String,
    /// With what result.
    pub outcome: ReviewOutcome,
    /// Why.
    pub why: String,
}

/// What a review came to. Another ground is another restriction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum ReviewOutcome {
    /// The ground still holds.
    Keep {
        /// When to look again.
        next_review_on: Date,
    },
    /// The ground holds no longer: a release is to be decided.
    Open,
}

/// The decision whether to open a restricted paper; each paper has its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Release {
    /// What was decided.
    pub decision: ReleaseDecision,
    /// Why.
    pub reason: String,
    /// By whom.
    pub by: String,
    /// When.
    pub at: DateTime,
}

/// What a release decides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "decision", rename_all = "snake_case")]
pub enum ReleaseDecision {
    /// The paper as it is.
    Publish,
    /// A copy without what the ground protects; the whole paper stays restricted.
    PublishRedacted,
    /// A link to the copy that somebody else published; the council's own stays restricted.
    Link {
        /// Where it is.
        address: String,
    },
    /// It stays as it is.
    Keep,
}

impl ReleaseDecision {
    /// Whether the public gets something that it had not.
    pub fn opens(&self) -> bool {
        !matches!(self, ReleaseDecision::Keep)
    }

    /// What a page says.
    pub fn words(&self) -> &'static str {
        match self {
            ReleaseDecision::Publish => "Published",
            ReleaseDecision::PublishRedacted => "Published with redactions",
            ReleaseDecision::Link { .. } => "Linked to the copy published elsewhere",
            ReleaseDecision::Keep => "Kept restricted",
        }
    }
}

impl Restriction {
    /// Whether the paper itself is restricted on a day.
    pub fn stands_on(&self, day: Date) -> bool {
        self.imposed_on <= day && !self.opened_by(day)
    }

    /// Whether the whole paper was released on or before a day. A redacted copy or a link leaves the paper itself restricted.
    pub fn opened_by(&self, day: Date) -> bool {
        self.release.as_ref().is_some_and(|r| r.decision == ReleaseDecision::Publish && r.at.date() <= day)
    }

    /// When it must be looked at again; none once it was released whole or a review said to open it.
    pub fn next_review(&self) -> Option<Date> {
        let released = self.release.as_ref().is_some_and(|r| r.decision == ReleaseDecision::Publish);
        match self.reviews.last().map(|r| r.outcome) {
            _ if released => None,
            Some(ReviewOutcome::Open) => None,
            Some(ReviewOutcome::Keep { next_review_on }) => Some(next_review_on),
            None => Some(self.review_on),
        }
    }

    /// The restriction as it stood at the end of a day: later reviews and a later release are left out.
    #[must_use]
    pub fn as_of(&self, day: Date) -> Restriction {
        let mut then = self.clone();
        then.reviews.retain(|r| r.on <= day);
        then.release = then.release.filter(|r| r.at.date() <= day);
        then
    }

    /// Whether the review is overdue at the beginning of a day.
    pub fn overdue_on(&self, day: Date) -> bool {
        self.next_review().is_some_and(|by| by < day)
    }

    /// What bars the restriction as it was filled in.
    pub fn check(&self) -> Vec<Wrong> {
        let mut wrong = self.ground.check();
        if !reasons(&self.public_reason, 3) {
            wrong.push(Wrong::new("public_reason", "Say in words that the public may read why it is kept back."));
        }
        if self.challenge.trim().is_empty() {
            wrong.push(Wrong::new("challenge", "Say whom to write to in order to challenge the restriction."));
        }
        if self.imposed_by.trim().is_empty() {
            wrong.push(Wrong::new("imposed_by", "Say who imposes it."));
        }
        wrong.extend(review_day(self.imposed_on, self.review_on, self.late_review_reason.as_deref()));
        wrong
    }
}

impl Review {
    /// What bars the review of a restriction as it was filled in.
    pub fn check(&self, restriction: &Restriction) -> Vec<Wrong> {
        let mut wrong = Vec::new();
        if self.on < restriction.reviews.last().map_or(restriction.imposed_on, |r| r.on) {
            wrong.push(Wrong::new("on", "A review comes after the restriction and after the review before it."));
        }
        if !reasons(&self.why, 3) {
            wrong.push(Wrong::new("why", "Say why the ground still holds, or why it does not."));
        }
        if let ReviewOutcome::Keep { next_review_on } = self.outcome {
            let mut late = review_day(self.on, next_review_on, Some(&self.why).filter(|w| reasons(w, 3)).map(String::as_str));
            late.iter_mut().for_each(|w| w.field = "next_review_on".into());
            wrong.extend(late);
        }
        wrong
    }
}

/// The next look comes after the last and within twelve months, unless a reason is given.
fn review_day(from: Date, review_on: Date, reason: Option<&str>) -> Option<Wrong> {
    if review_on <= from {
        return Some(Wrong::new("review_on", format!("Choose a day after {}.", long(from))));
    }
    let last = of_the_date(from, Period::Months(12))?;
    let reasoned = reason.is_some_and(|r| reasons(r, 3));
    (review_on > last && !reasoned)
        .then(|| Wrong::new("review_on", format!("Choose a day up to {}, or say why it can wait longer.", long(last))))
}

#[cfg(test)]
mod tests;
