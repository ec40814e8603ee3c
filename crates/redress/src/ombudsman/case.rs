//! What the public record lets us say of a case: computed from the items that name it, never set by hand.

use jiff::civil::Date;
use serde::Serialize;

/// How far the public record takes a case. Whether the Ombudsman is satisfied is not here: only a logged letter says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Named in a paper or a minute; no item of its own on record.
    Named,
    /// On the agenda of a meeting still to come.
    OnAgenda,
    /// Considered with the public excluded.
    ConsideredInPrivate,
    /// Considered by one body.
    Considered,
    /// Considered by several bodies.
    ConsideredBySeveral,
}

impl Stage {
    /// Plain words for a page.
    pub fn words(self) -> &'static str {
        match self {
            Stage::Named => "Named in the record",
            Stage::OnAgenda => "On the agenda of a coming meeting",
            Stage::ConsideredInPrivate => "Considered in private",
            Stage::Considered => "Considered by members",
            Stage::ConsideredBySeveral => "Considered by several bodies",
        }
    }
}

/// What an item says of a case, as far as the stage needs it.
#[derive(Debug, Clone)]
pub struct Seen<'a> {
    /// The body, when it is recorded.
    pub body: Option<&'a str>,
    /// The day of the meeting, when it is recorded.
    pub on: Option<Date>,
    /// A decision or a minute is recorded.
    pub dealt_with: bool,
    /// The public was excluded.
    pub private: bool,
}

/// The stage that the items support on a day.
pub fn stage(items: &[Seen<'_>], today: Date) -> Stage {
    let held: Vec<&Seen<'_>> = items.iter().filter(|i| i.dealt_with || i.on.is_some_and(|d| d < today)).collect();
    if held.is_empty() {
        return if items.iter().any(|i| i.on.is_some()) { Stage::OnAgenda } else { Stage::Named };
    }
    let mut bodies: Vec<&str> = held.iter().filter_map(|i| i.body).collect();
    bodies.sort_unstable();
    bodies.dedup();
    if bodies.len() > 1 {
        Stage::ConsideredBySeveral
    } else if held.iter().all(|i| i.private) {
        Stage::ConsideredInPrivate
    } else {
        Stage::Considered
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn seen(body: &str, on: Date, dealt_with: bool, private: bool) -> Seen<'_> {
        Seen { body: Some(body), on: Some(on), dealt_with, private }
    }

    #[test]
    fn the_stage_follows_the_items() {
        let today = date(2026, 6, 1);
        let past = date(2026, 5, 1);
        assert_eq!(stage(&[], today), Stage::Named);
        assert_eq!(stage(&[seen("Cabinet", date(2026, 7, 1), false, false)], today), Stage::OnAgenda);
        assert_eq!(stage(&[seen("Cabinet", past, true, true)], today), Stage::ConsideredInPrivate);
        assert_eq!(stage(&[seen("Cabinet", past, true, false)], today), Stage::Considered);
        assert_eq!(stage(&[seen("Cabinet", past, true, false), seen("Council", past, true, false)], today), Stage::ConsideredBySeveral);
    }
}
