//! The five axes in words for a reader. This is the only place that puts them side by side; nothing makes one of them.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Level, Supervision, response_standing, waits_for_council};
use crate::day::long;
use crate::ombudsman::tracked::Tracked;

/// Five answers, each to its own question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    /// What the council says it did.
    pub claim: String,
    /// What the Ombudsman says.
    pub ombudsman: String,
    /// In time or late.
    pub timeliness: String,
    /// What the council answered.
    pub response: String,
    /// Who watches over it.
    pub supervision: String,
}

/// The words on a day.
pub fn words(tracked: &Tracked, today: Date) -> Words {
    let claim = tracked.claims().last().map_or_else(|| "The council has said nothing yet".into(), |e| e.value.words());
    let ombudsman = match tracked.view() {
        Some(view) => format!("{} (letter of {})", view.outcome().term.words, long(view.dated())),
        None => "No letter from the Ombudsman about this yet".into(),
    };
    let timeliness = tracked.timeliness(today).words();
    let expected = tracked.expected().map(|d| format!("; the Ombudsman now expects it by {}", long(d)));
    let reserved = if waits_for_council(tracked.responses()) { "; a refusal is proposed and waits for full council" } else { "" };
    let response = match response_standing(tracked.responses()) {
        None => format!("Not answered yet{reserved}"),
        Some(entry) => {
            let who = if entry.value.level == Level::Members { "members" } else { "officers; members have not met on it" };
            format!("{} by {who}, {}{reserved}", entry.value.answer.words(), long(entry.on))
        }
    };
    let supervision: Supervision = tracked.supervision();
    Words { claim, ombudsman, timeliness: timeliness + &expected.unwrap_or_default(), response, supervision: supervision.words().into() }
}
