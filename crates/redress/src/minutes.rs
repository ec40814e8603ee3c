//! Minutes: what was said, verbatim, with what can be read from them.

use serde::{Deserialize, Serialize};

use crate::resolution::Clause;
use crate::vote::Vote;
use crate::workspace::Interest;
use told::{Facts, StageTold};

/// A change that was asked for.
pub mod asked;
/// The minutes of a meeting, made from what was taken down.
pub mod built;
/// What the workspace has for the decision of an item.
mod decided;
/// What is missing.
pub mod gaps;
/// From draft to signed.
pub mod stage;
/// The minutes item by item.
pub mod texts;
/// What the public reads besides the words.
pub mod told;

pub use decided::{Decided, decided};

/// The minute of an item.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Minutes {
    /// The whole minute, verbatim, paragraphs apart by a blank line.
    pub text: String,
    /// The vote, where the minute tells of one.
    pub vote: Option<Vote>,
    /// Who proposed, seconded or supported, in the minute's words.
    pub movers: Vec<Mover>,
    /// Points raised and what was answered, where the minute sets them out as pairs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub discussion: Vec<Exchange>,
    /// Motions with their votes, interests, the exclusion of the public, as taken down at the meeting.
    #[serde(default, skip_serializing_if = "Facts::is_empty")]
    pub facts: Facts,
    /// How far the minutes are; none where that was not asked when they were published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stage: Option<StageTold>,
}

/// Someone who moved, seconded or supported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mover {
    /// The name with the office, in the minute's words.
    pub name: String,
    /// `proposed`, `seconded`, `supported`, `moved`.
    pub act: String,
}

/// An issue that was raised and the response to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exchange {
    /// What was raised.
    pub issue: String,
    /// What was answered.
    pub response: String,
}

impl Exchange {
    /// Whether a text still has the words of both. What was taken out of a minute is not told beside it.
    pub fn stands_in(&self, text: &str) -> bool {
        [&self.issue, &self.response].iter().all(|words| words.lines().all(|line| text.contains(line.trim())))
    }
}

/// Reads an *issue – response* paragraph: a bullet, the issue, a spaced dash, the response.
pub fn read_exchange(paragraph: &str) -> Option<Exchange> {
    let body = paragraph.trim().strip_prefix(['·', '•', '-', '–'])?.trim();
    let (issue, response) = body.split_once(" – ").or_else(|| body.split_once(" - "))?;
    let (issue, response) = (issue.trim(), response.trim());
    if issue.is_empty() || response.is_empty() {
        return None;
    }
    Some(Exchange { issue: issue.into(), response: response.into() })
}

/// A declared interest as a minute tells of it.
fn interest_words(interest: &Interest, name: &dyn Fn(i64) -> String) -> String {
    let dispensation = interest.dispensation.as_ref().map_or(String::new(), |d| format!("; dispensation: {}", d.trim()));
    format!("{} declared an interest: {}{dispensation}.", name(interest.member), interest.nature.trim().trim_end_matches('.'))
}

/// The clauses line by line, each with the label that it carries.
fn clause_lines(clauses: &[Clause]) -> Vec<String> {
    let mut lines = Vec::new();
    for clause in clauses {
        let label = clause.label.as_deref().map_or(String::new(), |l| format!("{l} "));
        lines.push(format!("{label}{}", clause.text.trim()));
        lines.extend(clause_lines(&clause.children));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::{Exchange, read_exchange};

    #[test]
    fn a_pair_is_told_where_the_minute_still_has_its_words() {
        let pair = Exchange { issue: "Who knew?".into(), response: "Nobody.\nNo member.".into() };
        assert!(pair.stands_in("A member asked: Who knew? The director answered: Nobody. The chair answered: No member."));
        assert!(!pair.stands_in("A member asked: Who knew? The chair answered: No member."));
    }

    #[test]
    fn a_bulleted_pair_is_an_exchange() {
        let pair = read_exchange("·        Waiting times – It was confirmed that they had halved.").expect("a pair");
        assert_eq!(pair.issue, "Waiting times");
        assert!(read_exchange("Waiting times – halved").is_none());
    }
}
