//! The vote on a decision as its record gives it: the figures, and the names where they were taken.

use serde::{Deserialize, Serialize};

use crate::wrong::Wrong;

/// Figures, and names where they were taken.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// Votes for.
    pub votes_for: u32,
    /// Votes against.
    pub votes_against: u32,
    /// Abstentions.
    pub abstained: u32,
    /// Who voted for; empty where no names were taken.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub named_for: Vec<String>,
    /// Who voted against.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub named_against: Vec<String>,
    /// Who abstained.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub named_abstained: Vec<String>,
}

impl Tally {
    /// Whether names were taken.
    pub fn is_recorded(&self) -> bool {
        !(self.named_for.is_empty() && self.named_against.is_empty() && self.named_abstained.is_empty())
    }

    /// Everybody who is named.
    pub fn named(&self) -> impl Iterator<Item = &String> {
        self.named_for.iter().chain(&self.named_against).chain(&self.named_abstained)
    }

    /// Names and figures that do not fit each other.
    pub fn check(&self) -> Vec<Wrong> {
        if !self.is_recorded() {
            return Vec::new();
        }
        let sides = [
            ("votes_for", "for", self.votes_for, &self.named_for),
            ("votes_against", "against", self.votes_against, &self.named_against),
            ("abstained", "as abstaining", self.abstained, &self.named_abstained),
        ];
        let mut wrong: Vec<Wrong> = sides
            .into_iter()
            .filter(|(_, _, figure, names)| *figure as usize != names.len())
            .map(|(field, side, figure, names)| {
                let message = format!("{} are named {side}, and the figure is {figure}. A recorded vote equals its tally.", names.len());
                Wrong::new(field, message)
            })
            .collect();
        let mut seen = std::collections::BTreeSet::new();
        if let Some(twice) = self.named().find(|name| !seen.insert(name.as_str())) {
            wrong.push(Wrong::new("named_for", format!("{twice} is named on two sides. A member votes once.")));
        }
        wrong
    }

    /// `5 for, 2 against, 1 abstained`.
    pub fn words(&self) -> String {
        format!("{} for, {} against, {} abstained", self.votes_for, self.votes_against, self.abstained)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_recorded_vote_equals_its_tally() {
        let names = |n: &[&str]| n.iter().map(|s| (*s).to_string()).collect::<Vec<_>>();
        let mut tally =
            Tally { votes_for: 2, votes_against: 1, named_for: names(&["A", "B"]), named_against: names(&["C"]), ..Tally::default() };
        assert_eq!(tally.check(), []);
        tally.votes_for = 3;
        assert_eq!(tally.check()[0].field, "votes_for");
        tally.votes_for = 2;
        tally.named_against = names(&["A"]);
        assert!(tally.check()[0].message.contains("A is named on two sides"));
        assert_eq!(Tally { votes_for: 7, ..Tally::default() }.check(), [], "figures without names are a show of hands");
    }
}
