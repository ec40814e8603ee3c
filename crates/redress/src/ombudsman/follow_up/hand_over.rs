//! Hand-over: a recommendation belongs to a post, so it stays when its holder goes; what nobody holds is found.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::ombudsman::history::CannotAdd;
use crate::ombudsman::tracked::Tracked;
use crate::post::{Cover, Holding, holders_on};
use crate::wrong::reasons;

/// A recommendation goes to a post.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandOver {
    /// From which post; none at the start.
    pub from: Option<i64>,
    /// To which post.
    pub to: i64,
    /// Why.
    pub why: String,
}

/// Why a hand-over is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(tag = "cannot_hand_over", rename_all = "snake_case")]
pub enum CannotHandOver {
    /// Another post has it.
    #[error("it belongs to post {0}, and must be handed over from there")]
    NotFromTheOwner(i64),
    /// The post has it.
    #[error("the post has it already")]
    ToItself,
    /// No reason.
    #[error("say why it is handed over")]
    NoReason,
    /// The entry is refused.
    #[error(transparent)]
    Entry(#[from] CannotAdd),
}

impl HandOver {
    /// The first owner.
    pub fn first(to: i64) -> HandOver {
        HandOver { from: None, to, why: "first owner".into() }
    }

    /// What bars it, against the post that owns it now.
    pub fn check(&self, owner: i64) -> Result<(), CannotHandOver> {
        if self.from != Some(owner) {
            return Err(CannotHandOver::NotFromTheOwner(owner));
        }
        if self.to == owner {
            return Err(CannotHandOver::ToItself);
        }
        if reasons(&self.why, 2) { Ok(()) } else { Err(CannotHandOver::NoReason) }
    }
}

/// Who holds the post of an open recommendation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Holder {
    /// These accounts, covers included.
    Held(BTreeSet<i64>),
    /// Nobody; the last holder left on this day, if anybody ever held it.
    Nobody {
        /// The last day of the last holder.
        left: Option<Date>,
    },
}

/// An open recommendation whose post nobody holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Left {
    /// The recommendation's key.
    pub recommendation: String,
    /// The post.
    pub post: i64,
    /// The last day of the last holder.
    pub since: Option<Date>,
}

impl Holder {
    /// Who holds a post on a day.
    pub fn of(post: i64, holdings: &[Holding], covers: &[Cover], today: Date) -> Holder {
        let mut held = holders_on(post, holdings, today);
        held.extend(covers.iter().filter(|c| c.post == post && c.runs_on(today)).map(|c| c.account));
        if held.is_empty() {
            let left = holdings.iter().filter(|h| h.post == post).filter_map(|h| h.until).filter(|u| *u < today).max();
            Holder::Nobody { left }
        } else {
            Holder::Held(held)
        }
    }
}

/// Every open recommendation that a leaver left behind: to be handed over, or its post to be filled.
pub fn left_behind(all: &[Tracked], holdings: &[Holding], covers: &[Cover], today: Date) -> Vec<Left> {
    let open = all.iter().filter(|t| !t.satisfied());
    open.filter_map(|t| match Holder::of(t.owner(), holdings, covers, today) {
        Holder::Held(_) => None,
        Holder::Nobody { left } => Some(Left { recommendation: t.asked().key(), post: t.owner(), since: left }),
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::ombudsman::history::Entry;
    use crate::ombudsman::tracked::tests::apology;

    #[test]
    fn nothing_stays_with_a_leaver() {
        let mut tracked = apology();
        let holding = |post, account, from, until| Holding { post, account, from, until };
        let holdings = [holding(7, 1, date(2022, 1, 1), Some(date(2023, 3, 31))), holding(8, 2, date(2022, 1, 1), None)];
        assert!(left_behind(std::slice::from_ref(&tracked), &holdings, &[], date(2023, 3, 31)).is_empty());
        let left = left_behind(std::slice::from_ref(&tracked), &holdings, &[], date(2023, 4, 1));
        assert_eq!(left[0].since, Some(date(2023, 3, 31)));
        let hand = |from, to| HandOver { from: Some(from), to, why: "The owner left".into() };
        let entry = |value| Entry::new("D. Director", date(2023, 4, 3), value);
        assert_eq!(tracked.hand_over(entry(hand(8, 7))), Err(CannotHandOver::NotFromTheOwner(7)));
        assert_eq!(tracked.hand_over(entry(hand(7, 7))), Err(CannotHandOver::ToItself));
        tracked.hand_over(entry(hand(7, 8))).unwrap();
        assert_eq!(tracked.owner(), 8);
        assert_eq!(tracked.owners().entries().len(), 2, "who had it before stays on record");
        assert!(left_behind(&[tracked], &holdings, &[], date(2023, 4, 3)).is_empty());
    }
}
