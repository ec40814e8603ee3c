//! How each post stands to a report, and who is waited for.

use jiff::civil::Date;
use serde::Serialize;

use super::{Clearing, Event};
use crate::calendar::Calendar;

/// How a post stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "standing", rename_all = "snake_case")]
pub enum Standing {
    /// An earlier stage comes first.
    NotYet {
        /// Posts that come first.
        waits_for: Vec<String>,
    },
    /// It is this post's turn.
    Reading,
    /// It was sent back, and the author has not put in another version.
    Returned {
        /// By which post.
        by: String,
        /// Why.
        reason: String,
    },
    /// Cleared.
    Cleared {
        /// The day.
        on: Date,
        /// The version.
        version: u32,
        /// The last day on which that holds; none for as long as the version.
        until: Option<Date>,
    },
    /// It was cleared too long ago.
    Expired {
        /// The last day on which it held.
        until: Date,
    },
}

/// A post that is waited for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Waits {
    /// The post.
    pub post: String,
    /// Its last day; none beyond the dates that can be counted.
    pub by: Option<Date>,
    /// Whether that day has passed.
    pub late: bool,
}

impl Clearing {
    /// How a post stands on a day; none for a post that is not asked.
    pub fn standing(&self, post: &str, today: Date) -> Option<Standing> {
        let stage = self.path.stages.iter().position(|s| s.posts.iter().any(|p| p == post))?;
        if let Some((by, reason)) = self.back_with_author() {
            return Some(Standing::Returned { by: by.into(), reason: reason.into() });
        }
        if let Some((on, version)) = self.cleared(post) {
            let until = self.holds_to(on);
            return Some(match until.filter(|until| *until < today) {
                Some(until) => Standing::Expired { until },
                None => Standing::Cleared { on, version, until },
            });
        }
        let earlier = self.path.stages.iter().take(stage).flat_map(|s| &s.posts);
        let waits_for: Vec<String> = earlier.filter(|p| self.cleared(p).is_none()).cloned().collect();
        Some(if waits_for.is_empty() { Standing::Reading } else { Standing::NotYet { waits_for } })
    }

    /// Who is waited for on a day, stage by stage.
    pub fn waits(&self, today: Date, calendar: &Calendar) -> Vec<Waits> {
        let due = self.path.due(self.publish_by, calendar).unwrap_or_default();
        let mut out = Vec::new();
        for (at, stage) in self.path.stages.iter().enumerate() {
            for post in &stage.posts {
                if !matches!(self.standing(post, today), Some(Standing::Cleared { .. })) {
                    let by = due.get(at).copied();
                    out.push(Waits { post: post.clone(), by, late: by.is_some_and(|by| by < today) });
                }
            }
        }
        out
    }

    /// Whether the report is back with its author: who sent it, and why.
    fn back_with_author(&self) -> Option<(&str, &str)> {
        self.taken.iter().rev().find_map(|t| match &t.event {
            Event::Submitted { .. } => Some(None),
            Event::Returned { post, reason, .. } => Some(Some((post.as_str(), reason.as_str()))),
            Event::Cleared { .. } => None,
        })?
    }

    /// A post's clearance that a later version of substance did not undo.
    fn cleared(&self, post: &str) -> Option<(Date, u32)> {
        let mut cleared = None;
        for taken in &self.taken {
            match &taken.event {
                Event::Submitted { substance: true, .. } => cleared = None,
                Event::Returned { post: by, .. } if by == post => cleared = None,
                Event::Cleared { post: by, version, .. } if by == post => cleared = Some((taken.on, *version)),
                _ => {}
            }
        }
        cleared
    }
}
